import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extension jobs for work outside of the product. The pg-boss tables are in a separate schema. */
export class OutgoingJobs1796100000000 implements MigrationInterface {
  name = 'OutgoingJobs1796100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "outgoing_jobs" ("id" uuid NOT NULL, "place" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "workspace_id" uuid NOT NULL, "extension" text NOT NULL, "handler" text NOT NULL, "key" text NOT NULL, "channel" text, "line" text, "max_per_minute" integer, "payload" json NOT NULL, "state" text NOT NULL, "run_id" uuid NOT NULL, "attempts" integer NOT NULL DEFAULT 0, "next_attempt_at" timestamptz(3) NOT NULL, "retry_until" timestamptz(3) NOT NULL, "result" text, "error" text, "created_at" timestamptz(3) NOT NULL, "ended_at" timestamptz(3), CONSTRAINT "PK_outgoing_jobs" PRIMARY KEY ("id"), CONSTRAINT "FK_outgoing_jobs_workspace" FOREIGN KEY ("workspace_id") REFERENCES "workspaces"("id") ON DELETE CASCADE)`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_outgoing_jobs_key" ON "outgoing_jobs" ("workspace_id", "extension", "handler", "key")',
    );
    await runner.query(
      `CREATE INDEX "IX_outgoing_jobs_line" ON "outgoing_jobs" ("line", "place") WHERE state = 'waiting'`,
    );
    await runner.query(
      'CREATE INDEX "IX_outgoing_jobs_list" ON "outgoing_jobs" ("workspace_id", "extension", "created_at", "id")',
    );
    await runner.query(
      'CREATE INDEX "IX_outgoing_jobs_ended" ON "outgoing_jobs" ("ended_at") WHERE ended_at IS NOT NULL',
    );
    await runner.query(
      `CREATE TABLE "outgoing_rates" ("channel" text NOT NULL, "next_at" timestamptz(3) NOT NULL, CONSTRAINT "PK_outgoing_rates" PRIMARY KEY ("channel"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "outgoing_rates"');
    await runner.query('DROP TABLE "outgoing_jobs"');
  }
}
