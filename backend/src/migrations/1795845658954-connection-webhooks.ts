import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ConnectionWebhooks1795845658954 implements MigrationInterface {
  name = 'ConnectionWebhooks1795845658954';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "social_connections" ADD "webhook_state" text NOT NULL DEFAULT \'unknown\'',
    );
    await runner.query('ALTER TABLE "social_connections" ADD "webhook_problem" text');
    await runner.query(
      'ALTER TABLE "social_connections" ADD "webhook_checked_at" TIMESTAMP(3) WITH TIME ZONE',
    );
    await runner.query('ALTER TABLE "oauth_states" ADD "finished_at" TIMESTAMP(3) WITH TIME ZONE');
    await runner.query(
      'CREATE TABLE "webhook_leases" ("target" text NOT NULL, "owner" uuid NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_webhook_leases" PRIMARY KEY ("target"))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "webhook_leases"');
    // The previous version deletes sign-ins when they finish, so it would treat these rows as unfinished.
    await runner.query('DELETE FROM "oauth_states" WHERE "finished_at" IS NOT NULL');
    await runner.query('ALTER TABLE "oauth_states" DROP COLUMN "finished_at"');
    await runner.query('ALTER TABLE "social_connections" DROP COLUMN "webhook_checked_at"');
    await runner.query('ALTER TABLE "social_connections" DROP COLUMN "webhook_problem"');
    await runner.query('ALTER TABLE "social_connections" DROP COLUMN "webhook_state"');
  }
}
