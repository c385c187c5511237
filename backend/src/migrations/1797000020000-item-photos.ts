import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Item photos and codes. */
export class ItemPhotos1797000020000 implements MigrationInterface {
  name = 'ItemPhotos1797000020000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "item_photos" ("id" text NOT NULL, "added_at" timestamp(3) with time zone NOT NULL,
         CONSTRAINT "PK_item_photos" PRIMARY KEY ("id"))`,
    );
    await runner.query('CREATE INDEX "IX_item_photos_added" ON "item_photos" ("added_at")');
    await runner.query('ALTER TABLE "show_items" ADD "sku" text, ADD "photo" text');
    await runner.query(
      'CREATE INDEX "IX_show_items_photo" ON "show_items" ("photo") WHERE photo IS NOT NULL',
    );
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "FK_show_items_photo" FOREIGN KEY ("photo") REFERENCES "item_photos"("id")',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "FK_show_items_photo"');
    await runner.query('DROP INDEX "IX_show_items_photo"');
    await runner.query('ALTER TABLE "show_items" DROP COLUMN "photo", DROP COLUMN "sku"');
    await runner.query('DROP TABLE "item_photos"');
  }
}
