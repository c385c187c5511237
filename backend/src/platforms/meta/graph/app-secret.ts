import { createHmac, timingSafeEqual } from 'node:crypto';

/** `appsecret_proof`: proves that the caller with this token knows the app's secret. Lower-case hex. */
export const appSecretProof = (secret: string, token: string): string =>
  createHmac('sha256', secret).update(token).digest('hex');

/** The signature header of Meta's webhooks: HMAC-SHA256 over the raw bytes of the body. */
export const signatureOf = (secret: string, body: Buffer): string =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

/** True if one of the secrets signed these bytes. Compares in constant time. */
export function isSigned(secrets: string[], body: Buffer, header: string | undefined): boolean {
  const signature = Buffer.from((header ?? '').toLowerCase());
  return secrets
    .map((secret) => Buffer.from(signatureOf(secret, body)))
    .some((expected) => isEqual(expected, signature));
}

/** Limit far above the length of a genuine request, which has only an id and two timestamps. */
const MAX_SIGNED_REQUEST_LENGTH = 10_000;

/**
 * Returns the payload of a `signed_request` (deauthorization or data deletion); null if it is malformed or
 * none of the secrets signed it. The signature covers the encoded payload, not the JSON in it.
 */
export function openSignedRequest(secrets: string[], signedRequest: string): Record<string, unknown> | null {
  if (signedRequest.length > MAX_SIGNED_REQUEST_LENGTH) return null;
  const [encodedSignature, payload, ...rest] = signedRequest.split('.', 3);
  if (encodedSignature === undefined || payload === undefined || rest.length > 0) return null;
  const signature = Buffer.from(encodedSignature, 'base64url');
  const isGenuine = secrets.some((secret) =>
    isEqual(createHmac('sha256', secret).update(payload).digest(), signature),
  );
  if (!isGenuine) return null;
  try {
    const data = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Record<
      string,
      unknown
    > | null;
    return data !== null && String(data['algorithm']).toUpperCase() === 'HMAC-SHA256' ? data : null;
  } catch {
    return null;
  }
}

const isEqual = (expected: Buffer, signature: Buffer): boolean =>
  expected.length === signature.length && timingSafeEqual(expected, signature);
