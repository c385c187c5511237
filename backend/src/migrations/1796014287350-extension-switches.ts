import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores extension switches and settings, a follower's last failure, and retries of parked rows. */
export class ExtensionSwitches1796014287350 implements MigrationInterface {
  name = 'ExtensionSwitches1796014287350';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "extension_switches" ("workspace_id" uuid NOT NULL, "extension" text NOT NULL, "enabled" boolean, "settings" jsonb NOT NULL DEFAULT '{}', "secrets" jsonb NOT NULL DEFAULT '{}', "updated_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_extension_switches" PRIMARY KEY ("workspace_id", "extension"), CONSTRAINT "FK_extension_switches_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      `ALTER TABLE "extension_cursors" ADD COLUMN "error" text, ADD COLUMN "failed_at" timestamptz(3)`,
    );
    await runner.query(
      `ALTER TABLE "extension_parked_events" ADD COLUMN "id" uuid NOT NULL DEFAULT gen_random_uuid(), ADD COLUMN "retrying" boolean NOT NULL DEFAULT false`,
    );
    await runner.query(`ALTER TABLE "extension_parked_events" ALTER COLUMN "id" DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "extension_parked_events" DROP COLUMN "id", DROP COLUMN "retrying"');
    await runner.query('ALTER TABLE "extension_cursors" DROP COLUMN "error", DROP COLUMN "failed_at"');
    await runner.query('DROP TABLE "extension_switches"');
  }
}
