import type { ItemStatus } from './items';
import { MAX_UNITS_PER_ITEM } from './limits';

/** Maximum number of variants of an item. */
export const MAX_VARIANTS = 50;
export const MAX_VARIANT_NAME_LENGTH = 40;

/** A size, color, or other version of an item, with its own units and waitlist. */
export interface ItemVariant {
  /** Name as the operator typed it. Unique within the item. */
  name: string;
  totalQuantity: number;
  claimedCount: number;
  waitlistCount: number;
  status: ItemStatus;
  /** In minor units. Absent if the item's price applies. */
  price?: number;
  /** SKU or barcode of this variant. Absent if it has none of its own. */
  sku?: string;
}

export interface VariantInput extends Pick<ItemVariant, 'name' | 'totalQuantity'> {
  /** null if the item's price applies. If omitted, an existing variant keeps its price. */
  price?: number | null;
  /** At most `MAX_SKU_LENGTH` characters; null for none. If omitted, an existing variant keeps its code. */
  sku?: string | null;
}

/**
 * `quantity`: not 1 to `MAX_UNITS_PER_ITEM`. `name`: too long, without letters or digits, or with `,` or `;`.
 */
export type VariantProblem = 'empty' | 'too-many' | 'name' | 'quantity' | 'repeated';

/** `part`: the invalid part of the list; for `too-many`, the number of variants. */
export type VariantList = { variants: VariantInput[] } | { problem: VariantProblem; part: string };

/** `S 2`, `Navy M x2`, `38: 1`; without a quantity, one unit. The shortest possible name is taken. */
const PART = /^(.*?\S)(?:\s*[:=×*]\s*|\s+[x×*]\s*|\s+)(\d{1,9})$/iu;

/** Parses a list of variants as operators write it, for example `S 2, M 3, L 1`. */
export function parseVariantList(text: string): VariantList {
  const parts = text
    .split(/[,;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return checkVariants(
    parts.map((part) => {
      const [, name = part, units = '1'] = PART.exec(part) ?? [];
      return { name, totalQuantity: Number(units) };
    }),
  );
}

/** Checks a list of variants. Names are trimmed, and runs of whitespace become one space. */
export function checkVariants(inputs: readonly VariantInput[]): VariantList {
  const variants = inputs.map((input) => ({ ...input, name: input.name.trim().replace(/\s+/g, ' ') }));
  if (variants.length === 0) return { problem: 'empty', part: '' };
  if (variants.length > MAX_VARIANTS) return { problem: 'too-many', part: String(variants.length) };
  const seen = new Set<string>();
  for (const { name, totalQuantity } of variants) {
    if (name.length > MAX_VARIANT_NAME_LENGTH || !/[\p{L}\p{N}]/u.test(name) || /[,;]/.test(name)) {
      return { problem: 'name', part: name };
    }
    if (!Number.isInteger(totalQuantity) || totalQuantity < 1 || totalQuantity > MAX_UNITS_PER_ITEM) {
      return { problem: 'quantity', part: `${name} ${totalQuantity}` };
    }
    if (seen.has(name.toLowerCase())) return { problem: 'repeated', part: name };
    seen.add(name.toLowerCase());
  }
  return { variants };
}

/** Formats variants as a list that `parseVariantList` can read. */
export const variantListText = (variants: readonly VariantInput[]): string =>
  variants
    .map(({ name, totalQuantity }) => {
      const part = `${name} ${totalQuantity}`;
      // A name such as `Size x` needs a separator of its own.
      return PART.exec(part)?.[1] === name ? part : `${name}: ${totalQuantity}`;
    })
    .join(', ');
