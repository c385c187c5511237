import type { Claim, ClaimStatus, LedgerData, OperatorAct, ShowRules } from '@sellary/contracts';
import type { AllocationPolicy } from '@sellary/extension-kit/domain';
import { ApiError, messageOf, type Reader, readRecordedRows, type RecordedRow, Step } from '../../kernel';
import { readShowRow, type ShowRow } from '../../shows';
import { inputsOf } from '../acts/act-definition';
import { definitionOf } from '../acts/definitions';
import { Board, decide, type Decision, findPolicy, type Input } from '../domain/allocation';
import { ChainCheck } from './chain-check';
import { ClaimSteps } from './claim-steps';
import { missingRow } from './column-differences';
import { outcomeDifferences, toInput } from './recorded-comment';
import { countComments, readBatch, type RecordedComment } from './records';
import { ReplayedBuyers } from './replayed-buyers';
import { ReplayedClaims } from './replayed-claims';
import { ReplayedComments } from './replayed-comments';
import { ReplayedItems } from './replayed-items';
import { ReplayedPrices } from './replayed-prices';
import { ReplayedShow } from './replayed-show';

export interface ReplayReport {
  showId: string;
  events: number;
  comments: number;
  claims: number;
  /**
   * Number of rows whose text was redacted at a viewer's request. The chain is intact, but the text cannot be
   * checked.
   */
  redacted: number;
  /** Differences, as text. Empty if the replay reproduces the stored state exactly. */
  differences: string[];
  /**
   * Columns that were not compared, because this ledger does not determine them. The show is a draft, or the
   * ledger is older than the rows that determine them.
   */
  unchecked: string[];
  /** Hash of the last row, in hex. */
  headHash: string;
  /** The rules in force at the end. `grammar` is null if the ledger does not specify a grammar. */
  rules: { rules: ShowRules; policy: string; grammar: string | null };
}

interface ReplayOptions {
  policies?: (id: string) => AllocationPolicy | undefined;
  /** Ends the replay early. */
  signal?: AbortSignal;
}

/**
 * Folds a show's ledger again through the `decide()` that live shows use, and compares the result with the
 * ledger and with every stored column that follows from the ledger.
 */
export class Replay {
  private readonly board = new Board();
  private readonly show: ReplayedShow;
  private readonly acts = new Map<number, OperatorAct>();
  private readonly prices = new ReplayedPrices();
  private readonly steps = new ClaimSteps();
  private readonly claims = new ReplayedClaims();
  private readonly items = new ReplayedItems();
  private readonly comments = new ReplayedComments();
  private readonly buyers = new ReplayedBuyers();
  /** Claims that the next rows record again although no decision changed them. */
  private readonly restatedIds = new Set<string>();
  private readonly differences: string[] = [];
  private readonly foldedBatches = new Set<number>();
  /** Comments of the latest batch, in order of arrival, by id. */
  private lastBatch = new Map<string, RecordedComment>();
  private readonly chain: ChainCheck;
  private readonly signal: AbortSignal | undefined;

  constructor(
    private readonly reader: Reader,
    private readonly showId: string,
    { policies = findPolicy, signal }: ReplayOptions = {},
  ) {
    this.chain = new ChainCheck(showId);
    this.show = new ReplayedShow(policies);
    this.signal = signal;
  }

  /**
   * Runs step by step, so that the process can do other work in between. Use a reader of one database
   * snapshot if the show may change.
   * @throws ApiError NOT_FOUND, or the signal's reason if it is aborted
   */
  async run(): Promise<ReplayReport> {
    const showRow = await readShowRow(this.reader, this.showId);
    if (showRow === null) throw ApiError.notFound('show');
    this.buyers.workspaceId = showRow.workspace_id;
    const step = new Step();
    for await (const row of readRecordedRows(this.reader, this.showId)) {
      this.signal?.throwIfAborted();
      if (step.isOver) await step.pause();
      this.report(this.chain.check(row));
      this.show.recordUpdateTime(row);
      await this.fold(row);
    }
    const claims = await this.compareWithStored(showRow);
    return {
      showId: this.showId,
      events: this.chain.rowCount,
      comments: this.comments.count,
      claims,
      redacted: this.chain.redactedCount,
      differences: this.differences,
      unchecked: [this.show, this.comments, this.claims].flatMap((part) => part.unchecked),
      headHash: showRow.head_hash.toString('hex'),
      rules: this.show.currentRules,
    };
  }

  /** @returns the number of stored claims */
  private async compareWithStored(showRow: ShowRow): Promise<number> {
    const { reader, showId, board } = this;
    this.report(this.steps.compareEnd());
    if (this.chain.rowCount !== showRow.last_seq) {
      this.report([
        `shows ${showId}: last_seq is stored as ${showRow.last_seq}, but the ledger contains ${this.chain.rowCount} rows`,
      ]);
    }
    if (this.chain.head !== showRow.head_hash.toString('hex')) {
      this.report([`shows ${showId}: head_hash is not the hash of the last row`]);
    }
    const claims = await this.claims.compare({ reader, showId }, board, this.prices, (differences) =>
      this.report(differences),
    );
    this.report(await this.items.compare(reader, showId, board));
    this.report(await this.comments.compare(reader, showId));
    this.report(await this.buyers.compare(reader, showId));
    const stored = await countComments(reader, showId);
    if (stored.comments !== this.comments.count) {
      this.report([`${stored.comments} comments are stored, but the ledger contains ${this.comments.count}`]);
    }
    const counts = {
      comments: this.comments.count,
      reviews: stored.reviews,
      amountWon: this.prices.amountWon,
    };
    this.report(this.show.compare(showRow, board, counts));
    return claims;
  }

