import { compileWords, parseComment } from '.';

const none: ReadonlySet<string> = new Set();

function reading(text: string, claimWords: string[], passWords: string[] = ['pass']) {
  const { route, intents } = parseComment(text, compileWords({ claimWords, passWords }), none);
  return [route, ...intents.map((intent) => `${intent.act} ${intent.item}`)];
}

describe('a shop word', () => {
  const configured = [
    'banana',
    'køb',
    'беру',
    'أحجز',
    'เอฟเอฟ',
    '收啦',
    'i take',
    'c&f',
    'a(b',
    'x'.repeat(40),
    "j'en veux",
    '찜찜',
  ];

  it.each(configured)('The word %s works in every pattern.', (word) => {
    const upper = word.toUpperCase();
    const texts = [`${word} 12`, `12 ${word}`, `${word}12`, `12${word}`, `${upper} 12`, `${word} #12!`];
    for (const filler of ['on', 'item', 'no', 'number', 'lot']) texts.push(`${word} ${filler} 12`);
    for (const text of texts) expect([text, ...reading(text, [word])]).toEqual([text, 'auto', 'claim 12']);
  });

  it.each(configured)('The word %s passes if it is a pass word.', (word) => {
    expect(reading(`12 ${word}`, ['sold'], [word])).toEqual(['auto', 'pass 12']);
  });

  it("The shop's words replace the default words.", () => {
    expect(reading('sold 12', ['banana'])[0]).not.toBe('auto');
    expect(reading('pass 12', ['sold'], ['nope'])[0]).not.toBe('auto');
  });

  it('A word may be configured twice.', () => {
    expect(reading('b 12', ['a', 'b', 'b'])).toEqual(['auto', 'claim 12']);
  });

  it('A word is recognized regardless of accents, elongation, and look-alike letters.', () => {
    expect(reading('MÍO 12', ['mio'])).toEqual(['auto', 'claim 12']);
    expect(reading('mio 12', ['mío'])).toEqual(['auto', 'claim 12']);
    expect(reading('mi\u0301o 12', ['mío'])).toEqual(['auto', 'claim 12']);
    expect(reading('bananaaa 12', ['banana'])).toEqual(['auto', 'claim 12']);
    expect(reading('bаnаnа 12', ['banana'])).toEqual(['auto', 'claim 12']);
  });

  it('A word with one typo goes to review.', () => {
    expect(reading('bamana 12', ['banana'])).toEqual(['review', 'claim 12']);
  });

  it('A word that is both a claim word and a pass word passes.', () => {
    expect(reading('banana 12', ['banana'], ['banana'])).toEqual(['auto', 'pass 12']);
  });

  it('A longer word wins over a word that it contains.', () => {
    expect(reading('no sold 12', ['sold'], ['no sold'])).toEqual(['auto', 'pass 12']);
  });

  it('Empty words and words with only digits or signs are ignored.', () => {
    expect(reading('12 12', ['12', '.*', '', '   ', '🔥'])).toEqual(['ignore']);
    expect(reading('anything', [], [])).toEqual(['ignore']);
  });
});

describe("the shop's languages", () => {
  it('In a show with a Spanish claim word, other plain Spanish claim words also claim.', () => {
    expect(reading('apártame el 12', ['mio'])).toEqual(['auto', 'claim 12']);
    expect(reading('apártame el 12', ['sold'])).toEqual(['review', 'claim 12']);
  });

  it('In a show with an English claim word, other English claim words only propose a claim.', () => {
    expect(reading('mine 12', ['sold'])).toEqual(['review', 'claim 12']);
  });

  it('In a show with an English claim word, English pass and waitlist words also work.', () => {
    expect(reading('cancel 12', ['sold'])).toEqual(['auto', 'pass 12']);
    expect(reading('backup 12', ['sold'])).toEqual(['auto', 'waitlist 12']);
  });

  it('Negations in every language are recognized.', () => {
    for (const text of [
      'nicht sold 12',
      'pas sold 12',
      'không sold 12',
      'ไม่ sold 12',
      'no sold 12',
      'не sold 12',
    ]) {
      expect([text, reading(text, ['sold'])[0]]).not.toEqual([text, 'auto']);
    }
  });
});

describe('the plus sign as a claim word', () => {
  it('The plus claims automatically only if it is a claim word.', () => {
    expect(reading('A12+1', ['+'])).toEqual(['auto', 'claim A12']);
    expect(reading('A12+1', ['sold'])).toEqual(['review', 'claim A12']);
  });

  it('A show may use both a plus and words as claim words.', () => {
    expect(reading('我要A12', ['+', '要'])).toEqual(['auto', 'claim A12']);
    expect(reading('B3 +1', ['+', '要'])).toEqual(['auto', 'claim B3']);
  });
});
