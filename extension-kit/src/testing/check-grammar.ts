import { type ClaimGrammar, grammarFault, grammarId, sampleVocabulary } from '../domain';
import { ConformanceError } from './conformance-error';
import { FLOOR } from './floor-table';

const MAX_LENGTH = 10_000;
/** A grammar that takes longer to read the longest comment would delay a show. */
const MAX_READ_MS = 500;

export interface GrammarCheck {
  /** Number of random texts; 2,000 if left out. */
  texts?: number;
  /** The default is 1. */
  seed?: number;
  /**
   * Also checks the comments that every grammar must read correctly (`FLOOR`). Use `false` for a grammar
   * without English claim words.
   */
  floor?: boolean;
}

/**
 * Checks a grammar: it is pure and total, its spans are inside the text, the longest comment takes at most
 * half a second, and it reads the plain comments in the `FLOOR` table correctly.
 * @throws ConformanceError
 */
export function checkGrammar(
  grammar: ClaimGrammar,
  { texts = 2_000, seed = 1, floor = true }: GrammarCheck = {},
): void {
  const fault = grammarFault(grammar, { texts, seed });
  const problems = fault === null ? [] : [`It ${fault}.`];
  if (fault === null) problems.push(...slownessProblems(grammar), ...(floor ? floorProblems(grammar) : []));
  if (problems.length > 0) throw new ConformanceError(`The grammar ${grammarId(grammar)}`, problems);
}

function slownessProblems(grammar: ClaimGrammar): string[] {
  const vocabulary = sampleVocabulary();
  return ['sold 12 ', '1', 'a', ' ', '((', 'sold '].flatMap((part) => {
    const text = part.repeat(MAX_LENGTH).slice(0, MAX_LENGTH);
    const startedAt = performance.now();
    grammar.read(text, vocabulary, new Set(['12']));
    const ms = Math.round(performance.now() - startedAt);
    return ms <= MAX_READ_MS
      ? []
      : [
          `It takes ${ms} ms for ${MAX_LENGTH} characters of ${JSON.stringify(part)}. The limit is ${MAX_READ_MS} ms.`,
        ];
  });
}

function floorProblems(grammar: ClaimGrammar): string[] {
  return FLOOR.flatMap(({ text, items, route, claims = [] }) => {
    const result = grammar.read(text, sampleVocabulary(), new Set(items));
    const claimed = result.intents.filter(({ act }) => act === 'claim').map(({ item }) => item);
    const isEqual = result.route === route && (route !== 'auto' || claimed.join() === claims.join());
    return isEqual
      ? []
      : [
          `It reads ${JSON.stringify(text)} as ${result.route} ${claimed.join(', ')}. It should be ${route} ${claims.join(', ')}.`,
        ];
  });
}
