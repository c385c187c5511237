import { fairTimeOf } from '@sellary/extension-kit/domain';
import type { ClaimState } from './types';

/**
 * Places in an item's line. Newcomers get whole numbers, in order. A claim that an operator accepts later
 * goes between two whole numbers.
 */

export type Times = Pick<ClaimState, 'claimTime' | 'fairTime' | 'arrival'>;

/** True if the waiting claim's fair time is later; arrival breaks ties. */
function isLater(waiting: Times, request: Times): boolean {
  const difference = fairTimeOf(waiting) - fairTimeOf(request);
  return difference > 0 || (difference === 0 && waiting.arrival > request.arrival);
}

/** Compares claims by fair time, then arrival, then id, which is unique. */
export function byFairTime(a: Times & { id: string }, b: Times & { id: string }): number {
  return fairTimeOf(a) - fairTimeOf(b) || a.arrival - b.arrival || (a.id < b.id ? -1 : 1);
}

const DAY_MS = 86_400_000;
const MIN_STEP = 1 / 1024;

/**
 * A place between two others, in proportion to the times. Halving the gap would exhaust a number's precision
 * after about 40 claims in a row that enter at the same place.
 */
function placeBetween(
  low: number,
  high: number,
  { before, request, next }: { before: Times | undefined; request: Times; next: Times },
): number {
  const [time, end] = [fairTimeOf(request), fairTimeOf(next)];
  const start = before === undefined ? end - DAY_MS : fairTimeOf(before);
  const startArrival = before?.arrival ?? next.arrival - DAY_MS;
  const share =
    end > start
      ? (time - start) / (end - start)
      : (request.arrival - startArrival) / (next.arrival - startArrival);
  const step = Number.isFinite(share) ? Math.min(Math.max(share, MIN_STEP), 1 - MIN_STEP) : 0.5;
  return low + (high - low) * step;
}

/**
 * The place before the first waiting claim with a later fair time, and the number of claims ahead of it;
 * a null place is the end of the line. Each place is used once per item, even after a claim has left the line, so
 * that an undo can restore it. The whole line, and every claim with a fractional place, must be loaded.
 */
export function placeAmong(
  line: readonly ClaimState[],
  claims: Iterable<ClaimState>,
  request: Times,
): { place: number | null; ahead: number } {
  const ahead = line.findIndex((waiting) => isLater(waiting, request));
  const next = line[ahead];
  if (next?.place == null) return { place: null, ahead: line.length };
  let low = Math.ceil(next.place) - 1;
  for (const { itemKey, place } of claims) {
    if (itemKey === next.itemKey && place !== null && place < next.place) low = Math.max(low, place);
  }
  return { place: placeBetween(low, next.place, { before: line[ahead - 1], request, next }), ahead };
}

/**
 * An item's closed claims: the last one per buyer and unit. Claims with a place in line come first, in order
 * of place, then claims that were waiting for the fairness window.
 */
export function lastClosed<C extends ClaimState>(claims: readonly C[]): C[] {
  const place = (claim: C): number => claim.place ?? Number.POSITIVE_INFINITY;
  const closed = claims
    .filter(({ status }) => status === 'closed')
    .sort((a, b) => (place(a) === place(b) ? byFairTime(a, b) : place(a) - place(b)));
  const last = new Map(closed.map((claim) => [`${claim.buyerId} ${claim.unit}`, claim]));
  return closed.filter((claim) => last.get(`${claim.buyerId} ${claim.unit}`) === claim);
}
