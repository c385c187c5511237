import type { Reader } from '../database/reads';
import { GENESIS_HASH } from './hash-chain';

/** A ledger row as it was hashed: payload and actor as text. */
export interface RecordedRow {
  seq: number;
  type: string;
  at: Date;
  by: string | null;
  payload: string;
  /** Hex, like `digest` and `hash`. */
  salt: string | null;
  digest: string;
  hash: string;
}

const LEDGER_PAGE = 500;

const RECORDED_COLUMNS = `seq, type, at, by::text, payload::text, encode(salt, 'hex') AS salt, encode(digest, 'hex') AS digest, encode(hash, 'hex') AS hash`;

/** The ledger in order, page by page, because a long show does not fit into memory. */
export async function* readRecordedRows(reader: Reader, showId: string): AsyncGenerator<RecordedRow> {
  for (let after = 0; ;) {
    const rows = await reader.query<RecordedRow>(
      `SELECT ${RECORDED_COLUMNS} FROM show_events WHERE show_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [showId, after, LEDGER_PAGE],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < LEDGER_PAGE) return;
    after = last.seq;
  }
}

/** A row with the previous row's hash, in hex. This is everything needed to check the row. */
export interface CheckableRow extends RecordedRow {
  previous: string;
}

/**
 * The first rows whose text contains one of `ids`, in order. Their places in the ledger are unknown, so the
 * show's whole ledger is read. Call it only with a short statement timeout.
 */
export const readRecordedAbout = (
  reader: Reader,
  showId: string,
  ids: readonly string[],
  limit: number,
): Promise<CheckableRow[]> =>
  reader.query<CheckableRow>(
    `SELECT ${RECORDED_COLUMNS}, coalesce((SELECT encode(p.hash, 'hex') FROM show_events p WHERE p.show_id = $1 AND p.seq = e.seq - 1), $4) AS previous
     FROM show_events e WHERE show_id = $1 AND EXISTS (SELECT 1 FROM unnest($2::text[]) AS id WHERE strpos(e.payload::text, id) > 0)
     ORDER BY seq LIMIT $3`,
    [showId, ids, limit, GENESIS_HASH.toString('hex')],
  );
