import type { ClaimStatus, Outcome, ParsedComment, PlatformId } from '@sellary/contracts';
import type { Reader } from '../../kernel';

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

export interface RecordedComment {
  id: string;
  platform: PlatformId;
  live_id: string;
  platform_comment_id: string;
  buyer_id: string;
  parsed: ParsedComment;
  outcome: Outcome;
  claim_ids: string[];
  by_host: boolean;
  commented_at: Date;
  seconds_only: boolean;
  received_at: Date;
  batch: number;
  batch_index: number;
  text: string;
  before_identity: { buyerId: string; outcome: Outcome } | null;
}

export interface RecordedClaim {
  id: string;
  item_id: string | null;
  item_key: string;
  buyer_id: string;
  status: ClaimStatus;
  unit: number;
  place: number | null;
}

export interface RecordedItem {
  id: string;
  item_key: string;
  total_quantity: number;
  claimed_count: number;
  waitlist_count: number;
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

/** Comments of one transaction, in order of arrival. */
export const readBatch = (reader: Reader, showId: string, commentId: string): Promise<RecordedComment[]> =>
  reader.query<RecordedComment>(
    'SELECT * FROM comments WHERE show_id = $1 AND batch = (SELECT batch FROM comments WHERE id = $2 AND show_id = $1) ORDER BY batch_index',
    [showId, commentId],
  );

export async function countComments(reader: Reader, showId: string): Promise<number> {
  const [row] = await reader.query<{ n: number }>('SELECT count(*) AS n FROM comments WHERE show_id = $1', [showId]);
  return row?.n ?? 0;
}

export const readClaimRows = (reader: Reader, showId: string): Promise<RecordedClaim[]> =>
  reader.query<RecordedClaim>('SELECT id, item_id, item_key, buyer_id, status, unit, place FROM claims WHERE show_id = $1', [showId]);

export const readItemRows = (reader: Reader, showId: string): Promise<RecordedItem[]> =>
  reader.query<RecordedItem>('SELECT id, item_key, total_quantity, claimed_count, waitlist_count FROM show_items WHERE show_id = $1', [
    showId,
  ]);
