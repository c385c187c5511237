import { type CompiledWords, compileWords, parseComment } from '../src/claim-engine/domain/grammar';

/** Compiles these claim words, with the pass word “pass”. */
export const claimWords = (...words: string[]): CompiledWords =>
  compileWords({ claimWords: words, passWords: ['pass'] });
export const SOLD = claimWords('sold');

/** The parsed comment in one line: `auto: claim 12 ×1 XL`. */
export function parseToLine(text: string, { words = SOLD, items = [] as string[] } = {}): string {
  const { route, intents } = parseComment(text, words, new Set(items));
  const acts = intents.map(({ act, item, qty, variant }) =>
    [
      act,
      item,
      ...(act === 'claim' ? [`×${String(qty)}`] : []),
      ...(variant === undefined ? [] : [variant]),
    ].join(' '),
  );
  return `${route}: ${acts.join(', ')}`;
}
