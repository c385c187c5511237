import type { Reader, Tx } from '../../kernel';

export interface Cursor {
  workspaceId: string;
  /** Last row that was handled, or set aside. */
  seq: number;
  /** Failed attempts at the next row. */
  failures: number;
}

/**
 * Registers followers that are new: they follow the shows that exist now from their next row, and later ones
 * from their first.
 */
export async function registerFollowers(tx: Tx, followers: readonly string[], at: string): Promise<void> {
  const added = await tx.query<{ follower: string }>(
    `INSERT INTO extension_followers (follower, registered_at) SELECT f, $2 FROM unnest($1::text[]) AS f
     ON CONFLICT DO NOTHING RETURNING follower`,
    [followers, at],
  );
  if (added.length === 0) return;
  await tx.query(
    `INSERT INTO extension_cursors (follower, show_id, seq) SELECT f, s.id, s.last_seq FROM unnest($1::text[]) AS f, shows s
     ON CONFLICT DO NOTHING`,
    [added.map(({ follower }) => follower)],
  );
}

/**
 * Locks the place of a follower in a show until the transaction ends.
 * @returns null while another process has it, before the time of the next attempt, and without such a show
 */
export async function lockCursor(
  tx: Tx,
  follower: string,
  showId: string,
  at: string,
): Promise<Cursor | null> {
  await tx.query(
    `INSERT INTO extension_cursors (follower, show_id, seq) SELECT $1, id, 0 FROM shows WHERE id = $2 ON CONFLICT DO NOTHING`,
    [follower, showId],
  );
  const [row] = await tx.query<Cursor>(
    `SELECT s.workspace_id AS "workspaceId", c.seq, c.failures FROM extension_cursors c JOIN shows s ON s.id = c.show_id
     WHERE c.follower = $1 AND c.show_id = $2 AND (c.retry_at IS NULL OR c.retry_at <= $3) FOR UPDATE OF c SKIP LOCKED`,
    [follower, showId, at],
  );
  return row ?? null;
}

export async function moveCursor(
  tx: Tx,
  follower: string,
  showId: string,
  to: { seq: number; failures: number; retryAt: string | null },
): Promise<void> {
  await tx.query(
    'UPDATE extension_cursors SET seq = $3, failures = $4, retry_at = $5 WHERE follower = $1 AND show_id = $2',
    [follower, showId, to.seq, to.failures, to.retryAt],
  );
}

/** Sets a row aside that could not be handled. */
export async function parkEvent(
  tx: Tx,
  row: { follower: string; showId: string; seq: number; error: string; at: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO extension_parked_events (follower, show_id, seq, error, parked_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (follower, show_id, seq) DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at`,
    [row.follower, row.showId, row.seq, row.error, row.at],
  );
}

/** Shows in which a follower has rows to handle now, with the follower. */
export const readShowsBehind = (
  reader: Reader,
  followers: readonly string[],
  at: string,
  limit: number,
): Promise<{ follower: string; showId: string }[]> =>
  reader.query(
    `SELECT f AS follower, s.id AS "showId" FROM unnest($1::text[]) AS f CROSS JOIN shows s
     LEFT JOIN extension_cursors c ON c.follower = f AND c.show_id = s.id
     WHERE s.last_seq > coalesce(c.seq, 0) AND (c.retry_at IS NULL OR c.retry_at <= $2) LIMIT $3`,
    [followers, at, limit],
  );
