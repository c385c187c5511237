import type { MigrationInterface, QueryRunner } from 'typeorm';

export class InitialSchema1795396316906 implements MigrationInterface {
  name = 'InitialSchema1795396316906';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "show_events" ("show_id" uuid NOT NULL, "seq" bigint NOT NULL, "type" text NOT NULL, "at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "by" json, "payload" json NOT NULL, "salt" bytea, "digest" bytea NOT NULL, "hash" bytea NOT NULL, CONSTRAINT "CHK_show_events_seq" CHECK (seq > 0), CONSTRAINT "PK_show_events" PRIMARY KEY ("show_id", "seq"))',
    );
    await runner.query(
      'CREATE TABLE "audit_log" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "user_id" uuid, "user_name" text NOT NULL, "action" text NOT NULL, "entity_type" text NOT NULL, "entity_id" uuid, "show_id" uuid, "before" jsonb, "after" jsonb, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_audit_log" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE INDEX "IDX_audit_log_show" ON "audit_log"  ("show_id", "created_at") WHERE show_id IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX "IDX_audit_log_workspace" ON "audit_log"  ("workspace_id", "created_at", "id") ',
    );
    await runner.query(
      'CREATE TABLE "workspaces" ("id" uuid NOT NULL, "name" text NOT NULL, "settings" jsonb NOT NULL DEFAULT \'{}\', "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_workspaces" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE TABLE "users" ("id" uuid NOT NULL, "email" text NOT NULL, "email_key" text NOT NULL, "name" text NOT NULL, "password_hash" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_users" PRIMARY KEY ("id"))',
    );
    await runner.query('CREATE UNIQUE INDEX "UQ_users_email_key" ON "users"  ("email_key") ');
    await runner.query(
      'CREATE TABLE "refresh_tokens" ("id" uuid NOT NULL, "family_id" uuid NOT NULL, "user_id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "rotated_at" TIMESTAMP(3) WITH TIME ZONE, "revoked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_refresh_tokens" PRIMARY KEY ("id"))',
    );
    await runner.query('CREATE INDEX "IDX_refresh_tokens_expiry" ON "refresh_tokens"  ("expires_at") ');
    await runner.query('CREATE INDEX "IDX_refresh_tokens_family" ON "refresh_tokens"  ("family_id") ');
    await runner.query(
      'CREATE TABLE "memberships" ("workspace_id" uuid NOT NULL, "user_id" uuid NOT NULL, "role" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "CHK_memberships_role" CHECK (role IN (\'viewer\', \'operator\', \'admin\', \'owner\')), CONSTRAINT "PK_memberships" PRIMARY KEY ("workspace_id", "user_id"))',
    );
    await runner.query('CREATE INDEX "IDX_memberships_user" ON "memberships"  ("user_id") ');
    await runner.query(
      'CREATE TABLE "shows" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "name" text NOT NULL, "status" text NOT NULL DEFAULT \'draft\', "claim_words" text array NOT NULL, "pass_words" text array NOT NULL, "fairness_window_seconds" integer NOT NULL DEFAULT \'0\', "max_claims_per_comment" integer NOT NULL DEFAULT \'1\', "spans" jsonb NOT NULL DEFAULT \'[]\', "now_showing_item_id" uuid, "started_at" TIMESTAMP(3) WITH TIME ZONE, "ended_at" TIMESTAMP(3) WITH TIME ZONE, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_seq" bigint NOT NULL DEFAULT \'0\', "head_hash" bytea NOT NULL, "last_batch" bigint NOT NULL DEFAULT \'0\', "vocabulary" integer NOT NULL DEFAULT \'0\', "item_count" integer NOT NULL DEFAULT \'0\', "items_claimed" integer NOT NULL DEFAULT \'0\', "units_total" integer NOT NULL DEFAULT \'0\', "units_claimed" integer NOT NULL DEFAULT \'0\', "winner_count" integer NOT NULL DEFAULT \'0\', "waitlist_count" integer NOT NULL DEFAULT \'0\', "unmatched_count" integer NOT NULL DEFAULT \'0\', "pending_count" integer NOT NULL DEFAULT \'0\', "review_count" integer NOT NULL DEFAULT \'0\', "unique_buyers" integer NOT NULL DEFAULT \'0\', "comment_count" integer NOT NULL DEFAULT \'0\', "claim_count" integer NOT NULL DEFAULT \'0\', CONSTRAINT "CHK_shows_max_claims" CHECK (max_claims_per_comment BETWEEN 1 AND 10), CONSTRAINT "CHK_shows_window" CHECK (fairness_window_seconds BETWEEN 0 AND 10), CONSTRAINT "CHK_shows_status" CHECK (status IN (\'draft\', \'active\', \'paused\', \'ended\')), CONSTRAINT "PK_shows" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE INDEX "IDX_shows_workspace" ON "shows"  ("workspace_id", "created_at", "id") ',
    );
    await runner.query(
      'CREATE TABLE "show_items" ("id" uuid NOT NULL, "show_id" uuid NOT NULL, "item_key" text NOT NULL, "item_number" text NOT NULL, "title" text, "description" text, "position" integer NOT NULL, "total_quantity" integer NOT NULL DEFAULT \'1\', "claimed_count" integer NOT NULL DEFAULT \'0\', "waitlist_count" integer NOT NULL DEFAULT \'0\', "last_place" double precision NOT NULL DEFAULT \'0\', "quantity_batch" bigint, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "CHK_show_items_waitlist" CHECK (waitlist_count >= 0), CONSTRAINT "CHK_show_items_not_oversold" CHECK (claimed_count BETWEEN 0 AND total_quantity), CONSTRAINT "CHK_show_items_quantity" CHECK (total_quantity BETWEEN 1 AND 30), CONSTRAINT "PK_show_items" PRIMARY KEY ("id"))',
    );
    await runner.query('CREATE UNIQUE INDEX "UQ_show_items_key" ON "show_items"  ("show_id", "item_key") ');
    await runner.query(
      'CREATE TABLE "show_sources" ("id" uuid NOT NULL, "show_id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "position" integer NOT NULL, "platform" text NOT NULL, "connection_id" uuid, "live_id" text, "live_url" text, "bound" boolean NOT NULL DEFAULT false, CONSTRAINT "PK_show_sources" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_show_sources_bound_live" ON "show_sources"  ("workspace_id", "platform", "live_id") WHERE bound',
    );
    await runner.query('CREATE INDEX "IDX_show_sources_show" ON "show_sources"  ("show_id", "position") ');
    await runner.query(
      'CREATE TABLE "buyers" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "platform" text NOT NULL, "platform_user_id" text NOT NULL, "handle" text NOT NULL, "display_name" text NOT NULL, "hidden" boolean NOT NULL DEFAULT false, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_buyers" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_buyers_identity" ON "buyers"  ("workspace_id", "platform", "platform_user_id") ',
    );
    await runner.query(
      'CREATE TABLE "comments" ("id" uuid NOT NULL, "show_id" uuid NOT NULL, "platform" text NOT NULL, "live_id" text NOT NULL, "platform_comment_id" text NOT NULL, "buyer_id" uuid NOT NULL, "text" text NOT NULL, "parsed" json NOT NULL, "outcome" text NOT NULL, "claim_ids" uuid array NOT NULL, "by_host" boolean NOT NULL, "commented_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "seconds_only" boolean NOT NULL, "received_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "batch" bigint NOT NULL, "batch_index" integer NOT NULL, "resolution" text, "resolved_by" uuid, "resolved_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_comments" PRIMARY KEY ("id"))',
    );
    await runner.query('CREATE INDEX "IDX_comments_buyer" ON "comments"  ("buyer_id", "show_id") ');
    await runner.query(
      'CREATE INDEX "IDX_comments_review" ON "comments"  ("show_id") WHERE outcome = \'review\' AND resolution IS NULL',
    );
    await runner.query(
      'CREATE INDEX "IDX_comments_batch" ON "comments"  ("show_id", "batch", "batch_index") ',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_comments_platform_id" ON "comments"  ("platform_comment_id", "show_id", "platform") ',
    );
    await runner.query(
      'CREATE TABLE "claims" ("id" uuid NOT NULL, "show_id" uuid NOT NULL, "item_id" uuid, "item_key" text NOT NULL, "buyer_id" uuid NOT NULL, "comment_id" uuid, "status" text NOT NULL, "unit" integer NOT NULL DEFAULT \'1\', "place" double precision, "queue_only" boolean NOT NULL DEFAULT false, "won_seq" bigint, "why" json NOT NULL, "idempotency_key" text, "operator_action" boolean NOT NULL DEFAULT false, "actor_id" uuid, "actor_name" text, "act_seq" bigint, "changed_batch" bigint NOT NULL, "flagged" boolean NOT NULL DEFAULT false, "operator_notes" text, "claimed_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "received_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "CHK_claims_item" CHECK ((status = \'unmatched\') <= (item_id IS NULL)), CONSTRAINT "CHK_claims_status" CHECK (status IN (\'winner\', \'waitlist\', \'pending\', \'unmatched\', \'released\', \'passed\')), CONSTRAINT "PK_claims" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE INDEX "IDX_claims_wins" ON "claims"  ("buyer_id", "show_id") WHERE status = \'winner\'',
    );
    await runner.query('CREATE INDEX "IDX_claims_buyer" ON "claims"  ("buyer_id", "show_id") ');
    await runner.query(
      'CREATE INDEX "IDX_claims_unmatched" ON "claims"  ("item_key", "show_id") WHERE status = \'unmatched\'',
    );
    await runner.query(
      'CREATE INDEX "IDX_claims_line" ON "claims"  ("item_id", "place") WHERE status = \'waitlist\'',
    );
    await runner.query(
      'CREATE INDEX "IDX_claims_winners" ON "claims"  ("item_id", "won_seq") WHERE status = \'winner\'',
    );
    await runner.query('CREATE INDEX "IDX_claims_newest" ON "claims"  ("show_id", "created_at", "id") ');
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_claims_active" ON "claims"  ("buyer_id", "item_key", "show_id", "unit") WHERE status IN (\'winner\', \'waitlist\', \'pending\', \'unmatched\')',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_claims_idempotency" ON "claims"  ("idempotency_key", "show_id") ',
    );
    await runner.query(
      'CREATE TABLE "social_connections" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "platform" text NOT NULL, "external_account_id" text NOT NULL, "display_name" text NOT NULL, "status" text NOT NULL DEFAULT \'active\', "encrypted_token" text NOT NULL, "token_expires_at" TIMESTAMP(3) WITH TIME ZONE, "scopes" text array NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "updated_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_social_connections" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_social_connections_account" ON "social_connections"  ("workspace_id", "platform", "external_account_id") ',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD CONSTRAINT "FK_refresh_tokens_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD CONSTRAINT "FK_refresh_tokens_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "memberships" ADD CONSTRAINT "FK_memberships_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "memberships" ADD CONSTRAINT "FK_memberships_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "show_items" ADD CONSTRAINT "FK_show_items_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "show_sources" ADD CONSTRAINT "FK_show_sources_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "comments" ADD CONSTRAINT "FK_comments_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "comments" ADD CONSTRAINT "FK_comments_buyer" FOREIGN KEY ("buyer_id") REFERENCES "buyers"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "claims" ADD CONSTRAINT "FK_claims_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "claims" ADD CONSTRAINT "FK_claims_item" FOREIGN KEY ("item_id") REFERENCES "show_items"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "claims" ADD CONSTRAINT "FK_claims_buyer" FOREIGN KEY ("buyer_id") REFERENCES "buyers"("id") ON DELETE NO ACTION ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "claims" ADD CONSTRAINT "FK_claims_comment" FOREIGN KEY ("comment_id") REFERENCES "comments"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "FK_claims_comment"');
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "FK_claims_buyer"');
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "FK_claims_item"');
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "FK_claims_show"');
    await runner.query('ALTER TABLE "comments" DROP CONSTRAINT "FK_comments_buyer"');
    await runner.query('ALTER TABLE "comments" DROP CONSTRAINT "FK_comments_show"');
    await runner.query('ALTER TABLE "show_sources" DROP CONSTRAINT "FK_show_sources_show"');
    await runner.query('ALTER TABLE "show_items" DROP CONSTRAINT "FK_show_items_show"');
    await runner.query('ALTER TABLE "memberships" DROP CONSTRAINT "FK_memberships_user"');
    await runner.query('ALTER TABLE "memberships" DROP CONSTRAINT "FK_memberships_workspace"');
    await runner.query('ALTER TABLE "refresh_tokens" DROP CONSTRAINT "FK_refresh_tokens_workspace"');
    await runner.query('ALTER TABLE "refresh_tokens" DROP CONSTRAINT "FK_refresh_tokens_user"');
    await runner.query('DROP INDEX "public"."UQ_social_connections_account"');
    await runner.query('DROP TABLE "social_connections"');
    await runner.query('DROP INDEX "public"."UQ_claims_idempotency"');
    await runner.query('DROP INDEX "public"."UQ_claims_active"');
    await runner.query('DROP INDEX "public"."IDX_claims_newest"');
    await runner.query('DROP INDEX "public"."IDX_claims_winners"');
    await runner.query('DROP INDEX "public"."IDX_claims_line"');
    await runner.query('DROP INDEX "public"."IDX_claims_unmatched"');
    await runner.query('DROP INDEX "public"."IDX_claims_buyer"');
    await runner.query('DROP INDEX "public"."IDX_claims_wins"');
    await runner.query('DROP TABLE "claims"');
    await runner.query('DROP INDEX "public"."UQ_comments_platform_id"');
    await runner.query('DROP INDEX "public"."IDX_comments_batch"');
    await runner.query('DROP INDEX "public"."IDX_comments_review"');
    await runner.query('DROP INDEX "public"."IDX_comments_buyer"');
    await runner.query('DROP TABLE "comments"');
    await runner.query('DROP INDEX "public"."UQ_buyers_identity"');
    await runner.query('DROP TABLE "buyers"');
    await runner.query('DROP INDEX "public"."IDX_show_sources_show"');
    await runner.query('DROP INDEX "public"."UQ_show_sources_bound_live"');
    await runner.query('DROP TABLE "show_sources"');
    await runner.query('DROP INDEX "public"."UQ_show_items_key"');
    await runner.query('DROP TABLE "show_items"');
    await runner.query('DROP INDEX "public"."IDX_shows_workspace"');
    await runner.query('DROP TABLE "shows"');
    await runner.query('DROP INDEX "public"."IDX_memberships_user"');
    await runner.query('DROP TABLE "memberships"');
    await runner.query('DROP INDEX "public"."IDX_refresh_tokens_family"');
    await runner.query('DROP INDEX "public"."IDX_refresh_tokens_expiry"');
    await runner.query('DROP TABLE "refresh_tokens"');
    await runner.query('DROP INDEX "public"."UQ_users_email_key"');
    await runner.query('DROP TABLE "users"');
    await runner.query('DROP TABLE "workspaces"');
    await runner.query('DROP INDEX "public"."IDX_audit_log_workspace"');
    await runner.query('DROP INDEX "public"."IDX_audit_log_show"');
    await runner.query('DROP TABLE "audit_log"');
    await runner.query('DROP TABLE "show_events"');
  }
}
