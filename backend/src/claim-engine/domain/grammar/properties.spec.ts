import { MAX_UNITS_PER_ITEM } from '@sellary/contracts';
import fc from 'fast-check';
import { expectedComments } from '../../../../test/comment-fixtures';
import { cleanText, compileWords, parseComment } from '.';
import { MAX_QUANTITY } from './numbers';
import { MAX_TERMS, readTerms } from './reading';
import { tokenize } from './tokens';

const settings = [
  { claimWords: ['sold'], passWords: ['pass'] },
  { claimWords: ['mine', 'i take'], passWords: ['cancel'] },
  { claimWords: ['+', '要'], passWords: ['取消'] },
  { claimWords: ['chốt'], passWords: ['hủy'] },
  { claimWords: ['買います'], passWords: ['キャンセル'] },
].map((words) => compileWords(words));

/** Texts of the example comments. */
const texts = ['comments.own.jsonl', 'comments.unseen.jsonl']
  .flatMap(expectedComments)
  .map(({ text }) => text);

const pieces = [
  ...new Set(texts.flatMap((text) => text.split(/(\s+|\d+)/)).filter((piece) => piece !== '')),
  'sold',
  'pass',
  'mine',
  '+',
  '要',
  '12',
  '13',
  'A12',
  '?',
  ',',
  '.',
  '-',
  '\n',
  '$',
  'x',
  '(',
  '1️⃣',
  '²',
  '½',
  '\u200b',
  '😀',
  '\ud800',
];
const comment = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.string({ unit: 'grapheme', maxLength: 80 }),
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(' ')),
);
const words = fc.constantFrom(...settings);
const known = fc.constantFrom(new Set<string>(), new Set(['12', '13', 'A12']));

/** Returns the numbers in a text, in any script, as ASCII digits. */
function numbersIn(text: string): string {
  return tokenize(text)
    .map((token) => (token.kind === 'number' ? token.text : ' '))
    .join('|');
}

describe('Any comment', () => {
  it('Parsing the same comment twice gives the same result.', () => {
    fc.assert(
      fc.property(comment, words, known, (text, compiled, items) => {
        const first = parseComment(text, compiled, items);
        expect(parseComment(text, compiled, items)).toEqual(first);
        expect(first.route === 'auto').toBe(first.reason === null);
        if (first.route === 'ignore') expect(first.intents).toEqual([]);
        if (first.route === 'auto') expect(first.intents.length).toBeGreaterThan(0);
      }),
      { numRuns: 1000 },
    );
  });

  it('Every intent is within its comment and within the limits.', () => {
    fc.assert(
      fc.property(comment, words, known, (text, compiled, items) => {
        const { route, intents } = parseComment(text, compiled, items);
        for (const { span, qty, item } of intents) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThan(span.start);
          expect(span.end).toBeLessThanOrEqual(text.length);
          expect(qty).toBeGreaterThanOrEqual(1);
          // A proposal to an operator may have more units.
          expect(qty).toBeLessThanOrEqual(route === 'auto' ? MAX_QUANTITY : MAX_UNITS_PER_ITEM);
          expect([...item].length).toBeLessThanOrEqual(12);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('An automatic act only refers to an item whose digits are adjacent in the comment.', () => {
    fc.assert(
      fc.property(comment, words, known, (text, compiled, items) => {
        const parsed = parseComment(text, compiled, items);
        if (parsed.route !== 'auto') return;
        const numbers = numbersIn(text);
        for (const { item, itemText } of parsed.intents) {
          // A number written in words has no digits to compare.
          if (!/\d/.test(numbersIn(itemText))) continue;
          for (const run of item.match(/\d+/g) ?? []) {
            expect(numbers).toMatch(new RegExp(`(^|[^0-9])0*${run}([^0-9]|$)`));
          }
        }
      }),
      { numRuns: 1500 },
    );
  });

  it("Without one of the shop's words, only a code with a quantity claims automatically.", () => {
    const unused = compileWords({ claimWords: ['qqzzqq'], passWords: ['zzqqzz'] });
    fc.assert(
      fc.property(comment, (text) => {
        const parsed = parseComment(text, unused, new Set());
        if (parsed.route === 'auto') {
          expect(parsed.intents.map((intent) => intent.rule)).toEqual(['code-quantity']);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('Capital letters and extra spaces do not change the result.', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 9999 }),
        fc.constantFrom('sold', 'Sold', 'SOLD'),
        fc.constantFrom(' ', '  ', ' #', '\n', ''),
        (number, word, gap) => {
          const parsed = parseComment(
            `  ${word}${gap}${String(number)} !!`,
            settings[0] as (typeof settings)[0],
            new Set(),
          );
          expect(parsed).toMatchObject({ route: 'auto', intents: [{ act: 'claim', item: String(number) }] });
        },
      ),
    );
  });
});

describe('Hostile comments', () => {
  const repeated = (unit: string): string => cleanText(unit.repeat(Math.ceil(10_000 / unit.length)));
  const units = [
    's',
    'so',
    'sold ',
    'sold 1 ',
    '1',
    '1 ',
    '1,',
    '1-',
    'a1',
    'A1+1 ',
    '?',
    'not ',
    '買',
    '買います1',
    'ไม่',
    'ﷺ',
    '½',
    '*',
    '(1)',
    '\n',
    "a'",
    'haha',
    '\u0301',
    '\u200b',
    'a1@',
    'a.',
    's ',
    'twenty ',
    '2x ',
    'one hundred ',
    '9 1/2 ',
  ];

  it.each(units)('Ten thousand characters of %j are parsed quickly.', (unit) => {
    const text = repeated(unit);
    const compiled = compileWords({
      claimWords: ['sold', 'so', 's', 'a a a', '+', '買います'],
      passWords: ['pass'],
    });
    const started = performance.now();
    parseComment(text, compiled, new Set(['1']));
    // A quadratic step would take seconds. A linear one stays below this limit even on a busy machine.
    expect(performance.now() - started).toBeLessThan(300);
    expect(readTerms(text, compiled).length).toBeLessThan(2 * MAX_TERMS);
  });

  it('Hostile comments never claim automatically.', () => {
    const [compiled] = settings;
    if (!compiled) throw new Error('no words');
    expect(parseComment(repeated('sold 1 '), compiled, new Set()).route).toBe('review');
    expect(parseComment(repeated('hello 1 '), compiled, new Set()).route).toBe('ignore');
  });
});
