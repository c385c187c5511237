import type { PlatformId } from './platforms';

/** Minimum number of items that must be shown and then claimed in a source before it gets a proposal. */
export const MIN_DELAY_SAMPLES = 3;

/** Proposed viewer delay for one source. */
export interface ViewerDelayProposal {
  platform: PlatformId;
  liveId: string;
  /** Number of items that were shown and then claimed in this source. */
  samples: number;
  /** Median time in seconds from showing an item to its first claim in this source. */
  firstClaimSeconds: number;
  /**
   * Difference from the fastest source's `firstClaimSeconds`, in steps of 0.5 s. null if this source or every
   * other source has fewer than `MIN_DELAY_SAMPLES` samples.
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
   * Number of units that other buyers would have won if claims had been ordered by fair time with the
   * proposed delays. Awarded units are left out.
   */
  otherWinners: number;
}
