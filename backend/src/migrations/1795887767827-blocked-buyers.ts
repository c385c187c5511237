import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BlockedBuyers1795887767827 implements MigrationInterface {
  name = 'BlockedBuyers1795887767827';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "buyers" ADD "block" text, ADD "block_reason" text, ADD "blocked_by" jsonb, ADD "blocked_at" TIMESTAMP(3) WITH TIME ZONE',
    );
    await runner.query(
      'CREATE INDEX "IDX_buyers_blocked" ON "buyers" ("workspace_id", "blocked_at", "id") WHERE block IS NOT NULL',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_buyers_blocked"');
    await runner.query(
      'ALTER TABLE "buyers" DROP COLUMN "block", DROP COLUMN "block_reason", DROP COLUMN "blocked_by", DROP COLUMN "blocked_at"',
    );
  }
}
