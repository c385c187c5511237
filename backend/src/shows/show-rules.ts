import { Injectable } from '@nestjs/common';
import type { ShowRules } from '@sellary/contracts';
import type { ShowRow } from './show-row';

/** The grammar that reads comments now, for example `builtin@3`. Bound by the claim engine, which owns the grammar, at start. */
@Injectable()
export class GrammarVersion {
  private version = 'none';

  get current(): string {
    return this.version;
  }

  bind(version: string): void {
    this.version = version;
  }
}

export const rulesOf = (row: ShowRow): ShowRules => ({
  claimWords: row.claim_words,
  passWords: row.pass_words,
  maxClaimsPerComment: row.max_claims_per_comment,
  fairnessWindowSeconds: row.fairness_window_seconds,
});
