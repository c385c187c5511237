import { PlatformError, type PlatformErrorKind } from '@sellary/extension-kit';
import type { LoginKind } from './login-kind';
import { throttlePauseMs } from '../../adapter/quota';
import { signInProblem } from './sign-in-problem';
import { numberOf, textOf } from './graph-json';
import { fieldsOf } from '../../../kernel';

const THROTTLE_CODES = new Set([4, 17, 32, 341, 613]);
const MISCONFIGURED_CODES = new Set([3, 101, 104]);
export const APP_REMOVED = 458;
const OBJECT_MISSING = 33;
/** Meta's message for a response that is too large. Its code is the same as for any unknown error. */
const TOO_LARGE =
  /reduce the amount of data|too much data|(?:request|response|query|result) (?:is|was)? ?too (?:large|big|complex)/i;
const PAYLOAD_TOO_LARGE = 413;
const PAGE_RESTRICTED = 1_893_063;

/**
 * Classifies an error. Source: Meta's documentation, Graph API errors and rate limits. Each code from 80000
 * to 80014 reports a rate limit for one of Meta's API products.
 */
export function classify(
  code: number,
  subcode: number | null,
  message: string,
  status: number,
  isTransient: boolean,
): PlatformErrorKind {
  if (status === PAYLOAD_TOO_LARGE || TOO_LARGE.test(message)) return 'too-large';
  if (THROTTLE_CODES.has(code) || (code >= 80_000 && code <= 80_014)) return 'throttled';
  if (code === 190) return subcode === APP_REMOVED ? 'revoked' : 'reconnect';
  if (code === 102) return 'reconnect';
  if (code === 10 && subcode === PAGE_RESTRICTED) return 'held-back';
  if (code === 10 || (code >= 200 && code <= 299)) return 'permission';
  if (
    MISCONFIGURED_CODES.has(code) ||
    /appsecret_proof|client secret|application does not exist/i.test(message)
  ) {
    return 'misconfigured';
  }
  if (code === 100) return subcode === OBJECT_MISSING ? 'not-found' : 'rejected';
  if (code === 1 || code === 2 || isTransient || status >= 500) return 'transient';
  return status === 429 ? 'throttled' : 'rejected';
}

/** Rate-limit codes that apply to the whole app. All others apply to one account. */
const APP_THROTTLE_CODES = new Set([4, 341]);

/** A failed call to Meta. */
export class GraphError extends PlatformError {
  constructor(
    kind: PlatformErrorKind,
    message: string,
    /** Meta's code; 0 if there is none. */
    readonly code = 0,
    readonly subcode: number | null = null,
    /** For throttles: the pause that Meta demands, ms; 0 if unknown. */
    regainMs = 0,
    /** The sign-in that the call used. */
    login: LoginKind = 'facebook',
  ) {
    super(kind, kind === 'reconnect' || kind === 'revoked' ? signInProblem(subcode, login) : message, {
      message,
      scope: APP_THROTTLE_CODES.has(code) ? 'app' : 'account',
      retryAfterMs: kind === 'throttled' ? throttlePauseMs(regainMs) : 0,
    });
  }
}

/**
 * Creates the error for a call that got a response. Errors from Instagram's token endpoint have a different
 * shape.
 * @param settings names of the settings that contain the app's id and secret, to show to the server
 * administrator
 */
export function errorFromResponse(
  body: unknown,
  status: number,
  regainMs: number,
  redact: (text: string) => string,
  settings: string,
  login: LoginKind,
): GraphError {
  const outer = fieldsOf(body);
  const error = fieldsOf(
    outer['error'] ?? { message: outer['error_message'], code: outer['code'], type: outer['error_type'] },
  );
  const code = numberOf(error['code']) ?? 0;
  const subcode = numberOf(error['error_subcode']);
  const detail = redact(textOf(error['message'])).slice(0, 300);
  const kind = classify(code, subcode, detail, status, error['is_transient'] === true);
  const codeText = code === 0 ? `HTTP ${status}` : `code ${code}${subcode === null ? '' : `/${subcode}`}`;
  const refusal = `The platform refused the request (${codeText})${detail === '' ? '' : `: ${detail.replace(/\.$/, '')}`}.`;
  const advice =
    kind === 'misconfigured'
      ? ` Ask your server administrator to check ${settings} against the app's dashboard and restart the server.`
      : '';
  return new GraphError(kind, refusal + advice, code, subcode, regainMs, login);
}
