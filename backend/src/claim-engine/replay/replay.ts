import {
  type Claim,
  DEFAULT_RULES,
  type LedgerData,
  type OperatorAct,
  type ShowRules,
  type ShowStatus,
} from '@sellary/contracts';
import { type AllocationPolicy, policyId } from '@sellary/extension-kit/domain';
import { ApiError, messageOf, type Reader, readRecordedRows, type RecordedRow, Step } from '../../kernel';
import { readShowRow } from '../../shows';
import { inputsOf } from '../acts/act-definition';
import { definitionOf } from '../acts/definitions';
import {
  Board,
  decide,
  type Decision,
  findPolicy,
  FIRST_POLICY,
  type Input,
  type ShowState,
} from '../domain/allocation';
import { ChainCheck } from './chain-check';
import { ClaimSteps } from './claim-steps';
import { asRecorded, asStored, outcomeDifferences, toInput } from './recorded-comment';
import { ReplayedPrices } from './replayed-prices';
import { ReplayedReviews } from './replayed-reviews';
import { countComments, readBatch, readClaimRows, readItemRows, type RecordedComment } from './records';
import { claimDifferences, itemDifferences } from './stored-state';

export interface ReplayReport {
  showId: string;
  events: number;
  comments: number;
  claims: number;
  /**
   * Rows whose text was redacted on a viewer's request. The chain is intact, but their text cannot be
   * checked.
   */
  redacted: number;
  /** Differences, as text. Empty if the record leads exactly to the stored state. */
  differences: string[];
  /** Hash of the last row, hex. */
  headHash: string;
  /** The rules in force at the end; `grammar` is null if the ledger does not name it. */
  rules: { rules: ShowRules; policy: string; grammar: string | null };
}

export interface ReplayOptions {
  policies?: (id: string) => AllocationPolicy | undefined;
  /** Ends the replay early. */
  signal?: AbortSignal;
}

/**
 * Folds a show's record again through the same `decide()` and compares the result with the ledger, comments,
 * claims, and items.
 */
export class Replay {
  private readonly board = new Board();
  private readonly spans: [start: number, end: number | null][] = [];
  private readonly show = {
    spans: this.spans,
    ended: false,
    rules: DEFAULT_RULES,
    policy: FIRST_POLICY,
    hasPending: false,
  };
  private readonly acts = new Map<number, OperatorAct>();
  private readonly reviews = new ReplayedReviews();
  private readonly prices = new ReplayedPrices();
  private readonly steps = new ClaimSteps();
  private readonly differences: string[] = [];
  private readonly foldedBatches = new Set<number>();
  private lastBatch: RecordedComment[] = [];
  private readonly chain: ChainCheck;
  private readonly policies: (id: string) => AllocationPolicy | undefined;
  private readonly signal: AbortSignal | undefined;
  private comments = 0;
  private grammar: string | null = null;

  constructor(
    private readonly reader: Reader,
    private readonly showId: string,
    { policies = findPolicy, signal }: ReplayOptions = {},
  ) {
    this.chain = new ChainCheck(showId);
    this.policies = policies;
    this.signal = signal;
  }

  /**
   * Runs inside one database snapshot, step by step, so that the process does other work in between.
   * @throws ApiError NOT_FOUND; the reason of the signal
   */
  async run(): Promise<ReplayReport> {
    const head = await readShowRow(this.reader, this.showId);
    if (head === null) throw ApiError.notFound('show');
    const step = new Step();
    for await (const row of readRecordedRows(this.reader, this.showId)) {
      this.signal?.throwIfAborted();
      if (step.isOver) await step.pause();
      this.differences.push(...this.chain.check(row));
      await this.fold(row);
    }
    this.differences.push(...this.steps.compareEnd());
    if (this.chain.rows !== head.last_seq) {
      this.reportDifference(`the ledger holds ${this.chain.rows} rows, the show has ${head.last_seq}`);
    }
    if (this.chain.head !== head.head_hash.toString('hex')) {
      this.reportDifference("the last row's hash is not the show's head hash");
    }
    const claims = await readClaimRows(this.reader, this.showId);
    this.differences.push(
      ...claimDifferences(this.board, claims),
      ...itemDifferences(this.board, await readItemRows(this.reader, this.showId)),
    );
    this.differences.push(...this.prices.compare(claims, head.amount_won));
    this.differences.push(...(await this.reviews.compare(this.reader, this.showId)));
    const stored = await countComments(this.reader, this.showId);
    if (stored !== this.comments) {
      this.reportDifference(`${stored} comments are stored, ${this.comments} follow from the record`);
    }
    return {
      showId: this.showId,
      events: this.chain.rows,
      comments: this.comments,
      claims: claims.length,
      redacted: this.chain.redacted,
      differences: this.differences,
      headHash: head.head_hash.toString('hex'),
      rules: { rules: this.show.rules, policy: policyId(this.show.policy), grammar: this.grammar },
    };
  }

  private async fold(row: RecordedRow): Promise<void> {
    switch (row.type) {
      case 'session.status':
        return this.applyStatus(row);
      case 'rules.set':
        return this.setRules(row);
      case 'facts.read':
        return this.useFacts(row);
      case 'show.updated':
        return this.setClaimsPerComment(
          (JSON.parse(row.payload) as LedgerData['show.updated']).show.maxClaimsPerComment,
        );
      case 'operator.act':
        return this.foldOperatorAct(row);
      case 'comment.received':
        return this.foldBatchOf(row);
      case 'comment.updated':
        return this.identify(row);
      case 'claim.created':
      case 'claim.updated':
      case 'claim.released':
        return this.compareStep(row);
      default:
        // The other rows describe changes that were already folded.
        return;
    }
  }

