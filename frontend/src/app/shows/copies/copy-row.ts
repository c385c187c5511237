import { computed, signal, type WritableSignal } from '@angular/core';
import type { CopiedItem, Item, ItemVariant, VariantInput } from '@sellary/contracts';
import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';

const unitsLeftOf = ({ totalQuantity, claimedCount }: Pick<Item, 'totalQuantity' | 'claimedCount'>): number =>
  totalQuantity - claimedCount;

/** A row of the copy dialog: an item, whether the copy gets it, and with how many units. */
export class CopyRow {
  readonly unitsLeft: number;
  readonly isWithdrawn: boolean;
  readonly isSelected: WritableSignal<boolean>;
  /** Units of an item without variants; null if the typed number is not allowed. */
  readonly quantity: WritableSignal<number | null>;
  /** Variants in the copy: the variants with units left, or all of them if the item is sold out. */
  readonly variants: readonly VariantInput[] | null;
  readonly units = computed(() =>
    this.variants === null
      ? (this.quantity() ?? 0)
      : this.variants.reduce((sum, { totalQuantity }) => sum + totalQuantity, 0),
  );
  readonly hasInvalidUnits = computed(() => this.isSelected() && this.quantity() === null);

  constructor(readonly item: Item) {
    this.unitsLeft = unitsLeftOf(item);
    this.isWithdrawn = item.withdrawnAt !== null;
    this.isSelected = signal(this.hasUnsoldUnits);
    this.variants = item.variants === undefined ? null : copiedVariants(item.variants);
    this.quantity = signal(this.unitsLeft > 0 ? this.unitsLeft : item.totalQuantity);
  }

  get hasUnsoldUnits(): boolean {
    return this.unitsLeft > 0 && !this.isWithdrawn;
  }

  setQuantity(text: string): void {
    const units = Number(text);
    const isAllowed = /^\d+$/.test(text.trim()) && units >= 1 && units <= MAX_UNITS_PER_ITEM;
    this.quantity.set(isAllowed ? units : null);
  }

  /** This item's part of the copy request, as shown in the row. */
  request(): CopiedItem {
    const { id: itemId } = this.item;
    return this.variants === null
      ? { itemId, totalQuantity: this.quantity() ?? 1 }
      : { itemId, variants: [...this.variants] };
  }
}

function copiedVariants(variants: readonly ItemVariant[]): VariantInput[] {
  const unsold = variants.filter((variant) => unitsLeftOf(variant) > 0);
  return (unsold.length > 0 ? unsold : variants).map((variant) => ({
    name: variant.name,
    totalQuantity: unitsLeftOf(variant) > 0 ? unitsLeftOf(variant) : variant.totalQuantity,
    ...(variant.price === undefined ? {} : { price: variant.price }),
    ...(variant.sku === undefined ? {} : { sku: variant.sku }),
  }));
}
