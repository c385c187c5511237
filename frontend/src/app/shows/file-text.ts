/** A file's text as one of the encodings reads it. */
export interface Reading {
  /** The encoding in words, such as "Thai". */
  name: string;
  text: string;
}

/** `certain` is null when nothing in the file says how it was saved: a person has to see which of the `candidates`, best first, reads correctly. */
export interface FileText {
  certain: string | null;
  candidates: Reading[];
}

/** Encodings that spreadsheets of some country still save in, and the share of a text's non-ASCII characters that is usual for it, 0 to 1. */
const ENCODINGS: readonly { label: string; name: string; usual: (text: string, bytes: Uint8Array) => number }[] = [
  { label: 'windows-1252', name: 'Western European', usual: (text) => inWords(text, /[à-ïñ-öø-ýÿßœšž]/u) },
  { label: 'windows-1250', name: 'Central European', usual: (text) => inWords(text, /[áâăäąćčçďđéęëěíîłľńňóôőöŕřśšşťţúůűüýźžż]/u) * 0.95 },
  { label: 'windows-1254', name: 'Turkish', usual: (text) => inWords(text, /[çğıöşüâîû]/u) * 0.9 },
  { label: 'windows-1251', name: 'Cyrillic', usual: (text) => runs(text, /\p{Script=Cyrillic}/u) },
  { label: 'windows-1253', name: 'Greek', usual: (text) => runs(text, /\p{Script=Greek}/u) },
  { label: 'windows-1255', name: 'Hebrew', usual: (text) => runs(text, /\p{Script=Hebrew}/u) },
  { label: 'windows-1256', name: 'Arabic', usual: (text) => runs(text, /\p{Script=Arabic}/u) },
  { label: 'windows-874', name: 'Thai', usual: (text) => thai(text) },
  {
    label: 'gb18030',
    name: 'Chinese, simplified',
    usual: (text, bytes) => share(text, /\p{Script=Han}/u) * frequent(bytes, 0xb0, 0xd7, 0xa1),
  },
  {
    label: 'big5',
    name: 'Chinese, traditional',
    usual: (text, bytes) => share(text, /\p{Script=Han}/u) * frequent(bytes, 0xa4, 0xc6, 0x40) * 0.95,
  },
  {
    label: 'shift_jis',
    name: 'Japanese',
    usual: (text) => share(text, /[\u3041-\u30ff\u4e00-\u9fff]/u) * (/[\u3041-\u30fe]/u.test(text) ? 1 : 0.4),
  },
  { label: 'euc-kr', name: 'Korean', usual: (text) => share(text, /\p{Script=Hangul}/u) },
];

/** Reads a text file. @throws when it is not text */
export function readFileText(bytes: Uint8Array): FileText {
  const unicode = readUnicode(bytes);
  if (unicode !== null) return { certain: unicode, candidates: [] };
  if (bytes.includes(0)) throw new Error('A text has no NUL');
  const readings = ENCODINGS.flatMap(({ label, name, usual }) => {
    const text = decode(bytes, label);
    return text === null ? [] : [{ name, text, score: usual(text, bytes) }];
  });
  const utf8 = decode(bytes, 'utf-8');
  if (utf8 !== null) readings.push({ name: 'Unicode', text: utf8, score: 2 });
  const best = readings.sort((a, b) => b.score - a.score);
  const candidates = best.filter(({ text }, index) => best.findIndex((other) => other.text === text) === index);
  return { certain: null, candidates: candidates.map(({ name, text }) => ({ name, text })) };
}

/** The non-ASCII words of a text, by which a person sees whether it was read correctly. */
export function sampleOf(text: string): string {
  const words = text.split(/[,;|\t\r\n"]+/).filter((cell) => /[^\0-\x7f]/.test(cell));
  return [...new Set(words.map((word) => word.trim().slice(0, 40)))].slice(0, 3).join(' · ');
}

function readUnicode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const nuls = [0, 1].map((from) => bytes.filter((byte, index) => byte === 0 && index % 2 === from).length) as [number, number];
  if (nuls[0] + nuls[1] > bytes.length / 20) return decode(bytes, nuls[1] > nuls[0] ? 'utf-16le' : 'utf-16be');
  const text = decode(bytes, 'utf-8');
  return text !== null && !text.includes('\0') && isSurelyUtf8(text) ? text : null;
}

/** A few Chinese characters in GBK can look like letters in UTF-8; longer texts, and the letters of Western Europe, cannot be both in practice. */
function isSurelyUtf8(text: string): boolean {
  const letters = nonAscii(text);
  return letters.length > 3 || letters.every((letter) => letter <= '\u017f') || letters.some((letter) => letter >= '\u0800');
}

function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const nonAscii = (text: string): string[] => [...text].filter((letter) => letter > '\x7f');

function share(text: string, usual: RegExp): number {
  const letters = nonAscii(text);
  return letters.filter((letter) => usual.test(letter)).length / Math.max(1, letters.length);
}

/** Accented letters come one by one between plain ones; several in a row are two bytes of another encoding each. */
function inWords(text: string, usual: RegExp): number {
  const inRuns = [...text.matchAll(/[^\0-\x7f]{4,}/gu)].reduce((sum, [run]) => sum + run.length, 0);
  return Math.max(0, share(text.toLowerCase(), usual) - inRuns / Math.max(1, nonAscii(text).length));
}

/** Letters of such scripts fill whole words, without a capital inside. */
function runs(text: string, usual: RegExp): number {
  const letters = nonAscii(text).length;
  const alone = [...text.matchAll(/(?<![^\0-\x7f])[^\0-\x7f](?![^\0-\x7f])/gu)].length;
  const capitalsInside = [...text.matchAll(/\p{Ll}\p{Lu}/gu)].length;
  return Math.max(0, share(text, usual) - (alone + capitalsInside) / Math.max(1, letters));
}

const isThaiMark = (letter: string): boolean => /^\p{Mn}$/u.test(letter) && /\p{Script=Thai}/u.test(letter);
const carriesThaiMark = (letter = ''): boolean => /^[\u0e01-\u0e2e]$/u.test(letter) || isThaiMark(letter);

/** Vowels and tones above or below need a consonant before them. */
function thai(text: string): number {
  const misplaced = [...text].filter((letter, at, letters) => isThaiMark(letter) && !carriesThaiMark(letters[at - 1])).length;
  return runs(text, /\p{Script=Thai}/u) - misplaced / Math.max(1, nonAscii(text).length);
}

/** How many of the two-byte characters are among the frequent ones of the encoding: first byte in the range, second from `trail` on. */
function frequent(bytes: Uint8Array, from: number, to: number, trail: number): number {
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