  private applyStatus(row: RecordedRow): void {
    const { status, maxClaimsPerComment } = JSON.parse(row.payload) as {
      status: ShowStatus;
      maxClaimsPerComment?: number;
    };
    const at = row.at.getTime();
    const open = this.spans.at(-1);
    if (status === 'active') this.spans.push([at, null]);
    else if (open !== undefined && open[1] === null) open[1] = at;
    this.show.ended = status === 'ended';
    this.setClaimsPerComment(maxClaimsPerComment);
  }

  /** Rows of these types contained the rule before `rules.set` existed. */
  private setClaimsPerComment(maxClaimsPerComment = this.show.rules.maxClaimsPerComment): void {
    this.show.rules = { ...this.show.rules, maxClaimsPerComment };
  }

  /**
   * The show is decided by these rules from this row. Shows recorded before this row type existed were
   * decided by the default's first version.
   */
  private setRules(row: RecordedRow): void {
    const { rules, policy, grammar } = JSON.parse(row.payload) as LedgerData['rules.set'];
    this.grammar = grammar;
    this.show.rules = { ...DEFAULT_RULES, ...rules };
    const known = this.policies(policy);
    if (known === undefined) {
      this.reportDifference(
        `row ${row.seq}: the allocation policy ${policy} is not loaded on this server. Load the extension that has it, and replay again.`,
      );
    } else this.show.policy = known;
  }

  /** The row before a decision holds what the policy was given from outside the show. */
  private useFacts(row: RecordedRow): void {
    const { tags } = JSON.parse(row.payload) as LedgerData['facts.read'];
    this.board.useTags(new Map(Object.entries(tags)));
  }

  private decide(show: ShowState, inputs: readonly Input[]): Decision[] {
    try {
      return decide(this.board, show, inputs);
    } finally {
      this.board.useTags(new Map());
    }
  }

  private foldOperatorAct(row: RecordedRow): void {
    const act = JSON.parse(row.payload) as OperatorAct;
    this.acts.set(row.seq, act);
    this.reviews.apply(row.seq, act, this.acts);
    const definition = definitionOf(act);
    if (definition === undefined) {
      this.reportDifference(
        `row ${row.seq}: this version of the product does not know the act ${act.act}, version ${act.version ?? 1}`,
      );
      return;
    }
    for (const id of definition.restates?.(act.input) ?? []) {
      const status = this.board.claim(id)?.status;
      if (status !== undefined) this.steps.expectUpdate(id, status);
    }
    try {
      const inputs = inputsOf(definition, act.input, this.board, (seq) => this.acts.get(seq));
      this.steps.expect(this.decide(this.show, inputs));
    } catch (error) {
      this.reportDifference(`row ${row.seq}: the act ${act.act} would be refused now (${messageOf(error)})`);
    }
  }

  /** Moves claims whose author became known to that buyer, if the buyer had no claim on their items. */
  private identify(row: RecordedRow): void {
    const { comment, was } = JSON.parse(row.payload) as LedgerData['comment.updated'];
    if (was !== undefined && comment.outcome === 'review') this.reviews.reopen(comment.id);
    for (const claimId of was?.claimIds ?? []) {
      const status = this.board.reassign(claimId, comment.buyer.id);
      if (status === null) {
        this.reportDifference(`row ${row.seq}: claim ${claimId} goes to a buyer who already holds the item`);
      } else this.steps.expectUpdate(claimId, status);
    }
  }

  private async foldBatchOf(row: RecordedRow): Promise<void> {
    const { comment } = JSON.parse(row.payload) as LedgerData['comment.received'];
    const comments = await this.batch(comment.id);
    const stored = comments.find((one) => one.id === comment.id);
    if (stored === undefined) {
      this.reportDifference(`row ${row.seq}: comment ${comment.id} is in the ledger but not stored`);
      return;
    }
    if (asStored(stored) !== asRecorded(comment)) {
      this.reportDifference(`comment ${comment.id}: differs from row ${row.seq} of the ledger`);
    }
    if (this.foldedBatches.has(stored.batch)) return;
    this.foldedBatches.add(stored.batch);
    this.comments += comments.length;
    const inputs = comments.map((comment) => toInput(comment, this.show.rules));
    const decisions = this.decide({ ...this.show, hasPending: this.board.pending > 0 }, inputs);
    this.differences.push(...outcomeDifferences(comments, decisions));
    this.steps.expect(decisions);
  }

  private async batch(commentId: string): Promise<RecordedComment[]> {
    if (!this.lastBatch.some((one) => one.id === commentId)) {
      this.lastBatch = await readBatch(this.reader, this.showId, commentId);
    }
    return this.lastBatch;
  }

  private compareStep(row: RecordedRow): void {
    const data = JSON.parse(row.payload) as LedgerData['claim.created'] & { promotedClaim?: Claim };
    this.differences.push(...this.prices.apply(row.seq, data), ...this.steps.compare(row, data));
  }

  private reportDifference(what: string): void {
    this.differences.push(what);
  }
}
