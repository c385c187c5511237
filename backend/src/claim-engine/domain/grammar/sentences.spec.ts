import { compileWords, parseComment } from '.';
import { claimWords, parseToLine, SOLD } from '../../../../test/one-line-reading';

describe('What comes before a claim', () => {
  it.each([
    'hi Kim!! sold 12',
    'morning everyone! sold 12',
    'hi from Leeds! sold 12',
    '@SparkleBoutique sold 12',
    '@The Vintage Closet sold 12',
    'poured my wine and ready sold 12',
  ])('%s claims item 12.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 12 ×1');
  });

  it.each([
    '@jessica sold 12',
    '@Olive sold 12',
    '@amy_closet sold 12',
    '44 Oak St sold 12 pcs',
    'hello Ruby 12 sold, 13',
  ])('%s may mean more, so it goes to review.', (text) => {
    expect(parseComment(text, SOLD, new Set(['RUBY', '12', '13'])).route).toBe('review');
  });

  it('A name after a greeting is not a color.', () => {
    expect(
      parseToLine('Hola Rosa, mío 12', { words: compileWords({ claimWords: ['mío'], passWords: ['paso'] }) }),
    ).toBe('auto: claim 12 ×1');
  });
});

describe('What follows a claim or a pass', () => {
  it.each([
    'sold 12 from Perth',
    'sold 12 here in Ohio',
    "sold 12, that's me done for tonight",
    'sold 12, order #7731',
    'sold 12 combine with my other orders please',
    'sold 12 for my grandson, he turns 7 tomorrow',
    'sold 12 lucky number 12',
  ])('%s claims item 12 once.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 12 ×1');
  });

  it.each([
    'pass 12 sorry overspent',
    'pass 12, my kid got sick',
    'pass 12, found one already',
    "pass 12 I can't afford it",
  ])('%s gives up item 12.', (text) => {
    expect(parseToLine(text)).toBe('auto: pass 12');
  });

  it.each([
    'sold 12! my kid typed that',
    'sold 12! My mom will scream',
    'sold 12. Sorry was putting the kids to bed',
    'sold 12 too small',
    'sold 12! Already have one',
    'sold 12 for my sister, she backed out',
    'sold 12 ship to my mom nevermind',
    '1220 Maple St Boise ID 83702 sold 12',
    'sold 12, my cousin did',
    'sold 12! I wanted the medum',
    'sold 12! Sorry wrong one',
    'sold 12 Medum from Perth',
    'pass 12, slod 13',
    'pass 12 sorry 13',
  ])('%s may be more than a claim or a pass with a remark.', (text) => {
    expect(parseComment(text, SOLD, new Set()).route).toBe('review');
  });

  it.each(['12 sold from Perth', 'sold 12 from my closet', 'sold 12 to Amy'])('%s is a report.', (text) => {
    expect(parseComment(text, SOLD, new Set()).route).toBe('ignore');
  });

  it('A long number after “order” is an item if the show has that item.', () => {
    expect(parseToLine('sold 12 order 2291', { items: ['12', '2291'] })).toMatch(/^review/);
  });

  it('“12 is mine” claims the item, and “12 was mine” does not.', () => {
    const words = claimWords('mine');
    expect(parseToLine('12 is mine', { words })).toBe('auto: claim 12 ×1');
    expect(parseToLine('12 was mine', { words })).toBe('ignore: ');
  });
});

describe('Quantities and variants in words', () => {
  it.each([
    ['sold four of number 52', 'claim 52 ×4'],
    ['sold 52, three of them please', 'claim 52 ×3'],
    ['sold 52 two of those please', 'claim 52 ×2'],
    ['sold 52 in navy, size 14', 'claim 52 ×1 navy 14'],
    ['sold 52 the pink one size 10', 'claim 52 ×1 pink 10'],
    ['sold R-3-12', 'claim R3-12 ×1'],
  ])('%s is read as %s.', (text, acts) => {
    expect(parseToLine(text)).toBe(`auto: ${acts}`);
  });

  it('“A12-15”, and “A-12-15” if the show has A12, may be a range.', () => {
    expect(parseToLine('sold A-12-15', { items: ['A12'] })).toBe('review: ');
    expect(parseToLine('sold A12-15')).toBe('review: ');
  });

  it('The claim word “+1” works like “+”.', () => {
    const words = compileWords({ claimWords: ['+1'], passWords: ['取消'] });
    expect(parseToLine('A08 +2', { words })).toBe('auto: claim A8 ×2');
  });
});

describe('Comments without a plain claim', () => {
  it.each([
    ['12 please!!', 'claim 12 ×1'],
    ['can you put me down for 12 please', 'claim 12 ×1'],
    ['sorry I meant 12 not 21', 'claim 12 ×1'],
    ['oops 12 not 21', 'claim 12 ×1'],
    ['sold 12 in S or M whichever you have', 'claim 12 ×1'],
    ['sold 12? or did someone get it already', 'claim 12 ×1'],
    ['sold 12 oh wait I already have that one', 'claim 12 ×1'],
  ])('%s proposes %s.', (text, acts) => {
    expect(parseToLine(text)).toBe(`review: ${acts}`);
  });

  it.each([
    ['mío 12 pero de qué medida es?', 'mío'],
    ['mine 12 may damage po ba?', 'mine'],
    ['cf 12 ผ้าอะไรคะ', 'cf'],
    ['chốt 12 vải gì vậy chị', 'chốt'],
    ['cf 12 ส่งแล้วหรือยังคะ', 'cf'],
    ['mip 12', 'mío'],
  ])('%s proposes a claim on item 12.', (text, word) => {
    expect(parseToLine(text, { words: claimWords(word) })).toBe('review: claim 12 ×1');
  });

  it.each(['12 please?', '12 pls show', '12 not 13 people', 'I meant to ask at 5pm'])(
    '%s is ignored.',
    (text) => {
      expect(parseToLine(text)).toBe('ignore: ');
    },
  );

  it('A sentence may ask for a place on the waitlist.', () => {
    expect(parseToLine('put me down as backup for 12')).toBe('auto: waitlist 12');
  });
});
