import { isoTime, type Reader, type Tx, uuidV7 } from '../../kernel';
import type { Follower } from '../followers/follower';

interface ParkedEvent {
  follower: string;
  showId: string;
  seq: number;
  error: string;
  at: string;
}

/** Sets aside a row that could not be handled. Clears any request to deliver it again. */
export async function parkEvent(tx: Tx, row: ParkedEvent): Promise<void> {
  await tx.query(
    `INSERT INTO extension_parked_events (id, follower, show_id, seq, error, parked_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (follower, show_id, seq) DO UPDATE SET error = excluded.error, parked_at = excluded.parked_at, retrying = false`,
    [uuidV7(), row.follower, row.showId, row.seq, row.error, row.at],
  );
}

/**
 * Restores a parked row as it was when it was waiting to be delivered again. Does nothing if the row is no
 * longer parked.
 */
export async function restoreRetry(tx: Tx, row: ParkedEvent): Promise<void> {
  await tx.query(
    `UPDATE extension_parked_events SET retrying = true, error = $4, parked_at = $5
     WHERE follower = $1 AND show_id = $2 AND seq = $3`,
    [row.follower, row.showId, row.seq, row.error, row.at],
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

/** Reads the first unlocked row waiting to be delivered again, or null if there is none. */
export async function readRowToRetry(
  tx: Tx,
  follower: string,
  showId: string,
): Promise<Pick<ParkedEvent, 'seq' | 'error' | 'at'> | null> {
  const [row] = await tx.query<{ seq: number; error: string; parkedAt: Date }>(
    `SELECT seq, error, parked_at AS "parkedAt" FROM extension_parked_events WHERE follower = $1 AND show_id = $2 AND retrying
     ORDER BY seq LIMIT 1 FOR UPDATE SKIP LOCKED`,
    [follower, showId],
  );
  return row === undefined ? null : { seq: row.seq, error: row.error, at: isoTime(row.parkedAt.getTime()) };
}

export async function removeParkedRow(tx: Tx, follower: string, showId: string, seq: number): Promise<void> {
  await tx.query('DELETE FROM extension_parked_events WHERE follower = $1 AND show_id = $2 AND seq = $3', [
    follower,
    showId,
    seq,
  ]);
}
