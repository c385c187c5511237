import type { Outcome } from '@sellary/contracts';
import type { ShowState } from './show-state';

export interface ProofPart {
  name: ProofPartName;
  count: number;
}

/** Accounts for every comment: the number received equals the sum over all outcomes. */
export interface Proof {
  comments: number;
  parts: readonly ProofPart[];
  /** Received comments without a known outcome. Must be 0. */
  unaccounted: number;
  /** Older comments that are in the total but not yet loaded on this page. */
  earlier: number;
}

const PART_OF_OUTCOME = {
  winner: 'won',
  waitlist: 'waiting',
  pending: 'pending',
  item_not_found: 'unmatched',
  review: 'review',
  passed: 'passed',
  no_active_claim: 'passed',
  duplicate_user: 'duplicate',
  over_limit: 'over_limit',
  blocked: 'blocked',
  refused: 'refused',
  item_withdrawn: 'item_withdrawn',
  outside_show: 'not_counted',
  host: 'host',
  ignored: 'chatter',
} as const satisfies Record<Outcome, string>;

export type ProofPartName = (typeof PART_OF_OUTCOME)[Outcome];

/** Parts in the order of the proof line. */
const PARTS = [...new Set(Object.values(PART_OF_OUTCOME))];
const OUTCOMES = Object.keys(PART_OF_OUTCOME) as Outcome[];

/**
 * `comments` is the server's own count, carried forward by events. The parts are counted from the comments
 * themselves. If they agree, no comments are lost.
 */
export function proofOf({ stats, outcomes, hasCountedAll }: ShowState): Proof {
  const counted = Object.values(outcomes).reduce((sum, count) => sum + count, 0);
  const missing = stats.comments - counted;
  return {
    comments: stats.comments,
    parts: PARTS.map((name) => ({
      name,
      count: OUTCOMES.reduce(
        (sum, outcome) => sum + (PART_OF_OUTCOME[outcome] === name ? outcomes[outcome] : 0),
        0,
      ),
    })).filter(({ count }) => count > 0),
    earlier: hasCountedAll ? 0 : Math.max(0, missing),
    unaccounted: hasCountedAll ? missing : Math.min(0, missing),
  };
}
