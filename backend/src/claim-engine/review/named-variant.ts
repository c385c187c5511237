import { ApiError } from '../../kernel';
import { type CompiledWords, compileVariants, matchVariant } from '../domain/grammar';

/**
 * The variant that an operator named, in any spelling.
 * @throws ApiError VALIDATION_FAILED
 */
export function requireVariant(
  asked: string | undefined,
  names: readonly string[],
  words: CompiledWords,
): string {
  const found = asked === undefined ? null : findVariant(asked, names, words);
  if (found !== null) return found;
  const list = names.join(', ');
  throw ApiError.invalid(
    'variant',
    asked === undefined
      ? `Nothing was changed. Choose a variant: ${list}.`
      : `Nothing was changed. The item has no variant "${asked}". Choose one of these: ${list}.`,
  );
}

/** The variant that the words name; null if they name none. */
export function findVariant(asked: string, names: readonly string[], words: CompiledWords): string | null {
  if (names.includes(asked)) return asked;
  const known = compileVariants([{ itemKey: '', names }], words).get('') ?? [];
  return matchVariant(asked, known, words);
}

/** The variants that the words name one after the other, such as `M L`; null if a word names none. */
export function findVariants(asked: string, names: readonly string[], words: CompiledWords): string[] | null {
  const parts = asked.split(' ');
  for (let end = parts.length; end > 0; end--) {
    const first = findVariant(parts.slice(0, end).join(' '), names, words);
    if (first === null) continue;
    if (end === parts.length) return [first];
    const rest = findVariants(parts.slice(end).join(' '), names, words);
    if (rest !== null) return [first, ...rest];
  }
  return null;
}
