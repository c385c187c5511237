import { MIN_PASSWORD_LENGTH } from '@sellary/contracts';

interface PasswordStrength {
  /** 0 empty · 1 too short · 2 easy to guess · 3 good · 4 strong */
  level: 0 | 1 | 2 | 3 | 4;
  hint: string;
}

const OBVIOUS = /pass(word)?|qwert|12345|abcde|sellary|letmein/i;

/**
 * An estimate from length, repetition, common words, and kinds of characters. The form enforces only the
 * minimum length. The server also rejects passwords that are easy to guess.
 */
export function passwordStrength(password: string): PasswordStrength {
  const length = [...password].length;
  if (length === 0) {
    return {
      level: 0,
      hint: $localize`:@@auth.strength.empty:Use at least ${MIN_PASSWORD_LENGTH}:count: characters. Several words in a row are easy to remember and hard to guess.`,
    };
  }
  if (length < MIN_PASSWORD_LENGTH) {
    return { level: 1, hint: missingText(MIN_PASSWORD_LENGTH - length) };
  }
  const distinct = new Set(password.toLowerCase()).size;
  if (distinct < 5 || OBVIOUS.test(password)) {
    return { level: 2, hint: $localize`:@@auth.strength.obvious:Easy to guess. Add another word or two.` };
  }
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (length >= 16 || (length >= 12 && kinds >= 3)) {
    return { level: 4, hint: $localize`:@@auth.strength.strong:Strong` };
  }
  return { level: 3, hint: $localize`:@@auth.strength.good:Good. Longer is stronger.` };
}

const missingText = (count: number): string =>
  count === 1
    ? $localize`:@@auth.strength.missing-one:1 more character`
    : $localize`:@@auth.strength.missing:${count}:count: more characters`;
