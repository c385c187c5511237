import type { Reader, Tx } from '../../kernel';
import type { Follower } from './follower';

export interface Cursor {
  workspaceId: string;
  /** Last row handled, skipped, or set aside. */
  seq: number;
  /** Failed attempts at the next row. */
  failures: number;
}

/**
 * SQL that joins the switch of a follower's extension in the show's workspace. `follower` is an SQL
 * expression for the follower's id (`<extension>/<class>`).
 */
const switchJoin = (follower: string): string =>
  `LEFT JOIN extension_switches x ON x.workspace_id = s.workspace_id AND x.extension = split_part(${follower}, '/', 1)`;

/**
 * Registers new followers. They receive only later rows of existing shows, and all rows of shows created
 * later.
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

/** Moves followers to the end of every show in a workspace, which skips the earlier rows. */
export async function skipToEnd(tx: Tx, followers: readonly string[], workspaceId: string): Promise<void> {
  await tx.query(
    `INSERT INTO extension_cursors (follower, show_id, seq)
       SELECT f, s.id, s.last_seq FROM unnest($1::text[]) AS f, shows s WHERE s.workspace_id = $2
     ON CONFLICT (follower, show_id) DO UPDATE SET seq = excluded.seq, failures = 0, retry_at = NULL`,
    [followers, workspaceId],
  );
}

/**
 * Adds a follower's cursor in a show. Commit it before rows are handled, because an erasure waits for a
 * follower only if it finds the follower's cursor.
 * @returns false if there already is a cursor, the show does not exist, or the extension is off in the show's
 * workspace
 */
export async function addCursor(tx: Tx, follower: Follower, showId: string): Promise<boolean> {
  const added = await tx.query(
    `INSERT INTO extension_cursors (follower, show_id, seq) SELECT $1, s.id, 0 FROM shows s ${switchJoin('$1')}
     WHERE s.id = $2 AND coalesce(x.enabled, $3) ON CONFLICT DO NOTHING RETURNING seq`,
    [follower.id, showId, follower.isOnByDefault],
  );
  return added.length > 0;
}

/**
 * Locks a follower's cursor in a show until the transaction ends.
 * @returns null if there is no cursor, another process has locked it, the next attempt is not due, or the
 * extension is off in the show's workspace
 */
export async function lockCursor(
  tx: Tx,
  follower: Follower,
  showId: string,
  at: string,
): Promise<Cursor | null> {
  const [row] = await tx.query<Cursor>(
    `SELECT s.workspace_id AS "workspaceId", c.seq, c.failures FROM extension_cursors c JOIN shows s ON s.id = c.show_id ${switchJoin('c.follower')}
     WHERE c.follower = $1 AND c.show_id = $2 AND (c.retry_at IS NULL OR c.retry_at <= $3) AND coalesce(x.enabled, $4)
     FOR UPDATE OF c SKIP LOCKED`,
    [follower.id, showId, at, follower.isOnByDefault],
  );
  return row ?? null;
}

export async function moveCursor(
  tx: Tx,
  follower: string,
  showId: string,
  to: { seq: number; failures: number; retryAt: string | null; failed?: { error: string; at: string } },
): Promise<void> {
  await tx.query(
    `UPDATE extension_cursors SET seq = $3, failures = $4, retry_at = $5, error = coalesce($6, error), failed_at = coalesce($7, failed_at)
     WHERE follower = $1 AND show_id = $2`,
    [follower, showId, to.seq, to.failures, to.retryAt, to.failed?.error ?? null, to.failed?.at ?? null],
  );
}

interface ShowsBehind {
  /** Shows with due rows, each with the follower that must handle them. */
  due: { follower: string; showId: string }[];
  /**
   * Earliest ledger period among shows with rows that a follower has not tried yet, or null if there are
   * none.
   */
  oldestPeriod: number | null;
}

/**
 * Reads the shows with rows for followers to handle at the time `at`. Shows whose ledger last grew before the
 * ledger period `since` are found only if they have a retry time, so that the cost does not grow with the
 * number of finished shows.
 */
export async function readShowsBehind(
  reader: Reader,
  followers: readonly Follower[],
  { at, since, limit }: { at: string; since: number; limit: number },
): Promise<ShowsBehind> {
  const [found] = await reader.query<ShowsBehind>(
    `WITH f AS (SELECT * FROM unnest($1::text[], $2::boolean[]) AS f(id, is_on)),
       recent AS MATERIALIZED (
         SELECT f.id AS follower, s.id AS "showId", s.ledger_period FROM f CROSS JOIN shows s
         LEFT JOIN extension_cursors c ON c.follower = f.id AND c.show_id = s.id ${switchJoin('f.id')}
         WHERE s.ledger_period >= $5 AND s.last_seq > coalesce(c.seq, 0) AND c.retry_at IS NULL AND coalesce(x.enabled, f.is_on)),
       to_retry AS (
         SELECT c.follower, c.show_id AS "showId" FROM extension_cursors c
         JOIN f ON f.id = c.follower JOIN shows s ON s.id = c.show_id ${switchJoin('c.follower')}
         WHERE c.retry_at <= $3 AND s.last_seq > c.seq AND coalesce(x.enabled, f.is_on))
     SELECT (SELECT min(ledger_period) FROM recent) AS "oldestPeriod",
       (SELECT coalesce(json_agg(due), '[]') FROM (
         SELECT * FROM to_retry UNION ALL SELECT follower, "showId" FROM recent LIMIT $4) due) AS due`,
    [followers.map(({ id }) => id), followers.map(({ isOnByDefault }) => isOnByDefault), at, limit, since],
  );
  return found ?? { due: [], oldestPeriod: null };
}
