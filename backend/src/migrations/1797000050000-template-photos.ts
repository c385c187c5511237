import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Photos of template items. */
export class TemplatePhotos1797000050000 implements MigrationInterface {
  name = 'TemplatePhotos1797000050000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "show_template_photos" ("template_id" uuid NOT NULL, "item" integer NOT NULL, "photo" text NOT NULL, CONSTRAINT "PK_show_template_photos" PRIMARY KEY ("template_id", "item"), CONSTRAINT "FK_show_template_photos_template" FOREIGN KEY ("template_id") REFERENCES "show_templates"("id") ON DELETE CASCADE, CONSTRAINT "FK_show_template_photos_photo" FOREIGN KEY ("photo") REFERENCES "item_photos"("id"))`,
    );
    await runner.query('CREATE INDEX "IX_show_template_photos_photo" ON "show_template_photos" ("photo")');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "show_template_photos"');
  }
}
