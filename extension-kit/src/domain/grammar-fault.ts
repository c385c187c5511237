import { WORDS_BY_LANGUAGE } from '@sellary/contracts';
import { type ClaimGrammar, grammarProblem, type GrammarVocabulary } from './claim-grammar';
import { seededRandom } from './random';
import { messageOf } from './message-of';

/** A show's vocabulary with the default English words. */
export const sampleVocabulary = (): GrammarVocabulary =>
  Object.freeze({
    claimWords: Object.freeze([...WORDS_BY_LANGUAGE.en.claimWords]),
    passWords: Object.freeze([...WORDS_BY_LANGUAGE.en.passWords]),
    variants: new Map([['7', Object.freeze(['S', 'M', 'L'])]]),
  });

const PARTS = [
  'sold',
  'pass',
  '12',
  '#007',
  '7',
  'M',
  ' ',
  ' ',
  '\n',
  '+1',
  'how much?',
  '١٢',
  '💛',
  'ขาย',
  '\u0000',
  '\ud800',
  'x'.repeat(80),
];
const MAX_TEXT_LENGTH = 10_000;

/**
 * Tries random texts to find one on which the grammar fails: it throws, returns a promise or another invalid
 * result, reads the same text in two ways, or returns a span outside the text.
 * @returns the fault as the end of a sentence; null if none was found
 */
export function grammarFault(
  grammar: ClaimGrammar,
  { texts, seed = 1 }: { texts: number; seed?: number },
): string | null {
  const { name, version } = grammar;
  if (!/^[a-z](?:-?[a-z0-9]){0,39}$/.test(name)) {
    return `has the invalid name "${name}". Use lowercase letters, digits, and single hyphens`;
  }
  if (!Number.isInteger(version) || version < 1) {
    return `has the invalid version ${String(version)}. Use 1, 2, 3 …`;
  }
  if (typeof grammar.read !== 'function') return 'has no read method';
  const random = seededRandom(seed);
  const longTexts = PARTS.map((part) => `${part} `.repeat(MAX_TEXT_LENGTH).slice(0, MAX_TEXT_LENGTH));
  for (let count = 0; count < texts; count++) {
    const length = Math.floor(random() * 8);
    const parts = Array.from({ length }, () => PARTS[Math.floor(random() * PARTS.length)] ?? '');
    const fault = faultOn(grammar, parts.join(' '));
    if (fault !== null) return fault;
  }
  for (const text of longTexts.slice(0, Math.ceil(texts / 10))) {
    const fault = faultOn(grammar, text);
    if (fault !== null) return fault;
  }
  return null;
}

/** @returns the fault as the end of a sentence; null if the result is valid, and the same both times */
function faultOn(grammar: ClaimGrammar, text: string): string | null {
  const vocabulary = sampleVocabulary();
  const itemKeys = new Set(['7', '12']);
  const quoted = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  try {
    const read = (): unknown => grammar.read(text, vocabulary, itemKeys);
    const result = read();
    const problem = grammarProblem(text, result);
    if (problem !== null) return `${problem} (for ${quoted})`;
    return JSON.stringify(result) === JSON.stringify(read()) ? null : `read ${quoted} in two different ways`;
  } catch (error) {
    return `failed on ${quoted}: ${messageOf(error)}`;
  }
}
