import { type ClaimStatus, NEEDS_VARIANT_RULE } from '@sellary/contracts';
import { idleUnits, isActive, type Mutable } from './board-contents';
import { countsOf, countsOrNull, whyOf } from './board-steps';
import { BoardWindow } from './board-window';
import { itemKeyOf, lineKey } from './stock-lines';
import { AllocationRefused, type AwardInput, type ClaimState, type ItemState } from './types';
import {
  type RequestResult,
  type RequestStage,
  OUTCOME_OF_VERDICT,
  type UnitRequest,
  requestReason,
} from './unit-request';

/**
 * Decides requests, one batch at a time. The policy decides who wins and who is next; the board creates,
 * moves, frees, and restores claims, and immediately records each step as a decision. In a live show, a board
 * has only what one batch may touch; a replay uses one board for the whole show.
 */
export class Board extends BoardWindow {
  /**
   * Decides a viewer's request for one unit. `id` is used only if a claim is created. An accepted request is
   * placed before the first waiting claim with a later fair time.
   */
  decideUnitRequest(request: UnitRequest, stage: RequestStage): RequestResult {
    const { ref, asked, variantAsked, ...rest } = request;
    const claim: ClaimState = { ...rest, itemId: null, status: 'unmatched', place: null };
    const item = this.stockLines.get(request.itemKey);
    const requestWhy = requestReason(asked, variantAsked);
    if (item === undefined) {
      this.create(ref, claim, { ...whyOf('no_such_item'), ...requestWhy });
      return { outcome: 'item_not_found' };
    }
    const entry =
      stage === 'arrived' ? { place: null, ahead: item.waiting } : this.placeInLine(item, request);
    const { verdict, why } =
      stage === 'arrived'
        ? this.decideRequest(item, request)
        : this.decideAccepted({ ...item, waiting: entry.ahead }, request);
    if (verdict === 'refuse' || verdict === 'review') return { outcome: OUTCOME_OF_VERDICT[verdict], why };
    const status = OUTCOME_OF_VERDICT[verdict];
    const place = status === 'waitlist' ? entry.place : null;
    const decided: ClaimState = { ...claim, itemId: item.id, status, place };
    this.create(ref, decided, { ...why, ...requestWhy }, item, entry.ahead + 1);
    return { outcome: status };
  }

  /**
   * Claims ended by a viewer's pass: waiting claims before won claims, and the last units first. A null
   * `maxClaims` means all of them. Pending claims are ended only by a pass that an operator accepts.
   */
  claimsToPass(
    itemKey: string,
    buyerId: string,
    maxClaims: number | null,
    stage: RequestStage,
  ): Readonly<ClaimState>[] {
    const won = ({ status }: ClaimState): number => Number(status === 'winner');
    const claims = this.claimsOnItem(itemKey, buyerId)
      .filter(({ status }) => stage === 'accepted' || status !== 'pending')
      .sort((a, b) => won(a) - won(b) || b.unit - a.unit);
    return claims.slice(0, maxClaims ?? claims.length);
  }

  /**
   * Marks a winning claim as paid, or removes the mark.
   * @throws AllocationRefused CLAIM_PAID if it is already marked, UNDO_STALE if it is not a winner or not
   * marked
   */
  setPaid(claimId: string, paid: boolean): void {
    const claim = this.claims.get(claimId);
    if (claim?.status !== 'winner') throw new AllocationRefused('UNDO_STALE');
    if ((claim.paid === true) === paid) throw new AllocationRefused(paid ? 'CLAIM_PAID' : 'UNDO_STALE');
    if (paid) claim.paid = true;
    else delete claim.paid;
  }

