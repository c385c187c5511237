import type { Item } from './items';
import type { Show, ShowStats } from './shows';

/** A show in figures: its counters, and figures computed from its claims. */
export interface SummaryTotals extends ShowStats {
  released: number;
  passed: number;
  /** Claims that are marked for a second look, by an operator or because their comment was deleted. */
  flagged: number;
  /** Units won whose baskets are paid. */
  unitsPaid: number;
  /** Sum of their prices, without extra lines of baskets. Absent if the show has no currency. */
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
  /** Time at which its last unit was claimed; null while units are left. */
  soldOutAt: string | null;
  /**
   * Ms from when it was available (the show began, it was added, or it was first shown, whichever came last)
   * to `soldOutAt`.
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
 * The show from its start to its last comment, in at most 200 buckets of equal width, without gaps. Claims
 * and comments outside (an award days later, a comment before the start) are counted separately, so that buckets
 * and `outside` together are the totals.
 */
export interface Timeline {
  bucketSeconds: number;
  buckets: TimelineBucket[];
  outside: { claims: number; comments: number };
}

/** `GET /api/shows/:id/summary`: from one database snapshot, to which `lastSeq` belongs. */
export interface ShowSummary {
  show: Pick<Show, 'id' | 'name' | 'status' | 'startedAt' | 'endedAt' | 'currency'>;
  lastSeq: number;
  totals: SummaryTotals;
  /** Items in the operator's order. */
  items: SummaryItem[];
  timeline: Timeline;
  fastestSellOut: { itemId: string; itemNumber: string; title: string | null; ms: number } | null;
  /** The clock minute (UTC) with the most claims; the first of several. */
  busiestMinute: { at: string; claims: number } | null;
  /** The item with the longest line. */
  mostWanted: { itemId: string; itemNumber: string; title: string | null; waiting: number } | null;
}

/**
 * `GET /api/shows/:id/export?type=&format=&separator=&timeZone=`: every claim, or every buyer who won
 * something, with the won items.
 */
export const EXPORT_TYPES = ['claims', 'buyers'] as const;
export type ExportType = (typeof EXPORT_TYPES)[number];
export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
