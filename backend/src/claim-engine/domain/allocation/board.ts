import { type ClaimRule, type ClaimStatus, DEFAULT_RULES } from '@sellary/contracts';
import type { ClaimRequest, Verdict } from './allocation-policy';
import { BoardContents, idleUnits, isActive, type Mutable } from './board-contents';
import { buyerView } from './buyer-facts';
import { CheckedPolicy } from './checked-policy';
import { firstCome } from './first-come.policy';
import { DEFAULT_POLICY } from './policies';
import {
  AllocationRefused,
  type ClaimState,
  type Counts,
  type Decision,
  type ItemState,
  type Why,
} from './types';
import { type Answer, type AskedBy, OUTCOME_OF_VERDICT, type UnitRequest } from './unit-request';

const NO_COUNTS: Counts = { total: 0, claimed: 0, waiting: 0 };
const countsOf = (item: ItemState | undefined): Counts | null => (item === undefined ? null : counts(item));
const counts = (item: ItemState): Counts => ({
  total: item.total,
  claimed: item.claimed,
  waiting: item.waiting,
});

/**
 * Decides batches on its items and claims. The policy decides who wins and who is next; the board holds,
 * frees, moves and restores, and records each step as a decision at once. Live, a board has just what one
 * batch may touch; a replay keeps one board for the whole show.
 */
export class Board extends BoardContents {
  decisions: Decision[] = [];
  private policy = new CheckedPolicy(DEFAULT_POLICY, DEFAULT_RULES);

  /** Starts a batch: from here on `decisions` are those of this batch, made by this policy. */
  begin(policy: CheckedPolicy): void {
    this.policy = policy;
    this.decisions = [];
  }

  /**
   * A viewer asks for one unit. `id` is used only if a claim is created. An accepted request waits before the
   * first waiter with a later claim time.
   */
  ask(ask: UnitRequest, by: AskedBy): Answer {
    const { ref, asked, ...rest } = ask;
    const claim: ClaimState = { ...rest, itemId: null, status: 'unmatched', place: null };
    const item = this.items.get(ask.itemKey);
    const of = asked === undefined ? {} : { asked };
    if (item === undefined) {
      const rule = 'no_such_item' satisfies ClaimRule;
      this.create(ref, claim, { rule, unitsLeft: null, ahead: 0, ...of }, null);
      return { outcome: 'item_not_found' };
    }
    const at = by === 'arrived' ? { place: null, ahead: item.waiting } : this.placeInLine(item, ask);
    const { verdict, why } =
      by === 'arrived'
        ? this.decideRequest(item, ask)
        : this.decideAccepted({ ...item, waiting: at.ahead }, ask);
    if (verdict === 'refuse' || verdict === 'review') return { outcome: OUTCOME_OF_VERDICT[verdict], why };
    const status = OUTCOME_OF_VERDICT[verdict];
    const place = status === 'waitlist' ? at.place : null;
    this.create(ref, { ...claim, itemId: item.id, status, place }, { ...why, ...of }, item, at.ahead + 1);
    return { outcome: status };
  }

  /** A viewer asks for one unit, and the claim waits for the fairness window. */
  holdPending({ ref, asked, ...request }: UnitRequest): void {
    const item = this.items.get(request.itemKey);
    const unitsLeft = item === undefined ? null : item.total - item.claimed;
    const claim: ClaimState = { ...request, itemId: item?.id ?? null, status: 'pending', place: null };
    const why = {
      rule: 'pending' satisfies ClaimRule,
      unitsLeft,
      ahead: item?.waiting ?? 0,
      ...(asked === undefined ? {} : { asked }),
    };
    this.create(ref, claim, why, null);
  }

  /** Decides a pending claim as if it asked now. One that the policy leaves to an operator waits in line. */
  decidePending(claimId: string): Answer {
    const claim = this.claims.get(claimId);
    if (claim === undefined) throw new Error(`The board does not hold the pending claim ${claimId}`);
    const item = this.items.get(claim.itemKey);
    if (item === undefined) {
      this.shift(claim, 'unmatched', { rule: 'no_such_item' satisfies ClaimRule, unitsLeft: null, ahead: 0 });
      return { outcome: 'item_not_found' };
    }
    const { verdict, why } = this.decideRequest(item, claim);
    if (verdict === 'refuse') {
      this.move(claim, 'released', why, item);
      return { outcome: 'refused', why };
    }
    const status = verdict === 'win' ? 'winner' : 'waitlist';
    this.move(claim, status, why, item);
    return { outcome: status };
  }

  /** Ends a pending claim that a rule does not count. */
  dropPending(claimId: string, rule: ClaimRule): void {
    const claim = this.claims.get(claimId);
    if (claim?.status !== 'pending') return;
    const item = this.items.get(claim.itemKey);
    const why = {
      rule,
      unitsLeft: item === undefined ? null : item.total - item.claimed,
      ahead: item?.waiting ?? 0,
    };
    if (item === undefined) this.shift(claim, 'released', why);
    else this.move(claim, 'released', why, item);
  }

