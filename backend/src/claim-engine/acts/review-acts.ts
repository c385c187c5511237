import { Injectable } from '@nestjs/common';
import {
  type AcceptRequest,
  type AcceptResult,
  type Comment,
  type DismissResult,
  MAX_RESOLVED_AT_ONCE,
  type ResolveRequest,
  type ResolveResult,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { actorOf, type Principal } from '../../auth';
import { ApiError } from '../../kernel';
import { type LockedShow, ShowTransactions } from '../../shows';
import { type CommentRow, toComment } from '../records/comment-record';
import { readComments, readContext, type RequestedReview } from '../review/open-reviews';
import type { ReviewContext } from '../review/proposals';
import { namesSingleComment, RequestedReviews, withProposals } from '../review/requested-reviews';
import { type AcceptDone, acceptReviews, type ReviewToAccept } from './accept-reviews';
import { auditAct, recordAct } from './act';
import { addClaimWord } from './count-word';
import { dismiss } from './dismiss.act';
import { closeReviews, assertOpenReview } from './resolutions';

/** Operator decisions on comments in review. Each review is resolved once. */
@Injectable()
export class ReviewActs {
  constructor(
    private readonly showTransactions: ShowTransactions,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * Decides the comment as of its claim time, as proposed or as edited.
   * @throws ApiError NOT_FOUND, ALREADY_RESOLVED, VALIDATION_FAILED
   */
  accept(principal: Principal, commentId: string, edit: AcceptRequest): Promise<AcceptResult> {
    return this.onReview(principal, commentId, async (show, row) => {
      const context = await readContext(show.tx, show, [row]);
      const reviews = reviewsToAccept([row], context, edit);
      const done = await acceptReviews(show, actorOf(principal), reviews, { isSingle: true });
      const { comments, claims, seq: actSeq } = done;
      const result: AcceptResult = { comment: singleComment(comments), claims, actSeq };
      auditAct(show, principal, 'review.accept', ['comment', commentId], {
        before: toComment(row),
        after: result,
      });
      return result;
    });
  }

  /**
   * Resolves the review without deciding its claims.
   * @throws ApiError NOT_FOUND, ALREADY_RESOLVED
   */
  dismiss(principal: Principal, commentId: string): Promise<DismissResult> {
    return this.onReview(principal, commentId, (show, row) => {
      const { comments, seq } = dismissReviews(show, principal, [row]);
      const result: DismissResult = { comment: singleComment(comments), actSeq: seq };
      auditAct(show, principal, 'review.dismiss', ['comment', commentId], {
        before: toComment(row),
        after: result,
      });
      return Promise.resolve(result);
    });
  }

  /**
   * Resolves many reviews in one act, in claim-time order, but at most the oldest `MAX_RESOLVED_AT_ONCE`, so
   * that new comments do not wait long. Reviews that are no longer open do not change.
   * @throws ApiError NOT_FOUND (show, or a comment in another show), VALIDATION_FAILED
   */
  resolve(principal: Principal, showId: string, request: ResolveRequest): Promise<ResolveResult> {
    const { action, word } = request;
    return this.showTransactions.run(principal.workspaceId, showId, async (show) => {
      const actor = actorOf(principal);
      const openReviews = await RequestedReviews.read(show.tx, show, [request]);
      let done: AcceptDone;
      let left: number;
      if (action === 'count-word') {
        const all = reviewsWithIntents(openReviews.reviewsOf(request));
        const reviews = all.slice(0, MAX_RESOLVED_AT_ONCE);
        left = all.length - reviews.length;
        const isNewWord = await addClaimWord(show, word ?? '', actor);
        if (reviews.length === 0 && !isNewWord) return nothingResolved();
        done = await acceptReviews(show, actor, reviews, {
          isSingle: false,
          ...(isNewWord && word !== undefined ? { countedWord: word } : {}),
        });
      } else {
        const all = openReviews.rowsOf(request);
        const rows = all.slice(0, MAX_RESOLVED_AT_ONCE);
        left = all.length - rows.length;
        if (rows.length === 0) return nothingResolved();
        done =
          action === 'accept'
            ? await acceptReviews(show, actor, reviewsToAccept(rows, openReviews.context, request.edit), {
                isSingle: namesSingleComment(request),
              })
            : dismissReviews(show, principal, rows);
      }
      const { comments: resolved, claims, items, seq: actSeq } = done;
      auditAct(show, principal, `review.${action}`, ['show', showId], {
        before: word === undefined ? null : { word },
        after: { commentIds: resolved.map(({ id }) => id), claimIds: claims.map(({ id }) => id), actSeq },
      });
      const counts = action === 'dismiss' ? {} : countsOf(resolved);
      return { resolved, counts, claims, items, actSeq, left };
    });
  }

  private async onReview<T>(
    principal: Principal,
    commentId: string,
    act: (show: LockedShow, row: CommentRow) => Promise<T>,
  ): Promise<T> {
    const [found] = await this.dataSource.query<{ show_id: string }[]>(
      'SELECT m.show_id FROM comments m JOIN shows s ON s.id = m.show_id WHERE m.id = $1 AND s.workspace_id = $2',
      [commentId, principal.workspaceId],
    );
    if (found === undefined) throw ApiError.notFound('comment');
    return this.showTransactions.run(principal.workspaceId, found.show_id, async (show) => {
      const [row] = await readComments(show.tx, show.id, [commentId]);
      if (row === undefined) throw ApiError.notFound('comment');
      assertOpenReview(row);
      return act(show, row);
    });
  }
}

/** @throws ApiError VALIDATION_FAILED if an operator has to choose an item or a variant */
function reviewsToAccept(
  rows: CommentRow[],
  context: ReviewContext,
  edit: AcceptRequest | undefined,
): ReviewToAccept[] {
  const proposed = withProposals(rows, context, edit);
  const reviews = reviewsWithIntents(proposed);
  const unclearCount = rows.length - reviews.length;
  if (unclearCount > 0 && proposed.every(({ missing }) => missing !== 'item')) {
    throw ApiError.invalid(
      'variant',
      `Nothing was changed. Comments that do not specify a variant: ${unclearCount} of ${rows.length}. Choose a variant for these comments.`,
    );
  }
  if (unclearCount > 0) {
    throw ApiError.invalid(
      'itemNumber',
      `Nothing was changed. Comments without a clear proposal: ${unclearCount} of ${rows.length}. Choose an item for these comments.`,
    );
  }
  return reviews;
}

const reviewsWithIntents = (reviews: readonly RequestedReview[]): ReviewToAccept[] =>
  reviews.flatMap(({ row, intents }) => (intents === null ? [] : [{ row, intents }]));

function dismissReviews(show: LockedShow, principal: Principal, rows: CommentRow[]): AcceptDone {
  const actor = actorOf(principal);
  const seq = recordAct(show, dismiss, { commentIds: rows.map(({ id }) => id) }, actor);
  return { seq, comments: closeReviews(show, rows, { actor, seq }), claims: [], items: [] };
}

const nothingResolved = (): ResolveResult => ({
  resolved: [],
  counts: {},
  claims: [],
  items: [],
  actSeq: null,
  left: 0,
});

function countsOf(accepted: readonly Comment[]): ResolveResult['counts'] {
  const counts: ResolveResult['counts'] = {};
  for (const { outcome } of accepted) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}

function singleComment(comments: Comment[]): Comment {
  const [comment] = comments;
  if (comment === undefined) throw new Error('The act resolved no comment');
  return comment;
}
