import {
  digitValue,
  foldLetter,
  isFoldableMark,
  isInvisible,
  isPicture,
  isPlainLetter,
  isWordCharacter,
  latinSkeleton,
  type Script,
  scriptOf,
  signOf,
} from './characters';

/** A run of characters in the comment, with its position in the text as written. */
export interface Token {
  kind: 'word' | 'number' | 'sign' | 'newline';
  /** Lowercase text without accents; digits as 0-9; a sign in its plain form. */
  text: string;
  /** Lowercase text with accents: distinguishes `đỏ` from `do`. */
  exact: string;
  start: number;
  end: number;
  /** True if no character, not even an emoji, separates this token from the previous one. */
  glued: boolean;
  script: Script;
  /** Offset of each character in `text`, then the end. Only for unspaced scripts, which are split later. */
  offsets: number[] | null;
}

class Tokenizer {
  readonly tokens: Token[] = [];
  private open: Token | null = null;
  private gap = true;
  private mixed = false;

  close(): void {
    const token = this.open;
    if (!token) return;
    this.open = null;
    token.offsets?.push(token.end);
    if (token.kind !== 'word' || token.script === 'unspaced') return;
    token.exact = token.exact.normalize('NFC');
    // One Latin letter makes a mixed word Latin: viewers do not write "sоld" with a Cyrillic о on purpose.
    if (!this.mixed) return;
    token.script = 'latin';
    token.text = latinSkeleton(token.text);
    token.exact = token.text;
  }

  separate(): void {
    this.close();
    this.gap = true;
  }

  push(kind: Token['kind'], text: string, start: number, end: number, script: Script = 'latin'): Token {
    this.close();
    const token: Token = { kind, text, exact: text, start, end, glued: !this.gap, script, offsets: null };
    this.tokens.push(token);
    this.gap = false;
    return token;
  }

  line(start: number, end: number): void {
    this.push('newline', '\n', start, end).glued = false;
    this.separate();
  }

  digit(value: number, start: number, end: number): void {
    const token = this.open;
    if (token?.kind === 'number') {
      token.text += String(value);
      token.exact = token.text;
      token.end = end;
      return;
    }
    this.open = this.push('number', String(value), start, end);
  }

  letter(exact: string, folded: string, start: number, end: number, script: Script): void {
    let token = this.open;
    const sameScript =
      token?.kind === 'word' &&
      (token.script === script || (isAlphabetic(token.script) && isAlphabetic(script)));
    if (!token || !sameScript) {
      token = this.push('word', '', start, end, script);
      token.exact = '';
      this.mixed = false;
      if (script === 'unspaced') token.offsets = [];
      this.open = token;
    }
    if (token.script !== script) this.mixed = true;
    if (token.offsets) for (let unit = 0; unit < folded.length; unit++) token.offsets.push(start);
    token.text += folded;
    token.exact += exact;
    token.end = end;
  }

  accent(mark: string, end: number): void {
    if (this.open?.kind !== 'word' || this.open.script === 'unspaced') return;
    this.open.exact += mark;
    this.open.end = end;
  }

  closeNumber(): void {
    if (this.open?.kind === 'number') this.close();
  }

  get insideWord(): boolean {
    return this.open?.kind === 'word' && this.open.script !== 'unspaced';
  }
}

function isAlphabetic(script: Script): boolean {
  return script === 'latin' || script === 'lookalike';
}

/** The only emoji for a two-digit number. */
export const TEN = '🔟';

const APOSTROPHE = 0x27;
const KEYCAP = 0x20e3;
const VARIATION_SELECTOR = 0xfe0f;

function continuesWord(text: string, index: number): boolean {
  const next = text.codePointAt(index);
  return (
    next !== undefined &&
    next !== APOSTROPHE &&
    signOf(next) === undefined &&
    isWordCharacter(String.fromCodePoint(next))
  );
}

