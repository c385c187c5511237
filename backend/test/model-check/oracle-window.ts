import type { Outcome } from '@sellary/contracts';
import { isActive, isDecided } from './oracle-lines';
import type {
  OracleClaim,
  OracleComment,
  OraclePending,
  OracleReview,
  Result,
  OracleIntent,
} from './oracle-types';
import { OracleUndo } from './oracle-undo';

/** Fair times, limits, and comments waiting for the fairness window. */
export class OracleWindow extends OracleUndo {
  claimWords: readonly string[] = ['sold'];
  rules = { intents: 1, addsUnits: false, unitsPerItem: 0, unitsPerShow: 0, deleted: 'keep' };
  /** Viewer delays by broadcast id, in ms. */
  delays = new Map<string, number>();
  windowMs = 0;
  pending: OraclePending[] = [];
  /** Every comment as a review, by its platform id. */
  readonly comments = new Map<string, OracleReview>();
  /** Results of the latest comment. */
  results: Result[] = [];

  /** Returns the time that determines a comment's order under the current rules. */
  fairTime({ claimTime, source }: Pick<OracleReview, 'claimTime' | 'source'>): number {
    return claimTime - (this.delays.get(source) ?? 0);
  }

  /** Ends a buyer's newest claims, the waiting ones first. `mayEnd` selects the claims that may end. */
  protected pass({ key, units }: OracleIntent, buyer: string, mayEnd = isActive): Result {
    const all = key.includes('/') ? this.claimsOf(key, buyer) : this.claimsOfItem(key, buyer);
    const claims = all.filter(mayEnd);
    const waiting = claims.filter((claim) => claim.status !== 'winner').sort((a, b) => b.unit - a.unit);
    const won = claims.filter((claim) => claim.status === 'winner').sort((a, b) => b.unit - a.unit);
    const ending = [...waiting, ...won].slice(0, units ?? claims.length);
    for (const claim of ending) this.endClaim(claim, 'passed');
    const outcome = ending.length === 0 ? 'no_active_claim' : 'passed';
    return { item: key, quantity: units ?? ending.length, won: 0, waiting: 0, outcome };
  }

  protected nextUnit(key: string, buyer: string, countBefore: number): number {
    const created = this.claims.filter(
      (claim) => claim.createdOrder >= countBefore && claim.key === key && claim.buyer === buyer,
    );
    return 1 + Math.max(0, ...[...this.claimsOf(key, buyer), ...created].map((claim) => claim.unit));
  }

  hasPending(): boolean {
    const passes = this.pending.some(
      ({ isUndecided, intents }) => isUndecided && intents.some(({ intent }) => intent.act === 'pass'),
    );
    return passes || this.claims.some(({ status }) => status === 'pending');
  }

  /** Makes the claims and passes of a comment pending, except claims on withdrawn items. */
  protected makePending(comment: OracleComment, intents: OracleIntent[], countBefore: number): Outcome {
    const { commentId, buyer, claimTime, arrival, secondsOnly } = comment;
    const fairTime = this.fairTime(comment);
    const waiting = intents.map((intent) => {
      const { act, key, units = 1 } = intent;
      const isOffSale = act !== 'pass' && this.isWithdrawn(key);
      const times = { queueOnly: act === 'waitlist', fairTime, arrival };
      const claims = Array.from({ length: act === 'pass' || isOffSale ? 0 : this.maxUnits(units) }, () =>
        this.createClaim(key, buyer, this.nextUnit(key, buyer, countBefore), 'pending', times),
      );
      for (const claim of claims) Object.assign(claim, { commentId, itemId: this.item(key)?.id ?? null });
      const outcome = isOffSale ? 'item_withdrawn' : 'pending';
      this.results.push({ item: key, quantity: units, won: 0, waiting: 0, outcome });
      return { intent, claims };
    });
    const outcomes = this.results.map(({ outcome }) => outcome);
    if (!outcomes.includes('pending')) return outcomes[0] ?? 'ignored';
    this.pending.push({
      commentId,
      id: '',
      buyer,
      claimTime,
      fairTime,
      arrival,
      secondsOnly,
      intents: waiting,
      isUndecided: true,
    });
    return 'pending';
  }

