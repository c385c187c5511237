import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stores a review's resolution. The three dropped columns were never written. */
export class Reviews1795886125968 implements MigrationInterface {
  name = 'Reviews1795886125968';

  async up(runner: QueryRunner): Promise<void> {
    // Also drops IDX_comments_review, because its condition uses `resolution`.
    await runner.query(
      'ALTER TABLE "comments" DROP COLUMN "resolution", DROP COLUMN "resolved_by", DROP COLUMN "resolved_at"',
    );
    await runner.query('ALTER TABLE "comments" ADD "resolution" json');
    await runner.query(
      'CREATE INDEX "IDX_comments_review" ON "comments"  ("show_id") WHERE outcome = \'review\' AND resolution IS NULL',
    );
    await runner.query(
      'CREATE INDEX "IDX_claims_inserted" ON "claims"  ("item_id", "place") WHERE place <> floor(place)',
    );
    await runner.query(
      'CREATE INDEX "IDX_show_events_acts" ON "show_events"  ("show_id", "seq") WHERE type = \'operator.act\'',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "IDX_show_events_acts"');
    await runner.query('DROP INDEX "IDX_claims_inserted"');
    await runner.query('ALTER TABLE "comments" DROP COLUMN "resolution"');
    await runner.query(
      'ALTER TABLE "comments" ADD "resolution" text, ADD "resolved_by" uuid, ADD "resolved_at" TIMESTAMP(3) WITH TIME ZONE',
    );
    await runner.query(
      'CREATE INDEX "IDX_comments_review" ON "comments"  ("show_id") WHERE outcome = \'review\' AND resolution IS NULL',
    );
  }
}
