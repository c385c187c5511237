/** Punctuation on a US keyboard without and with Shift, by physical key (`KeyboardEvent.code`). */
const US_PUNCTUATION: Readonly<Record<string, string>> = {
  Backquote: '`~',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
};

/** The parts of a key press that decide its meaning. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'> & { capsLock?: boolean };

export function keyPressOf(event: KeyboardEvent): KeyPress {
  return {
    key: event.key,
    code: event.code,
    shiftKey: event.shiftKey,
    capsLock: event.getModifierState('CapsLock'),
  };
}

/**
 * Returns the digit for a key press, as 0–9, or null. Digits in other scripts count, and so does an unshifted
 * key in the digit row that types another character, as on AZERTY.
 */
export function digitOf({ key, code, shiftKey }: KeyPress): string | null {
  if (/^\d$/.test(key)) return key;
  if (/^\p{Nd}$/u.test(key)) return `${valueOf(key)}`;
  return shiftKey || !writesCharacter(key) ? null : (/^Digit(\d)$/.exec(code)?.[1] ?? null);
}

/**
 * Returns the key for a press, as used in a keymap: the typed character on a Latin keyboard, or else the
 * character in the same position on a US keyboard.
 */
export function typedKey(press: KeyPress): string {
  const { key } = press;
  if (!writesCharacter(key)) return key;
  if (!isLatin(key)) return usKey(press) ?? key;
  // Only Shift, not Caps Lock, decides between lowercase and uppercase, because release is Shift+R.
  return press.capsLock && /^\p{L}$/u.test(key)
    ? press.shiftKey
      ? key.toUpperCase()
      : key.toLowerCase()
    : key;
}

/** Returns the character in the same position on a US keyboard, or null if there is none. */
export function usKey({ code, shiftKey }: KeyPress): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shiftKey ? letter : letter.toLowerCase();
  return US_PUNCTUATION[code]?.[shiftKey ? 1 : 0] ?? null;
}

/** Returns a character's physical key on a US keyboard, or null if it has none. */
export function physicalKeyOf(key: string): string | null {
  if (/^[a-z]$/i.test(key)) return `Key${key.toUpperCase()}`;
  return Object.keys(US_PUNCTUATION).find((code) => US_PUNCTUATION[code]?.includes(key)) ?? null;
}

/** True if a key name has only ASCII and Latin characters, such as `ö`. */
export function isLatin(key: string): boolean {
  return /^[\p{ASCII}\p{Script=Latin}]+$/u.test(key);
}

/**
 * True if a key types a character, unlike a key such as `Enter`. One key on an Arabic keyboard types two
 * letters.
 */
function writesCharacter(key: string): boolean {
  return key.length === 1 || !/^\p{ASCII}+$/u.test(key);
}

/** Returns a digit's value. In Unicode, each script's digits are a run of ten, from 0 to 9. */
function valueOf(digit: string): number {
  const point = digit.codePointAt(0) ?? 0;
  let zero = point;
  while (point - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return point - zero;
}
