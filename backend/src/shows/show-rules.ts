import { Injectable } from '@nestjs/common';
import type { Actor, ShowRules } from '@sellary/contracts';
import type { LockedShow } from './locked-show';
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

/** Records by which rules the show is decided from here on, so that a replay applies the same. */
export function recordRules(show: LockedShow, grammar: GrammarVersion, actor: Actor): void {
  const row = show.currentRow();
  show.record('rules.set', { rules: rulesOf(row), policy: row.policy, grammar: grammar.current }, actor);
}
