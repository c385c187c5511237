import type { OperatorAct } from './acts';
import type { Actor } from './actors';
import type { Claim } from './claims';
import type { Comment, CommentChange, Outcome, ParsedComment } from './comments';
import type { ErrorCode } from './errors';
import type { Item } from './items';
import type { Resolution } from './review';
import type { ShowRules } from './show-rules';
import type { Show, ShowStats, ShowStatus } from './shows';

/** Facts about the arrival of a comment, which its decision depends on. */
export interface CommentArrival {
  /** Number of the transaction that stored the comment, and the index of the comment in it. */
  batch: number;
  index: number;
  /** True if the platform reports no milliseconds. */
  secondsOnly: boolean;
  byHost: boolean;
  /** The part that all forms of the comment's platform id share; absent if the id has only one form. */
  idInBroadcast?: string;
}

/** Data of each ledger row type. Clients skip unknown types but count their `seq`. */
export interface LedgerData {
  /** `arrival` is absent in rows from before it was recorded. */
  'comment.received': { comment: Comment; parsed: ParsedComment; arrival?: CommentArrival };
  /**
   * New information from the platform about a stored comment. `was` is present if its author became known: the
   * hidden buyer and the outcome until then, and the claims that go to the author. The hidden buyer keeps the other
   * claims if the author already holds the item; the comment is then in review. `editedAt`: time of the latest edit.
   */
  'comment.updated': {
    comment: Comment;
    change: CommentChange;
    editedAt?: string | null;
    was?: { buyerId: string; outcome: Outcome; claimIds: string[] };
  };
  'claim.created': { claim: Claim; item: Item | null };
  'claim.updated': { claim: Claim; item: Item | null };
  'claim.released': { claim: Claim; item: Item | null; promotedClaim?: Claim };
  'item.updated': { item: Item } | { itemId: string; removed: true };
  /**
   * `at` of the row is the start or end of a span. `maxClaimsPerComment` applies from this row; only rows from
   * before `rules.set` have it.
   */
  'session.status': {
    showId: string;
    status: ShowStatus;
    stats: ShowStats;
    /** Absent in rows from before it was recorded. */
    show?: Pick<Show, 'name' | 'currency' | 'createdAt' | 'updatedAt'>;
    maxClaimsPerComment?: number;
  };
  'show.updated': { show: Show };
  /**
   * The rules that apply from this row; `policy` repeats that of `rules`. Written when a show goes live and
   * whenever a rule of a running show changes.
   */
  'rules.set': { rules: ShowRules; policy: string; grammar: string };
  /**
   * Facts from outside the show on which the next decision depends. `tags`: for each buyer id, the
   * tags that the policy asks about. The row is not written if no buyer has such a tag.
   */
  'facts.read': { tags: Record<string, string[]> };
  /** `unmatched`: an undo removed the comment's item, so that its claims wait for the item's number again. */
  'review.updated': { comment: Comment; resolution: Resolution | 'reopened' | 'unmatched' };
  error: { code: ErrorCode | string; message: string; context: Record<string, unknown> };
  'operator.act': OperatorAct;
  /** Rows before this one no longer name the buyer. Clients that keep a copy of the show reload it. */
  'viewer.erased': { buyerId: string; comments: number; claims: number };
}
export type LedgerType = keyof LedgerData;

/** One ledger row as consoles see it, live or later. `by` is absent if a viewer caused the row. */
export type ShowEvent = {
  [T in LedgerType]: { seq: number; type: T; at: string; by?: Actor; data: LedgerData[T] };
}[LedgerType];

/** `GET /api/shows/:id/events?afterSeq=&limit=` */
export interface ShowEventList {
  events: ShowEvent[];
  lastSeq: number;
}
