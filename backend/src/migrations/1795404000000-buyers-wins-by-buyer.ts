import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drops the index on a buyer's wins, because `IDX_claims_buyer` finds them fast enough among the buyer's few
 * claims in a show, and every new claim has one fewer index to update.
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
