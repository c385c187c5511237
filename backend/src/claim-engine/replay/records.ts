import type { ClaimStatus, CommentWhy, Outcome, ParsedComment, PlatformId } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import type { VariantCounts } from '../../shows';
import { lineKey } from '../domain/allocation';

export interface RecordedComment {
  id: string;
  platform: PlatformId;
  live_id: string;
  platform_comment_id: string;
  buyer_id: string;
  parsed: ParsedComment;
  outcome: Outcome;
  claim_ids: string[];
  why: CommentWhy | null;
  by_host: boolean;
  commented_at: Date;
  seconds_only: boolean;
  received_at: Date;
  batch: number;
  batch_index: number;
  text: string;
  before_identity: { buyerId: string; outcome: Outcome; why?: CommentWhy | null } | null;
}

export interface RecordedClaim {
  id: string;
  item_id: string | null;
  item_key: string;
  buyer_id: string;
  status: ClaimStatus;
  unit: number;
  place: number | null;
  price: number | null;
  paid: boolean;
}

export interface RecordedItem {
  id: string;
  item_key: string;
  total_quantity: number;
  claimed_count: number;
  waitlist_count: number;
  withdrawn: boolean;
  variants: VariantCounts[] | null;
}

/** Comments of one transaction, in order of arrival. */
export const readBatch = (reader: Reader, showId: string, commentId: string): Promise<RecordedComment[]> =>
  reader.query<RecordedComment>(
    'SELECT * FROM comments WHERE show_id = $1 AND batch = (SELECT batch FROM comments WHERE id = $2 AND show_id = $1) ORDER BY batch_index',
    [showId, commentId],
  );

export async function countComments(reader: Reader, showId: string): Promise<number> {
  const [row] = await reader.query<{ n: number }>('SELECT count(*) AS n FROM comments WHERE show_id = $1', [
    showId,
  ]);
  return row?.n ?? 0;
}

export const readClaimRows = (reader: Reader, showId: string): Promise<RecordedClaim[]> =>
  reader.query<RecordedClaim>(
    'SELECT id, item_id, item_key, buyer_id, status, unit, place, price, paid FROM claims WHERE show_id = $1',
    [showId],
  );

export const readItemRows = (reader: Reader, showId: string): Promise<RecordedItem[]> =>
  reader.query<RecordedItem>(
    'SELECT id, item_key, total_quantity, claimed_count, waitlist_count, withdrawn_at IS NOT NULL AS withdrawn, variants FROM show_items WHERE show_id = $1',
    [showId],
  );

/** The item's stock lines with their total, won, and waiting units. */
export function stockLinesOf(row: RecordedItem): { key: string; counts: number[] }[] {
  if (row.variants === null) {
    return [{ key: row.item_key, counts: [row.total_quantity, row.claimed_count, row.waitlist_count] }];
  }
  return row.variants.map(({ name, total, claimed, waiting }) => ({
    key: lineKey(row.item_key, name),
    counts: [total, claimed, waiting],
  }));
}
