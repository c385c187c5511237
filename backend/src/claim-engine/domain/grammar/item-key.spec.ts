import { canonicalItemKey, cleanText } from '.';
import { tokenize } from './tokens';

describe('the canonical key of an item', () => {
  it.each([
    ['123', '123'],
    ['#007', '7'],
    ['0', '0'],
    ['000', '0'],
    ['a-12', 'A12'],
    ['A-012', 'A12'],
    ['a 12', 'A12'],
    ['A.012', 'A12'],
    ['7kd', '7KD'],
    ['1-2', '1-2'],
    ['1 2', '1-2'],
    ['1.02', '1-2'],
    ['10-20-030', '10-20-30'],
    ['١٢', '12'],
    ['१२', '12'],
    ['１２', '12'],
    ['Ａ１２', 'A12'],
    ['①', '1'],
    ['1️⃣2️⃣', '12'],
    ['ab0c00', 'AB0C0'],
    ['  #12  ', '12'],
    ['ñ1', 'Ñ1'],
    ['赤12', '赤12'],
    ['ß1', 'SS1'],
    ['123456789012', '123456789012'],
    ['0000000000000123', '123'],
  ])('The key of %j is %s.', (text, key) => {
    expect(canonicalItemKey(text)).toBe(key);
  });

  it.each(['', ' ', '#', '-', '---', '🔥', '1234567890123', 'abcdefghijklm', '\u0301', '1-2-3-4-5-6-7'])(
    '%j is not an item number.',
    (text) => {
      expect(canonicalItemKey(text)).toBeNull();
    },
  );

  it('A 5,000-character string is not an item number.', () => {
    expect(canonicalItemKey('x'.repeat(5_000))).toBeNull();
  });

  it('The key of a key is the key itself.', () => {
    for (const key of ['123', 'A12', '1-2', '7KD', 'SS1']) expect(canonicalItemKey(key)).toBe(key);
  });
});

/** The comment as the grammar reads it: `sold #123!` → `sold 123`. */
function normalizeText(text: string): string {
  let normal = '';
  let isAfterSign = false;
  for (const token of tokenize(text)) {
    if (token.kind === 'sign' || token.kind === 'newline') {
      isAfterSign = true;
      continue;
    }
    normal += (normal !== '' && (isAfterSign || !token.glued) ? ' ' : '') + token.exact;
    isAfterSign = false;
  }
  return normal;
}

describe('normalized text', () => {
  it.each([
    ['sold #123!', 'sold 123'],
    ['SOLD 12,13', 'sold 12 13'],
    ['sold 12.50', 'sold 12 50'],
    ['sold123', 'sold123'],
    ['sold 123 🔥🔥', 'sold 123'],
    ['ｓｏｌｄ　１２', 'sold 12'],
    ['  a \n b  ', 'a b'],
    ['\u200fsold\u200d 12', 'sold 12'],
    ['MÍO ۱۲', 'mío 12'],
    ['1😀2', '1 2'],
    ['', ''],
  ])('%j is read as %j.', (text, normal) => {
    expect(normalizeText(text)).toBe(normal);
  });
});

describe('text for storage', () => {
  it('Stored text has no NUL and no lone surrogates.', () => {
    expect(cleanText('a\0b')).toBe('ab');
    expect(cleanText('a\ud83db\udc00')).toBe('a\ufffdb\ufffd');
    expect(cleanText('😀')).toBe('😀');
  });

  it('Stored text is cut at 10,000 UTF-16 code units, but never in the middle of a character.', () => {
    expect(cleanText('x'.repeat(20_000))).toHaveLength(10_000);
    expect(cleanText('😀'.repeat(6_000))).toBe('😀'.repeat(5_000));
    expect(cleanText(`x${'😀'.repeat(6_000)}`)).toBe(`x${'😀'.repeat(4_999)}`);
  });
});
