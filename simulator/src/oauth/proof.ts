import { createHmac, timingSafeEqual } from 'node:crypto';
import { GraphError } from '../errors/graph-error';

const PROOF_WINDOW_S = 300;

/** `hex(HMAC_SHA256(key = app secret, message = token))`, or with message `token|time` if there is a time. */
export function appSecretProof(secret: string, token: string, time: string | null = null): string {
  return createHmac('sha256', secret)
    .update(time === null ? token : `${token}|${time}`)
    .digest('hex');
}

/**
 * @param request `time` and `now` in seconds
 * @throws GraphError code 100 if the proof is wrong, more than 5 minutes off, or missing although required
 */
export function checkProof(
  secret: string,
  token: string,
  request: { proof: string | null; time: string | null; required: boolean; now: number },
): void {
  if (request.proof === null) {
    if (request.required) throw refusal('API calls from the server require an appsecret_proof argument');
    return;
  }
  const expected = Buffer.from(appSecretProof(secret, token, request.time));
  const actual = Buffer.from(request.proof);
  const isOutsideWindow =
    request.time !== null && Math.abs(request.now - Number(request.time)) > PROOF_WINDOW_S;
  if (isOutsideWindow || expected.length !== actual.length || !timingSafeEqual(expected, actual)) {
    throw refusal('Invalid appsecret_proof provided in the API argument');
  }
}

const refusal = (message: string): GraphError =>
  new GraphError({ message, code: 100, type: 'GraphMethodException' });
