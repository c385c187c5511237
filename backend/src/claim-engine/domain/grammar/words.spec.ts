import { compileWords, parseComment } from '.';

const none: ReadonlySet<string> = new Set();

function reads(text: string, claimWords: string[], passWords: string[] = ['pass']) {
  const { route, intents } = parseComment(text, compileWords({ claimWords, passWords }), none);
  return [route, ...intents.map((intent) => `${intent.act} ${intent.item}`)];
}

describe('a word of the shop', () => {
  const configured = ['banana', 'køb', 'беру', 'أحجز', 'เอฟเอฟ', '收啦', 'i take', 'c&f', 'a(b', 'x'.repeat(40), "j'en veux", '찜찜'];

  it.each(configured)('%s works in every pattern', (word) => {
    const upper = word.toUpperCase();
    const texts = [`${word} 12`, `12 ${word}`, `${word}12`, `12${word}`, `${upper} 12`, `${word} #12!`];
    for (const filler of ['on', 'item', 'no', 'number', 'lot']) texts.push(`${word} ${filler} 12`);
    for (const text of texts) expect([text, ...reads(text, [word])]).toEqual([text, 'auto', 'claim 12']);
  });

  it.each(configured)('%s passes where it is a pass word', (word) => {
    expect(reads(`12 ${word}`, ['sold'], [word])).toEqual(['auto', 'pass 12']);
  });

  it('replaces the default', () => {
    expect(reads('sold 12', ['banana'])[0]).not.toBe('auto');
    expect(reads('pass 12', ['sold'], ['nope'])[0]).not.toBe('auto');
  });

  it('may be given several times over', () => {
    expect(reads('b 12', ['a', 'b', 'b'])).toEqual(['auto', 'claim 12']);
  });

  it('is read without regard to accents, elongation and look-alike letters', () => {
    expect(reads('MÍO 12', ['mio'])).toEqual(['auto', 'claim 12']);
    expect(reads('mio 12', ['mío'])).toEqual(['auto', 'claim 12']);
    expect(reads('mi\u0301o 12', ['mío'])).toEqual(['auto', 'claim 12']);
    expect(reads('bananaaa 12', ['banana'])).toEqual(['auto', 'claim 12']);
    expect(reads('bаnаnа 12', ['banana'])).toEqual(['auto', 'claim 12']);
  });

  it('one slip away is for a person to read', () => {
    expect(reads('bamana 12', ['banana'])).toEqual(['review', 'claim 12']);
  });

  it('that claims and passes, passes', () => {
    expect(reads('banana 12', ['banana'], ['banana'])).toEqual(['auto', 'pass 12']);
  });

  it('yields to a longer one that contains it', () => {
    expect(reads('no sold 12', ['sold'], ['no sold'])).toEqual(['auto', 'pass 12']);
  });

  it('of digits, signs or nothing is passed over', () => {
    expect(reads('12 12', ['12', '.*', '', '   ', '🔥'])).toEqual(['ignore']);
    expect(reads('anything', [], [])).toEqual(['ignore']);
  });
});

describe('a language of the shop', () => {
  it('brings its plain claim words', () => {
    expect(reads('apártame el 12', ['mio'])).toEqual(['auto', 'claim 12']);
    expect(reads('apártame el 12', ['sold'])).toEqual(['review', 'claim 12']);
  });

  it('English claim words stay proposals', () => {
    expect(reads('mine 12', ['sold'])).toEqual(['review', 'claim 12']);
  });

  it('brings its pass and waitlist words', () => {
    expect(reads('cancel 12', ['sold'])).toEqual(['auto', 'pass 12']);
    expect(reads('backup 12', ['sold'])).toEqual(['auto', 'waitlist 12']);
  });

  it('hears negations of every language', () => {
    for (const text of ['nicht sold 12', 'pas sold 12', 'không sold 12', 'ไม่ sold 12', 'no sold 12', 'не sold 12']) {
      expect([text, reads(text, ['sold'])[0]]).not.toEqual([text, 'auto']);
    }
  });
});

describe('the plus of a shop', () => {
  it('claims only where it was chosen', () => {
    expect(reads('A12+1', ['+'])).toEqual(['auto', 'claim A12']);
    expect(reads('A12+1', ['sold'])).toEqual(['review', 'claim A12']);
  });

  it('may stand beside words', () => {
    expect(reads('我要A12', ['+', '要'])).toEqual(['auto', 'claim A12']);
    expect(reads('B3 +1', ['+', '要'])).toEqual(['auto', 'claim B3']);
  });
});
