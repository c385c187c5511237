import type { PlatformId } from './platforms';

/** Minimum number of items with a measured first claim in a source, for a proposal. */
export const MIN_DELAY_SAMPLES = 3;

/** Proposed viewer delay of one source. */
export interface ViewerDelayProposal {
  platform: PlatformId;
  liveId: string;
  /** Number of items that were shown and then claimed in this source. */
  samples: number;
  /** Median time from showing an item until its first claim in this source, seconds. */
  firstClaimSeconds: number;
  /**
   * Difference from `firstClaimSeconds` of the fastest source, in steps of 0.5 s. null if this source or
   * every other one has fewer than `MIN_DELAY_SAMPLES`.
   */
  proposedSeconds: number | null;
}

/**
 * `GET /api/shows/:id/viewer-delays`: a proposal for the rule `viewerDelaySeconds`. It is never applied
 * automatically.
 */
export interface ViewerDelayProposals {
  sources: ViewerDelayProposal[];
  /**
   * Number of units that other buyers would have won, if claims had been ordered by fair times with the
   * proposed delays. Awarded units are left out.
   */
  otherWinners: number;
}
