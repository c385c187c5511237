import { DEFAULT_RULES, type ShowRules } from '@sellary/contracts';

/** The rules of a stored show or workspace. A rule that is newer than the row has its default. */
export const rulesOf = ({ rules }: { rules: Partial<ShowRules> }): ShowRules => ({
  ...DEFAULT_RULES,
  ...rules,
});
