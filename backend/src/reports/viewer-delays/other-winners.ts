import type { PlatformId, ViewerDelayProposal } from '@sellary/contracts';

/** A claim of a viewer that won a unit or waits for one. Times in ms since the epoch. */
export interface ContestedClaim {
  /** Key of the item's stock line: units of one variant are not those of another. */
  line: string;
  won: boolean;
  platform: PlatformId;
  liveId: string;
  claimTime: number;
  arrival: number;
}

/**
 * Counts the units that other buyers would have if the claims of each stock line had been ordered by fair times
 * with the proposed delays. The number of winners of a line stays the same.
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
  const byLine = new Map<string, ContestedClaim[]>();
  for (const claim of claims) {
    const group = byLine.get(claim.line);
    if (group === undefined) byLine.set(claim.line, [claim]);
    else group.push(claim);
  }
  let otherWinners = 0;
  for (const group of byLine.values()) {
    const units = group.filter(({ won }) => won).length;
    const winners = group.sort((a, b) => fairTime(a) - fairTime(b) || a.arrival - b.arrival).slice(0, units);
    otherWinners += winners.filter(({ won }) => !won).length;
  }
  return otherWinners;
}
