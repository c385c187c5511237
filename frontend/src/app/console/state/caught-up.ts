import type { ShowEvent } from '@sellary/contracts';
import type { ShowState } from './show-state';

/** After a break in the connection: what was missed stays visible in the feed. Said only when every row of the break has been applied. */
export function withCaughtUp(state: ShowState, missed: readonly ShowEvent[], clock: (iso: string) => string): ShowState {
  const first = missed[0];
  const last = missed.at(-1);
  if (!first || !last || state.lastSeq < last.seq) return state;
  const comments = missed.filter(({ type }) => type === 'comment.received').length;
  const claims = missed.filter(({ type }) => type === 'claim.created').length;
  const text = `Caught up: ${count(comments, 'comment')}, ${count(claims, 'claim')} from ${clock(first.at)} to ${clock(last.at)}. None lost.`;
  return { ...state, feed: [{ kind: 'divider', key: `caught-${last.seq}`, at: last.at, tone: 'good', text }, ...state.feed] };
}

function count(n: number, word: string): string {
  return `${n.toLocaleString('en')} ${word}${n === 1 ? '' : 's'}`;
}
