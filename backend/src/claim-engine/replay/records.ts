import type { ClaimStatus, CommentWhy, Outcome, ParsedComment, PlatformId } from '@sellary/contracts';
import type { Reader } from '../../kernel';

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
  /** `buyer_…` are the stored buyer's columns. Only `readBatch` returns them. */
  buyer_workspace_id: string;
  buyer_platform: string;
  buyer_platform_user_id: string;
  buyer_handle: string;
  buyer_display_name: string;
  buyer_hidden: boolean;
}

interface RecordedClaim {
  id: string;
  buyer_id: string;
  status: ClaimStatus;
  price: number | null;
  created_at: Date;
}

interface RecordedItem {
  id: string;
}

export interface RecordedBuyer {
  id: string;
  workspace_id: string;
  platform: string;
  platform_user_id: string;
  handle: string;
  display_name: string;
  hidden: boolean;
  updated_at: Date;
}

/** All comments in this comment's batch, in order of arrival. */
export const readBatch = (reader: Reader, showId: string, commentId: string): Promise<RecordedComment[]> =>
  reader.query<RecordedComment>(
    `SELECT m.*, b.workspace_id AS buyer_workspace_id, b.platform AS buyer_platform, b.platform_user_id AS buyer_platform_user_id, b.handle AS buyer_handle,
       b.display_name AS buyer_display_name, b.hidden AS buyer_hidden FROM comments m JOIN buyers b ON b.id = m.buyer_id
     WHERE m.show_id = $1 AND m.batch = (SELECT batch FROM comments WHERE id = $2 AND show_id = $1) ORDER BY m.batch_index`,
    [showId, commentId],
  );

/** The show's stored comments that have one of these ids. */
export const readComments = (reader: Reader, showId: string, ids: readonly string[]) =>
  reader.query<RecordedComment>('SELECT * FROM comments WHERE show_id = $1 AND id = ANY($2::uuid[])', [
    showId,
    ids,
  ]);

export async function countComments(
  reader: Reader,
  showId: string,
): Promise<{ comments: number; reviews: number }> {
  const [row] = await reader.query<{ comments: number; reviews: number }>(
    `SELECT count(*) AS comments, count(*) FILTER (WHERE outcome = 'review' AND resolution IS NULL) AS reviews
     FROM comments WHERE show_id = $1`,
    [showId],
  );
  return row ?? { comments: 0, reviews: 0 };
}

const CLAIM_PAGE = 500;

/** The show's claims, page by page. */
export async function* readClaimPages(reader: Reader, showId: string): AsyncGenerator<RecordedClaim[]> {
  let after: [Date, string] = [new Date(-1), '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await reader.query<RecordedClaim>(
      `SELECT * FROM claims WHERE show_id = $1 AND (created_at, id) > ($2, $3) ORDER BY created_at, id LIMIT $4`,
      [showId, ...after, CLAIM_PAGE],
    );
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < CLAIM_PAGE) return;
    after = [last.created_at, last.id];
  }
}

export const readItemRows = (reader: Reader, showId: string): Promise<RecordedItem[]> =>
  reader.query<RecordedItem>('SELECT * FROM show_items WHERE show_id = $1', [showId]);

export const readBuyerRows = (reader: Reader, ids: readonly string[]): Promise<RecordedBuyer[]> =>
  reader.query<RecordedBuyer>(
    `SELECT id, workspace_id, platform, platform_user_id, handle, display_name, hidden, updated_at FROM buyers WHERE id = ANY($1::uuid[])`,
    [ids],
  );

/**
 * True if another show's ledger has a row from `since` or later with the buyer's names as they are stored
 * now.
 */
export async function isRecordedElsewhere(
  reader: Reader,
  showId: string,
  { id, platform_user_id, handle, display_name }: RecordedBuyer,
  since: Date,
): Promise<boolean> {
  const found = await reader.query(
    `SELECT 1 FROM show_events e CROSS JOIN LATERAL (SELECT e.payload->'comment'->'buyer' AS buyer) n
     WHERE e.show_id IN (SELECT show_id FROM comments WHERE buyer_id = $2 AND show_id <> $1) AND e.at >= $3
       AND e.type IN ('comment.received', 'comment.updated') AND n.buyer->>'id' = $2::text
       AND n.buyer->>'platformUserId' = $4 AND n.buyer->>'handle' = $5 AND n.buyer->>'displayName' = $6 LIMIT 1`,
    [showId, id, since, platform_user_id, handle, display_name],
  );
  return found.length > 0;
}
