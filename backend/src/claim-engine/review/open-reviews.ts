import { readActs, type Reader } from '../../kernel';
import { rulesOf } from '../../shows';
import { compileWords, CURRENT_ITEM, phraseKey } from '../domain/grammar';
import { commentReader, type ReadableItems } from '../records/comment-reader';
import type { ShowWithCatalog } from '../records/show-state';
import { COMMENT_SELECT, type CommentRow } from '../records/comment-record';
import { toReadableItems, readItemNames } from '../records/item-names';
import type { EditedProposal } from './edits';
import type { ReviewContext } from './proposals';

/** An open review, and what accepting it would decide. */
export interface RequestedReview extends EditedProposal {
  row: CommentRow;
}

/** No items. With an empty list, the grammar also proposes items that the show does not have. */
const NO_ITEMS: ReadableItems = { itemKeys: new Set(), itemsWithVariants: [] };

const OPEN = `m.show_id = $1 AND m.outcome = 'review' AND m.resolution IS NULL`;

/** The first open reviews in claim-time order. */
export const readOpenReviews = (reader: Reader, showId: string, limit: number): Promise<CommentRow[]> =>
  reader.query<CommentRow>(
    `${COMMENT_SELECT} WHERE ${OPEN} ORDER BY m.commented_at, m.received_at, m.id LIMIT $2`,
    [showId, limit],
  );

/** A page of open reviews, in order of arrival. */
export const readOpenPage = (
  reader: Reader,
  showId: string,
  pageParameters: unknown[],
): Promise<CommentRow[]> =>
  reader.query<CommentRow>(
    `${COMMENT_SELECT} WHERE ${OPEN} AND ($2::timestamptz IS NULL OR (m.received_at, m.id) > ($2, $3::uuid))
     ORDER BY m.received_at, m.id LIMIT $4`,
    [showId, ...pageParameters],
  );

/** The show's comments that have one of these ids, in claim-time order, whether or not they are in review. */
export const readComments = (reader: Reader, showId: string, ids: readonly string[]): Promise<CommentRow[]> =>
  reader.query<CommentRow>(
    `${COMMENT_SELECT} WHERE m.show_id = $1 AND m.id = ANY($2::uuid[]) ORDER BY m.commented_at, m.received_at, m.id`,
    [showId, ids],
  );

/** Reads what the proposals of these comments depend on. */
export async function readContext(
  reader: Reader,
  { row: show, catalog }: ShowWithCatalog,
  comments: readonly Pick<CommentRow, 'parsed'>[],
): Promise<ReviewContext> {
  const needsShowings = comments.some(({ parsed }) =>
    parsed.intents.some(({ item }) => item === CURRENT_ITEM),
  );
  const [items, showings] = await Promise.all([
    readItemNames(reader, show.id),
    needsShowings ? readActs(reader, show.id, 'now_showing') : [],
  ]);
  const keysById = new Map(items.map(({ id, itemKey }) => [id, itemKey]));
  const rules = rulesOf(show);
  const words = compileWords(rules);
  const readableItems = toReadableItems(items);
  const changes = showings.map(({ at, input }) => ({ time: Date.parse(at), itemId: input.itemId }));
  return {
    rules,
    words,
    wordKeys: new Set([...rules.claimWords, ...rules.passWords].map(phraseKey)),
    readableItems,
    read: commentReader(rules, words, readableItems, catalog),
    readUnknownItems: commentReader(rules, words, NO_ITEMS, catalog),
    items: new Map(items.map(({ itemKey, ...item }) => [itemKey, item])),
    // A viewer means the item that was on screen when the comment was written. If there was none, the item on
    // screen now is proposed, and the operator checks it.
    itemKeyOnScreenAt: (time) => {
      const itemIdThen = changes.findLast((change) => change.time <= time)?.itemId;
      return keysById.get(itemIdThen ?? show.now_showing_item_id ?? '') ?? null;
    },
  };
}
