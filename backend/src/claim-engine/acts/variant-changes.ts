import {
  MAX_UNITS_PER_ITEM,
  type UpdateItemRequest,
  type VariantInput,
  type VariantsChange,
} from '@sellary/contracts';
import { ApiError } from '../../kernel';
import type { LockedShow, VariantCounts } from '../../shows';
import { lineKey, variantOf } from '../domain/allocation';
import { type ItemRecord, setTotals } from '../records/item-record';
import { mergedVariants, variantsFrom } from './variant-list';
import { wordsOf } from './variant-matches';

/** Variants without claims. */
export const newVariants = (variants: readonly VariantInput[]): VariantCounts[] =>
  variants.map(({ name, totalQuantity, price, sku }) => ({
    name,
    total: totalQuantity,
    claimed: 0,
    waiting: 0,
    lastPlace: 0,
    ...details(price, sku?.trim()),
  }));

const details = (
  price: number | null | undefined,
  sku: string | null | undefined,
): Pick<VariantCounts, 'price' | 'sku'> => ({
  ...(price == null ? {} : { price }),
  ...(sku == null || sku === '' ? {} : { sku }),
});

const toInputs = (variants: readonly VariantCounts[] | null): VariantInput[] | null =>
  variants?.map(({ name, total, price, sku }) => ({
    name,
    totalQuantity: total,
    ...details(price, sku),
  })) ?? null;

/** A variant keeps its price or code if the request omits it. */
const withDetails = (
  after: readonly VariantInput[],
  before: readonly VariantCounts[] | null,
): VariantInput[] =>
  after.map(({ name, totalQuantity, price, sku }) => {
    const old = before?.find((variant) => variant.name === name);
    return {
      name,
      totalQuantity,
      ...details(price === undefined ? old?.price : price, sku === undefined ? old?.sku : sku?.trim()),
    };
  });

/**
 * The stored variants with one changed code. A list from the caller could be outdated.
 * @throws ApiError VALIDATION_FAILED
 */
function withSku(
  { variants }: ItemRecord,
  { name, sku }: NonNullable<UpdateItemRequest['variantSku']>,
): VariantInput[] {
  const before = toInputs(variants) ?? [];
  if (!before.some((variant) => variant.name === name)) {
    throw ApiError.invalid('variantSku', `The item does not have the variant "${name}" anymore.`);
  }
  return before.map((variant) => (variant.name === name ? { ...variant, sku } : variant));
}

/** An allowed change to an item's variants. */
export interface PlannedVariants {
  change: VariantsChange;
  /** True if the variant names or their order change. */
  changesNames: boolean;
  /** True if the lines must be rewritten because names, their order, prices, or codes change. */
  needsWrite: boolean;
  /** Lines that get more units, and how many units are added. */
  additions: { key: string; units: number }[];
  /** True if a remaining line's quantity changes. */
  changesQuantities: boolean;
}

/**
 * Plans the requested change, or returns null if the variants do not change.
 * @throws ApiError VALIDATION_FAILED, ITEM_HAS_CLAIMS, QUANTITY_BELOW_CLAIMED
 */
export async function planVariants(
  show: LockedShow,
  item: ItemRecord,
  { variants: requested, variantsBefore, variantSku, totalQuantity }: UpdateItemRequest,
): Promise<PlannedVariants | null> {
  if (requested !== undefined && variantSku !== undefined) {
    throw ApiError.invalid('variantSku', 'Send either variants or variantSku.');
  }
  const variants = variantSku === undefined ? requested : withSku(item, variantSku);
  const hasVariants = variants === undefined ? item.variants !== null : variants !== null;
  if (hasVariants && totalQuantity !== undefined && totalQuantity !== item.totalQuantity) {
    throw ApiError.invalid(
      'totalQuantity',
      'Nothing was changed. If an item has variants, its quantity is the sum of theirs. Change the variants instead.',
    );
  }
  if (variants === undefined) return null;
  if (variants === null && (totalQuantity ?? item.totalQuantity) > MAX_UNITS_PER_ITEM) {
    throw ApiError.invalid(
      'totalQuantity',
      `Also set totalQuantity to a number from 1 to ${MAX_UNITS_PER_ITEM}.`,
    );
  }
  const before = item.variants;
  const words = wordsOf(show);
  const list = variants === null ? null : variantsFrom(variants, 'variants', words);
  const merged =
    list === null || variantsBefore === undefined
      ? list
      : variantsFrom(mergedVariants(toInputs(before), variantsBefore, list), 'variants', words);
  const after = merged === null ? null : withDetails(merged, before);
  if (JSON.stringify(toInputs(before)) === JSON.stringify(after)) return null;
  const names = new Set(after?.map(({ name }) => name));
  const removed = before?.filter(({ name }) => !names.has(name)).map(({ name }) => name) ?? [];
  await refuseClaimed(show, item, (before === null) === (after === null) ? removed : null);
  const byName = new Map(before?.map((variant) => [variant.name, variant]));
  const stayingVariants = after?.flatMap((to) => {
    const from = byName.get(to.name);
    return from === undefined ? [] : [{ from, to: to.totalQuantity }];
  });
  const tooFew = stayingVariants?.find(({ from, to }) => to < from.claimed);
  if (tooFew !== undefined) {
    throw new ApiError(
      'QUANTITY_BELOW_CLAIMED',
      `${tooFew.from.claimed} units of ${tooFew.from.name} are already claimed. Release claims first.`,
    );
  }
  const recounted = stayingVariants?.filter(({ from, to }) => to !== from.total) ?? [];
  return {
    ...planLines(toInputs(before), after),
    additions: recounted
      .filter(({ from, to }) => to > from.total)
      .map(({ from, to }) => ({ key: lineKey(item.itemKey, from.name), units: to - from.total })),
    changesQuantities: recounted.length > 0,
  };
}

