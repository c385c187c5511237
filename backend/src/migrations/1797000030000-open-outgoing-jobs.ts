import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Index for counting waiting and failed jobs, for the Extensions page and for metrics. */
export class OpenOutgoingJobs1797000030000 implements MigrationInterface {
  name = 'OpenOutgoingJobs1797000030000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX "IX_outgoing_jobs_open" ON "outgoing_jobs" ("workspace_id", "extension") WHERE state IN ('waiting', 'failed')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IX_outgoing_jobs_open"');
  }
}
