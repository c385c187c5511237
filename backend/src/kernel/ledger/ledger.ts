import type { ShowEvent } from '@sellary/contracts';
import { nextTurn } from '../background/turns';
import { fromLines, plainArray, packLines } from '../database/lines';
import type { Reader } from '../database/reads';
import type { Tx } from '../database/transactions';
import { readActor, type StoredActor } from './actor';
import type { ChainedRow } from './hash-chain';

/** Sends the rows; the caller must await the result. */
export function insertLedgerRows(tx: Tx, showId: string, rows: ChainedRow[]): Promise<unknown> {
  return tx.prepared(
    `INSERT INTO show_events (show_id, seq, type, at, by, payload, salt, digest, hash)
     SELECT $1, e.seq, e.type, e.at, e.by, e.payload, decode(e.salt, 'hex'), decode(e.digest, 'hex'), decode(e.hash, 'hex')
     FROM unnest($2::bigint[], $3::text[], $4::timestamptz[], ${fromLines(5)}::json[], ${fromLines(6)}::json[], ${fromLines(7)}, ${fromLines(8)}, ${fromLines(9)})
       AS e(seq, type, at, by, payload, salt, digest, hash)`,
    [
      showId,
      plainArray(rows.map((row) => row.seq)),
      plainArray(rows.map((row) => row.type)),
      plainArray(rows.map((row) => row.at)),
      packLines(rows.map((row) => row.by)),
      packLines(rows.map((row) => row.payload)),
      packLines(rows.map((row) => row.salt)),
      packLines(rows.map((row) => row.digest)),
      packLines(rows.map((row) => row.hash)),
    ],
  );
}

interface EventRow {
  seq: number;
  type: string;
  at: Date;
  by: StoredActor | null;
  payload: unknown;
}

/** A stored row in wire format. */
function toShowEvent(row: EventRow): ShowEvent {
  // The ledger stores what the contract's types describe. This cast is the only place that turns stored rows
  // into wire types.
  return {
    seq: row.seq,
    type: row.type,
    at: row.at.toISOString(),
    ...(row.by === null ? {} : { by: readActor(row.by) }),
    data: row.payload,
  } as ShowEvent;
}

/** Reading and converting this many rows takes a few milliseconds. */
const ROWS_PER_SLICE = 200;

/** Returns rows (afterSeq, afterSeq + limit] in order. The process does other work between slices. */
export async function readLedger(
  reader: Reader,
  showId: string,
  afterSeq: number,
  limit: number,
): Promise<ShowEvent[]> {
  const events: ShowEvent[] = [];
  for (;;) {
    const slice = Math.min(ROWS_PER_SLICE, limit - events.length);
    const rows = await reader.query<EventRow>(
      'SELECT seq, type, at, by, payload FROM show_events WHERE show_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
      [showId, events.at(-1)?.seq ?? afterSeq, slice],
    );
    for (const row of rows) events.push(toShowEvent(row));
    if (rows.length < slice || events.length >= limit) return events;
    await nextTurn();
  }
}

/**
 * The first rows of these types whose text contains `id`, in order. Their places in the ledger are unknown,
 * so the show's whole ledger is read. Call it only with a short statement timeout.
 */
export async function readLedgerAbout(
  reader: Reader,
  showId: string,
  id: string,
  types: readonly ShowEvent['type'][],
  limit: number,
): Promise<ShowEvent[]> {
  const rows = await reader.query<EventRow>(
    `SELECT seq, type, at, by, payload FROM show_events
     WHERE show_id = $1 AND type = ANY ($2) AND strpos(payload::text, $3) > 0 ORDER BY seq LIMIT $4`,
    [showId, types, id, limit],
  );
  return rows.map(toShowEvent);
}
