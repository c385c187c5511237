import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClaimsWithoutChangedBatch1796500000000 implements MigrationInterface {
  name = 'ClaimsWithoutChangedBatch1796500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "claims" DROP COLUMN "changed_batch"');
  }

  /** The original values are lost; 0 suffices, because the previous version does not read the column. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "claims" ADD "changed_batch" bigint NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE "claims" ALTER COLUMN "changed_batch" DROP DEFAULT');
  }
}
