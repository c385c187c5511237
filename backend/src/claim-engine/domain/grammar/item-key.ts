import { MAX_ITEM_NUMBER_LENGTH } from '@sellary/contracts';
import { digitValue, isInvisible, isPicture, isWordCharacter } from './characters';

/**
 * Maximum length of a text worth reading: MAX_ITEM_NUMBER_LENGTH characters, each with room for separators
 * and invisible characters.
 */
const MAX_ITEM_TEXT_LENGTH = 200;

/**
 * The identity of an item number: `#007`, `7`, and `٧` are the same item; `1-2` is not `12`. Returns null if
 * the text is not an item number because it has only separators or is too long.
 */
export function canonicalItemKey(text: string): string | null {
  if (text.length > MAX_ITEM_TEXT_LENGTH) return null;
  // Most item numbers are plain digits and need no Unicode handling.
  if (text.length <= MAX_ITEM_NUMBER_LENGTH && /^[1-9]\d*$/.test(text)) return text;
  let key = '';
  let digits = '';
  let isAfterSeparator = false;
  let endsInDigit = false;

  const addDigits = (): void => {
    if (digits === '') return;
    key += digits.replace(/^0+(?=\d)/, '');
    digits = '';
    endsInDigit = true;
  };

  for (const character of text.normalize('NFKC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isInvisible(codePoint)) continue;
    const digit = digitValue(codePoint);
    if (digit >= 0) {
      if (digits === '' && isAfterSeparator && endsInDigit) key += '-';
      digits += String(digit);
      isAfterSeparator = false;
    } else if (!isPicture(codePoint) && isWordCharacter(character)) {
      addDigits();
      key += character.toUpperCase();
      isAfterSeparator = false;
      endsInDigit = false;
    } else {
      addDigits();
      isAfterSeparator = true;
    }
  }
  addDigits();
  key = key.normalize('NFKC');
  const length = [...key].length;
  return length > MAX_ITEM_NUMBER_LENGTH || !/[\p{L}\p{N}]/u.test(key) ? null : key;
}
