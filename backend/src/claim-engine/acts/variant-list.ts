import {
  checkVariants,
  MAX_UNITS_PER_ITEM,
  MAX_VARIANT_NAME_LENGTH,
  MAX_VARIANTS,
  parseVariantList,
  type VariantInput,
  type VariantList,
  type VariantProblem,
} from '@sellary/contracts';
import { ApiError } from '../../kernel';
import { type CompiledWords, unreadableVariant } from '../domain/grammar';

const PROBLEMS: Record<VariantProblem, (part: string) => string> = {
  empty: () => 'Enter at least one variant, for example S 2, M 3.',
  'too-many': (part) => `${part} variants are too many. An item can have at most ${MAX_VARIANTS}.`,
  name: (part) =>
    `"${part.slice(0, 60)}" is not a valid variant name. Use 1 to ${MAX_VARIANT_NAME_LENGTH} characters, with at least one letter or digit and no commas.`,
  quantity: (part) => `"${part.slice(0, 60)}": enter 1 to ${MAX_UNITS_PER_ITEM} units.`,
  repeated: (part) => `"${part}" is in the list twice.`,
};

/**
 * Checks a request's variants, given as a list or as text.
 * @throws ApiError VALIDATION_FAILED
 */
export function variantsFrom(
  input: string | readonly VariantInput[],
  field: string,
  words: CompiledWords,
): VariantInput[] {
  const variants = validList(
    typeof input === 'string' ? parseVariantList(input) : checkVariants(input),
    field,
  );
  const unreadable = unreadableVariant(
    variants.map(({ name }) => name),
    words,
  );
  if (unreadable === null) return variants;
  const { name, sameAs } = unreadable;
  const message =
    sameAs === null
      ? `Viewers cannot ask for the variant "${name}" in a comment. Choose another name.`
      : `"${name}" and "${sameAs}" mean the same thing in a comment. Keep only one of them.`;
  throw ApiError.invalid(field, message);
}

function validList(list: VariantList, field: string): VariantInput[] {
  if ('problem' in list) throw ApiError.invalid(field, PROBLEMS[list.problem](list.part));
  return list.variants;
}

/**
 * Applies the caller's changes to the stored variants, if there are any: what distinguishes `requested` from
 * the list in `textBefore`. Changes that others have made since then stay.
 * @throws ApiError VALIDATION_FAILED
 */
export function mergedVariants(
  stored: readonly VariantInput[] | null,
  textBefore: string,
  requested: readonly VariantInput[],
): readonly VariantInput[] {
  const before = validList(parseVariantList(textBefore), 'variantsBefore');
  if (stored === null) return requested;
  const kept = requested.flatMap((variant): VariantInput[] => {
    if (unitsIn(before, variant.name) !== variant.totalQuantity) return [variant];
    const totalQuantity = unitsIn(stored, variant.name);
    return totalQuantity === undefined ? [] : [{ ...variant, totalQuantity }];
  });
  const known = [...before, ...requested];
  return [...kept, ...stored.filter(({ name }) => unitsIn(known, name) === undefined)];
}

const unitsIn = (list: readonly VariantInput[], name: string): number | undefined =>
  list.find((variant) => variant.name === name)?.totalQuantity;
