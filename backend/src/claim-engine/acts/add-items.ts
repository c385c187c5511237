import { type AddItemsResult, MAX_ITEM_NUMBER_LENGTH, MAX_ITEMS_PER_SHOW } from '@sellary/contracts';
import { actorOf, type Principal } from '../../auth';
import { ApiError } from '../../kernel';
import { type LockedShow, rulesOf } from '../../shows';
import { canonicalItemKey, nameableWith } from '../domain/grammar';
import { toItem } from '../records/item-record';
import { perform } from './act';
import { readClaims } from './act-reads';
import { refusePricesWithoutCurrency } from './item-prices';
import { insertItems, type NewItem } from './item-rows';
import { itemsAdded } from './items-added.act';
import { commentsToReturn, returnToReview } from './returned-comments';
import { matchesOf, wordsOf } from './variant-matches';

/**
 * Adds all of the items to a locked show, or none. Decides the unmatched claims on their numbers.
 * @throws ApiError VALIDATION_FAILED, ITEM_NUMBER_TAKEN, LIMIT_REACHED, NO_CURRENCY
 */
export async function addItems(
  show: LockedShow,
  principal: Principal,
  inputs: NewItem[],
): Promise<AddItemsResult> {
  const keys = inputs.map((input, index) => itemKey(input.itemNumber, `items.${index}.itemNumber`));
  refuseTooMany(show, inputs.length);
  const numbers = inputs.map(({ itemNumber }) => itemNumber);
  assertClaimableNumbers(show, numbers, (index) => `items.${index}.itemNumber`);
  refusePricesWithoutCurrency(show, inputs);
  const items = await insertItems(show, inputs, keys);
  show.change({ vocabulary: show.row.vocabulary + 1 });
  show.stats.items += items.length;
  show.stats.unitsTotal += items.reduce((sum, item) => sum + item.totalQuantity, 0);
  const actor = actorOf(principal);
  const claims = await readClaims(
    show.tx,
    `c.show_id = $1 AND c.item_key = ANY($2::text[]) AND c.status = 'unmatched'`,
    [show.id, keys],
  );
  const matched = matchesOf(claims, items, wordsOf(show));
  const { returned } = await commentsToReturn(show, claims, items, matched);
  const { seq } = await perform(show, itemsAdded, {
    input: {
      items: items.map(({ id, itemKey: key, totalQuantity, variants }) => ({
        id,
        itemKey: key,
        totalQuantity,
        ...(variants === null
          ? {}
          : { variants: variants.map(({ name, total }) => ({ name, totalQuantity: total })) }),
      })),
      ...matched,
      ...(returned === undefined ? {} : { returned }),
    },
    actor,
    items,
    claims,
    afterAct: () => items.forEach((item) => show.record('item.updated', { item: toItem(item) }, actor)),
  });
  if (returned !== undefined) await returnToReview(show, returned, actor);
  return { items: items.map(toItem), actSeq: seq };
}

/**
 * The canonical form of an item number.
 * @throws ApiError VALIDATION_FAILED
 */
export function itemKey(itemNumber: string, field: string): string {
  const key = canonicalItemKey(itemNumber);
  if (key === null) {
    throw ApiError.invalid(
      field,
      `"${itemNumber.slice(0, 40)}" is not a valid item number. Use at least one letter or digit, and at most ${MAX_ITEM_NUMBER_LENGTH} characters.`,
    );
  }
  return key;
}

/** @throws ApiError VALIDATION_FAILED if one of the item numbers cannot be claimed in a comment */
export function assertClaimableNumbers(
  show: LockedShow,
  itemNumbers: readonly string[],
  fieldOf: (index: number) => string,
): void {
  const isNameable = nameableWith(rulesOf(show.row));
  const index = itemNumbers.findIndex((number) => !isNameable(number));
  if (index < 0) return;
  throw ApiError.invalid(
    fieldOf(index),
    `Viewers cannot claim "${itemNumbers[index]?.slice(0, 40) ?? ''}", because it means something else in a comment. Use a number such as 12 or A12.`,
  );
}

/**
 * Limits the number of items, because every console and summary reads all of a show's items in one call.
 * @throws ApiError LIMIT_REACHED
 */
function refuseTooMany(show: LockedShow, added: number): void {
  const room = MAX_ITEMS_PER_SHOW - show.stats.items;
  if (added <= room) return;
  throw new ApiError(
    'LIMIT_REACHED',
    `A show can have ${MAX_ITEMS_PER_SHOW} items. This show has room for ${room} more, so no items were added.`,
  );
}
