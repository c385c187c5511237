import type { Outcome } from '@sellary/contracts';
import { isActive, OracleLines } from './oracle-lines';
import type {
  OracleClaim,
  OracleComment,
  OraclePending,
  OracleReview,
  Result,
  Understood,
} from './oracle-types';

/** Fair times, limits, and comments that wait for the fairness window. */
export class OracleWindow extends OracleLines {
  /** `first`: on arrival. */
  outcomes: { commentId: string; outcome: Outcome; first: Outcome }[] = [];
  reviews: OracleReview[] = [];
  claimWords: readonly string[] = ['sold'];
  rules = { wishes: 1, addsToHeld: false, unitsPerItem: 0, unitsPerShow: 0 };
  /** How late viewers see a broadcast, ms, by its id. */
  delays = new Map<string, number>();
  windowMs = 0;
  pending: OraclePending[] = [];
  /** Results of the latest comment. */
  results: Result[] = [];

  /** The time by which a comment is ordered under the present rules. */
  fairTime({ claimTime, source }: Pick<OracleReview, 'claimTime' | 'source'>): number {
    return claimTime - (this.delays.get(source) ?? 0);
  }

  /** Ends the units that were asked for last; those that only wait end before those that won. */
  protected pass({ key, units }: Understood, buyer: string): Result {
    const held = this.decided(key, buyer);
    const waiting = held.filter((claim) => claim.status !== 'winner').sort((a, b) => b.unit - a.unit);
    const won = held.filter((claim) => claim.status === 'winner').sort((a, b) => b.unit - a.unit);
    const ending = [...waiting, ...won].slice(0, units ?? held.length);
    for (const claim of ending) this.end(claim, 'passed');
    const outcome = ending.length === 0 ? 'no_active_claim' : 'passed';
    return { item: key, quantity: units ?? ending.length, won: 0, waiting: 0, outcome };
  }

  protected nextUnit(key: string, buyer: string, before: number): number {
    const own = this.claims.filter(
      (claim) => claim.born >= before && claim.key === key && claim.buyer === buyer,
    );
    return 1 + Math.max(0, ...[...this.held(key, buyer), ...own].map((claim) => claim.unit));
  }

  hasPending(): boolean {
    const passes = this.pending.some(
      ({ isOpen, wishes }) => isOpen && wishes.some(({ wish }) => wish.act === 'pass'),
    );
    return passes || this.claims.some(({ status }) => status === 'pending');
  }

  /** The claims and passes of a comment wait for the fairness window. */
  protected wait(comment: OracleComment, wishes: Understood[], before: number): void {
    const { buyer, claimTime, arrival, source, secondsOnly } = comment;
    this.results = [];
    const waiting = wishes.map((wish) => {
      const { act, key, units = 1 } = wish;
      const times = { queueOnly: act === 'waitlist', fairTime: this.fairTime(comment), arrival };
      const claims = Array.from({ length: act === 'pass' ? 0 : units }, () =>
        this.make(key, buyer, this.nextUnit(key, buyer, before), 'pending', times),
      );
      this.results.push({ item: key, quantity: units, won: 0, waiting: 0, outcome: 'pending' });
      return { wish, claims };
    });
    this.pending.push({
      ...{ commentId: '', id: '', buyer, claimTime, arrival, source, secondsOnly },
      ...{ wishes: waiting, isOpen: true },
    });
  }

  /** The time at which the window of a pending comment is over. */
  dueAt({ claimTime, source }: Pick<OraclePending, 'claimTime' | 'source'>, longest: number): number {
    const late = Math.max(longest, this.delays.get(source) ?? 0);
    return this.fairTime({ claimTime, source }) + late + this.windowMs;
  }

  /** Everything that waits: open comments, and those of which an undo made claims pending again. */
  waiting(): OraclePending[] {
    return this.pending.filter(
      ({ isOpen, wishes }) =>
        isOpen || wishes.some(({ claims }) => claims.some(({ status }) => status === 'pending')),
    );
  }

  /** Decides pending comments in the order of fair times. @returns the results of those that were open */
  decideDue(due: OraclePending[]): Map<string, Result[]> {
    const unit = due.some(({ secondsOnly }) => secondsOnly) ? 1_000 : 1;
    const fair = (one: OraclePending): number => Math.floor(this.fairTime(one) / unit);
    const inOrder = [...due].sort((a, b) => fair(a) - fair(b) || a.arrival - b.arrival);
    const results = new Map<string, Result[]>();
    for (const one of inOrder) {
      const wishes = one.wishes.filter(({ wish }) => one.isOpen || wish.act !== 'pass');
      const decided = wishes.map(({ wish, claims }) =>
        wish.act === 'pass' ? this.pass(wish, one.buyer) : this.decideWish(wish, claims, one),
      );
      const known = this.outcomes.find(({ commentId }) => commentId === one.commentId);
      if (!one.isOpen || known === undefined) continue;
      known.outcome = decided[0]?.outcome ?? known.outcome;
      one.isOpen = false;
      results.set(one.id, decided);
    }
    return results;
  }

  protected decideWish({ key }: Understood, claims: OracleClaim[], { buyer, wishes }: OraclePending): Result {
    const result: Result = {
      item: key,
      quantity: claims.length,
      won: 0,
      waiting: 0,
      outcome: 'duplicate_user',
    };
    const open = claims.filter(({ status }) => status === 'pending');
    const has = (status: string): boolean => claims.some((claim) => claim.status === status);
    if (open.length === 0) {
      return { ...result, outcome: has('winner') ? 'winner' : has('waitlist') ? 'waitlist' : 'refused' };
    }
    const own = wishes.flatMap((one) => one.claims);
    const earlier = this.decided(key, buyer).filter((claim) => !own.includes(claim));
    const isRepeated = earlier.length > 0 && !this.rules.addsToHeld;
    for (const [index, claim] of open.entries()) {
      const isOver = this.isOverLimit(this.decided(key, buyer).length, buyer);
      if (isRepeated || isOver) {
        this.changeStatus(claim, 'released');
        if (!isRepeated && index === 0) result.outcome = 'over_limit';
        continue;
      }
      const status = this.judge(key, claim.queueOnly);
      this.changeStatus(claim, status);
      result.won += Number(status === 'winner');
      result.waiting += Number(status === 'waitlist');
      if (index === 0) result.outcome = status === 'unmatched' ? 'item_not_found' : status;
    }
    return result;
  }

  protected isOverLimit(here: number, buyer: string): boolean {
    const { unitsPerItem, unitsPerShow } = this.rules;
    const everywhere = this.claims.filter(
      (claim) => claim.buyer === buyer && isActive(claim) && claim.status !== 'pending',
    ).length;
    return (unitsPerItem !== 0 && here >= unitsPerItem) || (unitsPerShow !== 0 && everywhere >= unitsPerShow);
  }

  protected judge(
    key: string,
    queueOnly: boolean,
    ahead = this.line(key).length,
  ): 'winner' | 'waitlist' | 'unmatched' {
    if (this.item(key) === undefined) return 'unmatched';
    return !queueOnly && this.free(key) > 0 && ahead === 0 ? 'winner' : 'waitlist';
  }
}
