import { Injectable, computed, inject } from '@angular/core';
import {
  type AcceptRequest,
  type Comment,
  DELETED_COMMENT_NOTE,
  MAX_DISMISSED_NUMBERS,
  MAX_RESOLVED_AT_ONCE,
} from '@sellary/contracts';
import { firstValueFrom } from 'rxjs';
import { ApiError } from '../../api/api-error';
import { awardRequestTo } from '../../api/award-request';
import { ReviewsApi } from '../../api/reviews-api';
import { ShowsApi } from '../../api/shows-api';
import { buyerName } from '../../ui/buyer-name';
import { LazyDialogs } from '../../ui/lazy-dialogs';
import { Notices } from '../../ui/notices';
import type { EditQuestion } from '../panels/needs/edit-review-dialog';
import { ReviewPreviews } from '../panels/needs/review-previews';
import { canDismiss, objectKeyOf } from '../panels/needs/row-acts';
import { proposalsOf } from '../panels/needs/proposals';
import { Drawer } from '../state/drawer';
import {
  type FoldRow,
  type NeedsRow,
  type PausedRow,
  type ReviewRow,
  reviewRowOf,
} from '../state/needs-rows';
import { ConsoleStore } from '../state/console-store';
import { NeedsAttention } from '../state/needs-attention';
import { ConsoleActs } from './console-acts';
import { doneText } from './done-text';
import { RecentEntries } from './recent-entries';
import {
  type DecisionResult,
  resultOfAccept,
  resultOfAcceptAll,
  resultOfDismiss,
  resultOfDismissAll,
} from './resolve-text';

/** A row resolved here. It stays in place with its result for 8 seconds. */
interface ResolvedRow {
  readonly row: NeedsRow;
  readonly text: string;
  /** Seq of the act's ledger row; null if there is none or this page does not know it. */
  readonly seq: number | null;
  /** Null if nothing was done. */
  readonly undo: (() => void) | null;
}

/** The operator's decisions in Needs you. */
@Injectable()
export class NeedsActs {
  private readonly api = inject(ReviewsApi);
  private readonly shows = inject(ShowsApi);
  private readonly acts = inject(ConsoleActs);
  private readonly store = inject(ConsoleStore);
  private readonly attention = inject(NeedsAttention);
  private readonly notices = inject(Notices);
  private readonly dialogs = inject(LazyDialogs);
  private readonly drawer = inject(Drawer);
  private readonly previews = inject(ReviewPreviews);
  private readonly results = new RecentEntries<ResolvedRow>();
  /** Rows just resolved here, by key. Rows that an undo returned to the list are left out. */
  readonly resolvedRows = computed<ReadonlyMap<string, ResolvedRow>>(() => {
    const state = this.store.state();
    return new Map(
      [...this.results.all()].filter(
        ([, { row, seq }]) =>
          seq === null || !state || state.lastSeq < seq || !reviewIds(row).some((id) => state.review.has(id)),
      ),
    );
  });

  /** Accepts a row's comments at their own claim times. An edit applies to all of them. */
  accept(row: ReviewRow, edit?: AcceptRequest): Promise<boolean> {
    return this.resolve(row, $localize`:@@console.failure.accept:Not accepted`, async () => {
      const [comment, ...more] = row.comments;
      if (more.length === 0) return resultOfAccept(await this.api.accept(comment.id, edit));
      const commentIds = row.comments.slice(0, MAX_RESOLVED_AT_ONCE).map(({ id }) => id);
      const request = { action: 'accept', commentIds, ...(edit && { edit }) } as const;
      return resultOfAcceptAll(await this.api.resolve(this.store.showId(), request));
    });
  }

  /** Adds a word to the show's claim words, and accepts the comments in review that use it. */
  countWord(row: ReviewRow, word: string): Promise<boolean> {
    return this.resolve(row, $localize`:@@console.failure.count-word:Not counted`, async () => {
      const result = resultOfAcceptAll(
        await this.api.resolve(this.store.showId(), { action: 'count-word', word }),
      );
      return { ...result, text: doneText.counted(word, result.text) };
    });
  }

  /**
   * Lets the operator correct the meaning of the row's first comment, then accepts all comments of the row
   * with the correction.
   */
  async edit(row: ReviewRow): Promise<void> {
    const [comment] = row.comments;
    const presence = this.drawer.presence();
    this.store.reportPresence({ open: `edit:${comment.id}` });
    const data: EditQuestion = {
      comment,
      state: this.store.state,
      previews: this.previews,
      accept: async (edit) =>
        (await this.accept(row, edit))
          ? null
          : (this.acts.refusal(row.key) ?? $localize`:@@console.edit-review.failed:Not accepted. Try again.`),
    };
    const dialog = await this.dialogs.open(
      async () => (await import('../panels/needs/edit-review-dialog')).EditReviewDialog,
      { data, width: '30rem' },
    );
    if (dialog !== null) await firstValueFrom(dialog.afterClosed());
    this.store.reportPresence({ open: presence });
  }

  /** The row of one comment in review, for decisions outside Needs you; null if it is not in review. */
  rowOf(comment: Comment): ReviewRow | null {
    return this.store.state()?.review.has(comment.id) === true ? reviewRowOf(comment) : null;
  }

