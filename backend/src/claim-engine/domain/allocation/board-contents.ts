import { ACTIVE_CLAIM_STATUSES, type ClaimStatus } from '@sellary/contracts';
import { CountsByBuyer } from './counts-by-buyer';
import { HoldingsByBuyer } from './holdings-by-buyer';
import { lastClosed, placeAmong, type Times } from './places';
import { itemKeyOf, lineKey, variantOf } from './stock-lines';
import { AllocationRefused, type BoardState, type ClaimState, type ItemState } from './types';

export type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const ACTIVE: ReadonlySet<ClaimStatus> = new Set(ACTIVE_CLAIM_STATUSES);
export const isActive = (status: ClaimStatus): boolean => ACTIVE.has(status);

/**
 * Units that are free although buyers are waiting. This happens if every buyer in line asked only to wait.
 */
export const idleUnits = (total: number, claimed: number, waiting: number): number =>
  waiting > 0 ? total - claimed : 0;

const pairKey = (itemKey: string, buyerId: string): string => `${itemKey} ${buyerId}`;

/** Items and claims, indexed for decisions: each buyer's active claims on an item, and each item's line. */
export class BoardContents {
  protected readonly stockLines = new Map<string, Mutable<ItemState>>();
  protected readonly claims = new Map<string, Mutable<ClaimState>>();
  /** Active claims by stock line and buyer (see `pairKey`). */
  private readonly activeClaims = new Map<string, Mutable<ClaimState>[]>();
  /** Waiting claims loaded for each stock line, in order; complete only for lines in `wholeLines`. */
  protected readonly lines = new Map<string, Mutable<ClaimState>[]>();
  /** Stock line keys of each item with variants. */
  private readonly variantKeys = new Map<string, Set<string>>();
  /** Keys of stock lines with all waiting claims loaded, so that newcomers can be appended. */
  private readonly wholeLines = new Set<string>();

  /** By buyer: units won in the show, decided active claims, and pending claims. */
  private readonly wins: CountsByBuyer;
  private readonly decidedHoldings: HoldingsByBuyer;
  private readonly pendingHoldings: HoldingsByBuyer;
  private tags: NonNullable<BoardState['tags']>;
  /** Number of pending claims and passes. Complete only on a board with the whole show. */
  pending = 0;

  /**
   * @param state the items and claims that the next inputs may change (see `BoardState`). Default: an empty
   * board, which a replay fills
   */
  constructor(state: BoardState = { items: [], claims: [] }) {
    this.wins = new CountsByBuyer(state.wins);
    this.decidedHoldings = new HoldingsByBuyer(state.decidedClaims);
    this.pendingHoldings = new HoldingsByBuyer(state.pendingClaims);
    this.tags = state.tags ?? new Map();
    for (const item of state.items) this.putLine(item);
    for (const claim of state.claims) this.putClaim({ ...claim });
    for (const [key, line] of this.lines) {
      line.sort((a, b) => (a.place ?? 0) - (b.place ?? 0));
      if (line.length === this.stockLines.get(key)?.waiting) this.wholeLines.add(key);
    }
  }

  /** The stock lines of all items on the board. */
  allLines(): Iterable<Readonly<ItemState>> {
    return this.stockLines.values();
  }

  allClaims(): Iterable<Readonly<ClaimState>> {
    return this.claims.values();
  }

  claim(id: string): Readonly<ClaimState> | undefined {
    return this.claims.get(id);
  }

  item(key: string): Readonly<ItemState> | undefined {
    return this.stockLines.get(key);
  }

  itemById(id: string): Readonly<ItemState> | undefined {
    return [...this.stockLines.values()].find((item) => item.id === id);
  }

  /** Adds an item without claims. Does nothing if the item is already on the board. */
  addItem(item: ItemState): void {
    if (this.itemById(item.id) === undefined) this.addLine(item);
  }

  /** Adds a stock line without claims. Its item may already have other lines. */
  addLine(line: ItemState): void {
    if (this.stockLines.has(line.key)) return;
    this.putLine(line);
    this.wholeLines.add(line.key);
  }

