import { fromLines, packLines } from '../database/lines';
import type { Reader } from '../database/reads';
import type { Tx } from '../database/transactions';

const PAGE_SIZE = 2_000;

/** Returns the `seq` of every row after `afterSeq` whose payload satisfies `mentions`. */
export async function findLedgerRows(
  reader: Reader,
  showId: string,
  afterSeq: number,
  mentions: (payload: string) => boolean,
): Promise<number[]> {
  const seqs: number[] = [];
  for (let after = afterSeq; ;) {
    const rows = await reader.query<{ seq: number; payload: string }>(
      'SELECT seq, payload::text FROM show_events WHERE show_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [showId, after, PAGE_SIZE],
    );
    seqs.push(...rows.filter((row) => mentions(row.payload)).map((row) => row.seq));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE_SIZE) return seqs;
    after = last.seq;
  }
}

/**
 * Redacts these rows and drops their salts, without which the digest proves nothing about the old text. The
 * chain does not change.
 * @returns the number of changed rows
 */
export async function redactLedgerRows(
  tx: Tx,
  showId: string,
  seqs: number[],
  redact: (payload: unknown) => unknown,
): Promise<number> {
  let changedCount = 0;
  for (let from = 0; from < seqs.length; from += PAGE_SIZE) {
    const rows = await tx.query<{ seq: number; payload: string }>(
      'SELECT seq, payload::text FROM show_events WHERE show_id = $1 AND seq = ANY($2::bigint[])',
      [showId, seqs.slice(from, from + PAGE_SIZE)],
    );
    const redacted = rows
      .map((row) => ({
        seq: row.seq,
        before: row.payload,
        after: JSON.stringify(redact(JSON.parse(row.payload))),
      }))
      .filter((row) => row.before !== row.after);
    changedCount += redacted.length;
    await tx.query(
      `UPDATE show_events e SET payload = r.payload, salt = NULL FROM unnest($2::bigint[], ${fromLines(3)}::json[]) AS r(seq, payload)
       WHERE e.show_id = $1 AND e.seq = r.seq`,
      [showId, redacted.map((row) => row.seq), packLines(redacted.map((row) => row.after))],
    );
  }
  return changedCount;
}

/** Deletes a show's entire ledger, when the show itself is deleted. */
export const deleteLedger = (tx: Tx, showId: string): Promise<unknown> =>
  tx.query('DELETE FROM show_events WHERE show_id = $1', [showId]);