  private async fold(row: RecordedRow): Promise<void> {
    switch (row.type) {
      case 'session.status':
        return this.show.applyStatus(row.at, JSON.parse(row.payload) as LedgerData['session.status']);
      case 'rules.set':
        return this.report(this.show.setRules(row.seq, JSON.parse(row.payload) as LedgerData['rules.set']));
      case 'facts.read':
        return this.useFacts(row);
      case 'show.updated':
        return this.show.update((JSON.parse(row.payload) as LedgerData['show.updated']).show);
      case 'operator.act':
        return this.foldOperatorAct(row);
      case 'comment.received':
        return this.foldComment(row);
      case 'comment.updated':
        return this.updateComment(row);
      case 'review.updated':
        return this.comments.applyReview(JSON.parse(row.payload) as LedgerData['review.updated']);
      case 'claim.created':
      case 'claim.updated':
      case 'claim.released':
        return this.compareStep(row);
      case 'item.updated':
        return this.updateItem(row);
      case 'viewer.erased':
        return this.buyers.erase(row.at, (JSON.parse(row.payload) as LedgerData['viewer.erased']).buyerId);
      default:
        // The other rows describe changes that have already been folded.
        return;
    }
  }

  /** Gives the next decision the same facts that the policy had. These facts come from outside the show. */
  private useFacts(row: RecordedRow): void {
    const { tags } = JSON.parse(row.payload) as LedgerData['facts.read'];
    this.board.useTags(new Map(Object.entries(tags)));
  }

  private decide(inputs: readonly Input[]): Decision[] {
    try {
      return decide(this.board, this.show.state(this.board), inputs);
    } finally {
      this.board.useTags(new Map());
    }
  }

  private foldOperatorAct(row: RecordedRow): void {
    const act = JSON.parse(row.payload) as OperatorAct;
    this.acts.set(row.seq, act);
    this.show.applyAct(act);
    this.claims.applyAct(row.seq, act);
    this.comments.applyAct(act, this.acts);
    const definition = definitionOf(act);
    if (definition === undefined) {
      this.report([
        `row ${row.seq}: this version of the product does not support version ${act.version ?? 1} of the act ${act.act}`,
      ]);
      return;
    }
    for (const id of definition.rerecordedClaimIds?.(act.input) ?? []) {
      const status = this.board.claim(id)?.status;
      if (status !== undefined) this.expectRestated(id, status);
    }
    this.expectFrom(`row ${row.seq}: the act ${act.act}`, () =>
      this.decide(inputsOf(definition, act.input, this.board, (seq) => this.acts.get(seq))),
    );
  }

  private expectRestated(claimId: string, status: ClaimStatus): void {
    this.steps.expectUpdate(claimId, status);
    this.restatedIds.add(claimId);
  }

  /** Applies a change to a comment. If the author became known, the recorded claims move to the author. */
  private updateComment(row: RecordedRow): void {
    const updated = JSON.parse(row.payload) as LedgerData['comment.updated'];
    const { comment, was } = updated;
    this.comments.applyUpdate(updated);
    if (was !== undefined) this.buyers.remember(row.at, comment.buyer);
    for (const claimId of was?.claimIds ?? []) {
      const status = this.board.reassign(claimId, comment.buyer.id);
      if (status === null) {
        this.report([`row ${row.seq}: claim ${claimId} goes to another buyer but does not exist`]);
      } else this.expectRestated(claimId, status);
    }
  }

  private updateItem(row: RecordedRow): void {
    const data = JSON.parse(row.payload) as LedgerData['item.updated'];
    this.items.apply(row.at, data);
    if ('itemId' in data) this.show.removeItem(data.itemId);
  }

  private async foldComment(row: RecordedRow): Promise<void> {
    const received = JSON.parse(row.payload) as LedgerData['comment.received'];
    const { comment } = received;
    if (!this.lastBatch.has(comment.id)) {
      const read = await readBatch(this.reader, this.showId, comment.id);
      this.lastBatch = new Map(read.map((recorded) => [recorded.id, recorded]));
    }
    const stored = this.lastBatch.get(comment.id);
    if (stored === undefined) {
      this.report([missingRow('comments', comment.id)]);
      return;
    }
    this.report(this.comments.applyArrival(stored, received));
    this.buyers.remember(row.at, comment.buyer, stored);
    if (this.foldedBatches.has(stored.batch)) return;
    this.foldedBatches.add(stored.batch);
    const { rules } = this.show.currentRules;
    const comments = [...this.lastBatch.values()];
    this.expectFrom(`row ${row.seq}: its batch`, () => {
      const decisions = this.decide(comments.map((recorded) => toInput(recorded, rules)));
      this.report(outcomeDifferences(comments, decisions));
      this.claims.applyBatch(decisions, comments);
      return decisions;
    });
  }

  /** Expects the decisions' rows next. Stored values that cannot be decided are reported as a difference. */
  private expectFrom(source: string, makeDecisions: () => Decision[]): void {
    try {
      this.steps.expect(makeDecisions());
    } catch (error) {
      this.report([`${source} would be refused now (${messageOf(error)})`]);
    }
  }

  private compareStep(row: RecordedRow): void {
    const data = JSON.parse(row.payload) as LedgerData['claim.created'] & { promotedClaim?: Claim };
    const { claim, promotedClaim } = data;
    this.report([...this.prices.apply(row.seq, data), ...this.steps.compare(row, data)]);
    this.items.apply(row.at, data);
    this.claims.apply(row, claim, this.restatedIds.delete(claim.id));
    if (promotedClaim !== undefined) this.claims.apply(row, promotedClaim, false);
    if (claim.commentId === null) this.buyers.remember(row.at, claim.buyer);
  }

  private report(differences: readonly string[]): void {
    this.differences.push(...differences);
  }
}
