/** Rules by which the comments of a show are parsed and decided. */
export interface ShowRules {
  claimWords: string[];
  passWords: string[];
  /** 1–10 */
  maxClaimsPerComment: number;
  /** 0–10; 0 = off */
  fairnessWindowSeconds: number;
}
