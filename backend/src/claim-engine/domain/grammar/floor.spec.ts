import { compileWords, parseComment } from '.';

const words = compileWords({ claimWords: ['sold'], passWords: ['pass'] });
const manyLanguages = compileWords({
  claimWords: ['sold', 'mine', 'mío', 'mía', 'vendu', 'meins', 'mio', 'meu', 'cf', 'เอา', 'chốt', '要'],
  passWords: ['pass', 'paso', 'passe', 'verzichte', 'cc'],
});
const none: ReadonlySet<string> = new Set();

const intentsOf = (text: string, known = none) =>
  parseComment(text, words, known).intents.map(
    (intent) => `${intent.act} ${intent.item} ×${String(intent.qty)}`,
  );

describe.each([
  ['one language', words],
  ['many languages', manyLanguages],
])('the simplest comments in a show with words from %s', (_, words) => {
  it.each([
    ['sold 123', '123'],
    ['123 sold', '123'],
    ['sold123', '123'],
    ['SOLD 456', '456'],
    ['sold #123!', '123'],
    ['sold 123 🔥🔥', '123'],
    ['sold on 123', '123'],
  ])('%s claims item %s.', (text, item) => {
    expect(parseComment(text, words, none)).toMatchObject({
      route: 'auto',
      reason: null,
      intents: [{ act: 'claim', item, qty: 1, word: 'sold' }],
    });
  });

  it.each([
    ['pass 123', '123'],
    ['123 pass', '123'],
    ['pass on 50', '50'],
  ])('%s passes item %s.', (text, item) => {
    expect(parseComment(text, words, none)).toMatchObject({
      route: 'auto',
      intents: [{ act: 'pass', item, word: 'pass' }],
    });
  });

  it.each(['hello everyone', '', 'sold', '123'])('%j does not cause an automatic act.', (text) => {
    expect(parseComment(text, words, none).route).not.toBe('auto');
  });

  it('A number alone never causes an automatic act, even if the show has the item.', () => {
    expect(parseComment('123', words, new Set(['123']))).toMatchObject({
      route: 'review',
      reason: 'bare-number',
    });
  });

  it('The comment “sold 123 and sold 456” claims 123 first.', () => {
    expect(intentsOf('sold 123 and sold 456')).toEqual(['claim 123 ×1', 'claim 456 ×1']);
  });

  it('The comment “mine 123” claims item 123 with the claim word “mine”.', () => {
    const mine = compileWords({ claimWords: ['mine'], passWords: ['pass'] });
    expect(parseComment('mine 123', mine, none)).toMatchObject({
      route: 'auto',
      intents: [{ act: 'claim', item: '123', word: 'mine' }],
    });
  });
});

describe('show items that make a comment certain', () => {
  it.each([
    ['sold 1-2', ['1-2'], ['claim 1-2 ×1']],
    ['sold 44L', ['44L'], ['claim 44L ×1']],
    ['sold a 12', ['A12'], ['claim A12 ×1']],
    ['sold 2x12', ['12'], ['claim 12 ×2']],
    ['sold 2x12', ['2'], ['claim 2 ×12']],
    ['sold 12,13', ['12', '13'], ['claim 12 ×1', 'claim 13 ×1']],
    ['sold ruby', ['RUBY'], ['claim RUBY ×1']],
    ['sold sp 7', ['SP7'], ['claim SP7 ×1']],
    ['sold 10 navy medium', ['10'], ['claim 10 ×1']],
  ])('%s is automatic in a show with the items %j.', (text, items, acts) => {
    const known = new Set(items);
    expect(parseComment(text, words, known).route).toBe('auto');
    expect(intentsOf(text, known)).toEqual(acts);
  });

  it('A comment that can mean two items goes to review.', () => {
    expect(parseComment('sold a 12', words, new Set(['A12', '12'])).route).toBe('review');
    expect(parseComment('sold 12b', words, new Set(['12'])).route).toBe('review');
  });

  it('A code with a quantity is a claim only if the show has that item.', () => {
    expect(parseComment('ps5 2', words, new Set(['12'])).route).toBe('ignore');
    expect(parseComment('ps5 2', words, new Set(['PS5'])).route).toBe('auto');
  });
});

describe('numbers that are not items', () => {
  it.each([
    'sold 12.50',
    'sold 1,024',
    'sold 12-15',
    'sold 100-104',
    'sold 12:30',
    'sold $12',
    'sold 0912345678',
    'sold 1234567890123',
    'sold 12²',
    'sold ½',
  ])('%s goes to review.', (text) => {
    expect(parseComment(text, words, none).route).toBe('review');
  });

  it('½ is not the item 1-2 or 1/2.', () => {
    const known = new Set(['1', '2', '12', '1-2', '1/2']);
    expect(parseComment('sold ½', words, known).route).toBe('review');
  });

  it.each(['sold 5 minutes ago', 'I sold my house, 12 years ago', 'sold at 5pm', '12 people sold'])(
    '%s is ignored.',
    (text) => {
      expect(parseComment(text, words, none).route).toBe('ignore');
    },
  );

  it.each(['sold 1😀2', 'sold 1\u200b2', 'sold 1 2', 'sold 1.2', 'sold 1️⃣ 2️⃣', 'sold ①②'])(
    'The numbers in %j are never joined.',
    (text) => {
      expect(parseComment(text, words, none).route).toBe('review');
      expect(intentsOf(text)).not.toContain('claim 12 ×1');
    },
  );
});

describe('"no" between two numbers', () => {
  it.each(['sold 12, no 13', 'sold 12 no 13', 'sold 12 and no 13'])('%s may be a correction.', (text) => {
    expect(parseComment(text, words, none).route).toBe('review');
  });

  it.each(['sold no 12, no 13', 'sold no. 12, no. 13', 'sold 12, no. 13'])('%s lists two items.', (text) => {
    expect(intentsOf(text)).toEqual(['claim 12 ×1', 'claim 13 ×1']);
  });
});

it('A claim word with a repeated letter still claims, but a wrong letter sends the claim to review.', () => {
  const keep = compileWords({ claimWords: ['keep'], passWords: ['pass'] });
  expect(parseComment('keeep 12', keep, none).route).toBe('auto');
  expect(parseComment('kepp 12', keep, none).route).toBe('review');
});
