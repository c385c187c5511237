import { canonicalItemKey, type CompiledWords, compileWords, nameableWith, parseComment } from '.';

const sold = compileWords({ claimWords: ['sold'], passWords: ['pass'] });

/** Parses a comment in a show with these items. Returns the result in one line: `auto: claim RED2 ×1`. */
function parseToLine(text: string, items: string[], words: CompiledWords = sold): string {
  const { route, intents } = parseComment(
    text,
    words,
    new Set(items.map((number) => canonicalItemKey(number) ?? '')),
  );
  const acts = intents.map(({ act, item, qty, variant }) =>
    [act, item, `×${String(qty)}`, ...(variant === undefined ? [] : [variant])].join(' '),
  );
  return `${route}: ${acts.join(', ')}`;
}

describe("An item's complete number", () => {
  it.each([
    ['sold RED 2', 'RED 2', 'claim RED2 ×1'],
    ['red 2 sold', 'RED 2', 'claim RED2 ×1'],
    ['sold red2!!', 'RED 2', 'claim RED2 ×1'],
    ['sold RED 2 x2', 'RED 2', 'claim RED2 ×2'],
    ['sold red 2 large', 'RED 2', 'claim RED2 ×1 L'],
    ['pass RED 2', 'RED 2', 'pass RED2 ×1'],
    ['sold café', 'café', 'claim CAFÉ ×1'],
    ['sold cafe please', 'café', 'claim CAFÉ ×1'],
    ['sold AB', 'AB', 'claim AB ×1'],
    ['sold iphone15', 'iphone15', 'claim IPHONE15 ×1'],
    ['sold iPhone 15', 'iphone15', 'claim IPHONE15 ×1'],
    ['sold ABCDEF-12345', 'ABCDEF-12345', 'claim ABCDEF12345 ×1'],
    ['sold a1b2c3', 'A1B2C3', 'claim A1B2C3 ×1'],
    ['sold dress 1', 'dress 1', 'claim DRESS1 ×1'],
    ['sold the red dress', 'Red Dress', 'claim REDDRESS ×1'],
    ['sold ผ้า๗๗๗', 'ผ้า๗๗๗', 'claim ผ้า777 ×1'],
    ['sold XL', 'XL', 'claim XL ×1'],
    ['sold I please', 'I', 'claim I ×1'],
  ])('%s refers to the item if the show has %s.', (text, number, act) => {
    expect(parseToLine(text, [number])).toBe(`auto: ${act}`);
  });

  it('A different number, a different word order, or a denial does not claim the item.', () => {
    expect(parseToLine('sold RED 22', ['RED 2'])).toBe('auto: claim 22 ×1 red');
    expect(parseToLine('sold 2 red', ['RED 2', '2'])).toBe('auto: claim 2 ×1 red');
    expect(parseToLine('sold ABCDEF-12345-7', ['ABCDEF-12345'])).toBe('review: ');
    expect(parseToLine('not sold RED 2', ['RED 2'])).toBe('ignore: ');
  });

  it.each([
    ['sold RED 2', ['RED 2', '2'], 'claim RED2 ×1'],
    ['sold iphone 15', ['iphone15', '15'], 'claim IPHONE15 ×1'],
  ])('The longest item number in %s wins in a show with %j.', (text, items, acts) => {
    expect(parseToLine(text, items)).toBe(`auto: ${acts}`);
  });

  it.each([
    ['sold B 2', ['B2', '2'], 'claim B2 ×1'],
    ['sold 12 XL', ['XL', '12'], 'claim 12 ×1, claim XL ×1'],
    ['sold 12 café', ['café', '12'], 'claim 12 ×1, claim CAFÉ ×1'],
    ['cafe', ['café'], 'claim CAFÉ ×1'],
  ])('An operator decides on %s in a show with %j.', (text, items, acts) => {
    expect(parseToLine(text, items)).toBe(`review: ${acts}`);
  });

  it('A comment can claim several items by their complete numbers.', () => {
    expect(parseToLine('sold RED 2 and RED 3', ['RED 2', 'RED 3'])).toBe(
      'auto: claim RED2 ×1, claim RED3 ×1',
    );
  });

  it("A claim with a plus can also use the item's complete number.", () => {
    const plus = compileWords({ claimWords: ['+'], passWords: ['pass'] });
    expect(parseToLine('AB+1', ['AB'], plus)).toBe('auto: claim AB ×1');
    expect(parseToLine('RED 2 +1', ['RED 2'], plus)).toBe('auto: claim RED2 ×1');
  });
});

describe('An item number', () => {
  const words = { claimWords: ['sold'], passWords: ['pass'] };
  const isNameable = (number: string, settings = words): boolean => nameableWith(settings)(number);

  it.each([
    '1',
    '007',
    '#7',
    'a-12',
    '๑๒',
    'RED 2',
    'café',
    'AB',
    'X',
    'XL',
    '12A',
    'A-1-2',
    'iphone15',
    'T-shirt 3',
    '12🔥',
  ])('%s can be claimed in a comment.', (number) => {
    expect(isNameable(number)).toBe(true);
  });

  it.each(['sold', 'pass', 'one', '$5', '5%', '10:30', '1+1', 'please'])(
    '%s cannot be claimed in a comment.',
    (number) => {
      expect(isNameable(number)).toBe(false);
    },
  );

  it("Whether a number can be claimed depends on the show's words.", () => {
    expect(isNameable('CF')).toBe(true);
    expect(isNameable('CF', { claimWords: ['cf'], passWords: ['cc'] })).toBe(false);
  });

  it('Every number is accepted if the show has no usable claim word.', () => {
    expect(isNameable('$5', { claimWords: ['77'], passWords: ['pass'] })).toBe(true);
  });
});

describe('A number that may count people', () => {
  it.each([
    'sold 13, my 2 girls love it',
    'sold 13, 2 girls will love it',
    'sold 13, and 2 girls love it',
    'sold 13 and my 2 nieces thank you',
  ])('"%s" does not claim item 2.', (text) => {
    expect(parseToLine(text, ['2', '13'])).toBe('review: claim 13 ×1');
  });

  it.each(['sold 13, 2 girls!', 'sold 13, 2 ladies please', 'sold 13, my 2 and 3'])(
    '"%s" claims item 2.',
    (text) => {
      expect(parseToLine(text, ['2', '3', '13'])).toMatch(/^auto: claim 13 ×1, claim 2 ×1/);
    },
  );
});
