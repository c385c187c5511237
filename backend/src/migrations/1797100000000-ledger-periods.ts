import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Period in which a show's ledger last grew, and indexes for finding shows with unhandled rows. */
export class LedgerPeriods1797100000000 implements MigrationInterface {
  name = 'LedgerPeriods1797100000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shows" ADD "ledger_period" integer NOT NULL DEFAULT '0'`);
    await runner.query(`CREATE INDEX "IDX_shows_ledger_period" ON "shows" ("ledger_period")`);
    await runner.query(
      `CREATE INDEX "IDX_extension_cursors_retry" ON "extension_cursors" ("retry_at") WHERE retry_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_extension_cursors_retry"');
    await runner.query('DROP INDEX "IDX_shows_ledger_period"');
    await runner.query('ALTER TABLE "shows" DROP COLUMN "ledger_period"');
  }
}
