import { inSeconds } from '../clock/graph-time';
import type { Platform } from '../platform';
import { signedRequest } from '../webhooks/signed-request';

/** The app's response; status 0 if there was none. */
export interface AppResponse {
  status: number;
  body: string;
}

const HOUR_SECONDS = 3_600;
const TIMEOUT_MS = 10_000;

/**
 * Calls one of the two callbacks that every app must have, for app removal and data deletion.
 * @param tampered makes the signature wrong
 */
export async function sendSignedRequest(
  { app, clock, world }: Platform,
  url: string,
  subject: string,
  tampered: boolean,
): Promise<AppResponse> {
  const secret = world.accountOf(subject) === null ? app.appSecret : app.instagramAppSecret;
  const now = inSeconds(clock.now());
  const signed = signedRequest(tampered ? `${secret}?` : secret, {
    expires: now + HOUR_SECONDS,
    issued_at: now,
    user_id: subject,
  });
  try {
    const response = await fetch(url, {
      method: 'POST',
      body: new URLSearchParams({ signed_request: signed }),
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    return { status: response.status, body: await response.text() };
  } catch {
    return { status: 0, body: '' };
  }
}