  /**
   * Dismisses a row for all operators. A source problem, or a comment from a pause, is only hidden on this
   * console.
   */
  dismiss(row: NeedsRow): Promise<boolean> {
    if (!canDismiss(row)) return Promise.resolve(false);
    switch (row.kind) {
      case 'review':
        return this.dismissReviews(
          row,
          row.comments.map(({ id }) => id),
        );
      case 'number':
        return this.dismissNumbers(row, [row.number], doneText.numberDismissed(row.number));
      case 'paused':
        return this.hide(row, doneText.dismissed(buyerName(row.comment.buyer)));
      case 'fold':
        return this.dismissFold(row);
      case 'deleted':
        return this.acts.annotate(
          row.claim,
          {
            flagged: false,
            operatorNotes: row.claim.operatorNotes?.replace(DELETED_COMMENT_NOTE, '').trim() || null,
          },
          objectKeyOf(row),
        );
      case 'source':
        return this.hide(row, doneText.problemHidden());
      case 'flag':
        return Promise.resolve(false);
    }
  }

  /** Awards a unit to a buyer who commented during a pause, because such a comment cannot be accepted. */
  awardPaused(row: PausedRow): Promise<boolean> {
    const state = this.store.state();
    const proposal = state && proposalsOf(state, row.comment)[0];
    if (!proposal?.item || !proposal.canAward) return Promise.resolve(false);
    const request = awardRequestTo(row.comment.buyer, proposal.variant);
    return this.acts.award(proposal.item, request, objectKeyOf(row), (actSeq) => {
      if (actSeq === null) this.attention.hide(row);
      else this.attention.hideAwarded(row, actSeq);
    });
  }

  private dismissReviews(row: NeedsRow, ids: readonly string[]): Promise<boolean> {
    return this.resolve(row, $localize`:@@console.failure.dismiss:Not dismissed`, async () => {
      const [id, ...more] = ids;
      if (id !== undefined && more.length === 0) return resultOfDismiss(await this.api.dismiss(id));
      const commentIds = ids.slice(0, MAX_RESOLVED_AT_ONCE);
      return resultOfDismissAll(
        await this.api.resolve(this.store.showId(), { action: 'dismiss', commentIds }),
      );
    });
  }

  private dismissFold(row: FoldRow): Promise<boolean> {
    if (row.group === 'reviews') return this.dismissReviews(row, reviewIds(row));
    if (row.group === 'numbers') {
      const numbers = row.rows
        .flatMap((folded) => (folded.kind === 'number' ? [folded.number] : []))
        .slice(0, MAX_DISMISSED_NUMBERS);
      return this.dismissNumbers(row, numbers, doneText.numbersDismissed(numbers.length));
    }
    return this.hide(row, doneText.hidden(row.rows.length), row.rows);
  }

  private dismissNumbers(row: NeedsRow, itemNumbers: string[], text: string): Promise<boolean> {
    const failed = $localize`:@@console.failure.dismiss:Not dismissed`;
    const setDismissed = async (dismissed: boolean): Promise<void> => {
      await this.shows.setNumbersDismissed(this.store.showId(), { itemNumbers, dismissed });
    };
    return this.acts.runUndoable(objectKeyOf(row), failed, async () => {
      await setDismissed(true);
      const undo = (): Promise<boolean> => {
        const notUndone = $localize`:@@console.failure.undo:Not undone`;
        return this.acts.runUndoable(objectKeyOf(row), notUndone, async () => {
          await setDismissed(false);
          this.results.delete(row.key);
          this.notices.show(doneText.undone(''));
        });
      };
      this.results.set(row.key, { row, text, seq: null, undo: this.acts.reportUnrecorded(text, undo) });
    });
  }

  private resolve(row: NeedsRow, failed: string, call: () => Promise<DecisionResult>): Promise<boolean> {
    return this.acts.runUndoable(row.key, failed, async () => {
      try {
        const { text, seq, consequence } = await call();
        this.results.set(row.key, {
          row,
          text,
          seq,
          undo: seq === null ? null : () => void this.acts.undoBySeq(seq, consequence),
        });
        this.acts.report(text, seq, { consequence });
      } catch (failure) {
        const error = ApiError.from(failure);
        if (error.code !== 'ALREADY_RESOLVED') throw error;
        this.results.set(row.key, { row, text: error.message, seq: null, undo: null });
      }
    });
  }

  /** Hides a row, or a fold's rows, on this console only. The ledger does not record it. */
  private hide(row: NeedsRow, text: string, rows: readonly NeedsRow[] = [row]): Promise<boolean> {
    const restore = this.attention.hide(...rows);
    const undo = (): Promise<boolean> => {
      this.results.delete(row.key);
      restore();
      this.notices.show(doneText.undone(''));
      return Promise.resolve(true);
    };
    this.results.set(row.key, { row, text, seq: null, undo: this.acts.reportUnrecorded(text, undo) });
    return Promise.resolve(true);
  }
}

function reviewIds(row: NeedsRow): string[] {
  if (row.kind === 'review') return row.comments.map(({ id }) => id);
  return row.kind === 'fold' ? row.rows.flatMap(reviewIds) : [];
}
