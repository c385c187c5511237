import { ACTIVE_CLAIM_STATUSES } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/**
 * The active statuses for `status IN …`, in the exact text of the condition of the partial index
 * `UQ_claims_active`.
 */
export const ACTIVE_STATUSES = sqlWords(ACTIVE_CLAIM_STATUSES);
