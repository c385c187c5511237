import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentWhy1795874649338 implements MigrationInterface {
  name = 'CommentWhy1795874649338';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comments" ADD "why" json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comments" DROP COLUMN "why"');
  }
}
