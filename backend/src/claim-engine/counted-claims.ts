import type { ClaimRule } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/** Rules by which the fairness window ends a claim that would not have been made without the window. */
const UNCOUNTED_RULES = sqlWords(['duplicate_user', 'over_limit'] satisfies ClaimRule[]);

/**
 * SQL condition of claims that figures count, for a row of `claims` with the alias `claim`. An undone act, and a
 * repeated comment in the fairness window, leave released claims that no viewer or operator knows.
 */
export const IS_COUNTED = (
  claim: string,
): string => `NOT (${claim}.status = 'released' AND (${claim}.why->>'rule' IN ${UNCOUNTED_RULES} OR EXISTS (SELECT 1 FROM show_events u
  WHERE u.show_id = ${claim}.show_id AND u.seq = ${claim}.act_seq AND u.type = 'operator.act' AND u.payload->>'act' = 'undo')))`;
