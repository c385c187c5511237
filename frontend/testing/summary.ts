import type { ShowSummary, SummaryItem } from '@sellary/contracts';
import { NO_STATS, at } from './wire';

export function aSummaryItem(itemNumber: string, change: Partial<SummaryItem> = {}): SummaryItem {
  return {
    itemId: `item-${itemNumber}`,
    itemNumber,
    title: `Thing ${itemNumber}`,
    position: Number(itemNumber) || 0,
    totalQuantity: 1,
    claimedCount: 0,
    waitlistCount: 0,
    status: 'unclaimed',
    claims: 0,
    released: 0,
    passed: 0,
    firstClaimAt: null,
    soldOutAt: null,
    sellOutMs: null,
    ...change,
  };
}

/** An ended 90-minute show in which nothing happened; `change` replaces fields. */
export function aSummary(change: Partial<ShowSummary> = {}): ShowSummary {
  return {
    show: { id: 'show-1', name: 'Friday show', status: 'ended', startedAt: at(0), endedAt: at(5_400_000) },
    lastSeq: 0,
    totals: { ...NO_STATS, released: 0, passed: 0, flagged: 0, unitsPaid: 0 },
    items: [],
    timeline: { bucketSeconds: 60, buckets: [], outside: { claims: 0, comments: 0 } },
    fastestSellOut: null,
    busiestMinute: null,
    mostWanted: null,
    ...change,
  };
}
