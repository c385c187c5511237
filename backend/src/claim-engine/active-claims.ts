import { ACTIVE_CLAIM_STATUSES } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/**
 * The active statuses for `status IN …`, in the exact text of the condition of the partial index
 * `UQ_claims_active`.
 */
export const ACTIVE_STATUSES = sqlWords(ACTIVE_CLAIM_STATUSES);

/** Key of the item of a claim, whatever variant it is on (see `itemKeyOf`). */
export const ITEM_KEY = "split_part(item_key, '/', 1)";