/** Returns the tokens of a text, and stops soon after `limit` tokens. */
export function tokenize(text: string, limit = Number.MAX_SAFE_INTEGER): Token[] {
  const tokenizer = new Tokenizer();
  for (let index = 0; index < text.length && tokenizer.tokens.length <= limit;) {
    const codePoint = text.codePointAt(index) ?? 0;
    const end = index + (codePoint > 0xffff ? 2 : 1);
    if (codePoint < 0x80) readAscii(tokenizer, text, codePoint, index);
    else readOther(tokenizer, text, codePoint, index, end);
    index = end;
  }
  tokenizer.close();
  return tokenizer.tokens;
}

function readAscii(tokenizer: Tokenizer, text: string, code: number, index: number): void {
  if (code >= 0x61 && code <= 0x7a) {
    const letter = text.charAt(index);
    tokenizer.letter(letter, letter, index, index + 1, 'latin');
  } else if (code >= 0x41 && code <= 0x5a) {
    const letter = String.fromCharCode(code + 0x20);
    tokenizer.letter(letter, letter, index, index + 1, 'latin');
  } else if (code >= 0x30 && code <= 0x39) {
    tokenizer.digit(code - 0x30, index, index + 1);
  } else if (code === 0x0a || code === 0x0d) {
    tokenizer.line(index, index + 1);
  } else if (code <= 0x20 || code === 0x7f) {
    tokenizer.separate();
  } else if (code === APOSTROPHE || code === 0x60) {
    if (!(tokenizer.insideWord && continuesWord(text, index + 1))) {
      tokenizer.push('sign', "'", index, index + 1);
    }
  } else {
    tokenizer.push('sign', text.charAt(index), index, index + 1);
  }
}

function readOther(tokenizer: Tokenizer, text: string, codePoint: number, start: number, end: number): void {
  if (isPlainLetter(codePoint)) {
    const letter = String.fromCharCode(codePoint).toLowerCase();
    tokenizer.letter(letter, foldLetter(letter), start, end, scriptOf(codePoint));
    return;
  }
  if (isInvisible(codePoint)) {
    // A keycap and a variation selector are part of their digit. Any other invisible character ends the
    // number, because the next digit may not belong to it.
    if (codePoint !== KEYCAP && codePoint !== VARIATION_SELECTOR) tokenizer.closeNumber();
    return;
  }
  const digit = digitValue(codePoint);
  if (digit >= 0) {
    tokenizer.digit(digit, start, end);
    return;
  }
  const sign = signOf(codePoint);
  if (sign === "'" && tokenizer.insideWord && continuesWord(text, end)) return;
  if (sign !== undefined) {
    tokenizer.push('sign', sign, start, end);
    return;
  }
  if (isFoldableMark(codePoint)) {
    tokenizer.accent(String.fromCodePoint(codePoint), end);
    return;
  }
  if (codePoint === 0x2028 || codePoint === 0x2029 || codePoint === 0x85) {
    tokenizer.line(start, end);
    return;
  }
  if (codePoint === 0x1f51f) {
    tokenizer.separate();
    tokenizer.push('sign', TEN, start, end);
    tokenizer.separate();
    return;
  }
  if (isPicture(codePoint)) {
    tokenizer.separate();
    return;
  }
  const plain = String.fromCodePoint(codePoint).normalize('NFKC').toLowerCase();
  // `①` or `²` next to other digits may not be part of the same number, so it becomes a separate number.
  const holdsDigits = plain.length > 0 && digitValue(plain.codePointAt(0) ?? 0) >= 0;
  if (holdsDigits) tokenizer.close();
  for (const character of plain) readCompatible(tokenizer, character, start, end);
  if (holdsDigits) tokenizer.close();
}

/** Reads one character of the NFKC form of a code point. */
function readCompatible(tokenizer: Tokenizer, character: string, start: number, end: number): void {
  const code = character.codePointAt(0) ?? 0;
  const digit = digitValue(code);
  if (digit >= 0) {
    tokenizer.digit(digit, start, end);
  } else if (isFoldableMark(code)) {
    tokenizer.accent(character, end);
  } else if (isWordCharacter(character)) {
    tokenizer.letter(character, foldLetter(character), start, end, scriptOf(code));
  } else if (character.trim() === '') {
    tokenizer.separate();
  } else {
    tokenizer.push('sign', signOf(code) ?? character, start, end);
  }
}
