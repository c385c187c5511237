import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SourceLeases1795845288391 implements MigrationInterface {
  name = 'SourceLeases1795845288391';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "source_leases" ("key" text NOT NULL, "owner" uuid NOT NULL, "until" TIMESTAMP(3) WITH TIME ZONE NOT NULL, CONSTRAINT "PK_source_leases" PRIMARY KEY ("key"))',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "source_leases"');
  }
}
