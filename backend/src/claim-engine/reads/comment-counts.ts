import type { Reader } from '../../kernel';

/** A broadcast, as a show's source identifies it. */
interface BroadcastKey {
  showId: string;
  platform: string;
  liveId: string;
}

/** Times of a broadcast's latest comment. */
export interface LastComment {
  receivedAt: Date;
  commentedAt: Date;
}

/** Number of the broadcast's stored comments, from webhooks and polling. */
export async function countStoredComments(
  reader: Reader,
  { showId, platform, liveId }: BroadcastKey,
): Promise<number> {
  const [row] = await reader.query<{ count: number }>(
    'SELECT count(*)::int AS count FROM comments WHERE show_id = $1 AND platform = $2 AND live_id = $3',
    [showId, platform, liveId],
  );
  return row?.count ?? 0;
}

/** Number of comments per show that arrived after `since`, without the shows that have none. */
export async function countCommentsSince(
  reader: Reader,
  showIds: string[],
  since: Date,
): Promise<Map<string, number>> {
  const rows = await reader.query<{ show_id: string; count: number }>(
    'SELECT show_id, count(*) FROM comments WHERE show_id = ANY($1::uuid[]) AND received_at > $2 GROUP BY show_id',
    [showIds, since],
  );
  return new Map(rows.map((row) => [row.show_id, row.count]));
}

/** Each broadcast's last comment, in the order of `broadcasts`, or null if it has no comments. */
export async function readLastComments(
  reader: Reader,
  broadcasts: BroadcastKey[],
): Promise<(LastComment | null)[]> {
  if (broadcasts.length === 0) return [];
  const rows = await reader.query<{ receivedAt: Date | null; commentedAt: Date | null }>(
    `SELECT m.received_at AS "receivedAt", m.commented_at AS "commentedAt"
     FROM unnest($1::uuid[], $2::text[], $3::text[]) WITH ORDINALITY AS b(show_id, platform, live_id, place)
     LEFT JOIN LATERAL (SELECT received_at, commented_at FROM comments m WHERE m.show_id = b.show_id AND m.platform = b.platform AND m.live_id = b.live_id
       ORDER BY m.batch DESC, m.batch_index DESC LIMIT 1) m ON true
     ORDER BY b.place`,
    [
      broadcasts.map(({ showId }) => showId),
      broadcasts.map(({ platform }) => platform),
      broadcasts.map(({ liveId }) => liveId),
    ],
  );
  return rows.map(({ receivedAt, commentedAt }) =>
    receivedAt === null || commentedAt === null ? null : { receivedAt, commentedAt },
  );
}
