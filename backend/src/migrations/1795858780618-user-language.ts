import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The console's language, which each user chooses once for all of their devices. */
export class UserLanguage1795858780618 implements MigrationInterface {
  name = 'UserLanguage1795858780618';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "users" ADD "language" text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "users" DROP COLUMN "language"');
  }
}
