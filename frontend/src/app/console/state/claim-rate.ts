import type { ShowEvent } from '@sellary/contracts';

const WINDOW_MS = 10_000;

/**
 * Counts the claims on each item over the last ten seconds, based on when they appeared on this page, because
 * that is when an operator sees a burst.
 */
export class ClaimRate {
  private recent: { at: number; itemId: string }[] = [];

  record(events: readonly ShowEvent[], now: number): void {
    for (const event of events) {
      if (event.type === 'claim.created' && event.data.claim.itemId !== null) {
        this.recent.push({ at: now, itemId: event.data.claim.itemId });
      }
    }
  }

  /** Number of claims by item id, excluding claims from before `since`. */
  counts(now: number, since = 0): ReadonlyMap<string, number> {
    this.recent = this.recent.filter(({ at }) => now - at < WINDOW_MS);
    const counts = new Map<string, number>();
    for (const { at, itemId } of this.recent) {
      if (at >= since) counts.set(itemId, (counts.get(itemId) ?? 0) + 1);
    }
    return counts;
  }
}
