import type { PlatformId, ViewerDelayProposal } from '@sellary/contracts';
import { groupBy } from '../../kernel';

/** A viewer's claim that won a unit or is waiting for one. Times are in ms since the epoch. */
export interface ContestedClaim {
  /** Item key, including the variant, because each variant has its own units. */
  itemKey: string;
  won: boolean;
  platform: PlatformId;
  liveId: string;
  claimTime: number;
  arrival: number;
}

/**
 * Counts the units that would have gone to other buyers if the claims on each item or variant had been
 * ordered by fair time with the proposed delays. The number of winners per item or variant does not change.
 */
export function countOtherWinners(
  claims: readonly ContestedClaim[],
  proposals: readonly ViewerDelayProposal[],
): number {
  const delays = new Map(
    proposals.map((proposal) => [
      `${proposal.platform} ${proposal.liveId}`,
      (proposal.proposedSeconds ?? 0) * 1_000,
    ]),
  );
  const fairTime = ({ platform, liveId, claimTime }: ContestedClaim): number =>
    claimTime - (delays.get(`${platform} ${liveId}`) ?? 0);
  let otherWinners = 0;
  for (const group of groupBy(claims, ({ itemKey }) => itemKey)) {
    const units = group.filter(({ won }) => won).length;
    const winners = group.sort((a, b) => fairTime(a) - fairTime(b) || a.arrival - b.arrival).slice(0, units);
    otherWinners += winners.filter(({ won }) => !won).length;
  }
  return otherWinners;
}
