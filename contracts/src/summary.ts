import type { Item } from './items';
import type { Show, ShowStats } from './shows';

/** A show in figures: its counters, and figures computed from its claims. */
export interface SummaryTotals extends ShowStats {
  released: number;
  passed: number;
  /** Claims flagged for a second look, by an operator or because their comment was deleted. */
  flagged: number;
  /** Units won whose baskets are paid. */
  unitsPaid: number;
  /** Sum of their prices, without the baskets' extra lines. Absent if the show has no currency. */
  amountPaid?: number;
}

export interface SummaryItem extends Pick<
  Item,
  'itemNumber' | 'title' | 'position' | 'totalQuantity' | 'claimedCount' | 'waitlistCount' | 'status'
> {
  itemId: string;
  price?: number;
  /** Sum of the prices of the units won, in minor units. Absent if the show has no currency. */
  amount?: number;
  /** Claims of any status. */
  claims: number;
  released: number;
  passed: number;
  firstClaimAt: string | null;
  /** Time at which its last unit was claimed, or null while units are left. */
  soldOutAt: string | null;
  /**
   * Milliseconds from when the item became available (the show began, or the item was added or first shown,
   * whichever came last) to `soldOutAt`.
   */
  sellOutMs: number | null;
}

/** Claims and comments with a time in `[at, at + bucketSeconds)`. */
export interface TimelineBucket {
  at: string;
  claims: number;
  comments: number;
}

/**
 * The show from its start (or its first claim, if that is earlier) to its last comment, in at most 200
 * buckets of equal width, without gaps. Claims and comments outside that period (an award days later, a
 * comment before the start) are counted separately, so that the buckets and `outside` add up to the totals.
 */
export interface Timeline {
  bucketSeconds: number;
  buckets: TimelineBucket[];
  outside: { claims: number; comments: number };
}

/** `GET /api/shows/:id/summary`: read from one database snapshot as of `lastSeq`. */
export interface ShowSummary {
  show: Pick<Show, 'id' | 'name' | 'status' | 'startedAt' | 'endedAt' | 'currency'>;
  lastSeq: number;
  totals: SummaryTotals;
  /** Items in the operator's order. */
  items: SummaryItem[];
  timeline: Timeline;
  fastestSellOut: { itemId: string; itemNumber: string; title: string | null; ms: number } | null;
  /** The clock minute (UTC) with the most claims; the earliest if there is a tie. */
  busiestMinute: { at: string; claims: number } | null;
  /** The item with the longest line. */
  mostWanted: { itemId: string; itemNumber: string; title: string | null; waiting: number } | null;
}

/**
 * `GET /api/shows/:id/export?type=&format=&separator=&timeZone=`: every claim, or every buyer who won
 * something, with the items they won.
 */
export const EXPORT_TYPES = ['claims', 'buyers'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
