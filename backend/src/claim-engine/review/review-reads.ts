import { Injectable } from '@nestjs/common';
import {
  MAX_GROUPED_REVIEWS,
  type ReviewComment,
  type ReviewGroup,
  type ReviewGroupList,
  type ReviewList,
} from '@sellary/contracts';
import { BOUNDED_READ, decodeCursor, DEFAULT_PAGE_SIZE, Step, toPage, Transactions } from '../../kernel';
import { needShowRow, RuleCatalog, rulesOf } from '../../shows';
import { type CommentRow, toComment } from '../records/comment-record';
import { AcceptancePreview, type CommentPreview } from './acceptance-preview';
import { foreseenOf, marksOf, needsChoice } from './foreseen';
import { readContext, readOpenPage, readOpenReviews, type RequestedReview } from './open-reviews';
import { groupOf, proposedIntents, type ReviewContext } from './proposals';
import { withProposals } from './requested-reviews';

/**
 * Reads the review inbox, each time from one database snapshot. The caller has checked that the show is
 * visible.
 */
@Injectable()
export class ReviewReads {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalog: RuleCatalog,
  ) {}

  /** Open reviews in order of arrival, with what accepting each would do now. */
  list(showId: string, query: { limit?: number; cursor?: string }): Promise<ReviewList> {
    const after = decodeCursor(query.cursor);
    const limit = query.limit ?? DEFAULT_PAGE_SIZE;
    return this.transactions.snapshot(async (tx) => {
      const show = await needShowRow(tx, showId);
      const found = await readOpenPage(tx, showId, after, limit + 1);
      const page = toPage(found, limit, (row) => ({ sortValue: row.receivedAt.toISOString(), id: row.id }));
      const context = await readContext(tx, { row: show, catalog: this.catalog }, page.rows);
      const reviews = withProposals(page.rows, context);
      const clear = await foreseenOf(reviews, rulesOf(show), true);
      const acceptance = await AcceptancePreview.read(tx, { row: show, catalog: this.catalog }, [
        ...clear.values(),
      ]);
      const comments: ReviewComment[] = [];
      const step = new Step();
      for (const review of reviews) {
        const { row } = review;
        if (step.isOver) await step.pause();
        const own = clear.get(row.id);
        const preview =
          own === undefined ? undefined : (await acceptance.together([own])).get(row.id)?.preview;
        comments.push({
          ...toComment(row),
          proposals: proposalsOf(row, context),
          preview: preview ?? needsChoice(review),
          blocked: row.block === 'refuse',
        });
      }
      return { comments, nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /** Groups of the first `MAX_GROUPED_REVIEWS` open reviews, the largest first. */
  groups(showId: string): Promise<ReviewGroupList> {
    return this.transactions.snapshot(async (tx) => {
      const show = await needShowRow(tx, showId);
      const rows = await readOpenReviews(tx, showId, MAX_GROUPED_REVIEWS);
      const context = await readContext(tx, { row: show, catalog: this.catalog }, rows);
      const reviews = withProposals(rows, context);
      const clear = await foreseenOf(reviews, rulesOf(show), false);
      const acceptance = await AcceptancePreview.read(tx, { row: show, catalog: this.catalog }, [
        ...clear.values(),
      ]);
      const groups: ReviewGroup[] = [];
      const step = new Step();
      for (const members of await groupsOf(reviews, context)) {
        if (step.isOver) await step.pause();
        const inputs = members.reviews.flatMap(({ row }) => clear.get(row.id) ?? []);
        groups.push(toGroup(members, context, await acceptance.together(inputs)));
      }
      groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
      return { groups, left: show.review_count - rows.length };
    }, BOUNDED_READ);
  }
}

interface Members {
  reviews: [RequestedReview, ...RequestedReview[]];
}

async function groupsOf(reviews: RequestedReview[], context: ReviewContext): Promise<Members[]> {
  const groups = new Map<string, Members>();
  const step = new Step();
  for (const review of reviews) {
    if (step.isOver) await step.pause();
    const { key } = groupOf(review.row, context);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { reviews: [review] });
    else group.reviews.push(review);
  }
  return [...groups.values()];
}

function toGroup(
  { reviews }: Members,
  context: ReviewContext,
  previews: ReadonlyMap<string, CommentPreview>,
): ReviewGroup {
  const rows = reviews.map(({ row }) => row);
  const first = reviews[0].row;
  const preview: ReviewGroup['preview'] = {};
  for (const review of reviews) {
    const { outcome } = previews.get(review.row.id)?.preview ?? needsChoice(review);
    preview[outcome] = (preview[outcome] ?? 0) + 1;
  }
  return {
    ...groupOf(first, context),
    count: rows.length,
    viewers: new Set(rows.map(({ buyerId }) => buyerId)).size,
    ...marksOf(reviews),
    commentIds: rows.map(({ id }) => id),
    preview,
    example: first.text,
    oldestAt: first.commentedAt.toISOString(),
  };
}

const proposalsOf = (row: CommentRow, context: ReviewContext): ReviewComment['proposals'] =>
  proposedIntents(row, context).map(({ act, item, qty, variant }) => {
    const known = item === null ? undefined : context.items.get(item);
    return {
      act,
      item,
      itemId: known?.id ?? null,
      itemNumber: known?.itemNumber ?? item,
      ...(qty === undefined || qty === 1 ? {} : { quantity: qty }),
      ...(variant === undefined ? {} : { variant }),
    };
  });
