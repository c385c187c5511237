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

/** Calls the two callbacks that every app must have, for app removal and data deletion. */
export class SignedRequests {
  constructor(private readonly platform: Platform) {}

  async deauthorize(url: string, subject: string, tampered: boolean): Promise<AppResponse> {
    this.platform.grants.remove(subject);
    this.platform.tokens.invalidate((token) => token.subject === subject, 'revoked');
    return this.post(url, subject, tampered);
  }

  async requestDeletion(url: string, subject: string, tampered: boolean): Promise<AppResponse> {
    return this.post(url, subject, tampered);
  }

  private async post(url: string, subject: string, tampered: boolean): Promise<AppResponse> {
    const { app, clock, world } = this.platform;
    const account = world.accountOf(subject);
    const secret = account === null ? app.appSecret : app.instagramAppSecret;
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
}
