import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drops the index of wins: a buyer has few claims in a show, among which the wins are found, and without the
 * index every new claim costs less.
 */
export class BuyersWinsByBuyer1795404000000 implements MigrationInterface {
  name = 'BuyersWinsByBuyer1795404000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."IDX_claims_wins"');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE INDEX "IDX_claims_wins" ON "claims"  ("buyer_id", "show_id") WHERE status = \'winner\'',
    );
  }
}
