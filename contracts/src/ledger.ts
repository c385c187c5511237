import type { OperatorAct } from './acts';
import type { Actor } from './actors';
import type { Claim } from './claims';
import type { Comment, CommentChange, Outcome, ParsedComment } from './comments';
import type { ErrorCode } from './errors';
import type { Item } from './items';
import type { Resolution } from './review';
import type { ShowRules } from './show-rules';
import type { Show, ShowStats, ShowStatus } from './shows';

/** Data of each ledger row type. Clients skip unknown types but count their `seq`. */
export interface LedgerData {
  'comment.received': { comment: Comment; parsed: ParsedComment };
  /**
   * New information from the platform about a stored comment. `was`, if its author became known: the earlier
   * nameless buyer and outcome, and the claims that go to the author (the others stay, because the author
   * already holds the item, and the comment is in review).
   */
  'comment.updated': {
    comment: Comment;
    change: CommentChange;
    was?: { buyerId: string; outcome: Outcome; claimIds: string[] };
  };
  'claim.created': { claim: Claim; item: Item | null };
  'claim.updated': { claim: Claim; item: Item | null };
  'claim.released': { claim: Claim; item: Item | null; promotedClaim?: Claim };
  'item.updated': { item: Item } | { itemId: string; removed: true };
  /**
   * `at` of the row is the edge of the active span. `maxClaimsPerComment` exists only in rows from before
   * `rules.set`, and applies from that row.
   */
  'session.status': { showId: string; status: ShowStatus; stats: ShowStats; maxClaimsPerComment?: number };
  'show.updated': { show: Show };
  /**
   * The rules that apply from this row, and the policy of `rules`. Written when a show goes live and whenever
   * a rule of a running show changes.
   */
  'rules.set': { rules: ShowRules; policy: string; grammar: string };
  /**
   * Facts from outside the show that the next decision of this ledger was made with: of the tags that its policy
   * asks about, those of each buyer concerned. Absent if no buyer had one.
   */
  'facts.read': { tags: Record<string, string[]> };
  /** `unmatched`: an undo took the comment's item back, so that its claims wait for the item's number again. */
  'review.updated': { comment: Comment; resolution: Resolution | 'reopened' | 'unmatched' };
  error: { code: ErrorCode | string; message: string; context: Record<string, unknown> };
  'operator.act': OperatorAct;
  /** Rows before this one no longer name the buyer. Clients that keep a copy of the show reload it. */
  'viewer.erased': { buyerId: string; comments: number; claims: number };
}
export type LedgerType = keyof LedgerData;

/**
 * One ledger row as consoles see it: live and caught-up events are the same JSON. `by` is absent if a viewer
 * caused the row.
 */
export type ShowEvent = {
  [T in LedgerType]: { seq: number; type: T; at: string; by?: Actor; data: LedgerData[T] };
}[LedgerType];

/** `GET /api/shows/:id/events?afterSeq=&limit=` */
export interface ShowEventList {
  events: ShowEvent[];
  lastSeq: number;
}
