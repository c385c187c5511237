import type { Outcome } from '@sellary/contracts';
import type { ShowState } from './show-state';

export interface ProofPart {
  name: string;
  count: number;
}

/** Every comment in = the sum of what became of them. */
export interface Proof {
  comments: number;
  parts: readonly ProofPart[];
  /** Comments that arrived and of which nothing is known: must be 0. */
  unaccounted: number;
  /** Older comments of which the total is known, but which are not on this page yet. */
  earlier: number;
}

const PARTS: readonly [name: string, outcomes: readonly Outcome[]][] = [
  ['won', ['winner']],
  ['waiting', ['waitlist']],
  ['pending', ['pending']],
  ['unmatched', ['item_not_found']],
  ['review', ['review']],
  ['passed', ['passed', 'no_active_claim']],
  ['duplicate', ['duplicate_user']],
  ['not counted', ['outside_show']],
  ['by the host', ['host']],
  ['chatter', ['ignored']],
];

/** `comments` is the server's own count, carried forward by events; the parts are counted from the comments themselves. That they agree is the proof. */
export function proofOf({ stats, outcomes, commentsComplete }: ShowState): Proof {
  const counted = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const missing = stats.comments - counted;
  return {
    comments: stats.comments,
    parts: PARTS.map(([name, of]) => ({ name, count: of.reduce((sum, outcome) => sum + outcomes[outcome], 0) })).filter(
      ({ count }) => count > 0,
    ),
    earlier: commentsComplete ? 0 : Math.max(0, missing),
    unaccounted: commentsComplete ? missing : Math.min(0, missing),
  };
}
