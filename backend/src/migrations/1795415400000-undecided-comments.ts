import type { MigrationInterface, QueryRunner } from 'typeorm';

export class UndecidedComments1795415400000 implements MigrationInterface {
  name = 'UndecidedComments1795415400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE "undecided_comments" ("show_id" uuid NOT NULL, "platform" text NOT NULL, "live_id" text NOT NULL, "comment_id" text NOT NULL, "comment" json NOT NULL, CONSTRAINT "PK_undecided_comments" PRIMARY KEY ("show_id", "platform", "live_id", "comment_id"))',
    );
    await runner.query(
      'ALTER TABLE "undecided_comments" ADD CONSTRAINT "FK_undecided_comments_show" FOREIGN KEY ("show_id") REFERENCES "shows"("id") ON DELETE CASCADE ON UPDATE NO ACTION',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "undecided_comments"');
  }
}
