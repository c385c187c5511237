import type { Claim, Item, ItemVariant } from '@sellary/contracts';
import { isWithdrawn, itemWord } from '../../shows/claim-status-words';

/** An item, or one variant of it, with its own units and its own waitlist. */
export type Stock = Pick<ItemVariant, 'totalQuantity' | 'claimedCount' | 'waitlistCount'>;

/** Waitlist key of an item or variant. */
export const lineKey = (itemId: string, variant: string | undefined): string =>
  variant === undefined ? itemId : `${itemId}/${variant}`;

/** Keys of all the item's waitlists. */
export const lineKeys = ({ id, variants }: Item): string[] =>
  variants === undefined ? [id] : variants.map(({ name }) => lineKey(id, name));

export const stockOf = (item: Item, variant: string | undefined): Stock =>
  item.variants?.find(({ name }) => name === variant) ?? item;

export const unitsLeft = ({ totalQuantity, claimedCount }: Stock): number => totalQuantity - claimedCount;

/** Units of an item, or of one variant, that can still be won or awarded; 0 if the item is withdrawn. */
export const availableUnits = (item: Item | null, variant?: string): number =>
  item === null || isWithdrawn(item) ? 0 : unitsLeft(stockOf(item, variant));

/**
 * Available units of each variant, such as "S 1 · M sold out". Empty if there is no item, or if the item has
 * no variants or is withdrawn.
 */
export const variantStockText = (
  item: Item | null,
  soldOut = itemWord({ totalQuantity: 1, claimedCount: 1 }).word.toLowerCase(),
): string =>
  (item === null || isWithdrawn(item) ? [] : (item.variants ?? []))
    .map((variant) => `${variant.name} ${unitsLeft(variant) > 0 ? unitsLeft(variant) : soldOut}`)
    .join(' · ');

/** The claim's item number and variant, such as "12 M". */
export const numberOf = ({ itemNumber, variant }: Pick<Claim, 'itemNumber' | 'variant'>): string =>
  variant === undefined ? itemNumber : `${itemNumber} ${variant}`;
