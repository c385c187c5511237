import type { Show } from '@sellary/contracts';
import type { Client } from 'pg';

/**
 * Writes claims directly to the database, for tests that read many claims. Each of `buyerCount` new viewers
 * has one comment and one claim on the show's first item, and the claims are one second apart. The first
 * claim wins, and the others wait.
 */
export async function writeClaims(database: Client, show: Show, buyerCount: number): Promise<void> {
  await database.query(
    `WITH new_buyers AS (
       INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, created_at, updated_at)
       SELECT gen_random_uuid(), s.workspace_id, 'rehearsal', 'many-' || n, 'many.' || n, 'Viewer ' || n, now(), now() FROM shows s, generate_series(1, $2) n
       WHERE s.id = $1 RETURNING id, substr(handle, 6)::int AS n),
     new_comments AS (
       INSERT INTO comments (id, show_id, buyer_id, platform, live_id, platform_comment_id, text, parsed, outcome, claim_ids, by_host,
         commented_at, seconds_only, received_at, batch, batch_index)
       SELECT gen_random_uuid(), $1, id, 'rehearsal', 'many', 'many-' || n, 'sold 1, comment ' || n, '{"route":"auto","intents":[]}', 'winner', '{}', false, now(), false, now(), 0, n
       FROM new_buyers RETURNING id, buyer_id)
     INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, comment_id, status, place, won_seq, why, claimed_at, received_at, created_at, updated_at)
     SELECT gen_random_uuid(), $1, i.id, i.item_key, b.id, c.id, CASE WHEN b.n = 1 THEN 'winner' ELSE 'waitlist' END, b.n, CASE WHEN b.n = 1 THEN 1 END,
       '{"rule":"no_unit_left"}', t.at, t.at, t.at, t.at
     FROM new_buyers b JOIN new_comments c ON c.buyer_id = b.id
     CROSS JOIN (SELECT id, item_key FROM show_items WHERE show_id = $1 ORDER BY position LIMIT 1) i
     CROSS JOIN LATERAL (SELECT date_trunc('second', now()) + b.n * interval '1 second' AS at) t`,
    [show.id, buyerCount],
  );
  await database.query('ANALYZE buyers, comments, claims');
}
