import type { ShowRules } from '@sellary/contracts';
import type {
  AllocationPolicy,
  BuyerFacts,
  BuyerView,
  ClaimRequest,
  ItemView,
  WaitingClaim,
} from './allocation-policy';
import { CheckedPolicy } from './checked-policy';
import { seededRandom } from './random';

const MAX_UNITS = 3;
const BUYERS = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay'];
const NOON = Date.UTC(2026, 0, 1, 12);
/** Every other buyer has one of the policy's tags, and the first has all of them. */
function tagsOf(buyerId: string, policyTags: readonly string[]): readonly string[] {
  const position = BUYERS.indexOf(buyerId);
  if (position === 0) return policyTags;
  return Object.freeze(
    policyTags.filter((_, index) => position % 2 === 1 && index === (position >> 1) % policyTags.length),
  );
}

interface Stock {
  key: string;
  total: number;
  winners: string[];
  line: WaitingClaim[];
}

/**
 * Simulates a random sale of a few items. The policy makes all decisions, and the product's usual checks
 * apply.
 * @returns its decisions, one string each
 * @throws PolicyViolation
 */
export function sampleSale(policy: AllocationPolicy, rules: ShowRules, seed: number): string[] {
  const sale = new SampleSale(new CheckedPolicy(policy, rules), seededRandom(seed));
  for (let step = 0; step < 30; step++) sale.step(step);
  return sale.decisions;
}

class SampleSale {
  readonly decisions: string[] = [];
  private readonly items: Stock[];
  private claimCount = 0;

  constructor(
    private readonly policy: CheckedPolicy,
    private readonly random: () => number,
  ) {
    this.items = ['1', '2'].map((key) => ({
      key,
      total: this.randomBelow(MAX_UNITS + 1),
      winners: [],
      line: [],
    }));
  }

  step(step: number): void {
    if (this.random() < 0.7) this.decideBatch(NOON + step * 1_000);
    else this.freeUnit(this.pick(this.items));
  }

  private decideBatch(arrival: number): void {
    const requests = Array.from({ length: 1 + this.randomBelow(4) }, () => this.randomRequest(arrival));
    // Equal requests keep their order, because the sort is stable.
    const sorted = this.policy.sorted(requests, () => 0);
    for (const request of sorted) this.decide(request);
  }

  private decide(request: ClaimRequest): void {
    const item = this.items.find(({ key }) => key === request.itemKey);
    if (item === undefined || item.line.some(({ buyerId }) => buyerId === request.buyerId)) return;
    const { verdict, rule } = this.policy.decide(request, viewOf(item), this.buyer(request.buyerId, item));
    this.decisions.push(`${request.buyerId} ${item.key} ${verdict} ${rule}`);
    if (verdict === 'win') item.winners.push(request.buyerId);
    if (verdict === 'wait') item.line.push(this.waitingClaim(request));
  }

  private waitingClaim(request: ClaimRequest): WaitingClaim {
    const tags = this.policy.needs.includes('tags')
      ? { tags: tagsOf(request.buyerId, this.policy.tags) }
      : {};
    return Object.freeze({ ...request, ...tags, id: `claim-${(this.claimCount += 1)}` });
  }

  /** A winner gives up a unit (if there is no winner, the seller adds one). The policy chooses who gets it. */
  private freeUnit(item: Stock): void {
    if (item.winners.pop() === undefined) item.total += 1;
    if (item.line.length === 0) return;
    const chosenId = this.policy.next(item.line, viewOf(item));
    const chosenClaim = item.line.find(({ id }) => id === chosenId);
    this.decisions.push(`next ${item.key} ${chosenClaim?.buyerId ?? 'none'}`);
    if (chosenClaim === undefined) return;
    item.line.splice(item.line.indexOf(chosenClaim), 1);
    item.winners.push(chosenClaim.buyerId);
  }

  private randomRequest(arrival: number): ClaimRequest {
    return {
      buyerId: this.pick(BUYERS),
      itemKey: this.pick(this.items).key,
      claimTime: arrival - this.randomBelow(2_000),
      arrival,
      queueOnly: this.random() < 0.1,
    };
  }

  private buyer(id: string, item: Stock): BuyerView {
    const unitsWon = ({ winners }: Stock): number => winners.filter((winner) => winner === id).length;
    const facts: BuyerFacts = {
      winsInShow: this.items.reduce((sum, other) => sum + unitsWon(other), 0),
      unitsOfItem: unitsWon(item),
      tags: tagsOf(id, this.policy.tags),
    };
    const needed = Object.entries(facts).filter(([fact]) => this.policy.needs.some((need) => need === fact));
    // The cast is safe: these are exactly the facts that the policy needs.
    return Object.freeze({ id, ...Object.fromEntries(needed) }) as BuyerView;
  }

  private pick<T>(list: readonly T[]): T {
    return list[this.randomBelow(list.length)] as T;
  }

  private randomBelow(end: number): number {
    return Math.floor(this.random() * end);
  }
}

const viewOf = ({ key, total, winners, line }: Stock): ItemView => ({
  key,
  total,
  claimed: winners.length,
  waiting: line.length,
});
