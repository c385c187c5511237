import type { OperatorAct } from './acts';
import type { Actor } from './actors';
import type { Claim } from './claims';
import type { Comment, CommentChange, IntentOutcome, Outcome, ParsedComment } from './comments';
import type { ErrorCode } from './errors';
import type { Item } from './items';
import type { Resolution } from './review';
import type { ShowRules } from './show-rules';
import type { Show, ShowStats, ShowStatus } from './shows';

/** Facts about a comment's arrival that its decision depends on. */
export interface CommentArrival {
  /** Number of the transaction that stored the comment, and the comment's index in it. */
  batch: number;
  index: number;
  /** True if the platform's timestamps have no milliseconds. */
  secondsOnly: boolean;
  byHost: boolean;
  /** The part shared by all forms of the comment's platform id. Absent if the id has only one form. */
  idInBroadcast?: string;
}

/** Data of each ledger row type. Clients skip unknown types but count their `seq`. */
export interface LedgerData {
  /** `arrival` is absent in rows from before it was recorded. */
  'comment.received': { comment: Comment; parsed: ParsedComment; arrival?: CommentArrival };
  /**
   * New information from the platform about a stored comment. `was` is present if the comment's author became
   * known. It contains the hidden buyer, the previous outcome, and the claims that move to the author. If the
   * author already holds the item, the hidden buyer keeps the other claims, and the comment is in review and
   * keeps the `outcomes` of its intents. Rows from before outcomes were kept do not have them.
   * `editedAt`: time of the latest edit.
   */
  'comment.updated': {
    comment: Comment;
    change: CommentChange;
    editedAt?: string | null;
    was?: { buyerId: string; outcome: Outcome; claimIds: string[]; outcomes?: IntentOutcome[] };
  };
  'claim.created': { claim: Claim; item: Item | null };
  'claim.updated': { claim: Claim; item: Item | null };
  'claim.released': { claim: Claim; item: Item | null; promotedClaim?: Claim };
  'item.updated': { item: Item } | { itemId: string; removed: true };
  /**
   * The row's `at` is the start or end of a span. `maxClaimsPerComment` applies from this row on, and exists
   * only in rows written before `rules.set` was introduced.
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
   * The rules that apply from this row on. `policy` repeats the policy in `rules`. Written when a show goes
   * live and whenever a running show's rules change.
   */
  'rules.set': { rules: ShowRules; policy: string; grammar: string };
  /**
   * Facts from outside the show that the next decision depends on. `tags`: the tags that the policy asks
   * about, by buyer id. The row is not written if no buyer has such a tag.
   */
  'facts.read': { tags: Record<string, string[]> };
  /** `unmatched`: an undo removed the comment's item, so that its claims wait for the item's number again. */
  'review.updated': { comment: Comment; resolution: Resolution | 'reopened' | 'unmatched' };
  error: { code: ErrorCode | string; message: string; context: Record<string, unknown> };
  'operator.act': OperatorAct;
  /** Rows before this one no longer identify the buyer. Clients with a copy of the show must reload it. */
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
