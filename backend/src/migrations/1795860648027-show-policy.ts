import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ShowPolicy1795860648027 implements MigrationInterface {
  name = 'ShowPolicy1795860648027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "shows" ADD "policy" text NOT NULL DEFAULT \'first-come@1\'');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "shows" DROP COLUMN "policy"');
  }
}
