import type { Claim, ClaimStatus } from './claims';
import type { Comment } from './comments';
import type { Item } from './items';
import type { Currency } from './money';
import type { PlatformId } from './platforms';
import type { ShowRules } from './show-rules';

export const SHOW_STATUSES = ['draft', 'active', 'paused', 'ended'] as const;
export type ShowStatus = (typeof SHOW_STATUSES)[number];

/**
 * A broadcast to bind to a show. `rehearsal` needs no connection and gets its own live id if none is given.
 */
export interface SourceInput {
  platform: PlatformId;
  connectionId?: string;
  liveId?: string;
  liveUrl?: string;
}

export interface Source {
  id: string;
  platform: PlatformId;
  connectionId: string | null;
  liveId: string | null;
  liveUrl: string | null;
}

/**
 * Counters of a show, updated under its lock; `uniqueBuyers` = distinct buyers with a winner, `comments` = all
 * stored, `claims` = claims of any status, `pending` = claims and passes that wait for the fairness window.
 */
export interface ShowStats {
  items: number;
  itemsClaimed: number;
  unitsTotal: number;
  unitsClaimed: number;
  winners: number;
  waitlisted: number;
  unmatched: number;
  pending: number;
  review: number;
  uniqueBuyers: number;
  comments: number;
  claims: number;
  /** Sum of the prices of the units won, in minor units. Absent if the show has no currency. */
  amountWon?: number;
}

/** The counter of each status; null if a show does not count the claims of that status. */
export const CLAIM_COUNTERS = {
  winner: 'winners',
  waitlist: 'waitlisted',
  unmatched: 'unmatched',
  pending: 'pending',
  released: null,
  passed: null,
  closed: null,
} as const satisfies Record<ClaimStatus, keyof ShowStats | null>;

/** Rules that are also fields of a show, for clients of earlier versions. */
export type MirroredRule = 'claimWords' | 'passWords' | 'maxClaimsPerComment' | 'fairnessWindowSeconds';

/** Maximum number of dismissed numbers of a show. Beyond it, the oldest ones return. */
export const MAX_DISMISSED_NUMBERS = 500;

/** A number that comments claim but no item has, and that an operator dismissed. */
export interface DismissedNumber {
  /** In its canonical form. */
  itemNumber: string;
  /** Number of claims that waited for it. It returns when twice as many wait. */
  claims: number;
}

/** `dismissed: false` brings the numbers back. */
export interface DismissNumbersRequest {
  itemNumbers: string[];
  dismissed: boolean;
}

/** Its fields of the type `MirroredRule` repeat the values of `rules`. */
export interface Show extends Pick<ShowRules, MirroredRule> {
  id: string;
  name: string;
  status: ShowStatus;
  sources: Source[];
  rules: ShowRules;
  nowShowingItemId: string | null;
  dismissedNumbers: DismissedNumber[];
  /** Absent if the show sells without prices. */
  currency?: Currency;
  startedAt: string | null;
  /** Start of the current pause. Absent if the show is not paused. */
  pausedAt?: string;
  endedAt: string | null;
  createdAt: string;
  updatedAt: string;
  stats: ShowStats;
  /** The ledger row to which this state belongs. */
  lastSeq: number;
}

export interface ShowWithItems extends Show {
  items: Item[];
}

/** A rule that is left out is that of the workspace. */
export interface CreateShowRequest extends Partial<ShowRules> {
  name?: string;
  sources?: SourceInput[];
  /** ISO 4217 code; null: the show sells without prices. Default: the currency of the workspace. */
  currency?: string | null;
}

/** Fields that are left out keep their values. */
export type UpdateShowRequest = CreateShowRequest;

export interface ActivateShowRequest {
  sources?: SourceInput[];
}

export interface NowShowingRequest {
  itemId: string | null;
}

export interface ShowList {
  shows: Show[];
  nextCursor: string | null;
}

/**
 * `GET /api/shows/:id/snapshot`: everything that a console needs to start, from one database snapshot, to
 * which `lastSeq` belongs.
 */
export interface ShowSnapshot {
  show: Show;
  items: Item[];
  /**
   * Active claims only (winner, waitlist, pending, unmatched), oldest first: at most the newest
   * `MAX_SNAPSHOT_CLAIMS`.
   */
  claims: Claim[];
  /**
   * Cursor of the older active claims in `GET /api/shows/:id/claims?active=true&cursor=`. Only if some were
   * left out.
   */
  claimsCursor?: string;
  /** The newest `MAX_SNAPSHOT_COMMENTS`, newest first. */
  comments: Comment[];
  /** Comments whose review is open. */
  review: Comment[];
  lastSeq: number;
}
