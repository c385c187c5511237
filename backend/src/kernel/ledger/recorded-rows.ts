import type { Reader } from '../database/reads';

/** The ledger as it was hashed: payload and actor as text. */
export interface RecordedRow {
  seq: number;
  type: string;
  at: Date;
  by: string | null;
  payload: string;
  /** Hex, as the next two. */
  salt: string | null;
  digest: string;
  hash: string;
}

const LEDGER_PAGE = 2_000;

/** The ledger in order, page by page: a long show does not fit into memory at once. */
export async function* readRecordedRows(reader: Reader, showId: string): AsyncGenerator<RecordedRow> {
  for (let after = 0; ;) {
    const rows = await reader.query<RecordedRow>(
      `SELECT seq, type, at, by::text, payload::text, encode(salt, 'hex') AS salt, encode(digest, 'hex') AS digest, encode(hash, 'hex') AS hash
       FROM show_events WHERE show_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [showId, after, LEDGER_PAGE],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < LEDGER_PAGE) return;
    after = last.seq;
  }
}
