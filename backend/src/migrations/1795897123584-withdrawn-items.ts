import type { MigrationInterface, QueryRunner } from 'typeorm';

const PREVIOUS_STATUSES = "'winner', 'waitlist', 'pending', 'unmatched', 'released', 'passed'";

export class WithdrawnItems1795897123584 implements MigrationInterface {
  name = 'WithdrawnItems1795897123584';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "show_items" ADD "withdrawn_at" TIMESTAMP(3) WITH TIME ZONE');
    // An undo now compares the quantities themselves, not the batch that last changed them.
    await runner.query('ALTER TABLE "show_items" DROP COLUMN "quantity_batch"');
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "CHK_claims_status"');
    await runner.query(
      `ALTER TABLE "claims" ADD CONSTRAINT "CHK_claims_status" CHECK (status IN (${PREVIOUS_STATUSES}, 'closed'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query("UPDATE claims SET status = 'released' WHERE status = 'closed'");
    await runner.query('ALTER TABLE "claims" DROP CONSTRAINT "CHK_claims_status"');
    await runner.query(
      `ALTER TABLE "claims" ADD CONSTRAINT "CHK_claims_status" CHECK (status IN (${PREVIOUS_STATUSES}))`,
    );
    await runner.query('ALTER TABLE "show_items" ADD "quantity_batch" bigint');
    await runner.query('ALTER TABLE "show_items" DROP COLUMN "withdrawn_at"');
  }
}
