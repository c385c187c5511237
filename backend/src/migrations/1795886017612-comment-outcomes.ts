import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentOutcomes1795886017612 implements MigrationInterface {
  name = 'CommentOutcomes1795886017612';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comments" ADD "outcomes" json');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comments" DROP COLUMN "outcomes"');
  }
}
