import type { ShowState, CommentInput } from './types';

/**
 * Time after the show's end, in ms, during which a comment written in time may still arrive and be allocated.
 */
const MAX_DELIVERY_DELAY_MS = 10 * 60_000;

/** Time at which the viewer wrote the comment, in ms; never later than its arrival. */
export const claimTimeOf = (input: Pick<CommentInput, 'claimTime' | 'arrival'>): number =>
  Math.min(input.claimTime, input.arrival);

/** True if a comment with this time was written while the show was active. */
export function isInShow(spans: ShowState['spans'], claimTime: number, secondsOnly: boolean): boolean {
  return spans.some(
    ([start, end]) =>
      (secondsOnly ? claimTime + 1000 > start : claimTime >= start) && (end === null || claimTime < end),
  );
}

export function isDeliveredTooLate(state: Pick<ShowState, 'spans' | 'ended'>, arrival: number): boolean {
  const end = state.spans[state.spans.length - 1]?.[1] ?? null;
  return state.ended && end !== null && arrival > end + MAX_DELIVERY_DELAY_MS;
}
