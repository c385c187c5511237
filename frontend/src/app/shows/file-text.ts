/** A file's text decoded with one encoding. */
export interface DecodedText {
  /** Script or region of the encoding, such as "Thai". */
  name: string;
  text: string;
}

/**
 * `text` is null if the file does not reveal its encoding. The user then chooses one of the `candidates`,
 * most likely first.
 */
export interface FileText {
  text: string | null;
  candidates: DecodedText[];
}

/**
 * Encodings that spreadsheet programs still use for saving. `likelihood`, at most 1, is roughly the share of
 * non-ASCII letters that are typical of the encoding. Factors such as 0.95 rank encodings that fit equally
 * well.
 */
const ENCODINGS: readonly {
  label: string;
  name: string;
  likelihood: (text: string, bytes: Uint8Array) => number;
}[] = [
  {
    label: 'windows-1252',
    name: $localize`:@@shows.encoding.western-european:Western European`,
    likelihood: (text) => accentedShare(text, /[à-ïñ-öø-ýÿßœšž]/u),
  },
  {
    label: 'windows-1250',
    name: $localize`:@@shows.encoding.central-european:Central European`,
    likelihood: (text) => accentedShare(text, /[áâăäąćčçďđéęëěíîłľńňóôőöŕřśšşťţúůűüýźžż]/u) * 0.95,
  },
  {
    label: 'windows-1254',
    name: $localize`:@@shows.encoding.turkish:Turkish`,
    likelihood: (text) => accentedShare(text, /[çğıöşüâîû]/u) * 0.9,
  },
  {
    label: 'windows-1251',
    name: $localize`:@@shows.encoding.cyrillic:Cyrillic`,
    likelihood: (text) => wholeWordShare(text, /\p{Script=Cyrillic}/u),
  },
  {
    label: 'windows-1253',
    name: $localize`:@@shows.encoding.greek:Greek`,
    likelihood: (text) => wholeWordShare(text, /\p{Script=Greek}/u),
  },
  {
    label: 'windows-1255',
    name: $localize`:@@shows.encoding.hebrew:Hebrew`,
    likelihood: (text) => wholeWordShare(text, /\p{Script=Hebrew}/u),
  },
  {
    label: 'windows-1256',
    name: $localize`:@@shows.encoding.arabic:Arabic`,
    likelihood: (text) => wholeWordShare(text, /\p{Script=Arabic}/u),
  },
  {
    label: 'windows-874',
    name: $localize`:@@shows.encoding.thai:Thai`,
    likelihood: thaiShare,
  },
  {
    label: 'gb18030',
    name: $localize`:@@shows.encoding.chinese-simplified:Chinese, simplified`,
    likelihood: (text, bytes) => share(text, /\p{Script=Han}/u) * frequentShare(bytes, 0xb0, 0xd7, 0xa1),
  },
  {
    label: 'big5',
    name: $localize`:@@shows.encoding.chinese-traditional:Chinese, traditional`,
    likelihood: (text, bytes) =>
      share(text, /\p{Script=Han}/u) * frequentShare(bytes, 0xa4, 0xc6, 0x40) * 0.95,
  },
  {
    label: 'shift_jis',
    name: $localize`:@@shows.encoding.japanese:Japanese`,
    likelihood: (text) =>
      share(text, /[\u3041-\u30ff\u4e00-\u9fff]/u) * (/[\u3041-\u30fe]/u.test(text) ? 1 : 0.4),
  },
  {
    label: 'euc-kr',
    name: $localize`:@@shows.encoding.korean:Korean`,
    likelihood: (text) => share(text, /\p{Script=Hangul}/u),
  },
];

/**
 * Decodes a text file.
 * @throws if it is not text
 */
export function readFileText(bytes: Uint8Array): FileText {
  const unicode = readUnicode(bytes);
  if (unicode !== null) return { text: unicode, candidates: [] };
  const decoded = ENCODINGS.flatMap(({ label, name, likelihood }) => {
    const text = decode(bytes, label);
    return text === null ? [] : [{ name, text, score: likelihood(text, bytes) }];
  });
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) {
    decoded.push({ name: $localize`:@@shows.encoding.unicode:Unicode`, text: utf8, score: 2 });
  }
  if (decoded.length === 0) throw new Error('The file is not text');
  const ranked = decoded.sort((a, b) => b.score - a.score);
  const candidates = ranked.filter(
    ({ text }, index) => ranked.findIndex((other) => other.text === text) === index,
  );
  return { text: null, candidates: candidates.map(({ name, text }) => ({ name, text })) };
}

