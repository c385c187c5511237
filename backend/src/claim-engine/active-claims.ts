import { ACTIVE_CLAIM_STATUSES } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/**
 * The active statuses for `status IN …`, as the text that the partial index `UQ_claims_active` has as its
 * condition.
 */
export const ACTIVE_STATUSES = sqlWords(ACTIVE_CLAIM_STATUSES);
