import type { ClaimStatus } from '@sellary/contracts';
import type { ClaimRow, Happening } from './feed-row';
import type { ShowState } from './show-state';

export interface Standing {
  happening: Happening;
  /** Place in line now; null unless waiting. */
  position: number | null;
}

const NOW: Record<ClaimStatus, Happening> = {
  winner: 'won',
  waitlist: 'waiting',
  pending: 'pending',
  unmatched: 'unmatched',
  released: 'released',
  passed: 'passed',
};
const WINS = new Set<Happening>(['won', 'promoted', 'awarded']);

/** 1-based place of a waiting claim in its item's line. */
export function rankOf(state: ShowState, claimId: string): number | null {
  const claim = state.claims.get(claimId);
  if (claim?.status !== 'waitlist' || claim.itemId === null) return null;
  const index = state.waiting.get(claim.itemId)?.indexOf(claimId) ?? -1;
  return index < 0 ? null : index + 1;
}

/** How the claim of a feed row stands now, where that differs from what the row tells; null where it does not. */
export function standingNow(state: ShowState, row: ClaimRow): Standing | null {
  const claim = row.claimId === null ? undefined : state.claims.get(row.claimId);
  if (!claim || row.claimId === null) return null;
  const happening = NOW[claim.status];
  const position = rankOf(state, row.claimId);
  const same = happening === row.happening || (WINS.has(happening) && WINS.has(row.happening));
  return same && position === row.position ? null : { happening, position };
}
