export const PASSWORD_MIN = 10;

export interface PasswordStrength {
  /** 0 nothing typed · 1 too short · 2 fair · 3 good · 4 strong */
  level: 0 | 1 | 2 | 3 | 4;
  hint: string;
}

const OBVIOUS = /pass(word)?|qwert|12345|abcde|sellary|letmein/i;

/** A hint, not a rule: length counts most, sameness and the usual words take away. The only rule is the minimum length. */
export function passwordStrength(password: string): PasswordStrength {
  const length = [...password].length;
  if (length === 0) {
    return { level: 0, hint: `At least ${PASSWORD_MIN} characters. Several words in a row are easy to remember and hard to guess.` };
  }
  if (length < PASSWORD_MIN) {
    const missing = PASSWORD_MIN - length;
    return { level: 1, hint: `${missing} more ${missing === 1 ? 'character' : 'characters'}` };
  }
  const distinct = new Set(password.toLowerCase()).size;
  if (distinct < 5 || OBVIOUS.test(password)) return { level: 2, hint: 'Easy to guess: add another word or two' };
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password)).length;
  if (length >= 16 || (length >= 12 && kinds >= 3)) return { level: 4, hint: 'Strong' };
  return { level: 3, hint: 'Good. Longer is stronger' };
}
