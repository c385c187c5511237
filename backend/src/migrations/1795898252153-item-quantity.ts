import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ItemQuantity1795898252153 implements MigrationInterface {
  name = 'ItemQuantity1795898252153';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_quantity"');
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_quantity" CHECK (total_quantity >= 1 AND (total_quantity <= 999 OR variants IS NOT NULL))',
    );
  }

  /** Fails if an item without variants has more than 30 units. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_quantity"');
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_quantity" CHECK (total_quantity >= 1 AND (total_quantity <= 30 OR variants IS NOT NULL))',
    );
  }
}
