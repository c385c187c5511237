import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ClaimsByComment1795411800000 implements MigrationInterface {
  name = 'ClaimsByComment1795411800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX "IDX_claims_comment" ON "claims"  ("comment_id") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."IDX_claims_comment"');
  }
}
