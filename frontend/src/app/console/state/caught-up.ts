import type { ShowEvent } from '@sellary/contracts';
import { claimCount, commentCount } from './counts';
import type { ShowState } from './show-state';

/**
 * Adds a divider to the feed with the number of comments and claims that the page missed while disconnected.
 * Adds nothing before all missed rows are applied, because a row may still be lost until then.
 */
export function withCaughtUp(
  state: ShowState,
  missed: readonly ShowEvent[],
  clock: (iso: string) => string,
): ShowState {
  const first = missed[0];
  const last = missed.at(-1);
  if (!first || !last || state.lastSeq < last.seq) return state;
  const comments = missed.filter(({ type }) => type === 'comment.received').length;
  const claims = missed.filter(({ type }) => type === 'claim.created').length;
  const text = $localize`:@@console.feed.caught-up:Caught up: ${commentCount(comments)}:comments:, ${claimCount(claims)}:claims: from ${clock(first.at)}:from: to ${clock(last.at)}:to:. None lost.`;
  return {
    ...state,
    feed: [{ kind: 'divider', key: `caught-${last.seq}`, at: last.at, tone: 'good', text }, ...state.feed],
  };
}
