/**
 * Classifies single code points. The tables of digits, invisible characters, and signs are written out, because
 * they decide which number a comment contains, and a newer Node version may know more of them. Letters and
 * pictures are read from the runtime. A replay does not parse again, so it does not depend on either.
 */

/** The zero of every run of ten decimal digits in Unicode 16. */
const ZEROES = [
  0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
  0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
  0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40, 0x11066,
  0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da, 0x11730, 0x118e0,
  0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11de0, 0x11f50, 0x16130, 0x16a60, 0x16ac0, 0x16b50, 0x16d70,
  0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950, 0x1fbf0,
] as const;

/** Returns 0–9 for a decimal digit in any script, otherwise -1. */
export function digitValue(codePoint: number): number {
  if (codePoint < 0x80) return codePoint >= 0x30 && codePoint <= 0x39 ? codePoint - 0x30 : -1;
  let low = 0;
  let high = ZEROES.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const distance = codePoint - (ZEROES[middle] ?? 0);
    if (distance < 0) high = middle - 1;
    else if (distance > 9) low = middle + 1;
    else return distance;
  }
  return -1;
}

/**
 * True for invisible characters, which do not separate letters. A keycap or an emoji variation selector does
 * not separate digits either (`1️⃣2️⃣` is 12), but in a comment, any other invisible character ends a number.
 */
export function isInvisible(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x34f ||
    codePoint === 0x61c ||
    codePoint === 0x180e ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x202a && codePoint <= 0x202e) ||
    (codePoint >= 0x2060 && codePoint <= 0x206f) ||
    codePoint === 0x20e3 ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0000 && codePoint <= 0xe01ef)
  );
}

/** The characters that are read as each sign. `⊗` means "no", `⁇` means "hmm". */
const SIGNS = new Map<number, string>(
  Object.entries({
    "'": '\u2018\u2019\u02bc\uff07\u00b4\u0060\u05f3',
    '-': '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\ufe63\u2796',
    '~': '\u301c\uff5e\u223c',
    '+': '\uff0b\u2795\ufe62',
    '×': '\u00d7\u2715\u2716',
    '、': '\u3001\uff0c\u060c\uff64',
    '!': '\uff01\u3002\u0964\u203c\u00a1',
    '?': '\uff1f\u061f\u2753\u2754\u00bf\u2049\u037e\u2047\u2048',
    '.': '\u066b\uff0e',
    ',': '\u066c',
    $: '\u00a2\u00a3\u00a4\u00a5\u0e3f\u20a0\u20a1\u20a2\u20a3\u20a4\u20a6\u20a8\u20a9\u20aa\u20ab\u20ac\u20ae\u20b1\u20b4\u20b9\u20ba\u20bd\u20bf\u20b5\u20b8\uffe5\uffe1\uffe6\uff04',
    '⊗': '\u274c\u{1f6ab}\u26d4\u{1f44e}\u{1f645}',
    '⁇': '\u{1f914}',
    '/': '\u2044\u2215\uff0f',
    '#': '\uff03\ufe5f\u266f\u2116',
  }).flatMap(([sign, shapes]) =>
    [...shapes].map((shape): [number, string] => [shape.codePointAt(0) ?? 0, sign]),
  ),
);

export function signOf(codePoint: number): string | undefined {
  return SIGNS.get(codePoint);
}

const PICTURE = /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]$/u;

/** True for emoji and other pictures, which are removed but separate their neighbors (`1😀2` is never 12). */
export function isPicture(codePoint: number): boolean {
  if (codePoint < 0x2190) return codePoint === 0xa9 || codePoint === 0xae;
  if (codePoint >= 0x3400 && codePoint < 0x1f000) return false;
  return PICTURE.test(String.fromCodePoint(codePoint));
}

const WORD_CHARACTER = /^[\p{L}\p{M}\p{N}]$/u;

/** True for a letter, a mark, or a numeric character such as `½`, but not for 0 to 9. */
export function isWordCharacter(character: string): boolean {
  const code = character.charCodeAt(0);
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  return WORD_CHARACTER.test(character);
}

/**
 * True for Latin, Greek, and Cyrillic accents, Arabic vowel marks, and the Arabic stroke that lengthens a
 * word (tatweel). In most languages, words match without them.
 */
