import { MIN_PASSWORD_LENGTH } from '@sellary/contracts';
import { dictionary } from '@zxcvbn-ts/language-common';
import { ApiError } from '../../kernel';

/** Keyboard rows and the alphabet. A run along one of them is easy to guess. */
const KEYBOARD_ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'qwertzuiopü',
  'azertyuiop',
];
const NEIGHBORS = new Set(
  KEYBOARD_ROWS.flatMap((row) =>
    [...row]
      .slice(1)
      .flatMap((letter, index) => [`${row[index] ?? ''}${letter}`, `${letter}${row[index] ?? ''}`]),
  ),
);
/**
 * A password is rejected if its runs (repeated characters or steps along a row) are at least this long on
 * average.
 */
const MIN_REFUSED_RUN_LENGTH = 3;
/** A password is rejected if it only repeats a sequence of up to this length, such as `abc`. */
const MAX_REPEATED_LENGTH = 4;
const MIN_WORD_LENGTH = 4;
const MAX_ADDED_CHARACTERS = 6;
const LOOK_ALIKES: Record<string, string> = {
  '@': 'a',
  '4': 'a',
  '0': 'o',
  '1': 'i',
  '!': 'i',
  '3': 'e',
  $: 's',
  '5': 's',
  '7': 't',
};

const COMMON = new Set(dictionary['passwords-common']);

/** The user that a password is for. */
interface PasswordOwner {
  email: string;
  name: string;
}

/**
 * Rejects passwords that attackers try first. `field` is the name of the request field.
 * @throws ApiError VALIDATION_FAILED
 */
export function checkNewPassword(
  password: string,
  owner: PasswordOwner,
  field: 'password' | 'next' = 'password',
): void {
  const problem = passwordProblem(password, owner);
  if (problem !== null) throw ApiError.invalid(field, problem);
}

/** The reason why a password is rejected, as a sentence for the user, or null if it is accepted. */
export function passwordProblem(password: string, owner: PasswordOwner): string | null {
  // The body parser replaces a lone surrogate with U+FFFD, so two different passwords could become the same.
  if (password.includes('\uFFFD')) return 'This password contains an invalid character. Type it again.';
  const composed = password.normalize('NFC');
  if ([...composed].length < MIN_PASSWORD_LENGTH) {
    return `password must be at least ${MIN_PASSWORD_LENGTH} characters long`;
  }
  const folded = composed.normalize('NFKC').toLowerCase();
  if (isNameOrEmail(folded, owner)) {
    return 'This password is your name or email, with or without digits. Choose another one.';
  }
  if (isRepetitionOrSequence(folded)) {
    return 'This password repeats a pattern or follows a row of keys. Choose another one.';
  }
  if (isCommon(folded)) return 'This password is too common: attackers try it first. Choose another one.';
  return null;
}

function isNameOrEmail(password: string, { email, name }: PasswordOwner): boolean {
  const texts = [email, email.split('@')[0] ?? '', name]
    .map(lettersAndDigits)
    .filter((text) => text.length >= MIN_WORD_LENGTH);
  const core = lettersAndDigits(password);
  return texts.some(
    (text) => core === text || (core.startsWith(text) && /^\d*$/.test(core.slice(text.length))),
  );
}

function isRepetitionOrSequence(password: string): boolean {
  const letters = [...password];
  const runs = letters.filter(
    (letter, index) => index === 0 || !isStep(letters[index - 1] ?? '', letter),
  ).length;
  if (runs * MIN_REFUSED_RUN_LENGTH <= letters.length) return true;
  const periods = Array.from({ length: MAX_REPEATED_LENGTH }, (_, index) => index + 1);
  return periods.some((period) =>
    letters.every((letter, index) => index < period || letter === letters[index - period]),
  );
}

const isStep = (from: string, to: string): boolean => from === to || NEIGHBORS.has(from + to);

function isCommon(password: string): boolean {
  const withoutSpaces = password.replace(/\s+/g, '');
  return [withoutSpaces, plainSpelling(withoutSpaces)].some(
    (text) => COMMON.has(text) || isCommonWordWithAffixes(text) || isCommonTwice(text),
  );
}

/** True for a common word with a few digits or symbols before or after it, such as a year. */
function isCommonWordWithAffixes(text: string): boolean {
  const base = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return (
    base.length >= MIN_WORD_LENGTH && text.length - base.length <= MAX_ADDED_CHARACTERS && COMMON.has(base)
  );
}

function isCommonTwice(text: string): boolean {
  const half = text.slice(0, text.length / 2);
  return half + half === text && COMMON.has(half);
}

const plainSpelling = (text: string): string =>
  text.replace(/[@4013!$57]/g, (character) => LOOK_ALIKES[character] ?? character);
const lettersAndDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
