export const MIN_SECRET_LENGTH = 32;
/** Random base64 or hex of the minimum length almost always has more distinct characters than this. */
const MIN_DIFFERENT_CHARACTERS = 10;
const EXAMPLES = /change[-_ ]?me|your[-_ ]?secret|rehearsal-(app-secret|verify-token)/i;

export const TOO_SHORT = `is too short: use at least ${MIN_SECRET_LENGTH} characters (openssl rand -base64 48)`;

/** Describes what makes a secret easy to guess, or returns null if it is strong. */
export function weaknessOf(secret: string): string | null {
  if (secret.length < MIN_SECRET_LENGTH) return TOO_SHORT;
  if (new Set(secret).size < MIN_DIFFERENT_CHARACTERS || isRepetition(secret)) {
    return 'repeats itself: use a random one (openssl rand -base64 48)';
  }
  if (EXAMPLES.test(secret)) return 'is a published example: use a random one (openssl rand -base64 48)';
  return null;
}

/** True if the secret repeats a shorter string, such as `abcabcab`. */
function isRepetition(secret: string): boolean {
  for (let length = 1; length <= secret.length / 2; length += 1) {
    if (secret.slice(length) === secret.slice(0, -length)) return true;
  }
  return false;
}
