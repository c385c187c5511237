import { keyCapsOf } from './keyboard-layout';
import { type KeyPress, digitOf, typedKey } from './typed-key';

const press = (key: string, code: string, shiftKey = false, capsLock = false): KeyPress => ({
  key,
  code,
  shiftKey,
  capsLock,
});

describe('typed keys', () => {
  it.each<[string, KeyPress, string]>([
    ['US', press('s', 'KeyS'), 's'],
    ['Dvorak, by what is typed', press('s', 'Semicolon'), 's'],
    ['AZERTY, by what is typed', press('a', 'KeyQ'), 'a'],
    ['German, a Latin letter that US keyboards lack', press('ö', 'Semicolon'), 'ö'],
    ['Turkish, a Latin letter in the place of a comma', press('ö', 'Comma'), 'ö'],
    ['Thai', press('ห', 'KeyS'), 's'],
    ['Thai with Shift', press('ฑ', 'KeyR', true), 'R'],
    ['Thai, a letter in the place of a period', press('ใ', 'Period'), '.'],
    ['Thai, the question mark', press('ฦ', 'Slash', true), '?'],
    ['Arabic', press('س', 'KeyS'), 's'],
    ['Arabic, two letters with one key', press('لا', 'KeyB'), 'b'],
    ['Russian', press('г', 'KeyU'), 'u'],
    ['Russian with Shift', press('З', 'KeyP', true), 'P'],
    ['Hebrew', press('ד', 'KeyS'), 's'],
    ['Hebrew, a symbol in the place of a letter', press('/', 'KeyQ'), '/'],
    ['Greek', press('υ', 'KeyY'), 'y'],
    ['Korean', press('ㅕ', 'KeyU'), 'u'],
    ['Chinese, a full-width comma', press('，', 'Comma'), ','],
    ['Caps Lock', press('R', 'KeyR', false, true), 'r'],
    ['Caps Lock with Shift', press('r', 'KeyR', true, true), 'R'],
    ['the Enter key', press('Enter', 'Enter'), 'Enter'],
  ])('The key for a press is recognized: %s.', (_layout, keyPress, key) => {
    expect(typedKey(keyPress)).toBe(key);
  });

  it.each<[string, KeyPress, string | null]>([
    ['US', press('4', 'Digit4'), '4'],
    ['the number pad', press('4', 'Numpad4'), '4'],
    ['the number pad without Num Lock', press('ArrowLeft', 'Numpad4'), null],
    ['AZERTY without Shift', press('à', 'Digit0'), '0'],
    ['AZERTY without Shift, an ASCII symbol', press('&', 'Digit1'), '1'],
    ['AZERTY with Shift', press('1', 'Digit1', true), '1'],
    ['US with Shift', press('!', 'Digit1', true), null],
    ['Thai, a letter on the digit row', press('ภ', 'Digit4'), '4'],
    ['Thai, a Thai digit, by its value', press('๓', 'Digit4', true), '3'],
    ['Arabic', press('٩', 'Digit9'), '9'],
    ['Persian', press('۰', 'Digit0'), '0'],
    ['full-width digits', press('７', 'Digit7'), '7'],
    ['a letter', press('a', 'KeyA'), null],
    ['the Enter key', press('Enter', 'Enter'), null],
  ])('A press returns its digit, or null if it has none: %s.', (_layout, keyPress, digit) => {
    expect(digitOf(keyPress)).toBe(digit);
  });

  it('The characters on the key caps are shown for a non-Latin keyboard, but not for a Latin keyboard.', () => {
    const thai = new Map([
      ['KeyG', 'เ'],
      ['KeyI', 'ร'],
      ['KeyR', 'พ'],
    ]);
    expect([keyCapsOf('g i', thai), keyCapsOf('R', thai)]).toEqual(['เ ร', 'พ']);
    expect([keyCapsOf('s', new Map([['KeyS', 's']])), keyCapsOf('s', new Map())]).toEqual(['', '']);
  });
});
