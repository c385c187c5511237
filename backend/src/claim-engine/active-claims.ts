import { ACTIVE_CLAIM_STATUSES } from '@sellary/contracts';
import { sqlWords } from '../kernel';

/**
 * The active statuses for `status IN …`, written exactly as in the partial index's condition
 * (`UQ_claims_active`).
 */
export const ACTIVE_STATUSES = sqlWords(ACTIVE_CLAIM_STATUSES);

/** SQL expression for a claim's item key without the variant (see `itemKeyOf`). */
export const ITEM_KEY = "split_part(item_key, '/', 1)";
