import type { Chance } from '../audience/plain-crowd';

const HANDSHAKE_TIMEOUT_MS = 5_000;

/**
 * Asks the callback to repeat a challenge.
 * @returns the problem in the platform's words, or null if there is none
 */
export async function verifyCallback(
  callbackUrl: string,
  verifyToken: string,
  chance: Chance,
): Promise<string | null> {
  const challenge = String(1_000_000_000 + chance.below(1_000_000_000));
  const url = new URL(callbackUrl);
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.challenge', challenge);
  url.searchParams.set('hub.verify_token', verifyToken);
  try {
    const response = await fetch(url, {
      redirect: 'manual',
      signal: AbortSignal.timeout(HANDSHAKE_TIMEOUT_MS),
    });
    const text = await response.text();
    if (response.status !== 200) {
      return `HTTP Status Code = ${response.status}; HTTP Message = ${response.statusText}`;
    }
    return text === challenge
      ? null
      : `Response does not match challenge, expected value="${challenge}", received="${text.slice(0, 30)}..."`;
  } catch {
    return 'Curl Error = 7 (COULDNT_CONNECT)';
  }
}
