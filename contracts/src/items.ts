import type { ItemVariant, VariantInput } from './variants';

/** `unclaimed`: no winner. `partial`: some units won. `sold_out`: all units won. */
export const ITEM_STATUSES = ['unclaimed', 'partial', 'sold_out'] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

export interface ItemWinner {
  claimId: string;
  handle: string;
  displayName: string;
}

export interface Item {
  id: string;
  /** Number as the operator typed it. Comments refer to an item by its number's canonical form. */
  itemNumber: string;
  title: string | null;
  description: string | null;
  position: number;
  /** 1–`MAX_UNITS_PER_ITEM`. For an item with variants, the sum of their quantities. */
  totalQuantity: number;
  claimedCount: number;
  waitlistCount: number;
  status: ItemStatus;
  /**
   * One entry per unit won, in the order won, up to `MAX_LISTED_WINNERS`. `claimedCount` counts all winners,
   * and `GET /api/shows/:id/items/:itemId/claims` lists them.
   */
  winners: ItemWinner[];
  /** In minor units of the show's currency. Absent if it has none. */
  price?: number;
  /** An earlier or usual price to compare with, in minor units. */
  compareAtPrice?: number;
  /** Code that scanners read from the item's label: a SKU or a barcode. Absent if it has none. */
  sku?: string;
  /** The photo, for `photoAddress`. Absent if it has none. */
  photo?: string;
  /** Variants, each with its own units and waitlist, which add up to the item's. Absent if it has none. */
  variants?: ItemVariant[];
  /**
   * Time at which an operator withdrew the item, or null while it is on sale. Absent in ledger rows from
   * before items could be withdrawn.
   */
  withdrawnAt?: string | null;
  /**
   * Ledger row to undo. Only in responses to acts that changed the item's quantity, withdrew the item, or
   * restored it.
   */
  actSeq?: number;
}

export interface ItemInput {
  itemNumber: string;
  title?: string;
  description?: string;
  totalQuantity?: number;
  /** In minor units; only if the show has a currency. */
  price?: number;
  compareAtPrice?: number;
  /** A SKU or a barcode, at most `MAX_SKU_LENGTH` characters. Several items may share one. */
  sku?: string;
  /** A list such as `S 2, M 3`, or its parts. Their sum is the item's quantity. */
  variants?: string | VariantInput[];
}

export interface AddItemsRequest {
  items: ItemInput[];
}

/** Item numbers that have not been added yet. */
export interface CheckItemNumbersRequest {
  itemNumbers: string[];
}

export interface CheckItemNumbersResult {
  /** Numbers that no comment can claim: with the show's words, they mean something else. */
  unclaimable: string[];
}

/** `actSeq`: ledger row to undo. */
export interface AddItemsResult {
  items: Item[];
  actSeq: number;
}

export interface UpdateItemRequest {
  itemNumber?: string;
  title?: string | null;
  description?: string | null;
  totalQuantity?: number;
  position?: number;
  /** Null removes the price. Units already won keep their price. */
  price?: number | null;
  compareAtPrice?: number | null;
  sku?: string | null;
  /**
   * The whole list, which replaces the current one; null removes it. A variant with claims cannot be removed.
   */
  variants?: string | VariantInput[] | null;
  /**
   * The list that the caller changed to `variants`, as text. If others have added or removed variants or
   * changed quantities since then, these changes stay, unless the caller changed the same variants.
   */
  variantsBefore?: string;
  /** The code of one variant; null removes it. The other variants and all quantities stay. Not with `variants`. */
  variantSku?: { name: string; sku: string | null };
}
