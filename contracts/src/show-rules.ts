/**
 * Rules by which the comments of a show are parsed and decided: one value, for a show and for the defaults of
 * its workspace.
 */
export interface ShowRules {
  claimWords: string[];
  passWords: string[];
  /** 1–10 */
  maxClaimsPerComment: number;
  /** 0–10; 0 = off */
  fairnessWindowSeconds: number;
  /**
   * Allocation policy and its version, for example `first-come@1`. A show goes live with the newest version.
   */
  policy: string;
}

/**
 * Rules of a workspace that has changed none. A rule that a stored show does not have yet is the one from
 * here.
 */
export const DEFAULT_RULES: ShowRules = {
  claimWords: ['sold'],
  passWords: ['pass'],
  maxClaimsPerComment: 1,
  fairnessWindowSeconds: 0,
  policy: 'first-come@1',
};
