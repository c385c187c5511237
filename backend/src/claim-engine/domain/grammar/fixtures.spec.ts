import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Intent } from '@sellary/contracts';
import { type ExpectedComment, expectedComments, wordsOf } from '../../../../test/comment-fixtures';
import { parseComment } from '.';

/** One line for each act, so that a failed comparison is readable. */
function actsOf(
  intents: readonly (Intent | NonNullable<ExpectedComment['expect']['actions']>[number])[],
): string[] {
  return intents.map(({ act, item, qty, variant }) => {
    const quantity = act === 'claim' ? ` ×${String(qty ?? 1)}` : '';
    return `${act} ${item}${quantity}${variant === undefined ? '' : ` ${variant}`}`;
  });
}

const parse = (row: ExpectedComment, items = row.items) =>
  parseComment(row.text, wordsOf(row), new Set(items));

function expectReading(row: ExpectedComment): void {
  const parsed = parse(row);
  const { actions } = row.expect;
  expect({
    text: row.text,
    route: parsed.route,
    ...(actions ? { acts: actsOf(parsed.intents) } : {}),
  }).toEqual({
    text: row.text,
    route: row.expect.route,
    ...(actions ? { acts: actsOf(actions) } : {}),
  });
}

const title = (row: ExpectedComment): [string, ExpectedComment] => [
  `${row.lang} ${JSON.stringify(row.text)} with ${String(row.expect.word ?? 'sold')}`,
  row,
];

describe.each([
  ['comments.dev.jsonl', 146],
  ['comments.dev2.jsonl', 199],
])('examples in %s', (file, count) => {
  const rows = expectedComments(file);

  it('All examples are present.', () => {
    expect(rows).toHaveLength(count);
  });

  it.each(rows.map(title))('%s is read as expected.', (_, row) => {
    expectReading(row);
  });
});

describe('examples in comments.own.jsonl', () => {
  const rows = expectedComments('comments.own.jsonl');

  it.each([...new Set(rows.map((row) => row.lang))])('All examples in %s are read as expected.', (lang) => {
    for (const row of rows.filter((row) => row.lang === lang)) expectReading(row);
  });
});

/**
 * Files by authors who had not seen the grammar, each with the minimum share of its unambiguous comments that
 * must cause an automatic act.
 */
const UNSEEN = [
  ['comments.unseen.jsonl', 0.97],
  ['comments.unseen2.jsonl', 0.97],
  ['comments.unseen3.jsonl', 0.97],
  ['comments.unseen4.jsonl', 0.97],
  ['comments.unseen5.jsonl', 0.97],
  ['comments.unseen6.jsonl', 0.93],
  ['comments.unseen7.jsonl', 0.98],
  ['comments.unseen8.jsonl', 0.98],
  ['comments.unseen9.jsonl', 0.98],
  ['comments.unseen10.jsonl', 0.98],
  ['comments.unseen11.jsonl', 0.89],
  ['comments.unseen12.jsonl', 0.96],
  ['comments.unseen13.jsonl', 0.96],
  ['comments.unseen14.jsonl', 0.93],
  ['comments.unseen16.jsonl', 0.99],
  ['comments.unseen17.jsonl', 0.98],
  ['comments.unseen18.jsonl', 0.95],
  ['comments.unseen20.jsonl', 0.99],
  ['comments.unseen19.jsonl', 0.98],
  ['comments.unseen21.jsonl', 0.93],
] as const;

describe.each(UNSEEN)('comments in %s, written without seeing the grammar', (file, share) => {
  const rows = expectedComments(file);

  it('A comment never causes an act that its author did not mean.', () => {
    const acted = rows.filter((row) => parse(row).route === 'auto');
    expect(acted.length).toBeGreaterThan(100);
    for (const row of acted) expectReading(row);
  });

  it(`At least ${String(100 * share)}% of the comments that should cause an automatic act do so.`, () => {
    const clear = rows.filter((row) => row.expect.route === 'auto');
    const acted = clear.filter((row) => parse(row).route === 'auto');
    expect(acted.length / clear.length).toBeGreaterThanOrEqual(share);
  });
});

describe('comments in comments.adversarial.jsonl, which only look like claims', () => {
  const rows = expectedComments('comments.adversarial.jsonl');

  it.each([...new Set(rows.map((row) => row.lang))])(
    'No comment in %s causes an automatic act, with or without known items.',
    (lang) => {
      const acted = rows
        .filter((row) => row.lang === lang)
        .filter((row) => [[], ['12', '13', '29']].some((items) => parse(row, items).route === 'auto'));
      expect(acted.map((row) => row.text)).toEqual([]);
    },
  );
});

describe('with known items', () => {
  const rows = [...expectedComments('comments.dev.jsonl'), ...expectedComments('comments.own.jsonl')].filter(
    (row) => row.expect.actions,
  );

  it('Known items never make a comment automatic if it should be reviewed or ignored.', () => {
    const items = ['12', '13', '14', '23', '24', '44', '45', '123', 'A12', 'A13', 'B7', 'SP7', 'B14'];
    const acted = rows.filter((row) => row.expect.route !== 'auto' && parse(row, items).route === 'auto');
    expect(acted.map((row) => row.text)).toEqual([]);
  });

  it('An automatic act never names an item other than the expected one.', () => {
    for (const row of rows.filter((row) => row.expect.route === 'auto')) {
      const wanted = (row.expect.actions ?? []).map((action) => action.item);
      const parsed = parse(row, wanted);
      if (parsed.route === 'auto') {
        expect([row.text, parsed.intents.map((intent) => intent.item)]).toEqual([row.text, wanted]);
      }
    }
  });
});

describe('docs/grammar.md', () => {
  it('The page mentions every rule and reason that occurs in the examples.', () => {
    const page = readFileSync(join(__dirname, '..', '..', '..', '..', '..', 'docs', 'grammar.md'), 'utf8');
    const files = ['dev', 'dev2', 'own', 'adversarial'].map((name) => `comments.${name}.jsonl`);
    const rows = [...files, ...UNSEEN.map(([file]) => file)].flatMap(expectedComments);
    const named = new Set(
      rows.flatMap((row) => {
        const { intents, reason } = parse(row);
        return [...intents.map(({ rule }) => rule), ...(reason === null ? [] : [reason])];
      }),
    );
    expect([...named].filter((name) => !page.includes(`\`${name}\``))).toEqual([]);
  });
});
