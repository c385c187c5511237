import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Platforms1795403400000 implements MigrationInterface {
  name = 'Platforms1795403400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "social_connections" ADD "login" text NOT NULL DEFAULT 'facebook', ADD "page_id" text, ADD "grantor_id" text, ADD "encrypted_user_token" text, ADD "checked_at" TIMESTAMP(3) WITH TIME ZONE, ADD "problem" text`,
    );
    await runner.query(
      'CREATE INDEX "IDX_social_connections_grantor" ON "social_connections"  ("grantor_id") WHERE grantor_id IS NOT NULL',
    );
    await runner.query(
      'CREATE TABLE "oauth_states" ("state_hash" bytea NOT NULL, "browser_hash" bytea NOT NULL, "workspace_id" uuid NOT NULL, "user_id" uuid NOT NULL, "session_id" uuid NOT NULL, "platform" text NOT NULL, "login" text NOT NULL, "redirect_uri" text NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_oauth_states" PRIMARY KEY ("state_hash"))',
    );
    await runner.query('CREATE INDEX "IDX_oauth_states_expiry" ON "oauth_states"  ("expires_at") ');
    await runner.query(
      `CREATE TABLE "source_readings" ("show_id" uuid NOT NULL, "platform" text NOT NULL, "live_id" text NOT NULL, "account_id" text, "video_id" text, "watermark" TIMESTAMP(3) WITH TIME ZONE, "state" text NOT NULL DEFAULT 'waiting', "problem" text, "message" text, "next_try_at" TIMESTAMP(3) WITH TIME ZONE, "last_read_at" TIMESTAMP(3) WITH TIME ZONE, "final_sweeps" integer NOT NULL DEFAULT '0', CONSTRAINT "PK_source_readings" PRIMARY KEY ("show_id", "platform", "live_id"))`,
    );
    await runner.query(
      'CREATE INDEX "IDX_source_readings_unfinished" ON "source_readings"  ("show_id") WHERE final_sweeps < 3',
    );
    await runner.query(
      'ALTER TABLE "source_readings" ADD CONSTRAINT "FK_source_readings_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'CREATE TABLE "deletion_requests" ("code" text NOT NULL, "connections" integer NOT NULL, "completed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_deletion_requests" PRIMARY KEY ("code"))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "deletion_requests"');
    await runner.query('DROP TABLE "source_readings"');
    await runner.query('DROP TABLE "oauth_states"');
    await runner.query('DROP INDEX "public"."IDX_social_connections_grantor"');
    await runner.query(
      'ALTER TABLE "social_connections" DROP COLUMN "problem", DROP COLUMN "checked_at", DROP COLUMN "encrypted_user_token", DROP COLUMN "grantor_id", DROP COLUMN "page_id", DROP COLUMN "login"',
    );
  }
}
