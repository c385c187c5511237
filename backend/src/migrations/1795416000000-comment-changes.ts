import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentChanges1795416000000 implements MigrationInterface {
  name = 'CommentChanges1795416000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "comments" ADD "before_identity" json, ADD "edited_text" text, ADD "edited_at" TIMESTAMP(3) WITH TIME ZONE, ADD "deleted_at" TIMESTAMP(3) WITH TIME ZONE, ADD "hidden_at" TIMESTAMP(3) WITH TIME ZONE',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE "comments" DROP COLUMN "hidden_at", DROP COLUMN "deleted_at", DROP COLUMN "edited_at", DROP COLUMN "edited_text", DROP COLUMN "before_identity"',
    );
  }
}
