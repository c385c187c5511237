import { domainToASCII } from 'node:url';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Stores sessions with a device, an address, and an absolute expiry. Until now, a session was only a group of
 * refresh tokens. Every user stays signed in, and an open session's 30 days begin now. Internationalized
 * domains in email keys become punycode, as in new keys.
 */
export class Sessions1795844995080 implements MigrationInterface {
  name = 'Sessions1795844995080';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "sessions" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "device" text NOT NULL, "address" text NOT NULL, "network" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "last_used_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "PK_sessions" PRIMARY KEY ("id"))',
    );
    await runner.query(
      `INSERT INTO sessions SELECT family_id, user_id, workspace_id, 'Unknown device', '', '', min(created_at), max(coalesce(rotated_at, created_at)),
         now() + interval '30 days', CASE WHEN bool_or(revoked_at IS NULL) THEN NULL ELSE max(revoked_at) END
       FROM refresh_tokens GROUP BY family_id, user_id, workspace_id`,
    );
    await runner.query('CREATE INDEX "IDX_sessions_user" ON "sessions"  ("user_id", "last_used_at") ');
    await runner.query('CREATE INDEX "IDX_sessions_expiry" ON "sessions"  ("expires_at") ');
    await runner.query(
      'ALTER TABLE "sessions" ADD CONSTRAINT "FK_sessions_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "sessions" ADD CONSTRAINT "FK_sessions_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" DROP COLUMN "user_id", DROP COLUMN "workspace_id", DROP COLUMN "revoked_at"',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD CONSTRAINT "FK_refresh_tokens_session" FOREIGN KEY ("family_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'CREATE TABLE "password_resets" ("id" uuid NOT NULL, "user_id" uuid NOT NULL, "token_hash" bytea NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_password_resets" PRIMARY KEY ("id"))',
    );
    await runner.query('CREATE UNIQUE INDEX "UQ_password_resets_user" ON "password_resets"  ("user_id") ');
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_password_resets_token" ON "password_resets"  ("token_hash") ',
    );
    await runner.query(
      'ALTER TABLE "password_resets" ADD CONSTRAINT "FK_password_resets_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    // Unlogged, because counters for the last hour are not worth a disk write at every sign-in.
    await runner.query(
      'CREATE UNLOGGED TABLE "rate_limits" ("key" text NOT NULL, "points" integer NOT NULL, "expire" bigint, CONSTRAINT "PK_rate_limits" PRIMARY KEY ("key"))',
    );
    for (const table of ['users', 'invites']) await convertDomains(runner, table);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "rate_limits"');
    await runner.query('DROP TABLE "password_resets"');
    await runner.query('ALTER TABLE "refresh_tokens" DROP CONSTRAINT "FK_refresh_tokens_session"');
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD "user_id" uuid, ADD "workspace_id" uuid, ADD "revoked_at" TIMESTAMP(3) WITH TIME ZONE',
    );
    await runner.query(
      'UPDATE refresh_tokens t SET user_id = s.user_id, workspace_id = s.workspace_id, revoked_at = s.ended_at FROM sessions s WHERE s.id = t.family_id',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ALTER "user_id" SET NOT NULL, ALTER "workspace_id" SET NOT NULL',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD CONSTRAINT "FK_refresh_tokens_user" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query(
      'ALTER TABLE "refresh_tokens" ADD CONSTRAINT "FK_refresh_tokens_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
    await runner.query('DROP TABLE "sessions"');
  }
}

/** Converts domains to punycode. A key does not change if another row already has the converted key. */
async function convertDomains(runner: QueryRunner, table: string): Promise<void> {
  const rows = (await runner.query(`SELECT id, email_key FROM ${table} WHERE email_key ~ '@.*[^ -~]'`)) as {
    id: string;
    email_key: string;
  }[];
  for (const { id, email_key } of rows) {
    const at = email_key.lastIndexOf('@');
    const domain = domainToASCII(email_key.slice(at + 1));
    if (domain === '') continue;
    await runner.query(
      `UPDATE ${table} SET email_key = $2 WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM ${table} other WHERE other.email_key = $2)`,
      [id, `${email_key.slice(0, at)}@${domain}`],
    );
  }
}
