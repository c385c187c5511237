import type { MigrationInterface, QueryRunner } from 'typeorm';

export class BroadcastEnds1795897017719 implements MigrationInterface {
  name = 'BroadcastEnds1795897017719';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "source_readings" ADD "over_at" TIMESTAMP(3) WITH TIME ZONE, ADD "successor" json, ADD "counted_since" integer',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "source_readings" DROP COLUMN "over_at", DROP COLUMN "successor", DROP COLUMN "counted_since"',
    );
  }
}
