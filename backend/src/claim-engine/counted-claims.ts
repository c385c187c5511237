import type { ClaimRule } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/** Rules by which a claim ends that was made only because something was not known yet when its comment arrived. */
const UNCOUNTED_RULES = sqlWords(['duplicate_user', 'over_limit', 'needs_variant'] satisfies ClaimRule[]);

/**
 * SQL condition of claims that figures count, for a row of `claims` with the alias `claim`. An undone act, a repeated
 * comment in the fairness window, and a comment that returned to review end claims that were never given up.
 */
export const IS_COUNTED = (
  claim: string,
): string => `NOT (${claim}.status = 'released' AND (${claim}.why->>'rule' IN ${UNCOUNTED_RULES} OR EXISTS (SELECT 1 FROM show_events u
  WHERE u.show_id = ${claim}.show_id AND u.seq = ${claim}.act_seq AND u.type = 'operator.act' AND u.payload->>'act' = 'undo')))`;
