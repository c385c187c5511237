import { DEFAULT_RULES, RULE_KINDS, type RuleKind, type ShowRules } from '@sellary/contracts';

/** The rules of a stored show or workspace. A rule that is newer than the row has its default. */
export const rulesOf = ({ rules }: { rules: Partial<ShowRules> }): ShowRules => ({
  ...DEFAULT_RULES,
  ...rules,
});

/**
 * Kinds of rules that a process keeps in memory with what it has read for them. Comments that were read with other
 * words or another grammar, or before a policy or limit that needs more rows, are read again.
 */
const IS_CACHED = {
  words: true,
  engine: true,
  limit: true,
  number: false,
  delays: false,
  choice: false,
} satisfies Record<RuleKind, boolean>;

/** True if comments that were read before the change have to be read again. */
export const needsNewReading = (change: Partial<ShowRules>): boolean =>
  (Object.keys(change) as (keyof ShowRules)[]).some(
    (rule) => change[rule] !== undefined && IS_CACHED[RULE_KINDS[rule]],
  );
