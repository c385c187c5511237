import type { ClaimStatus } from '@sellary/contracts';
import { type BoardState, type ClaimState, type Counts, type Decision, isActive, type ItemState } from '../domain/allocation';

const pairKey = (itemKey: string, buyerId: string): string => `${itemKey} ${buyerId}`;

/** Rows that a batch may affect: the slice of the show that `decide` gets. */
export interface AffectedRows {
  itemKeys: Iterable<string>;
  pairs: Iterable<{ itemKey: string; buyerId: string }>;
  claimIds?: Iterable<string>;
  /** Number of waiters of each affected item to include. */
  heads: number;
  /** Item keys whose unmatched claims are shown. */
  unmatchedOf?: Iterable<string>;
}

/** A whole show while it is folded again, indexed so that a batch of a long show costs no more than one of a short show. */
export class ReplayState {
  readonly items = new Map<string, ItemState>();
  readonly claims = new Map<string, ClaimState>();
  spans: [number, number | null][] = [];
  ended = false;
  maxClaimsPerComment = 1;
  private readonly held = new Map<string, Set<string>>();
  private readonly lines = new Map<string, ClaimState[]>();
  private readonly unmatched = new Map<string, Set<string>>();

  addItem(item: ItemState): void {
    this.items.set(item.key, item);
  }

  itemById(id: string): ItemState | undefined {
    return [...this.items.values()].find((item) => item.id === id);
  }

  slice(touch: AffectedRows): BoardState {
    const items = [...new Set(touch.itemKeys)].flatMap((key) => this.items.get(key) ?? []);
    const ids = new Set<string>(touch.claimIds);
    for (const { itemKey, buyerId } of touch.pairs) for (const id of this.held.get(pairKey(itemKey, buyerId)) ?? []) ids.add(id);
    for (const key of touch.unmatchedOf ?? []) for (const id of this.unmatched.get(key) ?? []) ids.add(id);
    for (const item of items) for (const claim of (this.lines.get(item.key) ?? []).slice(0, touch.heads)) ids.add(claim.id);
    const { spans, ended, maxClaimsPerComment } = this;
    return { items, claims: [...ids].flatMap((id) => this.claims.get(id) ?? []), spans, ended, maxClaimsPerComment };
  }

  apply(decision: Decision): void {
    switch (decision.kind) {
      case 'comment':
        return;
      case 'created':
        this.addClaim({ ...decision.claim });
        return this.count(decision.claim.itemKey, decision.counts);
      case 'moved': {
        const claim = this.removeFromIndexes(decision.claimId);
        if (claim === undefined) return;
        this.addClaim({ ...claim, status: decision.to, place: decision.place, itemId: decision.itemId });
        return this.count(claim.itemKey, decision.counts);
      }
      case 'freed': {
        const claim = this.removeFromIndexes(decision.claimId);
        if (claim === undefined) return;
        this.addClaim({ ...claim, status: decision.to });
        const next = decision.promoted === null ? undefined : this.removeFromIndexes(decision.promoted.claimId);
        if (next !== undefined) this.addClaim({ ...next, status: 'winner' });
        return this.count(claim.itemKey, decision.counts);
      }
      case 'quantity': {
        const item = this.itemById(decision.itemId);
        if (item !== undefined) this.count(item.key, decision.counts);
      }
    }
  }

  /** Hands a claim over. @returns its status; null where the new buyer holds the item already, or there is no such claim. */
  identify(claimId: string, buyerId: string): ClaimStatus | null {
    const claim = this.claims.get(claimId);
    if (claim === undefined) return null;
    if (isActive(claim.status) && (this.held.get(pairKey(claim.itemKey, buyerId))?.size ?? 0) > 0) return null;
    this.removeFromIndexes(claimId);
    this.addClaim({ ...claim, buyerId });
    return claim.status;
  }

  private count(itemKey: string, counts: Counts | null): void {
    const item = this.items.get(itemKey);
    if (item === undefined || counts === null) return;
    const lastPlace = Math.max(item.lastPlace, this.lines.get(itemKey)?.at(-1)?.place ?? 0);
    this.items.set(itemKey, { ...item, total: counts.total, claimed: counts.claimed, waiting: counts.waiting, lastPlace });
  }

  private addClaim(claim: ClaimState): void {
    this.claims.set(claim.id, claim);
    const { itemKey } = claim;
    if (isActive(claim.status)) into(this.held, pairKey(itemKey, claim.buyerId), claim.id);
    if (claim.status === 'unmatched') into(this.unmatched, itemKey, claim.id);
    const item = this.items.get(itemKey);
    if (item !== undefined && claim.place !== null && claim.place > item.lastPlace) {
      this.items.set(itemKey, { ...item, lastPlace: claim.place });
    }
    if (claim.status !== 'waitlist') return;
    const line = this.lines.get(itemKey) ?? [];
    this.lines.set(itemKey, line);
    const place = claim.place ?? 0;
    const last = line.at(-1);
    if (last === undefined || (last.place ?? 0) < place) line.push(claim);
    else {
      line.splice(
        line.findIndex((other) => (other.place ?? 0) > place),
        0,
        claim,
      );
    }
  }

  private removeFromIndexes(id: string): ClaimState | undefined {
    const claim = this.claims.get(id);
    if (claim === undefined) return undefined;
    this.held.get(pairKey(claim.itemKey, claim.buyerId))?.delete(id);
    this.unmatched.get(claim.itemKey)?.delete(id);
    const line = this.lines.get(claim.itemKey);
    const at = line?.findIndex((other) => other.id === id) ?? -1;
    if (at !== -1) line?.splice(at, 1);
    return claim;
  }
}

function into(index: Map<string, Set<string>>, key: string, id: string): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, new Set([id]));
  else known.add(id);
}