  /** The number of units that a buyer without other claims may have. */
  private maxUnits(units: number): number {
    const { unitsPerItem, unitsPerShow } = this.rules;
    return Math.min(units, ...[unitsPerItem, unitsPerShow].filter((limit) => limit > 0));
  }

  /** Ends claims that name no variant of an item that has variants. Their comments go to review. */
  protected returnToReview(claims: OracleClaim[]): void {
    for (const claim of claims) {
      this.changeStatus(claim, 'released');
      const review = this.comments.get(claim.commentId ?? '');
      const known = this.outcomes.find(({ commentId }) => commentId === claim.commentId);
      if (review === undefined || known === undefined) continue;
      const isOpen = known.outcome === 'review' && review.resolved === null;
      const indexes = isOpen ? (review.open?.indexes ?? new Set<number>()) : new Set<number>();
      indexes.add(review.decidedAs.findIndex(({ key }) => key === claim.key));
      review.open = { decided: review.decidedAs.length, indexes };
      review.resolved = null;
      known.outcome = 'review';
      if (!this.reviews.includes(review)) this.reviews.push(review);
    }
  }

  /** True if an operator has to choose an item or a variant before the review can be accepted. */
  isUnclear({ proposal, open, resolved }: OracleReview, as?: OracleIntent): boolean {
    const excess = proposal.filter(({ act }) => act !== 'pass')[this.rules.intents];
    const proposed = (excess === undefined ? proposal : proposal.slice(0, proposal.indexOf(excess))).filter(
      (_, index) => open === undefined || index >= open.decided || open.indexes.has(index),
    );
    const meant = as === undefined ? proposed : [as];
    return resolved === null && (meant.length === 0 || meant.some((intent) => this.namesNoVariant(intent)));
  }

  protected namesNoVariant({ act, key }: OracleIntent): boolean {
    return act !== 'pass' && this.variantsOf(key).length > 0;
  }

  /**
   * Returns the time at which a pending comment's window is over. It waits for the longest delay of the show's
   * source and of all pending comments, so that comments become due in order of fair time. If one of them has
   * only whole seconds, the window begins at the end of the second.
   */
  dueAt({ fairTime }: OraclePending, mainDelay: number): number {
    const delays = this.allPending().map((pending) => pending.claimTime - pending.fairTime);
    const isWhole = this.allPending().some(({ secondsOnly }) => secondsOnly);
    const windowStart = isWhole ? fairTime - (fairTime % 1_000) + 999 : fairTime;
    return windowStart + Math.max(mainDelay, ...delays) + this.windowMs;
  }

  /**
   * Returns all pending comments: undecided comments, and those whose claims became pending again through an
   * undo or a restore.
   */
  allPending(): OraclePending[] {
    return this.pending.filter(
      ({ isUndecided, intents }) =>
        isUndecided || intents.some(({ claims }) => claims.some(({ status }) => status === 'pending')),
    );
  }

  /**
   * Decides pending comments in order of fair time.
   * @returns the results of the newly decided comments, by id
   */
  decideDue(due: OraclePending[]): Map<string, Result[]> {
    const precisionMs = due.some(({ secondsOnly }) => secondsOnly) ? 1_000 : 1;
    const fair = (pending: OraclePending): number => Math.floor(pending.fairTime / precisionMs);
    // Comments that arrived in the same millisecond are ordered by exact claim time, then by id.
    const inOrder = [...due].sort(
      (a, b) =>
        fair(a) - fair(b) || a.arrival - b.arrival || a.claimTime - b.claimTime || (a.id < b.id ? -1 : 1),
    );
    const results = new Map<string, Result[]>();
    for (const pending of inOrder) {
      const intents = pending.intents.filter(({ intent }) => pending.isUndecided || intent.act !== 'pass');
      const decided = intents.map(({ intent, claims }) =>
        intent.act === 'pass'
          ? this.pass(intent, pending.buyer, isDecided)
          : this.decide(intent, claims, pending),
      );
      const known = this.outcomes.find(({ commentId }) => commentId === pending.commentId);
      if (!pending.isUndecided || known === undefined) continue;
      pending.isUndecided = false;
      if (decided.some(({ outcome }) => outcome === 'review')) continue;
      known.outcome = decided[0]?.outcome ?? known.outcome;
      results.set(pending.id, decided);
    }
    return results;
  }