  /**
   * A viewer gives up units of an item: the last ones, and those waited for before those won. `most` null:
   * all of them. @returns the claims that ended
   */
  pass(itemKey: string, buyerId: string, most: number | null): string[] {
    const won = ({ status }: ClaimState): number => Number(status === 'winner');
    const held = [...this.decidedBy(itemKey, buyerId)].sort((a, b) => won(a) - won(b) || b.unit - a.unit);
    const ids = held.slice(0, most ?? held.length).map(({ id }) => id);
    for (const id of ids) this.free(id, 'passed');
    return ids;
  }

  /** Ends an active claim; a unit that it held goes to the first waiter. */
  free(claimId: string, to: 'released' | 'passed'): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined || !isActive(claim.status)) return;
    const item = this.items.get(claim.itemKey);
    const from = claim.status;
    this.leave(claim, to);
    const promoted = from === 'winner' && item !== undefined ? this.promoteNext(item, 'unit_freed') : null;
    this.decisions.push({ kind: 'freed', claimId, from, to, promoted, counts: countsOf(item) });
  }

  /**
   * An operator gives a unit to a buyer who has won none. `id` is the buyer's waiting claim that wins, or that
   * of a new claim. @throws AllocationRefused ITEM_SOLD_OUT @returns the claim that now wins.
   */
  award(award: { id: string; itemKey: string; buyerId: string; at: number }): string {
    const item = this.requireItem(award.itemKey);
    const units = this.heldBy(award.itemKey, award.buyerId);
    const won = units.find(({ status }) => status === 'winner');
    if (won !== undefined) return won.id;
    const held = units.length === 0 ? undefined : this.claims.get(award.id);
    if (item.claimed >= item.total) throw new AllocationRefused('ITEM_SOLD_OUT');
    const why = { rule: 'awarded' satisfies ClaimRule, unitsLeft: item.total - item.claimed, ahead: 0 };
    if (held === undefined) {
      const claim: ClaimState = {
        id: award.id,
        itemKey: item.key,
        itemId: item.id,
        buyerId: award.buyerId,
        status: 'winner',
        unit: 1,
        place: null,
        queueOnly: false,
        claimTime: award.at,
        arrival: award.at,
      };
      this.create(null, claim, why, item);
      return award.id;
    }
    this.move(held, 'winner', why, item);
    return held.id;
  }

  /** Units first go to those who wait. @throws AllocationRefused QUANTITY_BELOW_CLAIMED */
  setTotal(itemKey: string, total: number): void {
    const item = this.requireItem(itemKey);
    if (total < item.claimed) throw new AllocationRefused('QUANTITY_BELOW_CLAIMED');
    const added = total - item.total;
    item.total = total;
    this.decisions.push({ kind: 'quantity', itemId: item.id, counts: counts(item) });
    this.promote(item, added, 'quantity_raised');
  }

  /** Units that lie free beside a line, because those who wait there asked to wait only. */
  idle(itemKey: string): number {
    const item = this.items.get(itemKey);
    return item === undefined ? 0 : idleUnits(item.total, item.claimed, item.waiting);
  }

  /**
   * The item's unmatched claims find it, in the policy's order. A claim that the policy refuses is released.
   * One that it sends to review stays unmatched, so that an operator sees it and awards or releases it.
   */
  matchUnmatched(itemKey: string): void {
    const item = this.requireItem(itemKey);
    const orphans = [...this.claims.values()].filter(
      (claim) => claim.itemKey === itemKey && claim.status === 'unmatched',
    );
    for (const claim of this.policy.sorted(orphans, (a, b) => (a.id < b.id ? -1 : 1))) {
      const { verdict, why } = this.decideRequest(item, claim);
      if (verdict === 'review') continue;
      const status = verdict === 'refuse' ? 'released' : OUTCOME_OF_VERDICT[verdict];
      this.move(claim, status, { ...why, rule: `item_added_${why.rule}` }, item);
    }
  }

  /**
   * Restores a claim's earlier state, active or not, with its old place in line. @throws AllocationRefused
   * UNDO_STALE if no unit is left for it.
   */
  restore(claimId: string, status: ClaimStatus): void {
    const claim = this.claims.get(claimId);
    if (claim === undefined) throw new AllocationRefused('UNDO_STALE');
    const item = this.items.get(claim.itemKey);
    // The buyer may have claimed the item again since: two active claims of one buyer on one unit would break
    // the rule that the database holds.
    const others = this.heldBy(claim.itemKey, claim.buyerId).filter(({ id }) => id !== claimId);
    if (isActive(status) && others.some(({ unit }) => unit === claim.unit)) {
      throw new AllocationRefused('UNDO_STALE');
    }
    if (status === 'winner' || status === 'waitlist') {
      if (item === undefined) throw new AllocationRefused('UNDO_STALE');
      this.move(
        claim,
        status,
        { rule: 'undone' satisfies ClaimRule, unitsLeft: item.total - item.claimed, ahead: 0 },
        item,
      );
      return;
    }
    const from = claim.status;
    if (status === 'released' || status === 'passed') {
      this.leave(claim, status);
      this.decisions.push({
        kind: 'freed',
        claimId,
        from,
        to: status,
        promoted: null,
        counts: countsOf(item),
      });
      return;
    }
    this.shift(claim, status, { rule: 'undone' satisfies ClaimRule, unitsLeft: null, ahead: 0 });
  }

  /**
   * Rebalances an item after an undo: refuses more winners than units, and gives freed units to waiters.
   * `idle` units were left alone before the act, too. @throws AllocationRefused UNDO_STALE
   */
  rebalance(itemKey: string, total: number | null, idle: number): void {
    const item = this.items.get(itemKey);
    if (item === undefined) return;
    if (total !== null && total !== item.total) {
      item.total = total;
      this.decisions.push({ kind: 'quantity', itemId: item.id, counts: counts(item) });
    }
    if (item.claimed > item.total) throw new AllocationRefused('UNDO_STALE');
    this.promote(item, item.total - item.claimed - idle, 'unit_freed');
  }

  /** A policy that leaves the request to an operator has been answered: first come, first served. */
  private decideAccepted(item: ItemState, request: ClaimRequest): { verdict: Verdict['verdict']; why: Why } {
    const decided = this.decideRequest(item, request);
    if (decided.verdict !== 'review') return decided;
    const { verdict, rule } = firstCome.decide(request, item, { id: request.buyerId }, DEFAULT_RULES);
    return { verdict, why: { ...decided.why, rule } };
  }

  private decideRequest(item: ItemState, request: ClaimRequest): { verdict: Verdict['verdict']; why: Why } {
    const buyer = buyerView(this, this.policy.needs, request.buyerId, item.key);
    const { verdict, rule } = this.policy.decide(request, item, buyer);
    return { verdict, why: { rule, unitsLeft: item.total - item.claimed, ahead: item.waiting } };
  }

  private create(
    ref: number | null,
    claim: Mutable<ClaimState>,
    why: Why,
    item: Mutable<ItemState> | null,
    rank = 1,
  ): void {
    const { status } = claim;
    this.claims.set(claim.id, claim);
    this.enter(claim, status, item ?? undefined);
    const position = status === 'waitlist' && item !== null ? rank : null;
    this.decisions.push({
      kind: 'created',
      ref,
      claim: { ...claim },
      position,
      why,
      counts: countsOf(item ?? undefined),
    });
  }

  /** Gives this many units to the first waiters, each as a separate decision. */
  private promote(item: Mutable<ItemState>, units: number, rule: ClaimRule): void {
    for (let unit = 0; unit < units; unit++) {
      const next = this.nextWaiter(item);
      if (next === null) return;
      this.move(next, 'winner', { rule, unitsLeft: item.total - item.claimed, ahead: 0 }, item);
    }
  }

  private promoteNext(item: Mutable<ItemState>, rule: ClaimRule): { claimId: string; why: Why } | null {
    const next = this.nextWaiter(item);
    if (next === null) return null;
    const why = { rule, unitsLeft: item.total - item.claimed, ahead: 0 };
    this.leave(next, 'released');
    this.enter(next, 'winner', item);
    return { claimId: next.id, why };
  }

  private nextWaiter(item: Mutable<ItemState>): Mutable<ClaimState> | null {
    if (item.claimed >= item.total || item.waiting === 0) return null;
    const line = this.lines.get(item.key) ?? [];
    const next = this.policy.next(line, item);
    return line.find((claim) => claim.id === next) ?? null;
  }

  private move(claim: Mutable<ClaimState>, to: ClaimStatus, why: Why, item: Mutable<ItemState>): void {
    const from = claim.status;
    this.leave(claim, to);
    claim.itemId = item.id;
    this.enter(claim, to, item);
    this.decisions.push({
      kind: 'moved',
      claimId: claim.id,
      from,
      to,
      place: claim.place,
      itemId: item.id,
      why,
      counts: counts(item),
    });
  }

  /** Changes the status of a claim that neither wins nor waits, with or without an item. */
  private shift(claim: Mutable<ClaimState>, to: ClaimStatus, why: Why): void {
    const { id: claimId, status: from } = claim;
    const item = this.items.get(claim.itemKey);
    this.leave(claim, to);
    this.enter(claim, to, item);
    const { place, itemId } = claim;
    const after = countsOf(item) ?? NO_COUNTS;
    this.decisions.push({ kind: 'moved', claimId, from, to, place, itemId, why, counts: after });
  }

  private requireItem(itemKey: string): Mutable<ItemState> {
    const item = this.items.get(itemKey);
    if (item === undefined) throw new Error(`The board does not hold item ${itemKey}`);
    return item;
  }
}