export function isFoldableMark(codePoint: number): boolean {
  return (
    (codePoint >= 0x300 && codePoint <= 0x36f) ||
    (codePoint >= 0x64b && codePoint <= 0x652) ||
    codePoint === 0x670 ||
    codePoint === 0x640
  );
}

/**
 * True for letters that Unicode compatibility normalization does not change, in the scripts of most comments.
 * This is only a shortcut: all other characters are normalized, and normalizing these letters too would
 * change nothing.
 */
export function isPlainLetter(codePoint: number): boolean {
  return (
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7a3) ||
    (codePoint >= 0x3041 && codePoint <= 0x3096) ||
    (codePoint >= 0x30a1 && codePoint <= 0x30fa) ||
    (codePoint >= 0xe01 && codePoint <= 0xe3a && codePoint !== 0xe33) ||
    (codePoint >= 0xe40 && codePoint <= 0xe4e) ||
    (codePoint >= 0xc0 &&
      codePoint <= 0x131 &&
      codePoint !== 0xd7 &&
      codePoint !== 0xf7 &&
      codePoint !== 0x130) ||
    (codePoint >= 0x1ea0 && codePoint <= 0x1ef9)
  );
}

export type Script = 'latin' | 'lookalike' | 'unspaced' | 'spaced';

/**
 * `lookalike` means Cyrillic and Greek, whose letters look like Latin ones. `unspaced` means scripts written
 * without spaces between words, and Hangul, because its particles are attached to the word.
 */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x370) return 'latin';
  if (codePoint <= 0x52f) return 'lookalike';
  if (codePoint >= 0x1e00 && codePoint <= 0x1eff) return 'latin';
  if (
    (codePoint >= 0xe00 && codePoint <= 0xeff) ||
    (codePoint >= 0x1000 && codePoint <= 0x109f) ||
    (codePoint >= 0x1100 && codePoint <= 0x11ff) ||
    (codePoint >= 0x1780 && codePoint <= 0x17ff) ||
    (codePoint >= 0x3005 && codePoint <= 0x30ff) ||
    (codePoint >= 0x3130 && codePoint <= 0x318f) ||
    (codePoint >= 0x3400 && codePoint <= 0x9fff) ||
    (codePoint >= 0xac00 && codePoint <= 0xd7ff) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    codePoint >= 0x20000
  ) {
    return 'unspaced';
  }
  return 'spaced';
}

const LETTER_FOLDS = new Map<string, string>(
  Object.entries({
    đ: 'd',
    ð: 'd',
    ø: 'o',
    ł: 'l',
    ß: 'ss',
    æ: 'ae',
    œ: 'oe',
    ı: 'i',
    þ: 'th',
    ħ: 'h',
    أ: 'ا',
    إ: 'ا',
    آ: 'ا',
    ٱ: 'ا',
    ى: 'ي',
    ی: 'ي',
    ئ: 'ي',
    ة: 'ه',
    ۀ: 'ه',
    ک: 'ك',
    ؤ: 'و',
  }),
);

/** Accented Latin, Greek, and Cyrillic letters, computed once. */
for (const [from, to] of [
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1eff],
] as const) {
  for (let codePoint = from; codePoint <= to; codePoint++) {
    const letter = String.fromCodePoint(codePoint).toLowerCase();
    const folded = letter.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    if (folded !== letter && !LETTER_FOLDS.has(letter)) LETTER_FOLDS.set(letter, folded);
  }
}

/** Returns a lowercase letter without its accent. */
export function foldLetter(letter: string): string {
  return letter.charCodeAt(0) < 0x80 ? letter : (LETTER_FOLDS.get(letter) ?? letter);
}

const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ј: 'j',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ԛ: 'q',
  ԝ: 'w',
  ѵ: 'v',
  α: 'a',
  β: 'b',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  η: 'n',
  ω: 'w',
  γ: 'y',
};

/** The word as a Latin-script reader sees it. Some viewers switch keyboards in the middle of a word. */
export function latinSkeleton(word: string): string {
  let skeleton = '';
  for (const letter of word) skeleton += LOOKALIKES[letter] ?? letter;
  return skeleton;
}