  /** Removes a stock line without claims. */
  removeLine(key: string): void {
    this.stockLines.delete(key);
    this.lines.delete(key);
    this.wholeLines.delete(key);
    const keys = this.variantKeys.get(itemKeyOf(key));
    keys?.delete(key);
    if (keys?.size === 0) this.variantKeys.delete(itemKeyOf(key));
  }

  /** Stock line keys of an item's variants; empty if it has none. */
  variantLines(itemKey: string): readonly string[] {
    return [...(this.variantKeys.get(itemKey) ?? [])];
  }

  /** The item's stock lines, sorted by key because a replay may add them in a different order. */
  linesOf(itemId: string): Readonly<ItemState>[] {
    return [...this.stockLines.values()]
      .filter((item) => item.id === itemId)
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  }

  /** True if the item with this number is withdrawn. Its variants are withdrawn together. */
  isWithdrawn(itemKey: string): boolean {
    return [itemKey, ...this.variantLines(itemKey)].some(
      (key) => this.stockLines.get(key)?.withdrawn === true,
    );
  }

  private putLine(line: ItemState): void {
    this.stockLines.set(line.key, { ...line });
    this.lines.set(line.key, []);
    if (variantOf(line.key) === undefined) return;
    const keys = this.variantKeys.get(itemKeyOf(line.key));
    if (keys === undefined) this.variantKeys.set(itemKeyOf(line.key), new Set([line.key]));
    else keys.add(line.key);
  }

  /** Renumbers an item without claims. */
  renumber(itemId: string, key: string): void {
    const lines = this.linesOf(itemId).map((line) => [line, lineKey(key, variantOf(line.key))] as const);
    if (lines.every(([line, newKey]) => line.key === newKey)) return;
    this.removeItem(itemId);
    for (const [line, newKey] of lines) this.addLine({ ...line, key: newKey });
  }

  removeItem(itemId: string): void {
    for (const { key } of this.linesOf(itemId)) this.removeLine(key);
  }

  /**
   * Gives a claim to another buyer, with a unit number that this buyer does not use yet.
   * @returns the claim's status; null if it does not exist
   */
  reassign(claimId: string, buyerId: string): ClaimStatus | null {
    const claim = this.claims.get(claimId);
    if (claim === undefined) return null;
    const active = isActive(claim.status);
    if (active) {
      claim.unit = this.unitOn(claim.itemKey, { ...claim, buyerId });
      remove(this.activeClaims.get(pairKey(claim.itemKey, claim.buyerId)) ?? [], claim);
      this.addToHoldings(claim, -1);
      this.addToHoldings({ ...claim, buyerId }, 1);
    }
    if (claim.status === 'winner') {
      this.wins.add(claim.buyerId, -1);
      this.wins.add(buyerId, 1);
    }
    claim.buyerId = buyerId;
    if (active) this.addActive(claim);
    return claim.status;
  }

  /**
   * Removes the claim from its unit or its place in line; `status` is its new status.
   * @throws AllocationRefused CLAIM_PAID
   */
  protected leave(claim: Mutable<ClaimState>, status: ClaimStatus): void {
    if (claim.paid === true) throw new AllocationRefused('CLAIM_PAID', { id: claim.id, reason: 'paid' });
    const item = this.stockLines.get(claim.itemKey);
    if (claim.status === 'winner') this.wins.add(claim.buyerId, -1);
    this.addToHoldings(claim, -1);
    if (claim.status === 'pending') this.pending -= 1;
    if (item !== undefined && claim.status === 'winner') item.claimed -= 1;
    if (item !== undefined && claim.status === 'waitlist') {
      item.waiting -= 1;
      remove(this.lines.get(item.key) ?? [], claim);
    }
    remove(this.activeClaims.get(pairKey(claim.itemKey, claim.buyerId)) ?? [], claim);
    claim.status = status;
  }