/** The first cells with non-ASCII characters, which show the user whether the encoding is right. */
export function sampleCells(text: string): string {
  const cells = text.split(/[,;|\t\r\n"]+/).filter((cell) => /[^\0-\x7f]/.test(cell));
  return [...new Set(cells.map((cell) => cell.trim().slice(0, 40)))].slice(0, 3).join(' · ');
}

function readUnicode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  // In UTF-16, every second byte of ASCII text is NUL.
  const nulCount = (parity: 0 | 1): number =>
    bytes.filter((byte, index) => byte === 0 && index % 2 === parity).length;
  if (nulCount(0) + nulCount(1) > bytes.length / 20) {
    return decode(bytes, nulCount(1) > nulCount(0) ? 'utf-16le' : 'utf-16be');
  }
  const text = decode(bytes, 'utf-8');
  return text !== null && isSurelyUtf8(text) ? text : null;
}

/**
 * Returns false if the text has only one to three non-ASCII letters, from scripts such as Greek or Cyrillic.
 * Their bytes may also be Chinese in GBK. In practice, no other valid UTF-8 text is also valid GBK.
 */
function isSurelyUtf8(text: string): boolean {
  const letters = nonAscii(text);
  return (
    letters.length > 3 ||
    letters.every((letter) => letter <= '\u017f') ||
    letters.some((letter) => letter >= '\u0800')
  );
}

/**
 * True for text with control characters that no list has. The bytes of a photo always contain some of them,
 * such as NUL.
 */
function hasBinary(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < 0x09 || (code > 0x0d && code < 0x1a)) return true;
  }
  return false;
}

/** Returns null if the bytes are not text in this encoding. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return hasBinary(text) ? null : text;
  } catch {
    return null;
  }
}

const nonAscii = (text: string): string[] => [...text].filter((letter) => letter > '\x7f');

function share(text: string, usual: RegExp): number {
  const letters = nonAscii(text);
  return letters.filter((letter) => usual.test(letter)).length / Math.max(1, letters.length);
}

/**
 * Share of typical letters, minus the share of letters in runs of 4 or more non-ASCII letters. Such runs do
 * not occur in Latin scripts.
 */
function accentedShare(text: string, usual: RegExp): number {
  const inRuns = [...text.matchAll(/[^\0-\x7f]{4,}/gu)].reduce((sum, [run]) => sum + run.length, 0);
  return Math.max(0, share(text.toLowerCase(), usual) - inRuns / Math.max(1, nonAscii(text).length));
}

/**
 * Share of typical letters, minus isolated letters and capitals inside words, which suggest another encoding.
 */
function wholeWordShare(text: string, usual: RegExp): number {
  const letters = nonAscii(text).length;
  const aloneCount = [...text.matchAll(/(?<![^\0-\x7f])[^\0-\x7f](?![^\0-\x7f])/gu)].length;
  const capitalsInside = [...text.matchAll(/\p{Ll}\p{Lu}/gu)].length;
  return Math.max(0, share(text, usual) - (aloneCount + capitalsInside) / Math.max(1, letters));
}

const isThaiMark = (letter: string): boolean => /^\p{Mn}$/u.test(letter) && /\p{Script=Thai}/u.test(letter);
const canPrecedeThaiMark = (letter = ''): boolean => /^[\u0e01-\u0e2e]$/u.test(letter) || isThaiMark(letter);

/** Share of Thai letters, minus the vowel and tone marks without a consonant before them. */
function thaiShare(text: string): number {
  const misplaced = [...text].filter(
    (letter, at, letters) => isThaiMark(letter) && !canPrecedeThaiMark(letters[at - 1]),
  ).length;
  return wholeWordShare(text, /\p{Script=Thai}/u) - misplaced / Math.max(1, nonAscii(text).length);
}

/**
 * Share of two-byte characters that are frequent in the encoding, which have a first byte from `from` to `to`
 * and a second byte of at least `trail`.
 */
function frequentShare(bytes: Uint8Array, from: number, to: number, trail: number): number {
  let [pairs, usual] = [0, 0];
  for (let index = 0; index < bytes.length - 1; index += 1) {
    const [lead = 0, second = 0] = [bytes[index], bytes[index + 1]];
    if (lead < 0x80) continue;
    pairs += 1;
    if (lead >= from && lead <= to && second >= trail) usual += 1;
    index += 1;
  }
  return usual / Math.max(1, pairs);
}
