import type { Claim, Item } from '@sellary/contracts';
import { RESULT_OF_STATUS, type ClaimResult } from '../../shows/claim-status-words';
import type { ClaimRow } from './feed-row';
import type { ShowState } from './show-state';
import { lineKey } from './stock-lines';

interface CurrentResult {
  result: ClaimResult;
  /** Current place in line, or null if the claim is not waiting. */
  position: number | null;
}

const WINS = new Set<ClaimResult>(['won', 'promoted', 'awarded']);

/**
 * The claims that won a unit of an item, in the order in which they won. The item itself lists only its first
 * winners and does not show which of them are hidden viewers.
 */
export function winnersOf(state: ShowState | null, item: Item | null): Claim[] {
  if (state === null || item === null) return [];
  const { claims } = state;
  const { id, winners, claimedCount } = item;
  const first = winners.flatMap(({ claimId }) => claims.get(claimId) ?? []);
  if (claimedCount <= winners.length) return first;
  const listed = new Set(winners.map(({ claimId }) => claimId));
  const rest = [...claims.values()].filter(
    (claim) => claim.itemId === id && claim.status === 'winner' && !listed.has(claim.id),
  );
  return [...first, ...rest.sort((a, b) => Date.parse(a.updatedAt) - Date.parse(b.updatedAt))];
}

/** A waiting claim's place in the line of its item or variant, starting at 1. */
export function positionOf(state: ShowState | null, claimId: string): number | null {
  const claim = state?.claims.get(claimId);
  if (claim?.status !== 'waitlist' || claim.itemId === null) return null;
  const index = state?.waiting.get(lineKey(claim.itemId, claim.variant))?.indexOf(claimId) ?? -1;
  return index < 0 ? null : index + 1;
}

/** The current result of a row's claim, or the row's own result if it has no claim. */
export function currentResult(state: ShowState, row: ClaimRow): CurrentResult {
  const claim = row.claimId === null ? undefined : state.claims.get(row.claimId);
  if (!claim) return { result: row.result, position: row.position };
  const result = RESULT_OF_STATUS[claim.status];
  const isSameWin = WINS.has(result) && WINS.has(row.result);
  return { result: isSameWin ? row.result : result, position: positionOf(state, claim.id) };
}
