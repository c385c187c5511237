import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Invites1795410600000 implements MigrationInterface {
  name = 'Invites1795410600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "invites" ("id" uuid NOT NULL, "workspace_id" uuid NOT NULL, "email" text NOT NULL, "email_key" text NOT NULL, "role" text NOT NULL, "token_hash" bytea NOT NULL, "invited_by" uuid NOT NULL, "invited_by_name" text NOT NULL, "created_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP(3) WITH TIME ZONE NOT NULL, "accepted_at" TIMESTAMP(3) WITH TIME ZONE, "revoked_at" TIMESTAMP(3) WITH TIME ZONE, CONSTRAINT "CHK_invites_role" CHECK (role IN (\'viewer\', \'operator\', \'admin\', \'owner\')), CONSTRAINT "PK_invites" PRIMARY KEY ("id"))',
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_invites_open" ON "invites"  ("workspace_id", "email_key") WHERE accepted_at IS NULL AND revoked_at IS NULL',
    );
    await runner.query('CREATE UNIQUE INDEX "UQ_invites_token" ON "invites"  ("token_hash") ');
    await runner.query(
      'ALTER TABLE "invites" ADD CONSTRAINT "FK_invites_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "invites"');
  }
}
