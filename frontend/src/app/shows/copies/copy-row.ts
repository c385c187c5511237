import { computed, signal, type WritableSignal } from '@angular/core';
import type { CopiedItem, Item, ItemVariant, VariantInput } from '@sellary/contracts';
import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';

const leftOf = ({ totalQuantity, claimedCount }: Pick<Item, 'totalQuantity' | 'claimedCount'>): number =>
  totalQuantity - claimedCount;

/** An item of the show that is copied: whether the copy gets it, and how many units. */
export class CopyRow {
  readonly left: number;
  readonly isWithdrawn: boolean;
  readonly ticked: WritableSignal<boolean>;
  /** Units of an item without variants; null: not a number that an item can have. */
  readonly quantity: WritableSignal<number | null>;
  /** Variants that the copy gets: what is left, or all of them if the item is sold out. */
  readonly variants: readonly VariantInput[] | null;
  readonly units = computed(() =>
    this.variants === null
      ? (this.quantity() ?? 0)
      : this.variants.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
  );
  readonly isWrong = computed(() => this.ticked() && this.quantity() === null);

  constructor(readonly item: Item) {
    this.left = leftOf(item);
    this.isWithdrawn = item.withdrawnAt !== null;
    this.ticked = signal(this.isUnsold);
    this.variants = item.variants === undefined ? null : copiedVariants(item.variants);
    this.quantity = signal(this.left > 0 ? this.left : item.totalQuantity);
  }

  get isUnsold(): boolean {
    return this.left > 0 && !this.isWithdrawn;
  }

  type(text: string): void {
    const units = Number(text);
    const isAllowed = /^\d+$/.test(text.trim()) && units >= 1 && units <= MAX_UNITS_PER_ITEM;
    this.quantity.set(isAllowed ? units : null);
  }

  /** Asks the server for the same as the row shows. */
  request(): CopiedItem {
    const { id: itemId } = this.item;
    return this.variants === null
      ? { itemId, totalQuantity: this.quantity() ?? 1 }
      : { itemId, variants: [...this.variants] };
  }
}

function copiedVariants(variants: readonly ItemVariant[]): VariantInput[] {
  const unsold = variants.filter((variant) => leftOf(variant) > 0);
  return (unsold.length > 0 ? unsold : variants).map((variant) => ({
    name: variant.name,
    totalQuantity: leftOf(variant) > 0 ? leftOf(variant) : variant.totalQuantity,
    ...(variant.price === undefined ? {} : { price: variant.price }),
    ...(variant.sku === undefined ? {} : { sku: variant.sku }),
  }));
}
