import { readdirSync } from 'node:fs';
import {
  COMMENT_FIXTURES,
  type ExpectedComment,
  expectedComments,
  wordsOf,
} from '../../../../test/comment-fixtures';
import { type CompiledWords, parseComment } from '.';

const CLAIM_WORDS = ['sold', 'mío', 'mía', 'vendu', 'meins', 'mio', 'meu', 'mine', 'cf', 'เอา', 'chốt', '要'];
const PASS_WORDS = ['pass', 'paso', 'passe', 'verzichte', 'cc'];

const rows = readdirSync(COMMENT_FIXTURES)
  .filter((file) => file.startsWith('comments.'))
  .flatMap(expectedComments);

/** Returns the acts of an automatic comment, or null if the comment is ignored or needs an operator. */
function actsOf({ text, items }: ExpectedComment, words: CompiledWords): string | null {
  const { route, intents } = parseComment(text, words, new Set(items));
  return route === 'auto'
    ? JSON.stringify(intents.map(({ act, item, qty, variant }) => [act, item, qty, variant]))
    : null;
}

describe('A shop with words in many languages', () => {
  const results = rows.map((row) => ({
    text: row.text,
    alone: actsOf(row, wordsOf(row)),
    mixed: actsOf(row, wordsOf(row, CLAIM_WORDS, PASS_WORDS)),
  }));

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
