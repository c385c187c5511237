import type {
  ActInputs,
  Claim,
  Comment,
  IntentOutcome,
  Item,
  LedgerData,
  OperatorAct,
  ShowEvent,
} from '@sellary/contracts';
import { isAmong, editsWithVariants, toIntent } from './act-inputs';
import { applyAct } from './applied-acts';
import { DeletionWatch } from './deletion-watch';
import { itemDifferences, lineId } from './item-differences';
import { Oracle } from './oracle';
import type { OracleClaim, OracleReview, Result, OracleIntent } from './oracle-types';
import type { ViewerComment } from './viewer-comment';
import { SeenBuyers } from './seen-buyers';
import {
  claimDifferences,
  delaysOf,
  oracleDueComments,
  newClaimDifferences,
  resultsDifference,
} from './witness-checks';

/** The rehearsal's seller, and the default source of a comment. */
const [HOST, MAIN_SOURCE] = ['host', 'main'] as const;

/**
 * Follows a show's ledger, has the oracle decide every comment and act in the same order as the product, and
 * reports every difference. It never trusts the product's decisions, only compares them.
 */
export class Witness {
  readonly oracle = new Oracle();
  readonly differences: string[] = [];
  readonly acts: { seq: number; act: OperatorAct }[] = [];
  readonly buyers = new SeenBuyers();
  /** Fair time of each comment, by row id. */
  readonly fairTimes = new Map<string, number>();
  /** Edits that operators may make when they accept a comment, registered before they are sent. */
  readonly edits: OracleIntent[] = [];
  private readonly comments = new Map<string, ViewerComment>();
  /** Results of the most recently decided pending comments, by comment id. */
  private dueResults = new Map<string, Result[]>();
  private lastSeq = 0;
  private readonly deletions = new DeletionWatch();
  /** Claim rows since the last comment or act. */
  private rows: { claim: Claim; created: boolean }[] = [];
  private items = new Map<string, Item>();
  private step = { seq: 0, text: 'the beginning' };
  private stepEnded: (seq: number) => void = () => undefined;

  /** Registers a comment before it is sent, because its row may be read before the response arrives. */
  registerComment(comment: ViewerComment): void {
    if (!this.comments.has(comment.commentId)) this.comments.set(comment.commentId, comment);
  }

  /** Calls `onStep` at the beginning and after each comment or act, with the seq of that row. */
  follow(events: readonly ShowEvent[], onStep: (seq: number) => void = () => undefined): void {
    onStep(this.step.seq);
    this.stepEnded = onStep;
    for (const event of events) this.applyRow(event);
    this.closeStep();
    this.stepEnded = () => undefined;
  }

  reportDifference(difference: string): void {
    if (this.differences.length >= 20) return;
    this.differences.push(`after row ${this.lastSeq} (${this.step.text}): ${difference}`);
  }

  private applyRow(event: ShowEvent): void {
    if (event.seq !== this.lastSeq + 1) this.reportDifference(`row ${event.seq} follows`);
    switch (event.type) {
      case 'claim.created':
      case 'claim.updated':
        this.rows.push({ claim: event.data.claim, created: event.type === 'claim.created' });
        this.recordBuyer(event.data.claim.buyer);
        if (event.data.item !== null) this.items.set(event.data.item.id, event.data.item);
        break;
      case 'claim.released':
        this.rows.push({ claim: event.data.claim, created: false });
        if (event.data.promotedClaim !== undefined) {
          this.rows.push({ claim: event.data.promotedClaim, created: false });
        }
        if (event.data.item !== null) this.items.set(event.data.item.id, event.data.item);
        break;
      case 'item.updated':
        if ('item' in event.data) this.items.set(event.data.item.id, event.data.item);
        break;
      case 'comment.received':
        this.begin(event.seq, `comment "${event.data.comment.text}" by ${event.data.comment.buyer.handle}`);
        this.applyComment(event.data.comment);
        return;
      case 'comment.updated':
        this.begin(event.seq, `${event.data.comment.commentId} is ${event.data.change}`);
        this.applyChange(event.data);
        return;
      case 'operator.act':
        this.begin(event.seq, `${event.data.act} ${JSON.stringify(event.data.input).slice(0, 200)}`);
        this.deletions.check(event.data, event.by).forEach((text) => this.reportDifference(text));
        this.applyAct(event.seq, event.data, event.at);
        return;
      case 'session.status':
        this.begin(event.seq, event.data.status);
        if (event.data.status !== 'draft') this.oracle.setStatus(event.data.status, Date.parse(event.at));
        return;
      case 'rules.set':
        this.oracle.setRules(event.data.rules);
        this.oracle.delays = delaysOf(event.data.rules, MAIN_SOURCE);
        break;
      case 'review.updated':
        this.compareDecided(event.data);
        break;
      case 'show.updated':
      case 'error':
      case 'facts.read':
      case 'viewer.erased':
        break;
    }
    this.lastSeq = event.seq;
  }

