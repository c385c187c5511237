import { ACTIVE_CLAIM_STATUSES, type Claim, type ClaimStatus } from '@sellary/contracts';

const ACTIVE: ReadonlySet<ClaimStatus> = new Set(ACTIVE_CLAIM_STATUSES);

/** True while the claim holds a unit or a place in the line. */
export const isActiveClaim = ({ status }: Pick<Claim, 'status'>): boolean => ACTIVE.has(status);
