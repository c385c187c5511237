import { compileWords, parseComment } from '.';
import { claimWords, parseToLine, SOLD } from '../../../../test/one-line-reading';

describe('sizes', () => {
  it.each([
    ['sold 12 x-large', 'XL'],
    ['sold 12 XX-Large', 'XXL'],
    ['sold 12 2x-large', '2XL'],
    ['sold 12 3XLarge', '3XL'],
    ['sold 12 x-small', 'XS'],
    ['sold 12 extra small', 'XS'],
    ['sold 12 size 2X', '2X'],
    ['sold 12 in a 2x', '2X'],
    ['sold 12 size 7.5', '7.5'],
    ['sold 12 sz 9 1/2', '9.5'],
    ['sold 12 size 12/14', '12/14'],
    ['sold 12 size M/L', 'M/L'],
    ['sold 12 4T', '4T'],
    ['sold 12 size 6-9 months', '6-9M'],
  ])('%s is one unit in size %s.', (text, size) => {
    expect(parseToLine(text)).toBe(`auto: claim 12 ×1 ${size}`);
  });

  it.each(['sold 12 2X', '2X sold 12', 'sold 12 plus 2x', 'sold 12 2x thanks'])(
    '%s may be a plus size or two units, so an operator decides.',
    (text) => {
      expect(parseComment(text, SOLD, new Set()).reason).toBe('size-or-quantity');
    },
  );

  it.each(['sold 12 x2', 'sold 12 x 2', 'sold12*2', 'sold 2x 12', 'sold 2x the 12'])(
    '%s is two units, because the x comes before the 2, or both come before the item.',
    (text) => {
      expect(parseToLine(text)).toBe('auto: claim 12 ×2');
    },
  );

  it('A size after two items may be for both, so an operator decides.', () => {
    expect(parseToLine('sold 12 and 13 large')).toBe('review: claim 12 ×1, claim 13 ×1 L');
  });

  it('A size in a question is not the size of the claim.', () => {
    expect(parseToLine('sold 12! does it run small')).toBe('review: claim 12 ×1');
  });
});

describe('number words', () => {
  it.each([
    ['sold number twelve', '12'],
    ['sold twenty-seven', '27'],
    ['sold one hundred and four', '104'],
    ['sold number one', '1'],
  ])('%s names item %s.', (text, item) => {
    expect(parseToLine(text)).toBe(`auto: claim ${item} ×1`);
  });

  it.each([
    ['sold one twenty three', '123'],
    ['sold one-two-three', '123'],
    ['SOLD 🔟', '10'],
  ])('%s is probably item %s, so an operator decides.', (text, item) => {
    expect(parseToLine(text)).toBe(`review: claim ${item} ×1`);
  });

  it('A small number word after an item is a quantity, which is doubtful without “pieces”.', () => {
    expect(parseToLine('sold 12 two pieces')).toBe('auto: claim 12 ×2');
    expect(parseToLine('sold 12 two')).toBe('review: claim 12 ×2');
  });

  it.each([
    ['quero vinte e sete', 'quero'],
    ['mío veintisiete', 'mío'],
    ['meins siebenundzwanzig', 'meins'],
    ['je prends le vingt-sept', 'je prends'],
    ['беру двадцать семь', 'беру'],
    ['二十七號我要', '要'],
  ])('%s names item 27.', (text, word) => {
    expect(parseToLine(text, { words: claimWords(word) })).toBe('auto: claim 27 ×1');
  });
});

describe('numbers that are not items', () => {
  it.each(['sold 12 amysmith22@example.com', 'amysmith22@example.com sold 12', 'sold 12 76543'])(
    '%s proposes only item 12.',
    (text) => {
      expect(parseToLine(text)).toBe('review: claim 12 ×1');
    },
  );

  it.each([
    'sold 12 zip 76543',
    'sold 12 ship to 22 Oak Street',
    'sold 12 312-555-0188',
    'sold 12 add to order 2219',
    'sold 12 will pick up at 5pm',
  ])('%s claims only item 12.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 12 ×1');
  });

  it('A price before the item is not an item.', () => {
    expect(parseToLine('sold for 25 #12')).toBe('review: claim 12 ×1');
  });

  it('A claim word after a remark begins a new claim.', () => {
    expect(parseToLine('sold 12 pick up at 5 sold 13')).toBe('auto: claim 12 ×1, claim 13 ×1');
  });

  it('A letter that also names a currency can begin an item number.', () => {
    expect(parseToLine('sold K7')).toBe('auto: claim K7 ×1');
    expect(parseToLine('sold K-07')).toBe('auto: claim K7 ×1');
  });
});