  private begin(seq: number, text: string): void {
    this.closeStep();
    this.lastSeq = seq;
    this.step = { seq, text };
    this.oracle.beginStep();
  }

  private closeStep(): void {
    this.compareRows();
    this.stepEnded(this.step.seq);
  }

  private applyComment(row: Comment): void {
    const comment = this.comments.get(row.commentId);
    if (comment === undefined) return this.reportDifference(`no viewer wrote ${row.commentId}`);
    if (this.oracle.knows(row.commentId)) this.reportDifference(`comment ${row.commentId} is stored twice`);
    this.recordBuyer(row.buyer);
    // A comment sent without an author may have one by the time the whole list has been read.
    const author = row.buyer.platformUserId;
    if (author !== comment.userId && author !== comment.authorId) {
      this.reportDifference(`the author is ${author}, not ${comment.userId}`);
    }
    const arrival = Date.parse(row.receivedAt);
    const claimTime = comment.timestamp === null ? arrival : Math.min(Date.parse(comment.timestamp), arrival);
    if (Date.parse(row.commentedAt) !== claimTime) {
      this.reportDifference(`written at ${row.commentedAt}, not at ${new Date(claimTime).toISOString()}`);
    }
    const source = comment.source ?? MAIN_SOURCE;
    this.fairTimes.set(row.id, this.oracle.fairTime({ claimTime, source }));
    const secondsOnly = comment.timestamp !== null && !comment.timestamp.includes('.');
    const outcome = this.oracle.comment({
      commentId: row.commentId,
      buyer: row.buyer.id,
      byHost: comment.byHost ?? comment.userId === HOST,
      claimTime,
      secondsOnly,
      arrival,
      source,
      meaning: comment.meaning,
    });
    const review = this.oracle.comments.get(row.commentId);
    if (review !== undefined) review.id = row.id;
    const waiting = this.oracle.pending.find(({ commentId }) => commentId === row.commentId);
    if (waiting !== undefined) waiting.id = row.id;
    if (outcome !== row.outcome) this.reportDifference(`the outcome is ${row.outcome}, should be ${outcome}`);
    this.compareResults(row.outcomes, this.oracle.results);
  }

  /** Checks that the engine decided everything that was due, and nothing else. */
  private applyDue(input: ActInputs['decide_due']): void {
    const { due, difference } = oracleDueComments(this.oracle, MAIN_SOURCE, input);
    if (difference !== null) this.reportDifference(difference);
    this.dueResults = this.oracle.decideDue(due);
  }

  private compareDecided({ comment, resolution }: LedgerData['review.updated']): void {
    if (resolution !== 'decided') return;
    const outcome = this.oracle.outcomes.find(({ commentId }) => commentId === comment.commentId)?.outcome;
    if (comment.outcome !== outcome) {
      this.reportDifference(`the outcome is ${comment.outcome}, should be ${outcome}`);
    }
    this.compareResults(comment.outcomes, this.dueResults.get(comment.id) ?? []);
  }

  private compareResults(outcomes: IntentOutcome[] | undefined, results: Result[]): void {
    const difference = resultsDifference(outcomes, results);
    if (difference !== null) this.reportDifference(difference);
  }

