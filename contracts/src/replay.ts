import type { ShowRules } from './show-rules';

/** Maximum number of differences that a verdict lists. */
export const MAX_NAMED_DIFFERENCES = 50;

/**
 * `GET /api/shows/:id/replay`: the show's whole ledger, decided again by the same rules and compared with the
 * stored state.
 */
export interface ReplayVerdict {
  showId: string;
  /** True if replaying the ledger reproduces the stored state exactly, and its hash chain is intact. */
  equal: boolean;
  /** As text; only the first `MAX_NAMED_DIFFERENCES` of them. */
  differences: string[];
  differenceCount: number;
  /**
   * Columns that were not compared, because this ledger does not determine them. The show is a draft, or the
   * ledger is older than the rows that determine them.
   */
  unchecked: string[];
  /** Hash of the last ledger row, in hex. It covers all earlier rows. */
  headHash: string;
  /** Number of ledger rows. */
  rows: number;
  comments: number;
  claims: number;
  /**
   * Number of rows whose text was redacted at a viewer's request. The chain is intact, but their text cannot
   * be checked.
   */
  redacted: number;
  /** The rules at the end of the ledger. `grammar` is null for shows from before it was recorded. */
  rules: { rules: ShowRules; policy: string; grammar: string | null };
  checkedAt: string;
}
