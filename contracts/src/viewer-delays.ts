import type { PlatformId } from './platforms';

/** Fewest items after whose showing a source had a claim, for a proposal. */
export const MIN_DELAY_SAMPLES = 3;

/** Proposed time by which the viewers of one source see the broadcast late. */
export interface ViewerDelayProposal {
  platform: PlatformId;
  liveId: string;
  /** Number of items that were shown and then claimed in this source. */
  samples: number;
  /** Median time from showing an item until its first claim in this source, seconds. */
  firstClaimSeconds: number;
  /**
   * Difference of that to the quickest source, in steps of 0.5 s. null with fewer than
   * `MIN_DELAY_SAMPLES`, or if no other source has as many.
   */
  proposedSeconds: number | null;
}

/** `GET /api/shows/:id/viewer-delays`: a proposal for the rule `viewerDelaySeconds`, which nothing applies by itself. */
export interface ViewerDelayProposals {
  sources: ViewerDelayProposal[];
  /**
   * Units that other buyers would have, if the claims of each item had been ordered by fair times with the
   * proposed delays. Awarded units are left out.
   */
  otherWinners: number;
}