  /** Applies an acceptance. Each intent must come from the comment or from an operator's edit. */
  private applyAccept(seq: number, { comments, countedWord }: ActInputs['accept']): void {
    if (countedWord !== undefined && !this.oracle.claimWords.includes(countedWord)) {
      this.reportDifference(`the word ${countedWord} was counted but is not a claim word`);
    }
    const isGroup = comments.length > 1 || countedWord !== undefined;
    const accepted = comments.flatMap(({ commentId, intents, deleted: isRefused = false }) => {
      const review = this.reviewOf(commentId);
      const acceptedIntents = intents.map(toIntent);
      if (review === undefined) return [];
      // A single comment may have been accepted individually, or as a group of one.
      const mayBeRefused = this.oracle.isRefusedInGroup(review.commentId);
      if (isRefused ? !mayBeRefused : isGroup && mayBeRefused) {
        this.reportDifference(
          `${review.commentId} refused as deleted is ${isRefused}, should be ${!isRefused}`,
        );
      }
      const expected = [...review.proposal, ...this.edits, ...editsWithVariants(this.edits, review.proposal)];
      for (const unexpected of acceptedIntents.filter((intent) => !isAmong(expected, intent))) {
        this.reportDifference(
          `${review.commentId} is accepted as ${unexpected.act} ${unexpected.key}, which no operator meant`,
        );
      }
      return [{ review, acceptedIntents, isRefused }];
    });
    this.oracle.accept(accepted, seq);
  }

  private reviewOf(id: string): OracleReview | undefined {
    const review = this.oracle.reviews.find((known) => known.id === id);
    if (review === undefined) this.reportDifference(`comment ${id} is not in review`);
    else if (review.resolved !== null) this.reportDifference(`${review.commentId} is resolved twice`);
    return review;
  }

  private applyChange({ comment, change, was }: LedgerData['comment.updated']): void {
    this.recordBuyer(comment.buyer);
    if (change === 'deleted') this.deletions.expected = this.oracle.deleteComment(comment.commentId);
    if (was === undefined) return;
    const expected = this.comments.get(comment.commentId)?.authorId;
    const author = comment.buyer.platformUserId;
    if (author !== expected) this.reportDifference(`the author is ${author}, not ${expected}`);
    const outcome = this.oracle.identify(comment.commentId, was.buyerId, comment.buyer.id);
    if (outcome !== comment.outcome) {
      this.reportDifference(`the outcome is ${comment.outcome}, should be ${outcome}`);
    }
  }

  private applyAct(seq: number, act: OperatorAct, at: string): void {
    this.acts.push({ seq, act });
    const { oracle } = this;
    switch (act.act) {
      case 'accept':
        return this.applyAccept(seq, act.input);
      case 'dismiss': {
        const reviews = act.input.commentIds.flatMap((id) => this.reviewOf(id) ?? []);
        return oracle.dismiss(reviews, seq);
      }
      case 'decide_due':
        return this.applyDue(act.input);
      default: {
        const refused = applyAct(oracle, seq, act, Date.parse(at));
        if (refused !== null) this.reportDifference(`this should have been refused: ${refused}`);
      }
    }
  }

  private recordBuyer(buyer: Claim['buyer']): void {
    if (!this.buyers.record(buyer)) this.reportDifference(`buyer ${buyer.id} contradicts an earlier row`);
  }

  /** Checks that every claim affected by the step matches the oracle, and that no other was affected. */
  private compareRows(): void {
    const newClaims = this.oracle.changedClaims().filter((claim) => claim.id === '');
    for (const row of this.rows.filter(({ created }) => created)) {
      const { itemId, itemNumber, variant, buyer } = row.claim;
      const key = itemId === null ? itemNumber : this.oracle.itemById(lineId(itemId, variant))?.key;
      const claim = newClaims.find((made) => made.id === '' && made.buyer === buyer.id && made.key === key);
      if (claim === undefined) {
        this.reportDifference(`a claim of ${row.claim.buyer.handle} was made that should not have been`);
      } else this.assignClaimId(claim, row.claim);
    }
    const latestRows = new Map(this.rows.map(({ claim }) => [claim.id, claim]));
    for (const claim of this.oracle.changedClaims()) {
      if (claim.id === '') {
        this.reportDifference(
          `a claim of ${claim.buyer} on ${claim.key} (${claim.status}) should have been made`,
        );
      } else if (!latestRows.has(claim.id)) {
        this.reportDifference(
          `the claim of ${claim.buyer} on ${claim.key} should be ${claim.status}, and no row reports it`,
        );
      }
    }
    const differences = [
      ...[...latestRows.values()].flatMap((row) => claimDifferences(this.oracle, row)),
      ...[...this.items.values()].flatMap((item) => itemDifferences(this.oracle, item)),
    ];
    for (const difference of differences) this.reportDifference(difference);
    this.rows = [];
    this.items.clear();
    this.oracle.beginStep();
  }

  private assignClaimId(claim: OracleClaim, row: Claim): void {
    claim.id = row.id;
    for (const difference of newClaimDifferences(this.oracle, claim, row)) this.reportDifference(difference);
  }
}
