import { ACTIVE_CLAIM_STATUSES, type ClaimStatus } from '@sellary/contracts';
import type { OracleClaim, OracleItem } from './oracle-types';

export const isActive = (claim: OracleClaim): boolean =>
  ACTIVE_CLAIM_STATUSES.some((status) => status === claim.status);

/** True if the claim is active and not waiting for the fairness window. */
export const isDecided = (claim: OracleClaim): boolean => isActive(claim) && claim.status !== 'pending';

export const byFairTime = (a: OracleClaim, b: OracleClaim): number =>
  a.fairTime - b.fairTime || a.arrival - b.arrival || a.createdOrder - b.createdOrder;

/** Items and their lines of claims, as plain lists. */
export class OracleLines {
  items: OracleItem[] = [];
  claims: OracleClaim[] = [];
  /**
   * Every claim that ever waited in line, except claims that are unmatched again. Claims on the same item are
   * in line order.
   */
  protected readonly queue: OracleClaim[] = [];
  /**
   * Claims whose status or buyer the current step has changed, with the previous status, or null if the step
   * created them.
   */
  protected touched: { claim: OracleClaim; before: ClaimStatus | null }[] = [];

  /** Discards the previous step's changes. */
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

  /** The item, or each of its variants. */
  linesOf(id: string): OracleItem[] {
    return this.items.filter((item) => item.id === id || item.id.startsWith(`${id}/`));
  }

  /** True if the item or the variant with this key is off sale. Variants are withdrawn together. */
  isWithdrawn(key: string): boolean {
    return this.items.some((item) => item.withdrawn && (item.key === key || item.key.startsWith(`${key}/`)));
  }

  /** True if an item has this number, with or without variants. */
  hasItem(key: string): boolean {
    return this.item(key) !== undefined || this.variantsOf(key).length > 0;
  }

  /** Keys of an item's variants. */
  variantsOf(key: string): string[] {
    return this.items.flatMap((item) => (item.key.startsWith(`${key}/`) ? [item.key] : []));
  }

  /** The buyer's active claims on the item and on all of its variants. */
  claimsOfItem(key: string, buyer: string): OracleClaim[] {
    const [itemKey = ''] = key.split('/');
    return [itemKey, ...this.variantsOf(itemKey)].flatMap((variantKey) => this.claimsOf(variantKey, buyer));
  }

  /** The buyer's active claims with this key. */
  claimsOf(key: string, buyer: string): OracleClaim[] {
    return this.claims.filter((claim) => claim.key === key && claim.buyer === buyer && isActive(claim));
  }

  freeUnits(key: string): number {
    return (this.item(key)?.total ?? 0) - this.winners(key).length;
  }

  protected promoteFirst(key: string): void {
    const first = this.line(key)[0];
    if (first !== undefined && this.freeUnits(key) > 0) this.changeStatus(first, 'winner');
  }

  protected endClaim(claim: OracleClaim, status: 'released' | 'passed'): void {
    const freesUnit = claim.status === 'winner';
    this.changeStatus(claim, status);
    if (freesUnit) this.promoteFirst(claim.key);
  }

  protected createClaim(
    key: string,
    buyer: string,
    unit: number,
    status: ClaimStatus,
    facts: Pick<OracleClaim, 'queueOnly' | 'fairTime' | 'arrival'>,
    place?: { ahead: number; next: OracleClaim | undefined },
  ): OracleClaim {
    const known = this.item(key) !== undefined;
    const situation = {
      unitsLeft: known ? this.freeUnits(key) : null,
      ahead: place?.ahead ?? this.line(key).length,
    };
    const claim: OracleClaim = {
      id: '',
      key,
      itemId: null,
      buyer,
      commentId: null,
      unit,
      ...facts,
      ...situation,
      status: 'released',
      createdOrder: this.claims.length,
    };
    this.claims.push(claim);
    this.touched.push({ claim, before: null });
    if (status === 'waitlist' && place?.next !== undefined) {
      this.queue.splice(this.queue.indexOf(place.next), 0, claim);
    }
    this.changeStatus(claim, status);
    return claim;
  }

  protected changeStatus(claim: OracleClaim, status: ClaimStatus): void {
    if (!this.touched.some((change) => change.claim === claim)) {
      this.touched.push({ claim, before: claim.status });
    }
    claim.status = status;
    const isOnItem = status === 'winner' || status === 'waitlist' || status === 'closed';
    if (isOnItem) claim.itemId = this.item(claim.key)?.id ?? null;
    const at = this.queue.indexOf(claim);
    if (status === 'waitlist' && at === -1) this.queue.push(claim);
    if (status !== 'unmatched') return;
    claim.itemId = null;
    // A claim without an item has no place in line.
    if (at !== -1) this.queue.splice(at, 1);
  }

  /** Units that are free even though there is a line, because its buyers only asked to wait. */
  protected idleUnits(key: string): number {
    return this.line(key).length > 0 ? this.freeUnits(key) : 0;
  }
}
