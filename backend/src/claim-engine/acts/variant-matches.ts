import type { VariantMatches } from '@sellary/contracts';
import { type LockedShow, rulesOf } from '../../shows';
import { type CompiledWords, compileVariants, compileWords, matchVariant } from '../domain/grammar';
import type { ClaimRecord } from '../records/claim-record';
import type { ItemRecord } from '../records/item-record';

export const wordsOf = ({ row }: LockedShow): CompiledWords => compileWords(rulesOf(row));

/** The item's variant that each unmatched or pending claim asked for, by claim id, if the item has it. */
export function matchesOf(
  unmatched: readonly ClaimRecord[],
  items: readonly ItemRecord[],
  words: CompiledWords,
): { matches?: VariantMatches } {
  const nameOf = variantMatcher(items, words);
  const matches = unmatched.flatMap(({ id, itemKey, why: { variantAsked } }) => {
    const name = nameOf(itemKey, variantAsked);
    return name === null ? [] : [[id, name] as const];
  });
  return matches.length === 0 ? {} : { matches: Object.fromEntries(matches) };
}

/** Returns a function that finds an item's variant in a viewer's words, or null if there is none. */
export function variantMatcher(
  items: readonly ItemRecord[],
  words: CompiledWords,
): (itemKey: string, asked: string | undefined) => string | null {
  const withVariants = items.flatMap(({ itemKey, variants }) =>
    variants === null ? [] : [{ itemKey, names: variants.map(({ name }) => name) }],
  );
  const variantsByItem = withVariants.length === 0 ? null : compileVariants(withVariants, words);
  return (itemKey, asked) => {
    const variants = variantsByItem?.get(itemKey);
    return variants === undefined || asked === undefined ? null : matchVariant(asked, variants, words);
  };
}
