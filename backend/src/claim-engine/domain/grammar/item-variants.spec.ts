import { compileVariants, compileWords, matchVariant, parseComment, unreadableVariant } from '.';

const words = compileWords({ claimWords: ['sold', 'cf'], passWords: ['pass'] });
const ITEMS = {
  12: ['S', 'M', 'L', '2XL'],
  13: ['Navy M', 'Navy L', 'Red M'],
  14: ['38', '39', '7.5'],
  15: ['Leopard print', 'Rose gold'],
  16: ['2X', 'XL'],
  17: ['S/M', 'L/XL'],
  18: ['2', '4', '6'],
  19: ['Black', 'White'],
  20: ['One size', 'Kids'],
  A3: ['สีชมพู', 'ลายดอก'],
};
const variants = compileVariants(
  Object.entries(ITEMS).map(([itemKey, names]) => ({ itemKey, names })),
  words,
);
const keys = new Set([...Object.keys(ITEMS), '7', '38']);

/** The parsed comment in one line; `*` marks a variant that the item has. */
function reading(text: string): string {
  const { route, reason, intents } = parseComment(text, words, keys, variants);
  const acts = intents.map(
    ({ act, item, qty, variant, listed }) =>
      `${act} ${item} ×${qty}${variant === undefined ? '' : ` ${variant}${listed === true ? '*' : ''}`}`,
  );
  return [reason ?? route, ...acts].join(', ');
}

describe('item variants', () => {
  it.each([
    ['sold 12 M', 'auto, claim 12 ×1 M*'],
    ['sold 12M', 'auto, claim 12 ×1 M*'],
    ['medium sold 12', 'auto, claim 12 ×1 M*'],
    ['sold 12 size medium', 'auto, claim 12 ×1 M*'],
    ['sold 12 M x2', 'auto, claim 12 ×2 M*'],
    ['sold 12 XXL', 'auto, claim 12 ×1 2XL*'],
    ['sold 12 M not L', 'auto, claim 12 ×1 M*'],
    ['sold 13 M navy', 'auto, claim 13 ×1 Navy M*'],
    ['sold 14 39', 'auto, claim 14 ×1 39*'],
    ['sold 14 7.5', 'auto, claim 14 ×1 7.5*'],
    ['sold 14 size 38', 'auto, claim 14 ×1 38*'],
    ['sold 15 leopard print please', 'auto, claim 15 ×1 Leopard print*'],
    ['sold 16 extra large', 'auto, claim 16 ×1 XL*'],
    ['sold 17 s/m', 'auto, claim 17 ×1 S/M*'],
    ['sold 18 4 x2', 'auto, claim 18 ×2 4*'],
    ['sold 19 noir', 'auto, claim 19 ×1 Black*'],
    ['sold 20 kids', 'auto, claim 20 ×1 Kids*'],
    ['cfA3ลายดอก', 'auto, claim A3 ×1 ลายดอก*'],
    ['sold 12 S and 13 red m', 'auto, claim 12 ×1 S*, claim 13 ×1 Red M*'],
    ['backup 12 L', 'auto, waitlist 12 ×1 L*'],
    ['pass 12 M', 'auto, pass 12 ×1 M*'],
    ['pass 12', 'auto, pass 12 ×1'],
  ])('%s is automatic: %s.', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it.each([
    ['sold 12', 'variant-missing, claim 12 ×1'],
    ['sold 12 purple', 'variant-unknown, claim 12 ×1 purple'],
    ['sold 12 navy M', 'variant-unknown, claim 12 ×1 M*'],
    ['sold 12 S and M', 'variant-unknown, claim 12 ×1 S M'],
    ['sold 13 navy', 'variant-unknown, claim 13 ×1 navy'],
    ['sold 13 red', 'variant-unknown, claim 13 ×1 Red M*'],
    ['pass 12 purple', 'variant-unknown, pass 12 ×1 purple'],
    ['sold 14 38', 'bare-list, claim 14 ×1, claim 38 ×1'],
    ['sold 18 2 pcs', 'variant-missing, claim 18 ×2'],
    ['12 M', 'bare-number, claim 12 ×1 M*'],
    ['sold 12 L ?', 'question-mark, claim 12 ×1 L*'],
    ['is 12 M sold?', 'question'],
  ])('%s is not automatic: %s.', (text, expected) => {
    expect(reading(text)).toBe(expected);
  });

  it('2X is a size if the item has that size, and otherwise two units.', () => {
    expect(reading('sold 16 2X')).toBe('auto, claim 16 ×1 2X*');
    expect(reading('sold 12 M 2X')).toBe('auto, claim 12 ×2 M*');
    expect(reading('sold 12 2X')).toBe('variant-missing, claim 12 ×2');
  });

  it('If the item has no variants, the claim keeps the variant as the viewer wrote it.', () => {
    expect(reading('sold 7 navy M')).toBe('auto, claim 7 ×1 navy M');
  });

  it('Spans refer to the comment as the viewer wrote it.', () => {
    const { intents } = parseComment('leopard print, sold 15', words, keys, variants);
    expect('leopard print, sold 15'.slice(intents[0]?.span.start, intents[0]?.span.end)).toBe('sold 15');
  });

  it.each([
    [['S', 'M'], null],
    [['XL', 'extra large'], { name: 'extra large', sameAs: 'XL' }],
    [['2XL', 'XXL'], { name: 'XXL', sameAs: '2XL' }],
    [['sold out', 'sold'], { name: 'sold', sameAs: null }],
  ])('In %j, the first name that no comment could use is %j.', (names, expected) => {
    expect(unreadableVariant(names, words)).toEqual(expected);
  });

  it('A variant is matched in any spelling, but never guessed.', () => {
    const sizes = variants.get('12') ?? [];
    const found = ['medium', '2xl', 'x', ''].map((asked) => matchVariant(asked, sizes, words));
    expect(found).toEqual(['M', '2XL', null, null]);
  });

  it('An item number is doubtful if it can also mean a variant of another item.', () => {
    const items = new Set(['RED2', '2']);
    const red = compileVariants([{ itemKey: '2', names: ['Red', 'Blue'] }], words);
    const blue = compileVariants([{ itemKey: '2', names: ['Blue'] }], words);
    expect(parseComment('sold RED 2', words, items, red).reason).toBe('letter-or-item');
    expect(parseComment('sold RED 2', words, items, blue).route).toBe('auto');
  });
});
