import { claimWords, parseToLine as readingIn } from '../../../../test/one-line-reading';

/**
 * Parses a comment in a show with this claim word. Returns the result in one line: `auto: claim 12 ×1 XL`.
 */
const reading = (text: string, word = 'sold', items: string[] = []): string =>
  readingIn(text, { words: claimWords(word), items });

/** A claim on item 12, as `reading` returns it. */
const CLAIM_12 = 'auto: claim 12 ×1';

describe('Forms of address', () => {
  it.each([
    ['yo sold 12', 'sold'],
    ['bud sold 12', 'sold'],
    ['sold 12 bro', 'sold'],
    ['carnal mío 12', 'mío'],
    ['mano quero 12', 'quero'],
    ['mine 12 beshie', 'mine'],
    ['je prends 12 ma belle', 'je prends'],
    ['chị ơi chốt 12', 'chốt'],
  ])('%s claims item 12 in a show with the claim word %s.', (text, word) => {
    expect(reading(text, word)).toBe(CLAIM_12);
  });

  it.each([
    ['my bro sold 12', 'sold'],
    ['the dude sold 12', 'sold'],
    ['our chief sold 12', 'sold'],
    ['Linda sold 12', 'sold'],
    ['Rosa sold 12', 'sold'],
    ['tell Debbie sold 12', 'sold'],
    ['si ate mine 12', 'mine'],
    ['kay ate yung mine 12', 'mine'],
    ['la amiga mío 12', 'mío'],
    ['mi tía mío 12', 'mío'],
  ])('%s is not automatic with the claim word %s, because it may be about a person.', (text, word) => {
    expect(reading(text, word)).not.toMatch(/^auto/);
  });

  it('A claim word with a form of address or a courtesy proposes a claim on the current item.', () => {
    expect(reading('sold bro')).toBe('review: claim @current ×1');
    expect(reading('mine please', 'mine')).toBe('review: claim @current ×1');
  });
});

describe('Descriptions of the claimed item', () => {
  it.each([
    ['sold 12 impact driver', 'sold'],
    ['sold 12 coach purse', 'sold'],
    ['sold #12 milwaukee bits', 'sold'],
    ['sold 12 x2 wax melts', 'sold'],
    ['claim 12 the locket', 'claim'],
    ['sold 12 the vintage one', 'sold'],
    ['sold 12, the little teapot', 'sold'],
    ['sold 12 (ring)', 'sold'],
    ['mío 12 la bolsa', 'mío'],
    ['je prends 12 la robe', 'je prends'],
    ['meins 12 die Jacke', 'meins'],
    ['keep 12 tasnya', 'keep'],
  ])('%s claims item 12 in a show with the claim word %s.', (text, word) => {
    expect(reading(text, word)).toMatch(/^auto: claim 12 ×[12]$/);
  });

  it.each([
    ['sold 12 wooden spoons', 'sold'],
    ['sold 12 teapots', 'sold'],
    ['sold 1 impact driver', 'sold'],
    ['sold 12 came broken', 'sold'],
    ['sold 12 after payday', 'sold'],
    ['sold 12 the other one', 'sold'],
    ['sold 12 the bigger one', 'sold'],
    ['sold 12 the hard way', 'sold'],
    ['sold 12 the medum', 'sold'],
    ['sold 12 false alarm', 'sold'],
    ['sold 12 (hypothetically)', 'sold'],
    ['sold 12! stay strong', 'sold'],
    ['12 sold! the amethyst', 'sold'],
    ['mío 12 la devuelvo', 'mío'],
    ['mine 2 bag', 'mine'],
    ['keep 2 tas', 'keep'],
    ['chốt 2 áo', 'chốt'],
    ['je prends 12 la mauvaise', 'je prends'],
  ])(
    '%s is not automatic with the claim word %s, because it may be more than a description.',
    (text, word) => {
      expect(reading(text, word)).not.toMatch(/^auto/);
    },
  );

  it('A color after “in” is a variant, even if it is also a word for a stone or a drink.', () => {
    expect(reading('sold 12 in cognac')).toBe('auto: claim 12 ×1 cognac');
    expect(reading('sold 12 in amber')).toBe('auto: claim 12 ×1 amber');
  });
});

