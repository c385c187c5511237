import { ApiError } from '../../kernel';
import { type CompiledWords, compileVariants, matchVariant } from '../domain/grammar';

/**
 * The variant that an operator named, in any spelling.
 * @throws ApiError VALIDATION_FAILED
 */
export function namedVariant(
  asked: string | undefined,
  names: readonly string[],
  words: CompiledWords,
): string {
  const found = asked === undefined ? null : variantNamed(asked, names, words);
  if (found !== null) return found;
  const list = names.join(', ');
  throw ApiError.invalid(
    'variant',
    asked === undefined
      ? `Nothing was changed. Choose a variant: ${list}.`
      : `Nothing was changed. The item has no variant "${asked}". Choose one of these: ${list}.`,
  );
}

/** @returns null if the words name none of the variants */
export function variantNamed(asked: string, names: readonly string[], words: CompiledWords): string | null {
  if (names.includes(asked)) return asked;
  const known = compileVariants([{ itemKey: '', names }], words).get('') ?? [];
  return matchVariant(asked, known, words);
}
