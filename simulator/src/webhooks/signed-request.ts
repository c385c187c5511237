import { createHmac } from 'node:crypto';

interface SignedPayload {
  /** Seconds since the epoch. */
  expires: number;
  issued_at: number;
  /** App-scoped. */
  user_id: string;
}

/**
 * `base64url(signature).base64url(payload)`, as the deauthorize and data deletion callbacks receive it in the
 * form field `signed_request`.
 */
export function signedRequest(secret: string, { expires, issued_at, user_id }: SignedPayload): string {
  const payload = Buffer.from(
    JSON.stringify({ algorithm: 'HMAC-SHA256', expires, issued_at, user_id }),
  ).toString('base64url');
  const signature = createHmac('sha256', secret).update(payload).digest('base64url');
  return `${signature}.${payload}`;
}
