import { createHmac } from 'node:crypto';

/** A delivery's two signature headers, computed over the raw bytes of its body. */
export function signatures(
  secret: string,
  body: string,
): { 'x-hub-signature-256': string; 'x-hub-signature': string } {
  return {
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
    'x-hub-signature': `sha1=${createHmac('sha1', secret).update(body).digest('hex')}`,
  };
}