  private decide(intent: OracleIntent, claims: OracleClaim[], { buyer, intents }: OraclePending): Result {
    const { key, units = 1 } = intent;
    const result: Result = { item: key, quantity: units, won: 0, waiting: 0, outcome: 'duplicate_user' };
    const waiting = claims.filter(({ status }) => status === 'pending');
    const has = (status: string): boolean => claims.some((claim) => claim.status === status);
    if (waiting.length === 0) {
      if (has('winner')) return { ...result, outcome: 'winner' };
      if (has('waitlist')) return { ...result, outcome: 'waitlist' };
      if (has('closed') || claims.length === 0) return { ...result, outcome: 'item_withdrawn' };
      return { ...result, outcome: has('passed') ? 'passed' : 'refused' };
    }
    if (this.variantsOf(key).length > 0) {
      this.returnToReview(waiting);
      return { ...result, outcome: 'review' };
    }
    const commentClaims = intents.flatMap((part) => part.claims);
    const served = this.claimOutright({ ...intent, units: waiting.length }, buyer);
    result.won = served.length;
    if (served.length > 0) result.outcome = 'winner';
    const isRepeated =
      !this.rules.addsUnits &&
      this.claimsOf(key, buyer).some(
        (claim) => isDecided(claim) && !commentClaims.includes(claim) && !served.includes(claim),
      );
    for (const [index, claim] of waiting.entries()) {
      const isDone = isRepeated || index < served.length;
      if (isDone || this.isOverLimit(buyer, key, isDecided)) {
        this.changeStatus(claim, 'released');
        claim.itemId = this.item(key)?.id ?? claim.itemId;
        if (!isDone && index === 0) result.outcome = 'over_limit';
        continue;
      }
      const status = this.statusFor(key, claim.queueOnly);
      this.changeStatus(claim, status);
      result.won += Number(status === 'winner');
      result.waiting += Number(status === 'waitlist');
      if (index === 0) result.outcome = status === 'unmatched' ? 'item_not_found' : status;
    }
    return result;
  }

  /** `counts` selects the claims that count toward the limits. */
  protected isOverLimit(buyer: string, key: string, counts: (claim: OracleClaim) => boolean): boolean {
    const { unitsPerItem, unitsPerShow } = this.rules;
    const here = this.claimsOfItem(key, buyer).filter(counts).length;
    const everywhere = this.claims.filter((claim) => claim.buyer === buyer && counts(claim)).length;
    return (unitsPerItem !== 0 && here >= unitsPerItem) || (unitsPerShow !== 0 && everywhere >= unitsPerShow);
  }

  /** The status of a new claim. Buyers who only asked to wait do not get a free unit. */
  protected statusFor(key: string, queueOnly: boolean): 'winner' | 'waitlist' | 'unmatched' {
    if (this.item(key) === undefined) return 'unmatched';
    return !queueOnly && this.freeUnits(key) > 0 ? 'winner' : 'waitlist';
  }

  /**
   * Gives free units to a buyer who earlier only asked to wait and now claims.
   * @returns the claims that win
   */
  protected claimOutright({ act, key, units = 1 }: OracleIntent, buyer: string): OracleClaim[] {
    if (act === 'waitlist') return [];
    const waiting = this.claimsOf(key, buyer)
      .filter(({ queueOnly, status }) => queueOnly && status === 'waitlist')
      .sort((a, b) => a.unit - b.unit);
    const served = waiting.slice(0, Math.min(units, this.freeUnits(key)));
    for (const claim of served) this.changeStatus(claim, 'winner');
    return served;
  }
}
