import type { Comment, IntentOutcome, LedgerData, OperatorAct, ReturnedComment } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import { withOutcome } from '../acts/returned-comments';
import { isPlain } from '../records/comment-record';
import { type Columns, columnDifference, columnDifferences, differingColumns } from './column-differences';
import { readComments, type RecordedComment } from './records';

type Received = LedgerData['comment.received'];
type Updated = LedgerData['comment.updated'];

const PAGE_SIZE = 500;

/**
 * Comments derived from the ledger rows. Each comment is compared when its arrival is read. Only comments
 * that changed later are also compared at the end.
 */
export class ReplayedComments {
  /** Columns that later ledger rows determine, by comment. */
  private readonly changed = new Map<string, Columns>();
  /** Differences from the arrival that a later row may explain, by comment and column. */
  private readonly arrivalDifferences = new Map<string, Map<string, string>>();
  /** Number of comments in the ledger. */
  count = 0;
  private readonly returnedComments = new Map<string, ReturnedComment>();
  private readonly undetermined = new Set<string>();

  /** Columns that some ledger rows do not determine. */
  get unchecked(): string[] {
    return [...this.undetermined].map((column) => `comments.${column}`);
  }

  /** @returns the differences between the row and the stored comment, as text */
  applyArrival(stored: RecordedComment, { comment, arrival }: Received): string[] {
    this.count += 1;
    if (arrival === undefined) for (const column of ARRIVAL_COLUMNS) this.undetermined.add(column);
    const initial: Columns = {
      ...initialColumns(comment),
      ...(arrival === undefined ? {} : { outcomes: outcomesOf(comment) }),
    };
    for (const column of differingColumns(stored, initial)) {
      const difference = columnDifference(
        'comments',
        [stored.id, column],
        (stored as object as Columns)[column],
        initial[column],
      );
      const byColumn = this.arrivalDifferences.get(stored.id) ?? new Map<string, string>();
      this.arrivalDifferences.set(stored.id, byColumn.set(column, difference));
    }
    const differences = columnDifferences('comments', stored.id, stored, columnsOf(comment));
    return arrival === undefined
      ? differences
      : [...differences, ...columnDifferences('comments', stored.id, stored, arrivalColumns(arrival))];
  }

  /**
   * Remembers the comments that an act returns to review, or that undoing such an act takes out of review.
   */
  applyAct(act: OperatorAct, acts: ReadonlyMap<number, OperatorAct>): void {
    const source = act.act === 'undo' ? acts.get(act.input.seq) : act;
    if (source === undefined || !('returned' in source.input)) return;
    for (const comment of source.input.returned ?? []) {
      this.returnedComments.set(comment.commentId, comment);
    }
  }

  applyUpdate({ comment, was, editedAt }: Updated): void {
    this.change(comment.id, {
      edited_text: comment.editedText ?? null,
      deleted_at: comment.deletedAt ?? null,
      hidden_at: comment.hiddenAt ?? null,
      ...(editedAt === undefined ? {} : { edited_at: editedAt }),
    });
    if (editedAt === undefined && was === undefined) this.undetermined.add('edited_at');
    if (was === undefined) return;
    this.change(comment.id, {
      buyer_id: comment.buyer.id,
      before_identity: { buyerId: was.buyerId, outcome: was.outcome, ...this.firstDecision(comment.id) },
      outcome: comment.resolution === undefined ? comment.outcome : was.outcome,
      resolution: comment.resolution ?? null,
      ...(was.outcomes === undefined ? {} : { outcomes: was.outcomes }),
    });
  }

  applyReview({ comment, resolution }: LedgerData['review.updated']): void {
    const returned = this.returnedComments.get(comment.id);
    this.returnedComments.delete(comment.id);
    this.change(comment.id, { resolution: comment.resolution ?? null });
    if (returned === undefined) return;
    const { buyerId, outcome, why = null, claimIds } = returned;
    const outcomes = (this.changed.get(comment.id)?.['outcomes'] ?? null) as IntentOutcome[] | null;
    if (resolution === 'unmatched') {
      this.change(comment.id, { outcome, why, outcomes: withOutcome(outcomes, claimIds, 'item_not_found') });
    } else {
      // A plain comment has stored outcomes only if it was decided at the end of the fairness window.
      const before = outcomes ?? returned.resolution?.outcomes ?? null;
      const hasOutcomes = !isPlain(comment.parsed) || before !== null;
      this.change(comment.id, {
        outcome: comment.outcome,
        why: comment.why ?? null,
        outcomes: hasOutcomes ? (comment.outcomes ?? []) : null,
        before_identity: { buyerId, outcome, why, ...this.firstDecision(comment.id) },
      });
    }
  }

  /** @returns the differences from the stored comments that `applyArrival` did not return, as text */
  async compare(reader: Reader, showId: string): Promise<string[]> {
    const differences: string[] = [];
    for (const [id, columns] of this.arrivalDifferences) {
      const laterColumns = this.changed.get(id) ?? {};
      for (const [column, difference] of columns) if (!(column in laterColumns)) differences.push(difference);
    }
    const ids = [...this.changed.keys()];
    for (let from = 0; from < ids.length; from += PAGE_SIZE) {
      for (const row of await readComments(reader, showId, ids.slice(from, from + PAGE_SIZE))) {
        differences.push(...columnDifferences('comments', row.id, row, this.changed.get(row.id) ?? {}));
      }
    }
    return differences;
  }

  /** Columns of the first decision, if the comment has changed before. */
  private firstDecision(id: string): object {
    return this.changed.get(id)?.['before_identity'] ?? {};
  }

  private change(id: string, columns: Columns): void {
    this.changed.set(id, { ...this.changed.get(id), ...columns });
  }
}

/**
 * Outcomes to store on arrival, or null for a plain comment, whose `outcome` is also the outcome of its
 * intent.
 */
const outcomesOf = ({ parsed, outcomes = [] }: Comment): IntentOutcome[] | null =>
  isPlain(parsed) ? null : outcomes;

/** Columns that later rows may change, with their values on arrival. */
const initialColumns = ({ buyer, outcome, why }: Comment): Columns => ({
  buyer_id: buyer.id,
  outcome,
  why: why ?? null,
  before_identity: null,
  resolution: null,
  edited_text: null,
  edited_at: null,
  deleted_at: null,
  hidden_at: null,
});

const columnsOf = (comment: Comment): Columns => ({
  platform: comment.platform,
  live_id: comment.liveId,
  platform_comment_id: comment.commentId,
  text: comment.text,
  parsed: comment.parsed,
  claim_ids: comment.claimIds,
  commented_at: comment.commentedAt,
  received_at: comment.receivedAt,
});

const ARRIVAL_COLUMNS = ['batch', 'batch_index', 'seconds_only', 'by_host', 'id_in_broadcast', 'outcomes'];

/** Columns determined by the row's `arrival`. Older ledger rows do not have an `arrival`. */
const arrivalColumns = ({
  batch,
  index,
  secondsOnly,
  byHost,
  idInBroadcast,
}: NonNullable<Received['arrival']>): Columns => ({
  batch,
  batch_index: index,
  seconds_only: secondsOnly,
  by_host: byHost,
  id_in_broadcast: idInBroadcast ?? null,
});
