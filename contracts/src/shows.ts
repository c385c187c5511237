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
 * A show's counters, updated under its lock; `uniqueBuyers` = distinct buyers with a winning claim,
 * `comments` = all stored comments, `claims` = claims of any status, `pending` = claims and passes waiting
 * for the fairness window.
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

/** The counter for each claim status; null if claims with that status are not counted. */
export const CLAIM_COUNTERS = {
  winner: 'winners',
  waitlist: 'waitlisted',
  unmatched: 'unmatched',
  pending: 'pending',
  released: null,
  passed: null,
  closed: null,
} as const satisfies Record<ClaimStatus, keyof ShowStats | null>;

/** Rules that are also fields of a show, for clients written for earlier versions. */
export type MirroredRule = 'claimWords' | 'passWords' | 'maxClaimsPerComment' | 'fairnessWindowSeconds';

/** Maximum number of dismissed numbers in a show. Beyond that, the oldest are restored. */
export const MAX_DISMISSED_NUMBERS = 500;

/** A number that comments claim but no item has, dismissed by an operator. */
export interface DismissedNumber {
  /** In its canonical form. */
  itemNumber: string;
  /**
   * Number of claims waiting at dismissal. The item number reappears when at least twice as many claims are
   * waiting.
   */
  claims: number;
}

/** `dismissed: false` restores the numbers. */
export interface DismissNumbersRequest {
  itemNumbers: string[];
  dismissed: boolean;
}

/** The `MirroredRule` fields repeat the values in `rules`. */
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
  /** Sequence number of the last ledger row that this state includes. */
  lastSeq: number;
}

export interface ShowWithItems extends Show {
  items: Item[];
}

/** Omitted rules default to the workspace's. */
export interface CreateShowRequest extends Partial<ShowRules> {
  name?: string;
  sources?: SourceInput[];
  /** ISO 4217 code, or null if the show sells without prices. Defaults to the workspace's currency. */
  currency?: string | null;
}

/** Omitted fields keep their values. */
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
 * `GET /api/shows/:id/snapshot`: everything that a console needs to start, read from one database snapshot as
 * of `lastSeq`.
 */
export interface ShowSnapshot {
  show: Show;
  items: Item[];
  /**
   * Only active claims (winner, waitlist, pending, unmatched): at most the newest `MAX_SNAPSHOT_CLAIMS`,
   * oldest first.
   */
  claims: Claim[];
  /**
   * Cursor for the older active claims in `GET /api/shows/:id/claims?active=true&cursor=`. Present only if
   * some were left out.
   */
  claimsCursor?: string;
  /** The newest `MAX_SNAPSHOT_COMMENTS`, newest first. */
  comments: Comment[];
  /** Comments with an open review. */
  review: Comment[];
  lastSeq: number;
}
