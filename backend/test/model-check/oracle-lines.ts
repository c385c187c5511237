import { ACTIVE_CLAIM_STATUSES, type ClaimStatus } from '@sellary/contracts';
import type { OracleClaim, OracleItem } from './oracle-types';

export const isActive = (claim: OracleClaim): boolean =>
  ACTIVE_CLAIM_STATUSES.some((status) => status === claim.status);

/** Items and the lines of their claims, as plain lists. */
export class OracleLines {
  items: OracleItem[] = [];
  claims: OracleClaim[] = [];
  /** Every claim that ever waited, those of one item in the order of its line. */
  protected readonly queue: OracleClaim[] = [];
  /** Claims whose status the present step has changed, with the status before; null = made by it. */
  protected touched: { claim: OracleClaim; before: ClaimStatus | null }[] = [];

  /** Forgets what the step before has changed. */
  beginStep(): void {
    this.touched = [];
  }

  changedClaims(): OracleClaim[] {
    return [...new Set(this.touched.map(({ claim }) => claim))];
  }

  item(key: string): OracleItem | undefined {
    return this.items.find((item) => item.key === key);
  }

  itemById(id: string): OracleItem | undefined {
    return this.items.find((item) => item.id === id);
  }

  claim(id: string): OracleClaim | undefined {
    return this.claims.find((claim) => claim.id === id);
  }

  winners(key: string): OracleClaim[] {
    return this.claims.filter((claim) => claim.key === key && claim.status === 'winner');
  }

  line(key: string): OracleClaim[] {
    return this.queue.filter((claim) => claim.key === key && claim.status === 'waitlist');
  }

  held(key: string, buyer: string): OracleClaim[] {
    return this.claims.filter((claim) => claim.key === key && claim.buyer === buyer && isActive(claim));
  }

  /** Those of them that do not wait for the fairness window. */
  decided(key: string, buyer: string): OracleClaim[] {
    return this.held(key, buyer).filter((claim) => claim.status !== 'pending');
  }

  free(key: string): number {
    return (this.item(key)?.total ?? 0) - this.winners(key).length;
  }

  protected promoteFirst(key: string): void {
    const first = this.line(key)[0];
    if (first !== undefined && this.free(key) > 0) this.changeStatus(first, 'winner');
  }

  protected end(claim: OracleClaim, status: 'released' | 'passed'): void {
    const freesUnit = claim.status === 'winner';
    this.changeStatus(claim, status);
    if (freesUnit) this.promoteFirst(claim.key);
  }

  protected make(
    key: string,
    buyer: string,
    unit: number,
    status: ClaimStatus,
    of: Pick<OracleClaim, 'queueOnly' | 'fairTime' | 'arrival'>,
    place?: { ahead: number; later: OracleClaim | undefined },
  ): OracleClaim {
    const known = this.item(key) !== undefined;
    const stood = { unitsLeft: known ? this.free(key) : null, ahead: place?.ahead ?? this.line(key).length };
    const claim: OracleClaim = {
      id: '',
      key,
      buyer,
      unit,
      ...of,
      ...stood,
      status: 'released',
      born: this.claims.length,
      version: 0,
    };
    this.claims.push(claim);
    this.touched.push({ claim, before: null });
    if (status === 'waitlist' && place?.later !== undefined) {
      this.queue.splice(this.queue.indexOf(place.later), 0, claim);
    }
    this.changeStatus(claim, status);
    return claim;
  }

  protected changeStatus(claim: OracleClaim, status: ClaimStatus): void {
    if (!this.touched.some((one) => one.claim === claim)) this.touched.push({ claim, before: claim.status });
    claim.status = status;
    claim.version += 1;
    if (status === 'waitlist' && !this.queue.includes(claim)) this.queue.push(claim);
  }

  /** Units that are free next to a line, because its buyers only asked to wait. */
  protected idle(key: string): number {
    return this.line(key).length > 0 ? this.free(key) : 0;
  }
}
