import { type ClaimRule, type ClaimStatus, DEFAULT_RULES } from '@sellary/contracts';
import { CheckedPolicy, type ClaimRequest, type Verdict } from '@sellary/extension-kit/domain';
import { BoardContents, type Mutable } from './board-contents';
import { buyerView } from './buyer-facts';
import { firstComeAfterLine } from './first-come.policy';
import { DEFAULT_POLICY } from './policies';
import type { ClaimState, Counts, Decision, ItemState, Why } from './types';
import type { RequestStage } from './unit-request';

const NO_COUNTS: Counts = { total: 0, claimed: 0, waiting: 0 };
export const countsOrNull = (item?: ItemState): Counts | null => (item === undefined ? null : countsOf(item));
export const countsOf = ({ total, claimed, waiting }: ItemState): Counts => ({ total, claimed, waiting });

/** The reason for a decision about a stock line, or about a claim without one. */
export const whyOf = (rule: ClaimRule, item?: ItemState, ahead = 0): Why => ({
  rule,
  unitsLeft: item === undefined ? null : item.total - item.claimed,
  ahead,
});

/**
 * The steps that make up decisions. Each step changes items and claims and immediately records a decision.
 */
export class BoardSteps extends BoardContents {
  decisions: Decision[] = [];
  protected policy = new CheckedPolicy(DEFAULT_POLICY, DEFAULT_RULES);

  /** Starts a batch. From now on, `decisions` has this batch's decisions, made by this policy. */
  begin(policy: CheckedPolicy): void {
    this.policy = policy;
    this.decisions = [];
  }

  /**
   * Decides a request accepted by an operator. If the policy would send it to review again, version 2 of
   * `first-come` decides it.
   */
  protected decideAccepted(
    item: ItemState,
    request: ClaimRequest,
  ): { verdict: Verdict['verdict']; why: Why } {
    const decision = this.decideRequest(item, request);
    if (decision.verdict !== 'review') return decision;
    const buyer = { id: request.buyerId };
    const { verdict, rule } = firstComeAfterLine.decide(request, item, buyer, DEFAULT_RULES);
    return { verdict, why: { ...decision.why, rule } };
  }

  protected decideRequest(item: ItemState, request: ClaimRequest): { verdict: Verdict['verdict']; why: Why } {
    const buyer = buyerView(this, this.policy.needs, request.buyerId, item.key);
    const { verdict, rule } = this.policy.decide(request, item, buyer);
    return { verdict, why: { rule, unitsLeft: item.total - item.claimed, ahead: item.waiting } };
  }

  /**
   * Serves a buyer who asked only to wait and now asks for units outright. Waiting claims win as long as the
   * policy gives them free units; the others keep their places.
   * @returns ids of the claims that win
   */
  serveOutrightRequest(itemKey: string, buyerId: string, units: number, stage: RequestStage): string[] {
    const item = this.stockLines.get(itemKey);
    if (item === undefined || !this.policy.servesOutright) return [];
    const waiting = this.claimsOnLine(itemKey, buyerId)
      .filter(({ queueOnly, status }) => queueOnly && status === 'waitlist')
      .flatMap(({ id }) => this.claims.get(id) ?? [])
      .sort((a, b) => a.unit - b.unit);
    const won: string[] = [];
    for (const claim of waiting.slice(0, units)) {
      const request = { ...claim, queueOnly: false };
      const { verdict, why } =
        stage === 'arrived' ? this.decideRequest(item, request) : this.decideAccepted(item, request);
      if (verdict !== 'win') break;
      this.move(claim, 'winner', { ...why, rule: 'asked_outright' satisfies ClaimRule }, item);
      won.push(claim.id);
    }
    return won;
  }

  /** Gives free units to the buyers in line who asked outright, as long as the policy allows it. */
  protected serveOutright(item: Mutable<ItemState>, rule: ClaimRule): void {
    if (!this.policy.servesOutright) return;
    for (const claim of [...(this.lines.get(item.key) ?? [])]) {
      if (item.claimed >= item.total) return;
      if (claim.queueOnly) continue;
      const { verdict, why } = this.decideRequest(item, claim);
      if (verdict !== 'win') continue;
      this.move(claim, 'winner', { ...why, rule }, item);
    }
  }

  protected create(
    ref: number | null,
    claim: Mutable<ClaimState>,
    why: Why,
    item?: Mutable<ItemState>,
    linePosition = 1,
  ): void {
    const { status } = claim;
    this.claims.set(claim.id, claim);
    this.enter(claim, status, item);
    const position = status === 'waitlist' && item !== undefined ? linePosition : null;
    const counts = countsOrNull(item);
    this.decisions.push({ kind: 'created', ref, claim: { ...claim }, position, why, counts });
  }

  /** Gives units that are left to at most `units` claims in line, each as a separate decision. */
  protected promote(item: Mutable<ItemState>, units: number, rule: ClaimRule): void {
    for (let unit = 0; unit < units; unit++) {
      const next = this.nextInLine(item);
      if (next === null) return;
      this.move(next, 'winner', whyOf(rule, item), item);
    }
  }

  protected promoteNext(item: Mutable<ItemState>, rule: ClaimRule): { claimId: string; why: Why } | null {
    const next = this.nextInLine(item);
    if (next === null) return null;
    const why = whyOf(rule, item);
    this.leave(next, 'released');
    this.enter(next, 'winner', item);
    return { claimId: next.id, why };
  }

  private nextInLine(item: Mutable<ItemState>): Mutable<ClaimState> | null {
    if (item.claimed >= item.total || item.waiting === 0) return null;
    const line = this.lines.get(item.key) ?? [];
    const waiting = this.policy.needs.includes('tags')
      ? line.map((claim) => ({ ...claim, tags: this.tagsOf(claim.buyerId) }))
      : line;
    const next = this.policy.next(waiting, item);
    return line.find((claim) => claim.id === next) ?? null;
  }

  protected move(claim: Mutable<ClaimState>, to: ClaimStatus, why: Why, item: Mutable<ItemState>): void {
    this.recordMove(claim, to, why, item, { itemId: item.id, itemKey: item.key });
  }

  /**
   * Gives a claim a status other than winning or waiting in line, with or without an item. `change` is
   * applied after the claim has left its line.
   */
  protected moveWithoutLine(
    claim: Mutable<ClaimState>,
    to: ClaimStatus,
    why: Why,
    change: Partial<Pick<ClaimState, 'itemId' | 'itemKey' | 'place'>> = {},
  ): void {
    this.recordMove(claim, to, why, this.stockLines.get(claim.itemKey), change);
  }

  private recordMove(
    claim: Mutable<ClaimState>,
    to: ClaimStatus,
    why: Why,
    item: Mutable<ItemState> | undefined,
    change: Partial<ClaimState>,
  ): void {
    const { id: claimId, status: from } = claim;
    this.leave(claim, to);
    Object.assign(claim, change);
    this.enter(claim, to, item);
    const { place, itemId, itemKey, unit } = claim;
    const counts = countsOrNull(item) ?? NO_COUNTS;
    this.decisions.push({ kind: 'moved', claimId, from, to, place, itemId, itemKey, unit, why, counts });
  }

  protected requireItem(itemKey: string): Mutable<ItemState> {
    const item = this.stockLines.get(itemKey);
    if (item === undefined) throw new Error(`The board does not hold item ${itemKey}`);
    return item;
  }
}
