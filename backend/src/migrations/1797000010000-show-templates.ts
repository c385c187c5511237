import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Show templates. */
export class ShowTemplates1797000010000 implements MigrationInterface {
  name = 'ShowTemplates1797000010000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "show_templates" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "name" text NOT NULL, "title" text NOT NULL, "rules" jsonb NOT NULL, "currency" jsonb, "items" jsonb NOT NULL, "created_at" timestamptz(3) NOT NULL, "updated_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_show_templates" PRIMARY KEY ("id"), CONSTRAINT "FK_show_templates_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      `CREATE INDEX "IDX_show_templates_workspace" ON "show_templates" ("workspace_id", "created_at", "id")`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "show_templates"');
  }
}