  protected enter(
    claim: Mutable<ClaimState>,
    status: ClaimStatus,
    item: Mutable<ItemState> | undefined,
  ): void {
    claim.status = status;
    if (isActive(status)) this.addActive(claim);
    this.addToHoldings(claim, 1);
    if (status === 'pending') this.pending += 1;
    if (status === 'winner') this.wins.add(claim.buyerId, 1);
    if (item === undefined) return;
    if (status === 'winner') item.claimed += 1;
    if (status !== 'waitlist') return;
    item.waiting += 1;
    const line = this.lines.get(item.key) ?? [];
    if (claim.place === null) {
      claim.place = item.lastPlace += 1;
      // If only the head of the line is loaded, a newcomer's position is unknown. No input of this batch
      // needs it.
      if (this.wholeLines.has(item.key)) line.push(claim);
      return;
    }
    const { place } = claim;
    const before = line.findIndex((other) => (other.place ?? 0) > place);
    line.splice(before === -1 ? line.length : before, 0, claim);
  }

  protected placeInLine(item: ItemState, request: Times): { place: number | null; ahead: number } {
    return placeAmong(this.lines.get(item.key) ?? [], this.claims.values(), request);
  }

  protected closedClaims(itemKey: string): Mutable<ClaimState>[] {
    return lastClosed([...this.claims.values()].filter((claim) => claim.itemKey === itemKey));
  }

  /** Sets the tags by buyer for the next decisions. */
  useTags(tags: NonNullable<BoardState['tags']>): void {
    this.tags = tags;
  }

  tagsOf(buyerId: string): readonly string[] {
    return Object.freeze(this.tags.get(buyerId) ?? []);
  }

  winsInShow(buyerId: string): number {
    return this.wins.count(buyerId);
  }

  /** Number of the buyer's active claims in the show, by item key. `withPending` includes pending claims. */
  claimsInShow(buyerId: string, withPending: boolean): ReadonlyMap<string, number> {
    const counts = new Map(this.decidedHoldings.byItem(buyerId));
    for (const [key, claims] of withPending ? this.pendingHoldings.byItem(buyerId) : []) {
      counts.set(key, (counts.get(key) ?? 0) + claims);
    }
    return new Map([...counts].filter(([, claims]) => claims > 0));
  }

  private addToHoldings({ status, buyerId, itemKey }: ClaimState, by: number): void {
    const counts = status === 'pending' ? this.pendingHoldings : this.decidedHoldings;
    if (isActive(status)) counts.add(buyerId, itemKeyOf(itemKey), by);
  }

  unitsOfItem(buyerId: string, itemKey: string): number {
    return this.claimsOnLine(itemKey, buyerId).filter(({ status }) => status === 'winner').length;
  }

  private putClaim(claim: Mutable<ClaimState>): void {
    this.claims.set(claim.id, claim);
    if (isActive(claim.status)) this.addActive(claim);
    if (claim.status === 'waitlist') this.lines.get(claim.itemKey)?.push(claim);
  }

  private addActive(claim: Mutable<ClaimState>): void {
    const key = pairKey(claim.itemKey, claim.buyerId);
    const claims = this.activeClaims.get(key);
    if (claims === undefined) this.activeClaims.set(key, [claim]);
    else claims.push(claim);
  }

  /** The buyer's active claims on the stock line. */
  claimsOnLine(itemKey: string, buyerId: string): readonly Readonly<ClaimState>[] {
    return this.activeClaims.get(pairKey(itemKey, buyerId)) ?? [];
  }

  /** The buyer's active claims on the item, across all of its variants. */
  claimsOnItem(itemKey: string, buyerId: string): readonly Readonly<ClaimState>[] {
    return [itemKey, ...this.variantLines(itemKey)].flatMap((key) => this.claimsOnLine(key, buyerId));
  }

  /** The claim's number on a stock line: its own, or the buyer's next one if another claim has that number. */
  protected unitOn(itemKey: string, { id, buyerId, unit }: ClaimState): number {
    const units = this.claimsOnLine(itemKey, buyerId).flatMap((claim) => (claim.id === id ? [] : claim.unit));
    return units.includes(unit) ? Math.max(...units) + 1 : unit;
  }

  protected hasClaimOn(itemKey: string, buyerId: string, unit: number): boolean {
    return this.claimsOnLine(itemKey, buyerId).some((claim) => claim.unit === unit);
  }
}

function remove<T>(list: T[], element: T): void {
  const at = list.indexOf(element);
  if (at !== -1) list.splice(at, 1);
}