  /** Ends an active claim. If it was a winner, its unit goes to the next buyer in line. */
  free(claimId: string, to: 'released' | 'passed'): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined || !isActive(claim.status)) return;
    const item = this.stockLines.get(claim.itemKey);
    const from = claim.status;
    this.leave(claim, to);
    const promoted = from === 'winner' && item !== undefined ? this.promoteNext(item, 'unit_freed') : null;
    this.decisions.push({ kind: 'freed', claimId, from, to, promoted, counts: countsOrNull(item) });
  }

  /**
   * Gives a unit to a buyer who has not won one. `claimId` is the id of the buyer's waiting claim, or of a new
   * claim.
   * @throws AllocationRefused ITEM_SOLD_OUT, ITEM_WITHDRAWN
   */
  award({ claimId: id, itemKey, buyerId, at }: AwardInput): void {
    const item = this.requireItem(itemKey);
    if (this.unitsOfItem(buyerId, itemKey) > 0) return;
    if (item.withdrawn === true) throw new AllocationRefused('ITEM_WITHDRAWN');
    if (item.claimed >= item.total) throw new AllocationRefused('ITEM_SOLD_OUT');
    const waiting = this.claims.get(id);
    const why = whyOf('awarded', item);
    if (waiting !== undefined) {
      this.move(waiting, 'winner', why, item);
      return;
    }
    const claim: ClaimState = {
      id,
      itemKey,
      itemId: item.id,
      buyerId,
      status: 'winner',
      unit: 1,
      place: null,
      queueOnly: false,
      claimTime: at,
      arrival: at,
    };
    this.create(null, claim, why, item);
  }

  /**
   * Sets the number of units. New units go to the buyers in line first.
   * @throws AllocationRefused QUANTITY_BELOW_CLAIMED
   */
  setTotal(itemKey: string, total: number): void {
    const item = this.requireItem(itemKey);
    if (total < item.claimed) throw new AllocationRefused('QUANTITY_BELOW_CLAIMED');
    const added = total - item.total;
    item.total = total;
    this.decisions.push({ kind: 'quantity', itemId: item.id, itemKey: item.key, counts: countsOf(item) });
    this.promote(item, added, 'quantity_raised');
  }

  /** Gives the line's free units to buyers who claimed outright, after the policy has changed. */
  serveLine(itemKey: string): void {
    this.serveOutright(this.requireItem(itemKey), 'policy_changed');
  }

  /**
   * Withdraws an item. Claims waiting for it are closed, and keep their place in line if they have one.
   */
  withdraw(itemKey: string): void {
    const item = this.requireItem(itemKey);
    this.markWithdrawn(itemKey, true);
    for (const claim of [...(this.lines.get(itemKey) ?? []), ...this.pendingOn(itemKey)]) {
      this.move(claim, 'closed', whyOf('item_withdrawn', item), item);
    }
  }

  /**
   * Puts a withdrawn item back on sale. Its closed claims return to their places or are pending again, and
   * free units go to the line first. A claim stays closed if its buyer has another active claim, or a later
   * closed one, on the same unit.
   */
  restoreItem(itemKey: string): void {
    const item = this.requireItem(itemKey);
    this.markWithdrawn(itemKey, false);
    for (const claim of this.closedClaims(itemKey)) {
      if (this.hasClaimOn(itemKey, claim.buyerId, claim.unit)) continue;
      const { waiting } = item;
      if (claim.place !== null) this.move(claim, 'waitlist', whyOf('item_restored', item, waiting), item);
      else this.move(claim, 'pending', whyOf('pending', item, waiting), item);
    }
    this.promote(item, item.total - item.claimed, 'item_restored');
  }

  /**
   * Removes an added item's stock line, after its claims are unmatched again.
   * @throws AllocationRefused UNDO_STALE
   */
  removeAddedLine(itemKey: string): void {
    const item = this.requireItem(itemKey);
    if (item.claimed + item.waiting > 0) throw new AllocationRefused('UNDO_STALE');
    this.removeLine(itemKey);
    if (this.linesOf(item.id).length === 0) this.decisions.push({ kind: 'removed', itemId: item.id });
  }

  /** Records that the item is withdrawn or restored. Claims do not change. */
  markWithdrawn(itemKey: string, withdrawn: boolean): void {
    const item = this.requireItem(itemKey);
    item.withdrawn = withdrawn;
    this.decisions.push({ kind: 'withdrawn', itemId: item.id, itemKey, withdrawn, counts: countsOf(item) });
  }

  /** Units that are free although buyers are in line, because all of them asked only to wait. */
  idleUnitsOf(itemKey: string): number {
    const item = this.stockLines.get(itemKey);
    return item === undefined ? 0 : idleUnits(item.total, item.claimed, item.waiting);
  }

  /**
   * Decides the item's unmatched claims, in the policy's order. A claim that the policy refuses is released.
   * A claim that it sends to review stays unmatched, so that an operator sees it and awards or releases it.
   * `ended` lists claims that end because they asked for none of the item's variants.
   */
  matchUnmatched(
    itemKey: string,
    matches: Readonly<Record<string, string>> = {},
    ended: readonly string[] = [],
  ): void {
    const lineOf = ({ id }: ClaimState): Mutable<ItemState> | undefined =>
      this.stockLines.get(lineKey(itemKey, matches[id]));
    if (this.variantLines(itemKey).length === 0) this.requireItem(itemKey);
    const unmatched = [...this.claims.values()].filter(
      (claim) => claim.itemKey === itemKey && claim.status === 'unmatched',
    );
    for (const claim of this.policy.sorted(unmatched, (a, b) => (a.id < b.id ? -1 : 1))) {
      const item = lineOf(claim);
      if (ended.includes(claim.id)) {
        this.moveWithoutLine(claim, 'released', whyOf(NEEDS_VARIANT_RULE));
      }
      if (item === undefined) continue;
      const { verdict, why } = this.decideRequest(item, claim);
      if (verdict === 'review') continue;
      const status = verdict === 'refuse' ? 'released' : OUTCOME_OF_VERDICT[verdict];
      if (isActive(status)) claim.unit = this.unitOn(item.key, claim);
      this.move(claim, status, { ...why, rule: `item_added_${why.rule}` }, item);
    }
  }

  /**
   * Restores a claim's earlier state, active or not, with its old place in line.
   * @throws AllocationRefused UNDO_STALE if the claim cannot return to that state, CLAIM_PAID
   */
  restore(claimId: string, before: ClaimStatus): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined) throw new AllocationRefused('UNDO_STALE');
    const item = this.stockLines.get(claim.itemKey);
    // No claim waits for a withdrawn item.
    const waits = before === 'waitlist' || before === 'pending';
    const status = waits && item?.withdrawn === true ? 'closed' : before;
    // The buyer may have claimed the item again since. Two active claims by the same buyer on the same unit
    // would violate a database constraint.
    const repeated = this.claimsOnLine(claim.itemKey, claim.buyerId).find(
      ({ id, unit }) => id !== claimId && unit === claim.unit,
    );
    if (isActive(status) && repeated !== undefined) {
      throw new AllocationRefused('UNDO_STALE', { id: repeated.id, reason: 'claimed-again' });
    }
    const from = claim.status;
    switch (status) {
      case 'winner':
      case 'waitlist':
      case 'closed':
        if (item === undefined) throw new AllocationRefused('UNDO_STALE');
        this.move(claim, status, whyOf('undone', item), item);
        return;
      case 'released':
      case 'passed': {
        this.leave(claim, status);
        const counts = countsOrNull(item);
        this.decisions.push({ kind: 'freed', claimId, from, to: status, promoted: null, counts });
        return;
      }
      case 'pending':
        this.moveWithoutLine(claim, status, whyOf('undone'));
        return;
      case 'unmatched': {
        const itemless = { itemId: null, itemKey: itemKeyOf(claim.itemKey), place: null };
        this.moveWithoutLine(claim, status, whyOf('undone'), itemless);
      }
    }
  }

  /**
   * Completes the undo on a stock line: refuses it if there are more winners than units, and gives freed
   * units to the buyers in line. `idle` units were free before the act, and stay free for buyers who ask
   * outright. `regained` is the last claim that won its unit back, for the error.
   * @throws AllocationRefused UNDO_STALE
   */
  rebalance(itemKey: string, total: number | null, idle: number, regained?: string): void {
    const item = this.stockLines.get(itemKey);
    if (item === undefined) return;
    if (total !== null && total !== item.total) {
      item.total = total;
      this.decisions.push({ kind: 'quantity', itemId: item.id, itemKey: item.key, counts: countsOf(item) });
    }
    if (item.claimed > item.total) {
      const claim = regained === undefined ? null : ({ id: regained, reason: 'no-unit' } as const);
      throw new AllocationRefused('UNDO_STALE', claim);
    }
    this.promote(item, item.total - item.claimed - idle, 'unit_freed');
    this.serveOutright(item, 'unit_freed');
  }
}