describe('Questions next to a claim', () => {
  it.each([
    ['sold 12. do you ship to Canada?', 'sold'],
    ['sold 12! what time is the next show?', 'sold'],
    ['mío 12. hacen envíos a Monterrey?', 'mío'],
    ['quero 12. entregam em Recife?', 'quero'],
    ['meins 12. versendet ihr nach Österreich?', 'meins'],
    ['chốt 12. ship về Đà Nẵng không?', 'chốt'],
  ])('%s claims item 12 with the claim word %s, because the question is about the shop.', (text, word) => {
    expect(reading(text, word)).toBe(CLAIM_12);
  });

  it.each([
    'sold 12. is it chipped?',
    'sold 12. did I get it?',
    'sold 12. do you ship or not?',
    'sold 12. can you ship it if broken?',
    'sold 12. will you ship mine?',
    'sold 12, do you ship?',
    'sold 12 do you ship?',
    'sold 12? do you ship?',
    'do you ship? sold 12',
  ])('%s is not automatic, because it may depend on the answer.', (text) => {
    expect(reading(text)).not.toMatch(/^auto/);
  });
});

describe('Sentences before a claim', () => {
  it.each([
    ['wife said yes. sold 12', 'sold'],
    ['gonna regret this but sold 12', 'sold'],
    ['ripper! sold 12', 'sold'],
    ["it's 3am here but sold 12", 'sold'],
    ['mi esposo dijo que sí. mío 12', 'mío'],
    ['no me aguanto mío 12', 'mío'],
    ['não resisti quero 12', 'quero'],
    ['mon mari a dit oui. je prends 12', 'je prends'],
    ['lương về rồi chốt 12', 'chốt'],
  ])('%s claims item 12 in a show with the claim word %s.', (text, word) => {
    expect(reading(text, word)).toBe(CLAIM_12);
  });

  it.each([
    ['hubby said no. sold 12', 'sold'],
    ['wife said yes. sold 12?', 'sold'],
    ['did hubby say yes? sold 12', 'sold'],
    ['we had a sale yesterday. sold 12', 'sold'],
    ['great day at the market. sold 12', 'sold'],
    ['I had 20. sold 12', 'sold'],
    ['I had 20 but sold 12', 'sold'],
    ['no me dejó. mío 12', 'mío'],
    ['marido não deixou. quero 12', 'quero'],
    ['hindi pumayag si mister mine 12', 'mine'],
  ])('%s is not automatic with the claim word %s, because it may be a denial or a report.', (text, word) => {
    expect(reading(text, word)).not.toMatch(/^auto/);
  });
});

describe('Other words after a claim', () => {
  it('A lowercase x after a number marks a quantity if the claim word is not only English.', () => {
    expect(reading('mine 77 2x', 'mine')).toBe('auto: claim 77 ×2');
    expect(reading('mine 77 2X', 'mine')).toMatch(/^review/);
    expect(reading('sold 77 2x')).toMatch(/^review/);
  });

  it("A name after a dash at the end is the viewer's signature.", () => {
    expect(reading('sold 12 - Karen')).toBe(CLAIM_12);
    expect(reading('sold 12 - Karen wants it')).not.toMatch(/^auto/);
    expect(reading("sold 12 - Karen's")).not.toMatch(/^auto/);
  });

  it('A remark does not change a claim, even if one of its words alone could take the claim back.', () => {
    expect(reading('sold 12 before hubby sees')).toBe(CLAIM_12);
    expect(reading('sold 12 too good to pass up')).toBe(CLAIM_12);
    expect(reading('sold 12 before')).not.toMatch(/^auto/);
  });

  it('The number of an item that the viewer missed is ignored, but a number of seconds makes a claim doubtful.', () => {
    expect(reading('missed out on 38 but sold 12')).toBe(CLAIM_12);
    expect(reading('sold 12 in 3 seconds wow')).not.toMatch(/^auto/);
  });
});
