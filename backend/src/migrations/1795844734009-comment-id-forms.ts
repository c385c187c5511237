import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CommentIdForms1795844734009 implements MigrationInterface {
  name = 'CommentIdForms1795844734009';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "comments" ADD "id_in_broadcast" text');
    // Only for shows whose comments may still be delivered again. If a comment was stored twice, under two
    // forms of its id, only the first row gets the value.
    await runner.query(
      `UPDATE comments m SET id_in_broadcast = f.number FROM (
         SELECT DISTINCT ON (c.show_id, c.live_id, n.number) c.id, n.number
         FROM comments c JOIN shows w ON w.id = c.show_id CROSS JOIN LATERAL (SELECT substring(c.platform_comment_id FROM '^(?:[0-9]+_)*([0-9]+)$') AS number) n
         WHERE c.platform = 'facebook' AND n.number IS NOT NULL AND (w.status <> 'ended' OR w.ended_at > now() - interval '1 day')
         ORDER BY c.show_id, c.live_id, n.number, c.batch, c.batch_index) f
       WHERE m.id = f.id`,
    );
    await runner.query(
      'CREATE UNIQUE INDEX "UQ_comments_id_in_broadcast" ON "comments"  ("id_in_broadcast", "live_id", "show_id", "platform") WHERE id_in_broadcast IS NOT NULL',
    );
    await runner.query(
      'CREATE INDEX "IDX_buyers_handle" ON "buyers"  ("workspace_id", "platform", "handle") ',
    );
    await runner.query('ALTER TABLE "source_readings" ADD "skew_ms" bigint');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "source_readings" DROP COLUMN "skew_ms"');
    await runner.query('DROP INDEX "public"."IDX_buyers_handle"');
    await runner.query('DROP INDEX "public"."UQ_comments_id_in_broadcast"');
    await runner.query('ALTER TABLE "comments" DROP COLUMN "id_in_broadcast"');
  }
}
