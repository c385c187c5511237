import type { ClaimState } from './types';

/**
 * Places in the line of an item. Newcomers get whole numbers, the tickets, in order. A claim that an operator
 * accepts later goes between two tickets.
 */

type Times = Pick<ClaimState, 'claimTime' | 'arrival'>;

/** True if the waiter's claim time is later; arrival breaks ties. */
export const isLater = (waiter: Times, than: Times): boolean =>
  waiter.claimTime > than.claimTime || (waiter.claimTime === than.claimTime && waiter.arrival > than.arrival);

const DAY_MS = 86_400_000;
const MIN_STEP = 1 / 1024;

/**
 * A place between two others, in proportion to the times. Halving the gap each time would use up the digits
 * of a number after about 40 claims that enter one behind the other at the same place.
 */
export function placeBetween(
  low: number,
  high: number,
  { before, request, next }: { before: Times | undefined; request: Times; next: Times },
): number {
  const start = before ?? { claimTime: next.claimTime - DAY_MS, arrival: next.arrival - DAY_MS };
  const field = next.claimTime > start.claimTime ? 'claimTime' : 'arrival';
  const share = (request[field] - start[field]) / (next[field] - start[field]);
  const step = Number.isFinite(share) ? Math.min(Math.max(share, MIN_STEP), 1 - MIN_STEP) : 0.5;
  return low + (high - low) * step;
}
