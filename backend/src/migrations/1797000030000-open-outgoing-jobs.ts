import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Index for counting the jobs that wait or have failed, for the page of the extensions and for metrics. */
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
