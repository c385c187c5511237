import { DEFAULT_RULES, RULE_KINDS, type RuleKind, type ShowRules } from '@sellary/contracts';
import { ApiError } from '../../kernel';

/** A stored show's or workspace's rules. A rule added to the product later has its default value. */
export const rulesOf = ({ rules }: { rules: Partial<ShowRules> }): ShowRules => ({
  ...DEFAULT_RULES,
  ...rules,
});

const wordKey = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

/**
 * Rejects a word that would be both a claim word and a pass word. Rules from earlier versions may have such
 * words, and keep them.
 * @throws ApiError VALIDATION_FAILED
 */
export function assertSeparateWords(
  { claimWords, passWords }: Partial<ShowRules>,
  before: Pick<ShowRules, 'claimWords' | 'passWords'>,
): void {
  const shared = (claims: readonly string[], passes: readonly string[]): string[] => {
    const keys = new Set(claims.map(wordKey));
    return passes.filter((word) => keys.has(wordKey(word)));
  };
  const sharedBefore = shared(before.claimWords, before.passWords);
  const sharedAfter = shared(claimWords ?? before.claimWords, passWords ?? before.passWords);
  const word = sharedAfter.find((candidate) => !sharedBefore.includes(candidate));
  if (word === undefined) return;
  throw ApiError.invalid(
    claimWords === undefined ? 'passWords' : 'claimWords',
    `Nothing was changed. "${word}" cannot be both a claim word and a pass word. Use another word for one of them.`,
  );
}

/**
 * For each kind of rule, true if comments have to be read again after a change, because they were read with
 * different words or a different grammar, or without the rows that the new policy or limit needs.
 */
const NEEDS_REPARSE = {
  words: true,
  engine: true,
  limit: true,
  number: false,
  delays: false,
  choice: false,
} satisfies Record<RuleKind, boolean>;

/** True if comments read before the change have to be read again. */
export const needsReparse = (change: Partial<ShowRules>): boolean =>
  (Object.keys(change) as (keyof ShowRules)[]).some(
    (rule) => change[rule] !== undefined && NEEDS_REPARSE[RULE_KINDS[rule]],
  );