/** The change from one list of variants to another, and the parts of the lines that it changes. */
function planLines(
  before: VariantInput[] | null,
  after: VariantInput[] | null,
): Pick<PlannedVariants, 'change' | 'changesNames' | 'needsWrite'> {
  const differs = (field: 'name' | 'price' | 'sku'): boolean => {
    const [from, to] = [before, after].map((list) =>
      JSON.stringify(list?.map((line) => line[field] ?? null)),
    );
    return from !== to;
  };
  const changesNames = differs('name');
  return {
    change: { before, after },
    changesNames,
    needsWrite: changesNames || differs('price') || differs('sku'),
  };
}

/**
 * Plans how an undo restores the variants from before the act `undone`. A price or code that has changed since
 * then stays.
 * @throws ApiError UNDO_STALE if a variant that would be removed has claims
 */
export async function planVariantUndo(
  show: LockedShow,
  item: ItemRecord,
  undone: { before: readonly VariantInput[]; after: readonly VariantInput[] },
): Promise<PlannedVariants> {
  const before = toInputs(item.variants);
  const lineIn = (list: readonly VariantInput[] | null, name: string): VariantInput | undefined =>
    list?.find((line) => line.name === name);
  const after = undone.before.map((line) => {
    const [now, then] = [lineIn(before, line.name), lineIn(undone.after, line.name)];
    return {
      name: line.name,
      totalQuantity: line.totalQuantity,
      ...details(
        now?.price === then?.price ? line.price : now?.price,
        now?.sku === then?.sku ? line.sku : now?.sku,
      ),
    };
  });
  const names = new Set(after.map(({ name }) => name));
  const removed = before?.flatMap(({ name }) => (names.has(name) ? [] : [name])) ?? [];
  const claimed = await findClaimedVariant(show, item, removed);
  if (claimed !== null) {
    throw new ApiError(
      'UNDO_STALE',
      `Nothing was changed. #${item.itemNumber} ${claimed} has been claimed since then, so the variant cannot be removed.`,
    );
  }
  return {
    ...planLines(before, after),
    additions: [],
    changesQuantities: true,
  };
}

/** Applies the change's lines to the record. Remaining lines keep their counts until the act is decided. */
function applyLines(item: ItemRecord, { after }: VariantsChange): void {
  const byName = new Map(item.variants?.map((variant) => [variant.name, variant]));
  const lines =
    after === null
      ? null
      : newVariants(after).map((variant) => {
          const line = byName.get(variant.name);
          if (line === undefined) return variant;
          const { price: _, sku: __, ...counts } = line;
          return { ...counts, ...details(variant.price, variant.sku) };
        });
  if (lines !== null) setTotals(item, lines);
  item.variants = lines;
}

/** @param names variants to remove, or null if all of the item's claims would lose their line */
async function refuseClaimed(show: LockedShow, item: ItemRecord, names: string[] | null): Promise<void> {
  const claimed = await findClaimedVariant(show, item, names);
  if (claimed === null) return;
  throw new ApiError(
    'ITEM_HAS_CLAIMS',
    names === null
      ? 'The item has claims, so its variants cannot be added or removed. Add a new item instead.'
      : `The variant ${claimed} has claims, so it cannot be removed.`,
  );
}

/** A variant with claims of any status, or null if there is none. */
async function findClaimedVariant(
  show: LockedShow,
  item: ItemRecord,
  names: readonly string[] | null,
): Promise<string | null> {
  const keys = names?.map((name) => lineKey(item.itemKey, name)) ?? null;
  const [claimed] = await show.tx.query<{ item_key: string }>(
    'SELECT item_key FROM claims WHERE item_id = $1 AND ($2::text[] IS NULL OR item_key = ANY($2)) LIMIT 1',
    [item.id, keys],
  );
  return claimed === undefined ? null : (variantOf(claimed.item_key) ?? '');
}

/** Changes the item's lines before any claims on them are decided. */
export function setLines(
  show: LockedShow,
  item: ItemRecord,
  { change, changesNames, needsWrite }: PlannedVariants,
): void {
  if (!needsWrite) return;
  const before = item.totalQuantity;
  applyLines(item, change);
  show.stats.unitsTotal += item.totalQuantity - before;
  if (changesNames) show.change({ vocabulary: show.row.vocabulary + 1 });
}

/** Writes the lines with their counts after the decision. */
export function writeLines(show: LockedShow, item: ItemRecord): void {
  show.awaitAtCommit([
    show.tx.query('UPDATE show_items SET variants = $2::jsonb, total_quantity = $3 WHERE id = $1', [
      item.id,
      item.variants === null ? null : JSON.stringify(item.variants),
      item.totalQuantity,
    ]),
  ]);
}
