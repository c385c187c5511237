import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ItemVariants1795897146605 implements MigrationInterface {
  name = 'ItemVariants1795897146605';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" ADD "variants" jsonb');
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_quantity"');
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_quantity" CHECK (total_quantity >= 1 AND (total_quantity <= 30 OR variants IS NOT NULL))',
    );
    await runner.query(
      `ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_variants" CHECK (NOT jsonb_path_exists(variants, '$[*] ? (@.claimed < 0 || @.claimed > @.total || @.waiting < 0)'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_variants"');
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "CHK_show_items_quantity"');
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "CHK_show_items_quantity" CHECK (total_quantity BETWEEN 1 AND 30)',
    );
    await runner.query('ALTER TABLE "show_items" DROP COLUMN "variants"');
  }
}
