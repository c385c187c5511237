import type { ShowRules } from '@sellary/contracts';
import {
  type AllocationPolicy,
  type BuyerView,
  type ClaimRequest,
  fairTimeOf,
  type ItemView,
  PolicyViolation,
  type RequestTimes,
  type Verdict,
  VERDICTS,
  type WaitingClaim,
} from './allocation-policy';
import { messageOf } from './message-of';

/**
 * Calls a policy with a show's rules, and checks that each result can be carried out and that a second call
 * gives the same result.
 */
export class CheckedPolicy {
  private readonly rules: Readonly<ShowRules>;

  constructor(
    private readonly policy: AllocationPolicy,
    rules: ShowRules,
  ) {
    for (const value of Object.values(rules)) Object.freeze(value);
    this.rules = Object.freeze({ ...rules });
  }

  get needs(): AllocationPolicy['needs'] {
    return this.policy.needs;
  }

  get tags(): readonly string[] {
    return this.policy.tags ?? [];
  }

  get onlyFirstUnit(): boolean {
    return this.policy.onlyFirstUnit === true;
  }

  get servesOutright(): boolean {
    return this.policy.servesOutright === true;
  }

  /**
   * @returns all requests in the policy's order; `tie` orders requests that the policy treats as equal.
   * @throws PolicyViolation
   */
  sorted<T extends Omit<RequestTimes, 'fairTime'> & { fairTime?: number }>(
    requests: readonly T[],
    tie: (a: T, b: T) => number,
  ): T[] {
    const entries = requests.map((request) => ({
      request,
      times: Object.freeze({
        claimTime: request.claimTime,
        fairTime: fairTimeOf(request),
        arrival: request.arrival,
      }),
    }));
    const compare = (a: RequestTimes, b: RequestTimes): number => {
      const order: unknown = this.policy.order(a, b);
      if (typeof order === 'number' && !Number.isNaN(order)) return order;
      throw this.violation('did not return a number when it compared two requests');
    };
    return this.run(() => {
      entries.sort((a, b) => compare(a.times, b.times) || tie(a.request, b.request));
      // If the order contradicts itself, the result depends on the sort algorithm, and a replay could differ.
      for (const [index, { times }] of entries.entries()) {
        const before = entries[index - 1];
        if (before !== undefined && compare(times, before.times) < 0) {
          throw this.violation('ordered the same two requests both ways');
        }
      }
      return entries.map(({ request }) => request);
    });
  }

  /** @throws PolicyViolation */
  decide(request: ClaimRequest, item: ItemView, buyer: BuyerView): Verdict {
    const { buyerId, itemKey, claimTime, arrival, queueOnly } = request;
    const frozenRequest = Object.freeze({ buyerId, itemKey, claimTime, arrival, queueOnly });
    const view = viewOf(item);
    const ask = (): unknown => this.policy.decide(frozenRequest, view, buyer, this.rules);
    const [verdict, repeated] = this.run(() => [ask(), ask()]);
    if (!isVerdict(verdict) || !isVerdict(repeated)) {
      throw this.violation(`did not return a verdict on a request for item ${item.key}`);
    }
    if (verdict.verdict !== repeated.verdict || verdict.rule !== repeated.rule) {
      throw this.violation(`decided the same request for item ${item.key} in two different ways`);
    }
    if (verdict.verdict === 'win' && item.claimed >= item.total) {
      throw this.violation(`gave away a unit of item ${item.key}, which has none left`);
    }
    return verdict;
  }

  /**
   * @returns id of the waiting claim that gets the free unit.
   * @throws PolicyViolation
   */
  next(line: readonly WaitingClaim[], item: ItemView): string | null {
    const needsWholeLine = this.needs.includes('wholeLine');
    if (needsWholeLine && line.length < item.waiting) {
      throw new Error(`The board does not contain the whole line of item ${item.key}`);
    }
    const waitingClaims = Object.freeze((needsWholeLine ? line : line.slice(0, 1)).map(waitingView));
    const view = viewOf(item);
    const ask = (): string | null => this.policy.next(waitingClaims, view)?.id ?? null;
    const [next, repeated] = this.run(() => [ask(), ask()]);
    if (next !== repeated) throw this.violation(`gave a unit of item ${item.key} to two waiting claims`);
    if (next !== null && !waitingClaims.some(({ id }) => id === next)) {
      throw this.violation(`gave a unit of item ${item.key} to a claim that is not waiting for it`);
    }
    return next;
  }

  private run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof PolicyViolation) throw error;
      throw this.violation(`failed: ${messageOf(error)}`);
    }
  }

  private violation(what: string): PolicyViolation {
    return new PolicyViolation(this.policy, what);
  }
}

const viewOf = ({ key, total, claimed, waiting }: ItemView): ItemView =>
  Object.freeze({ key, total, claimed, waiting });

const waitingView = (claim: WaitingClaim): WaitingClaim =>
  Object.freeze({
    id: claim.id,
    buyerId: claim.buyerId,
    itemKey: claim.itemKey,
    claimTime: claim.claimTime,
    arrival: claim.arrival,
    queueOnly: claim.queueOnly,
    ...(claim.tags === undefined ? {} : { tags: claim.tags }),
  });

function isVerdict(value: unknown): value is Verdict {
  if (typeof value !== 'object' || value === null || !('verdict' in value) || !('rule' in value)) {
    return false;
  }
  return (
    VERDICTS.some((verdict) => verdict === value.verdict) &&
    typeof value.rule === 'string' &&
    value.rule !== ''
  );
}
