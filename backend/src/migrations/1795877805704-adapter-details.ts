import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores, as JSON, the connection data that only the adapter understands. Also stores the cursor from which
 * reading a source continues.
 */
export class AdapterDetails1795877805704 implements MigrationInterface {
  name = 'AdapterDetails1795877805704';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "source_readings" ADD "cursor" text');
    await runner.query('ALTER TABLE "social_connections" ADD "details" jsonb NOT NULL DEFAULT \'{}\'');
    await runner.query('ALTER TABLE "social_connections" ADD "grant_id" text');
    await runner.query('ALTER TABLE "social_connections" ADD "webhook_target" text');
    await runner.query(
      `UPDATE "social_connections" SET "details" = jsonb_build_object('login', "login", 'pageId', "page_id"),
         "grant_id" = "login" || ' ' || "grantor_id", "webhook_target" = coalesce("page_id", "external_account_id")`,
    );
    await runner.query('ALTER TABLE "social_connections" ALTER COLUMN "webhook_target" SET NOT NULL');
    await runner.query('DROP INDEX "IDX_social_connections_grantor"');
    await runner.query(
      'ALTER TABLE "social_connections" DROP COLUMN "login", DROP COLUMN "page_id", DROP COLUMN "grantor_id"',
    );
    await runner.query(
      'CREATE INDEX "IDX_social_connections_grant" ON "social_connections" ("grant_id") WHERE grant_id IS NOT NULL',
    );
    await runner.query(`UPDATE "throttles" SET "scope" = 'app meta' WHERE "scope" = 'app'`);
    await runner.query(
      `UPDATE "throttles" SET "scope" = 'account meta ' || substr("scope", 9) WHERE "scope" LIKE 'account %'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // The previous version does not know other platforms and would treat such an account as a Facebook
    // account.
    await runner.query(`DELETE FROM "social_connections" WHERE "platform" NOT IN ('facebook', 'instagram')`);
    await runner.query(
      `DELETE FROM "throttles" WHERE "scope" NOT LIKE 'app meta' AND "scope" NOT LIKE 'account meta %'`,
    );
    await runner.query(`UPDATE "throttles" SET "scope" = 'app' WHERE "scope" = 'app meta'`);
    await runner.query(
      `UPDATE "throttles" SET "scope" = 'account ' || substr("scope", 14) WHERE "scope" LIKE 'account meta %'`,
    );
    await runner.query('DROP INDEX "IDX_social_connections_grant"');
    await runner.query(
      'ALTER TABLE "social_connections" ADD "login" text NOT NULL DEFAULT \'facebook\', ADD "page_id" text, ADD "grantor_id" text',
    );
    await runner.query(
      `UPDATE "social_connections" SET "login" = coalesce("details"->>'login', 'facebook'), "page_id" = "details"->>'pageId',
         "grantor_id" = split_part("grant_id", ' ', 2)`,
    );
    await runner.query(
      'CREATE INDEX "IDX_social_connections_grantor" ON "social_connections" ("grantor_id") WHERE grantor_id IS NOT NULL',
    );
    await runner.query(
      'ALTER TABLE "social_connections" DROP COLUMN "webhook_target", DROP COLUMN "grant_id", DROP COLUMN "details"',
    );
    await runner.query('ALTER TABLE "source_readings" DROP COLUMN "cursor"');
  }
}
