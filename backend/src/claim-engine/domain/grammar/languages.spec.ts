import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledWords, compileWords, parseComment } from '.';

interface Row {
  text: string;
  expect: { word?: string | string[]; pass_word?: string | string[] };
  items?: string[];
}

const FIXTURES = join(__dirname, 'fixtures');
const CLAIM_WORDS = ['sold', 'mío', 'mía', 'vendu', 'meins', 'mio', 'meu', 'mine', 'cf', 'เอา', 'chốt', '要'];
const PASS_WORDS = ['pass', 'paso', 'passe', 'verzichte', 'cc'];

const rows = readdirSync(FIXTURES)
  .filter((file) => file.startsWith('comments.'))
  .flatMap((file) => readFileSync(join(FIXTURES, file), 'utf8').split('\n'))
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Row);

const compiled = new Map<string, CompiledWords>();
function wordsOf(claimWords: string[], passWords: string[]): CompiledWords {
  const key = JSON.stringify([claimWords, passWords]);
  const words = compiled.get(key) ?? compileWords({ claimWords, passWords });
  compiled.set(key, words);
  return words;
}

/** Returns the acts of an automatic comment, or null if the comment is ignored or needs an operator. */
function actsOf({ text, items }: Row, words: CompiledWords): string | null {
  const { route, intents } = parseComment(text, words, new Set(items));
  return route === 'auto'
    ? JSON.stringify(intents.map(({ act, item, qty, variant }) => [act, item, qty, variant]))
    : null;
}

describe('A shop with words in many languages', () => {
  const results = rows.map((row) => {
    const claimWords = [row.expect.word ?? 'sold'].flat();
    const passWords = [row.expect.pass_word ?? 'pass'].flat();
    return {
      text: row.text,
      alone: actsOf(row, wordsOf(claimWords, passWords)),
      mixed: actsOf(row, wordsOf([...claimWords, ...CLAIM_WORDS], [...passWords, ...PASS_WORDS])),
    };
  });

  it('Words in other languages never change what an automatic comment asks for.', () => {
    expect(results.filter(({ alone, mixed }) => alone !== null && mixed !== null && alone !== mixed)).toEqual(
      [],
    );
  });

  it('At most 2 in 1,000 automatic comments stop being automatic because of words in other languages.', () => {
    const automatic = results.filter(({ alone }) => alone !== null);
    const lost = automatic.filter(({ mixed }) => mixed === null).map(({ text }) => text);
    expect(lost.length / automatic.length).toBeLessThanOrEqual(0.002);
  });
});
