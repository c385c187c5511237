import type { Reader, Tx } from '../../kernel';

/** With more new ledger rows than this, reading all claims of the show is cheaper than reading the rows. */
const MAX_ROWS = 5_000;
/**
 * The mark moves past ledger rows without a claim only if there are more than this, so most reads write
 * nothing.
 */
const MAX_UNMARKED_ROWS = 1_000;
const CLAIM_ROWS = "('claim.created', 'claim.updated', 'claim.released')";

/**
 * SQL that joins the mark of show `s`, unless any of the show's claims may be in a wrong basket: the open box
 * was turned on or off, or the show got a currency while units were in baskets without one. A show with claims
 * cannot change its currency in any other way.
 */
const joinMark = (
  openBox: string,
): string => `LEFT JOIN basket_marks m ON m.show_id = s.id AND m.open_box = ${openBox} AND NOT (s.currency IS NOT NULL
  AND EXISTS (SELECT 1 FROM show_events e WHERE e.show_id = s.id AND e.seq > m.seq AND e.type = 'show.updated')
  AND EXISTS (SELECT 1 FROM baskets b WHERE b.workspace_id = s.workspace_id AND (b.show_id = s.id OR b.show_id IS NULL) AND b.state = 'open' AND b.currency IS NULL))`;

/**
 * Lets only one transaction per workspace at a time put units into baskets or take them out. Acquire this
 * lock after the show and people locks, and before the basket locks.
 */
export const lockBasketLines = (tx: Tx, workspaceId: string): Promise<unknown> =>
  tx.query("SELECT pg_advisory_xact_lock(hashtextextended('sellary baskets ' || $1::text, 0))", [
    workspaceId,
  ]);

/**
 * Returns the ids of the shows whose claims may have changed since their units were put into baskets, oldest
 * show first.
 * @param showId null for all of the workspace's shows
 */
export async function readShowsBehind(
  reader: Reader,
  workspaceId: string,
  showId: string | null,
  openBox: boolean,
): Promise<string[]> {
  const shows = await reader.query<{ id: string }>(
    `SELECT s.id FROM shows s ${joinMark('$3')}
     WHERE s.workspace_id = $1 AND ($2::uuid IS NULL OR s.id = $2) AND s.status <> 'draft'
       AND (m.seq IS NULL OR m.seq + ${MAX_UNMARKED_ROWS} < s.last_seq OR (m.seq < s.last_seq
         AND EXISTS (SELECT 1 FROM show_events e WHERE e.show_id = s.id AND e.seq > m.seq AND e.type IN ${CLAIM_ROWS})))
     ORDER BY s.created_at, s.id`,
    [workspaceId, showId, openBox],
  );
  return shows.map(({ id }) => id);
}

export interface Progress {
  /** Ledger row up to which the claims are read now. */
  seq: number;
  /** The claims that changed since the mark, or null if any of the show's claims may have changed. */
  claimIds: string[] | null;
}

/**
 * Reads which claims changed, under `lockBasketLines`. The row number is read before the claims, so that a
 * claim committed in between is read again next time and never missed.
 * @returns null if the show was deleted
 */
export async function readProgress(tx: Tx, showId: string, openBox: boolean): Promise<Progress | null> {
  const [show] = await tx.query<{ lastSeq: number; seq: number | null }>(
    `SELECT s.last_seq AS "lastSeq", m.seq FROM shows s ${joinMark('$2')} WHERE s.id = $1`,
    [showId, openBox],
  );
  if (show === undefined) return null;
  const { lastSeq: seq, seq: mark } = show;
  if (mark === null || seq - mark > MAX_ROWS) return { seq, claimIds: null };
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT c.id FROM show_events e
     CROSS JOIN LATERAL (VALUES (e.payload->'claim'->>'id'), (e.payload->'promotedClaim'->>'id')) AS c(id)
     WHERE e.show_id = $1 AND e.seq > $2 AND e.seq <= $3 AND e.type IN ${CLAIM_ROWS} AND c.id IS NOT NULL`,
    [showId, mark, seq],
  );
  return { seq, claimIds: rows.map(({ id }) => id) };
}

export const writeMark = (tx: Tx, showId: string, seq: number, openBox: boolean): Promise<unknown> =>
  tx.query(
    `INSERT INTO basket_marks (show_id, seq, open_box) VALUES ($1, $2, $3)
     ON CONFLICT (show_id) DO UPDATE SET seq = excluded.seq, open_box = excluded.open_box`,
    [showId, seq, openBox],
  );

/**
 * Makes the next read check all claims of these shows. Call it under `lockBasketLines`, because a read in
 * progress would otherwise write its mark afterward.
 */
export const dropMarks = (tx: Tx, showIds: readonly string[]): Promise<unknown> =>
  tx.query('DELETE FROM basket_marks WHERE show_id = ANY($1::uuid[])', [showIds]);

/**
 * Drops the marks of all shows in which these buyers, who are about to move to another person, have claims.
 */
export async function resetBasketMarks(
  tx: Tx,
  workspaceId: string,
  buyerIds: readonly string[],
): Promise<void> {
  await lockBasketLines(tx, workspaceId);
  await tx.query(
    'DELETE FROM basket_marks WHERE show_id IN (SELECT c.show_id FROM claims c WHERE c.buyer_id = ANY($1::uuid[]))',
    [buyerIds],
  );
}
