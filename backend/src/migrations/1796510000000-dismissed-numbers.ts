import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DismissedNumbers1796510000000 implements MigrationInterface {
  name = 'DismissedNumbers1796510000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "shows" ADD "dismissed_numbers" jsonb NOT NULL DEFAULT '[]'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "shows" DROP COLUMN "dismissed_numbers"');
  }
}
