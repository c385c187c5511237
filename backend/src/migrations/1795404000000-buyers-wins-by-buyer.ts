import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A buyer's wins are found among all of their claims in the show: there are few, and every claim pays for one
 * index less.
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
