import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A buyer's wins are found among all of the buyer's claims in the show. A buyer has few claims, and without
 * the index every new claim costs less.
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
