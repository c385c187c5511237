import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BuyerHandleIndex1795870577638 implements MigrationInterface {
  name = 'BuyerHandleIndex1795870577638';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."IDX_buyers_handle"');
    await runner.query(
      'CREATE INDEX "IDX_buyers_handle" ON "buyers"  ("handle", "workspace_id", "platform") ',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "public"."IDX_buyers_handle"');
    await runner.query(
      'CREATE INDEX "IDX_buyers_handle" ON "buyers"  ("workspace_id", "platform", "handle") ',
    );
  }
}
