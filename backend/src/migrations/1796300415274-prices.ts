import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A show's currency, its item prices, and the price at which each unit was won, in minor units. */
export class Prices1796300415274 implements MigrationInterface {
  name = 'Prices1796300415274';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "shows" ADD "currency" jsonb, ADD "amount_won" bigint NOT NULL DEFAULT 0',
    );
    await runner.query('ALTER TABLE "show_items" ADD "price" bigint, ADD "compare_at_price" bigint');
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_prices" CHECK (price >= 0 AND compare_at_price >= 0)',
    );
    await runner.query('ALTER TABLE "claims" ADD "price" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "claims" DROP COLUMN "price"');
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_prices"');
    await runner.query('ALTER TABLE "show_items" DROP COLUMN "compare_at_price", DROP COLUMN "price"');
    await runner.query('ALTER TABLE "shows" DROP COLUMN "amount_won", DROP COLUMN "currency"');
  }
}
