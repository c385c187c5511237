import { Injectable } from '@nestjs/common';
import {
  MAX_GROUPED_REVIEWS,
  type ReviewComment,
  type ReviewGroup,
  type ReviewGroupList,
  type ReviewList,
  type ReviewPreview,
  type ShowRules,
} from '@sellary/contracts';
import { ApiError, BOUNDED_READ, decodeCursor, Step, toPage, Transactions, type Tx } from '../../kernel';
import { readShowRow, RuleCatalog, rulesOf, type ShowRow } from '../../shows';
import { type CommentRow, toComment } from '../records/comment-record';
import { acceptedTimes, refusalOf } from './accept-reads';
import { editedIntents, type Missing, missingOf } from './edits';
import { type Foreseen, AcceptancePreview } from './acceptance-preview';
import { readContext, readOpenPage, readOpenReviews } from './open-reviews';
import { groupOf, proposedIntents, type ReviewContext } from './proposals';

const NEEDS: Record<Missing, ReviewPreview> = {
  item: { outcome: 'needs_item', unitsLeft: null, position: null },
  variant: { outcome: 'needs_variant', unitsLeft: null, position: null },
};

/** Preview of a comment whose proposal cannot be accepted as it is. */
const needsChoice = (row: CommentRow, context: ReviewContext): ReviewPreview =>
  NEEDS[missingOf(proposedIntents(row, context), context) ?? 'item'];

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
    const limit = query.limit ?? 50;
    return this.transactions.snapshot(async (tx) => {
      const show = await needShow(tx, showId);
      const found = await readOpenPage(tx, showId, after, limit + 1);
      const page = toPage(found, limit, (row) => ({ at: row.receivedAt.toISOString(), id: row.id }));
      const context = await readContext(tx, { row: show, catalog: this.catalog }, page.rows);
      const clear = await foreseen(page.rows, context, rulesOf(show));
      const acceptance = await AcceptancePreview.read(tx, { row: show, catalog: this.catalog }, [
        ...clear.values(),
      ]);
      const comments: ReviewComment[] = [];
      const step = new Step();
      for (const row of page.rows) {
        if (step.isOver) await step.pause();
        const own = clear.get(row.id);
        const preview = own === undefined ? needsChoice(row, context) : await acceptance.alone(own);
        comments.push({
          ...{ ...toComment(row), proposals: proposalsOf(row, context), preview },
          blocked: row.block === 'refuse',
        });
      }
      return { comments, nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }

  /** Groups of the first `MAX_GROUPED_REVIEWS` open reviews, the largest first. */
  groups(showId: string): Promise<ReviewGroupList> {
    return this.transactions.snapshot(async (tx) => {
      const show = await needShow(tx, showId);
      const rows = await readOpenReviews(tx, showId, MAX_GROUPED_REVIEWS);
      const context = await readContext(tx, { row: show, catalog: this.catalog }, rows);
      const clear = await foreseen(rows, context, rulesOf(show));
      const acceptance = await AcceptancePreview.read(tx, { row: show, catalog: this.catalog }, [
        ...clear.values(),
      ]);
      const groups: ReviewGroup[] = [];
      const step = new Step();
      for (const members of await groupsOf(rows, context)) {
        if (step.isOver) await step.pause();
        const inputs = members.rows.flatMap((row) => clear.get(row.id) ?? []);
        groups.push(toGroup(members, context, await acceptance.together(inputs)));
      }
      groups.sort((a, b) => b.count - a.count || (a.key < b.key ? -1 : 1));
      return { groups, left: show.review_count - rows.length };
    }, BOUNDED_READ);
  }
}

interface Members {
  rows: [CommentRow, ...CommentRow[]];
}

async function groupsOf(rows: CommentRow[], context: ReviewContext): Promise<Members[]> {
  const groups = new Map<string, Members>();
  const step = new Step();
  for (const row of rows) {
    if (step.isOver) await step.pause();
    const { key } = groupOf(row, context);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { rows: [row] });
    else group.rows.push(row);
  }
  return [...groups.values()];
}

function toGroup(
  { rows }: Members,
  context: ReviewContext,
  previews: ReadonlyMap<string, ReviewPreview>,
): ReviewGroup {
  const [first] = rows;
  const preview: ReviewGroup['preview'] = {};
  for (const row of rows) {
    const { outcome } = previews.get(row.id) ?? needsChoice(row, context);
    preview[outcome] = (preview[outcome] ?? 0) + 1;
  }
  return {
    ...groupOf(first, context),
    count: rows.length,
    viewers: new Set(rows.map(({ buyerId }) => buyerId)).size,
    blocked: rows.filter(({ block }) => block === 'refuse').length,
    deleted: rows.filter(({ deletedAt }) => deletedAt !== null).length,
    commentIds: rows.map(({ id }) => id),
    preview,
    example: first.text,
    oldestAt: first.commentedAt.toISOString(),
  };
}

/** The comments with a clear proposal, by id. */
async function foreseen(
  rows: CommentRow[],
  context: ReviewContext,
  rules: ShowRules,
): Promise<Map<string, Foreseen>> {
  const clear = new Map<string, Foreseen>();
  const step = new Step();
  for (const row of rows) {
    if (step.isOver) await step.pause();
    const intents = editedIntents(proposedIntents(row, context), context);
    if (intents === null) continue;
    const times = acceptedTimes(row, rules);
    const own = { commentId: row.id, buyerId: row.buyerId, ...refusalOf(row, rules) };
    clear.set(row.id, { ...own, ...times, intents });
  }
  return clear;
}

const proposalsOf = (row: CommentRow, context: ReviewContext): ReviewComment['proposals'] =>
  proposedIntents(row, context).map(({ act, item, qty, variant }) => {
    const known = item === null ? undefined : context.items.get(item);
    return {
      ...{ act, item, itemId: known?.id ?? null, itemNumber: known?.itemNumber ?? item },
      ...(qty === undefined || qty === 1 ? {} : { quantity: qty }),
      ...(variant === undefined ? {} : { variant }),
    };
  });

async function needShow(tx: Tx, showId: string): Promise<ShowRow> {
  const show = await readShowRow(tx, showId);
  if (show === null) throw ApiError.notFound('show');
  return show;
}
