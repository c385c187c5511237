import { type Reader, type Tx, uuidV7 } from '../../kernel';
import type { Follower } from '../followers/follower';

/** Sets aside a row that could not be handled. Clears any request to deliver it again. */
export async function parkEvent(
  tx: Tx,
  row: { follower: string; showId: string; seq: number; error: string; at: string },
): Promise<void> {
  await tx.query(
    `INSERT INTO extension_parked_events (id, follower, show_id, seq, error, parked_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (follower, show_id, seq) DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at, retrying = false`,
    [uuidV7(), row.follower, row.showId, row.seq, row.error, row.at],
  );
}

/** Requests that a parked row be delivered again. Does nothing if the row is no longer parked. */
export async function requestRetry(tx: Tx, follower: string, showId: string, seq: number): Promise<void> {
  await tx.query(
    'UPDATE extension_parked_events SET retrying = true WHERE follower = $1 AND show_id = $2 AND seq = $3',
    [follower, showId, seq],
  );
}

/** Reads the followers and shows that have parked rows waiting to be delivered again. */
export const readShowsToRetry = (
  reader: Reader,
  followers: readonly Follower[],
  limit: number,
): Promise<{ follower: string; showId: string }[]> =>
  reader.query(
    `SELECT DISTINCT follower, show_id AS "showId" FROM extension_parked_events
     WHERE retrying AND follower = ANY($1::text[]) LIMIT $2`,
    [followers.map(({ id }) => id), limit],
  );

/** Reads the `seq` of the first unlocked row waiting to be delivered again, or null if there is none. */
export async function readRowToRetry(tx: Tx, follower: string, showId: string): Promise<number | null> {
  const [row] = await tx.query<{ seq: number }>(
    `SELECT seq FROM extension_parked_events WHERE follower = $1 AND show_id = $2 AND retrying
     ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [follower, showId],
  );
  return row?.seq ?? null;
}

export async function removeParkedRow(tx: Tx, follower: string, showId: string, seq: number): Promise<void> {
  await tx.query('DELETE FROM extension_parked_events WHERE follower = $1 AND show_id = $2 AND seq = $3', [
    follower,
    showId,
    seq,
  ]);
}
