import { compileWords, parseComment } from '../src/claim-engine/domain/grammar';

export const SOLD = compileWords({ claimWords: ['sold'], passWords: ['pass'] });

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
