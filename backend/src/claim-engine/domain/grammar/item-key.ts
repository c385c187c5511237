import { MAX_ITEM_NUMBER_LENGTH } from '@sellary/contracts';
import { digitValue, isInvisible, isPicture, isWordCharacter } from './characters';

/**
 * Longest text worth reading: MAX_ITEM_NUMBER_LENGTH characters, each with room for separators and invisible signs.
 */
const MAX_ITEM_TEXT_LENGTH = 200;

/**
 * The identity of an item number: `#007`, `7` and `٧` are one item; `1-2` is not `12`.
 * Null when the text names no item (nothing but separators, or too long a number).
 */
export function canonicalItemKey(text: string): string | null {
  if (text.length > MAX_ITEM_TEXT_LENGTH) return null;
  // Most item numbers are plain: they need no Unicode.
  if (text.length <= MAX_ITEM_NUMBER_LENGTH && /^[1-9]\d*$/.test(text)) return text;
  let key = '';
  let run = '';
  let parted = false;
  let endsInDigit = false;

  const closeRun = (): void => {
    if (run === '') return;
    key += run.replace(/^0+(?=\d)/, '');
    run = '';
    endsInDigit = true;
  };

  for (const character of text.normalize('NFKC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    if (isInvisible(codePoint)) continue;
    const digit = digitValue(codePoint);
    if (digit >= 0) {
      if (run === '' && parted && endsInDigit) key += '-';
      run += String(digit);
      parted = false;
    } else if (!isPicture(codePoint) && isWordCharacter(character)) {
      closeRun();
      key += character.toUpperCase();
      parted = false;
      endsInDigit = false;
    } else {
      closeRun();
      parted = true;
    }
  }
  closeRun();
  key = key.normalize('NFKC');
  const length = [...key].length;
  return length > MAX_ITEM_NUMBER_LENGTH || !/[\p{L}\p{N}]/u.test(key) ? null : key;
}