describe('show items', () => {
  it.each(['claim 45 b', '45 b claim', 'claim $45 B'])(
    '%s is probably 45B if the show has 45, 45A, and 45B.',
    (text) => {
      const words = claimWords('claim');
      expect(parseToLine(text, { words, items: ['45', '45A', '45B'] })).toBe('review: claim 45B ×1');
    },
  );

  it('A number with a letter is claimed automatically if the show does not have the number alone.', () => {
    expect(parseToLine('sold 45 b', { items: ['45A', '45B'] })).toBe('auto: claim 45B ×1');
  });

  it('A proposal never names an item that the show does not have.', () => {
    expect(parseToLine('sold 12 #1043', { items: ['12', '13'] })).toBe('review: claim 12 ×1');
    expect(parseToLine('sold 45 c', { items: ['45A', '45B'] })).toBe('review: ');
  });

  it('A number with a letter but no shop word is proposed if the show has that item.', () => {
    expect(parseToLine('$25 B', { items: ['25A', '25B'] })).toBe('review: claim 25B ×1');
    expect(parseToLine('25 B', { items: ['25A', '25B'] })).toBe('review: claim 25B ×1');
  });

  it('“DM1=2” claims two units if the show has DM1, but “12=2” and “12:2” are doubtful.', () => {
    expect(parseToLine('dm1=2', { items: ['DM1'] })).toBe('auto: claim DM1 ×2');
    expect(parseToLine('12=2', { items: ['12'] })).toBe('review: claim 12 ×2');
    expect(parseToLine('12:2', { items: ['12'] })).toBe('review: claim 12 ×2');
  });
});

describe('misspelled shop words', () => {
  it.each(['S O L D 12', 's.o.l.d 12', 'so1d 12', '$old 12', 'souled 12', 'solid 12', 'ыщдв 12'])(
    '%s goes to review as a claim for item 12.',
    (text) => {
      expect(parseToLine(text)).toBe('review: claim 12 ×1');
    },
  );

  it('A Vietnamese word missing its last letter is doubtful, but the tone mark may be on either vowel.', () => {
    const words = compileWords({ claimWords: ['chốt'], passWords: ['hủy'] });
    expect(parseToLine('chố 39 nha', { words })).toBe('review: claim 39 ×1');
    expect(parseToLine('huỷ 18', { words })).toBe('auto: pass 18');
  });

  it('The -ing form of an English claim word also claims.', () => {
    expect(parseToLine('claiming 12', { words: claimWords('claim') })).toBe('auto: claim 12 ×1');
  });
});

describe('a quantity “of” an item', () => {
  it.each(['sold 2 of 37', 'sold 2 of the 37', 'sold 2 of number 37 please'])('%s is two units.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 37 ×2');
  });

  it('“2 of 12” may be a share of a dozen, and a quantity may be an item, so an operator decides.', () => {
    expect(parseToLine('sold 2 of 12')).toBe('review: claim 12 ×2');
    expect(parseToLine('sold 2 of 37', { items: ['2', '37'] })).toBe('review: claim 37 ×2');
  });
});

describe('remarks after a claim', () => {
  it.each([
    'sold 12!! been waiting since 7',
    'sold 12! got here at 8:45',
    'sold 12 10/10 show',
    'sold 12 paid with venmo @amy_22',
    'sold 12 Quezon City',
    'sold 12 thank you Brenda',
    'sold 12 for my daughter (8)',
    "sold 12 don't let anyone else have it",
  ])('%s claims one unit of item 12.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 12 ×1');
  });

  it.each([
    'sold 12 at 8:45',
    'sold 12 10/11',
    'sold 12 @amy',
    'sold 12 for my girls (2)',
    'sold 12 love it Medum',
    'sold 12 tomorrow',
  ])('%s may be more than a remark.', (text) => {
    expect(parseComment(text, SOLD, new Set()).route).toBe('review');
  });

  it('A number is not an age, a score, or a time if the show has that item.', () => {
    expect(parseToLine('sold 12 for my daughter (8)', { items: ['8', '12'] })).toBe('review: claim 12 ×1');
    expect(parseToLine('sold 12 10/10', { items: ['10', '12'] })).toMatch(/^review/);
    expect(parseToLine('sold 12!! been waiting since 7', { items: ['7', '12'] })).toMatch(/^review/);
  });
});

describe('other statements about an item', () => {
  it('A swap is a pass and a claim that an operator confirms.', () => {
    expect(parseToLine('swap my 40 for 41 please')).toBe('review: pass 40, claim 41 ×1');
    expect(parseToLine('change 12 to blue')).toBe('review: ');
  });

  it('A claim that depends on an item becoming available asks for a place on the waitlist.', () => {
    const words = compileWords({ claimWords: ['mío'], passWords: ['paso'] });
    expect(parseToLine('si cancelan el 53 me lo llevo yo', { words })).toBe('review: waitlist 53');
  });

  it('A claim conditional on availability is proposed; a claim conditional on a size is not.', () => {
    expect(parseToLine("sold 98 if it's still there")).toBe('review: claim 98 ×1');
    expect(parseToLine("sold 98 if it's a medium")).toBe('review: ');
  });

  it('A claim followed by a full question goes to review; a claim that is itself a question is ignored.', () => {
    expect(parseToLine('sold 12 what is the material')).toBe('review: claim 12 ×1');
    expect(parseToLine('sold 12 yet?')).toBe('ignore: ');
  });

  it('Two sizes of one item are two proposals.', () => {
    expect(parseToLine('sold 72 S and M')).toBe('review: claim 72 ×1 S, claim 72 ×1 M');
  });

  it('A variant between two plus-sign claims belongs to the claim before it.', () => {
    const words = compileWords({ claimWords: ['+'], passWords: ['取消'] });
    expect(parseToLine('B3+1 白 B4+1 黑', { words })).toBe('auto: claim B3 ×1 white, claim B4 ×1 black');
  });

  it.each([
    'sold 12 that color is amazing',
    'sold 12 for my 7 year old',
    "sold 12 I've been waiting all night",
  ])('%s is a claim with a remark.', (text) => {
    expect(parseToLine(text)).toBe('auto: claim 12 ×1');
  });
});
