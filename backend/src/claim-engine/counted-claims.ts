import type { ClaimRule } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/** Rules that end a claim because of a fact that was not yet known when its comment arrived. */
const UNCOUNTED_RULES = sqlWords(['duplicate_user', 'over_limit', 'needs_variant'] satisfies ClaimRule[]);

/**
 * SQL condition for the claims that reports and statistics count: all except those ended by an undo, by a
 * rule at the end of the fairness window, or because their comment returned to review.
 * @param alias the alias of `claims` in the query
 */
export const countedSql = (
  alias: string,
): string => `NOT (${alias}.status = 'released' AND (${alias}.why->>'rule' IN ${UNCOUNTED_RULES} OR EXISTS (SELECT 1 FROM show_events u
  WHERE u.show_id = ${alias}.show_id AND u.seq = ${alias}.act_seq AND u.type = 'operator.act' AND u.payload->>'act' = 'undo')))`;
