import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Throttles1795417200000 implements MigrationInterface {
  name = 'Throttles1795417200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "throttles" ("scope" text NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_throttles" PRIMARY KEY ("scope"))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "throttles"');
  }
}
