import { ApiError } from '../../kernel';
import { type CompiledWords, compileVariants, matchVariant } from '../domain/grammar';

/**
 * The variant that an operator named, in any spelling.
 * @throws ApiError VALIDATION_FAILED
 */
export function requireVariant(
  text: string | undefined,
  names: readonly string[],
  words: CompiledWords,
): string {
  const found = text === undefined ? null : findVariant(text, names, words);
  if (found !== null) return found;
  const list = names.join(', ');
  throw ApiError.invalid(
    'variant',
    text === undefined
      ? `Nothing was changed. Choose a variant: ${list}.`
      : `Nothing was changed. The item has no variant "${text}". Choose one of these: ${list}.`,
  );
}

/** The variant that the text names, or null if it does not name a variant. */
export function findVariant(text: string, names: readonly string[], words: CompiledWords): string | null {
  if (names.includes(text)) return text;
  const known = compileVariants([{ itemKey: '', names }], words).get('') ?? [];
  return matchVariant(text, known, words);
}

/**
 * The variants that the text names one after another, such as `M L`, or null if part of the text is not a
 * variant.
 */
export function findVariants(text: string, names: readonly string[], words: CompiledWords): string[] | null {
  const parts = text.split(' ');
  for (let end = parts.length; end > 0; end--) {
    const first = findVariant(parts.slice(0, end).join(' '), names, words);
    if (first === null) continue;
    if (end === parts.length) return [first];
    const rest = findVariants(parts.slice(end).join(' '), names, words);
    if (rest !== null) return [first, ...rest];
  }
  return null;
}
