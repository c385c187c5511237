import { Injectable } from '@nestjs/common';
import {
  MAX_GROUPED_REVIEWS,
  type ReviewComment,
  type ReviewGroup,
  type ReviewGroupList,
  type ReviewList,
} from '@sellary/contracts';
import { BOUNDED_READ, type PageQuery, pageRequest, Step, toPage, Transactions } from '../../kernel';
import { requireShowRow, RuleCatalog, rulesOf } from '../../shows';
import { type CommentRow, toComment } from '../records/comment-record';
import { AcceptancePreview, type CommentPreview } from './acceptance-preview';
import { acceptableComments, countOutcomes, marksOf, missingChoicePreview } from './acceptable-comments';
import { readContext, readOpenPage, readOpenReviews, type RequestedReview } from './open-reviews';
import { groupOf, proposedIntents, type ReviewContext } from './proposals';
import { withProposals } from './requested-reviews';

/**
 * Reads the review inbox, with one database snapshot per read. The caller has checked that the show is
 * visible.
 */
@Injectable()
export class ReviewReads {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalog: RuleCatalog,
  ) {}

  /** Lists open reviews in order of arrival, each with a preview of accepting it now. */
  list(showId: string, query: PageQuery): Promise<ReviewList> {
    const { limit, parameters } = pageRequest(query);
    return this.transactions.snapshot(async (tx) => {
      const show = { row: await requireShowRow(tx, showId), catalog: this.catalog };
      const rows = await readOpenPage(tx, showId, parameters);
      const page = toPage(rows, limit, (row) => ({ sortValue: row.receivedAt.toISOString(), id: row.id }));
      const context = await readContext(tx, show, page.rows);
      const reviews = withProposals(page.rows, context);
      const acceptable = await acceptableComments(reviews, rulesOf(show.row), true);
      const acceptance = await AcceptancePreview.read(tx, show, [...acceptable.values()]);
      const comments: ReviewComment[] = [];
      const step = new Step();
      for (const review of reviews) {
        const { row } = review;
        if (step.isOver) await step.pause();
        const comment = acceptable.get(row.id);
        const preview =
          comment === undefined
            ? undefined
            : (await acceptance.previewTogether([comment])).get(row.id)?.preview;
        comments.push({
          ...toComment(row),
          proposals: proposalsOf(row, context),
          preview: preview ?? missingChoicePreview(review),
          blocked: row.block === 'refuse',
        });
      }
      return { comments, nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /** Groups of the first `MAX_GROUPED_REVIEWS` open reviews, largest group first. */
  groups(showId: string): Promise<ReviewGroupList> {
    return this.transactions.snapshot(async (tx) => {
      const show = { row: await requireShowRow(tx, showId), catalog: this.catalog };
      const rows = await readOpenReviews(tx, showId, MAX_GROUPED_REVIEWS);
      const context = await readContext(tx, show, rows);
      const reviews = withProposals(rows, context);
      const acceptable = await acceptableComments(reviews, rulesOf(show.row), false);
      const acceptance = await AcceptancePreview.read(tx, show, [...acceptable.values()]);
      const groups: ReviewGroup[] = [];
      const step = new Step();
      for (const members of await groupsOf(reviews, context)) {
        if (step.isOver) await step.pause();
        const inputs = members.flatMap(({ row }) => acceptable.get(row.id) ?? []);
        groups.push(toGroup(members, context, await acceptance.previewTogether(inputs)));
      }
      groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
      return { groups, left: show.row.review_count - rows.length };
    }, BOUNDED_READ);
  }
}

type Members = [RequestedReview, ...RequestedReview[]];

async function groupsOf(reviews: RequestedReview[], context: ReviewContext): Promise<Members[]> {
  const groups = new Map<string, Members>();
  const step = new Step();
  for (const review of reviews) {
    if (step.isOver) await step.pause();
    const { key } = groupOf(review.row, context);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [review]);
    else group.push(review);
  }
  return [...groups.values()];
}

function toGroup(
  reviews: Members,
  context: ReviewContext,
  previews: ReadonlyMap<string, CommentPreview>,
): ReviewGroup {
  const rows = reviews.map(({ row }) => row);
  const first = reviews[0].row;
  return {
    ...groupOf(first, context),
    count: rows.length,
    viewers: new Set(rows.map(({ buyerId }) => buyerId)).size,
    ...marksOf(reviews),
    commentIds: rows.map(({ id }) => id),
    preview: countOutcomes(reviews, previews),
    example: first.text,
    oldestAt: first.commentedAt.toISOString(),
  };
}

const proposalsOf = (row: CommentRow, context: ReviewContext): ReviewComment['proposals'] =>
  proposedIntents(row, context).map(({ act, item, qty, variant }) => {
    const found = item === null ? undefined : context.items.get(item);
    return {
      act,
      item,
      itemId: found?.id ?? null,
      itemNumber: found?.itemNumber ?? item,
      ...(qty === undefined || qty === 1 ? {} : { quantity: qty }),
      ...(variant === undefined ? {} : { variant }),
    };
  });
