import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Indexes for the shows, claims, and comments that wait for the end of a fairness window. */
export class FairnessWindow1795898601154 implements MigrationInterface {
  name = 'FairnessWindow1795898601154';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "IDX_shows_pending" ON "shows" ("id") WHERE pending_count > 0');
    await runner.query(`CREATE INDEX "IDX_claims_pending" ON "claims" ("show_id") WHERE status = 'pending'`);
    await runner.query(
      `CREATE INDEX "IDX_comments_pending" ON "comments" ("show_id") WHERE outcome = 'pending' AND resolution IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_comments_pending"');
    await runner.query('DROP INDEX "IDX_claims_pending"');
    await runner.query('DROP INDEX "IDX_shows_pending"');
  }
}
