import { fieldsOf, numberOf, textOf } from './graph-json';

/**
 * Meaning of a failed call, by Meta's code and subcode and never by the HTTP status alone:
 * `transient` try again · `throttled` pause · `token` a person must reconnect · `revoked` the same, because the app was
 * removed · `too-large` the response would be too long: request less · `permission` a permission is missing ·
 * `held-back` the page is restricted for a time, although nothing is missing · `gone` the object is not visible to us ·
 * `setup` the app's own settings are wrong · `request` the call was not understood.
 */
export type GraphErrorKind =
  'transient' | 'too-large' | 'throttled' | 'token' | 'revoked' | 'permission' | 'held-back' | 'gone' | 'setup' | 'request';

const THROTTLE_CODES = new Set([4, 17, 32, 341, 613]);
const SETUP_CODES = new Set([3, 101, 104]);
const APP_REMOVED = 458;
const OBJECT_MISSING = 33;
/** Meta's words for an answer that is too long; its code is that of any unknown error. */
const TOO_LARGE = /reduce the amount of data|too much data|(?:request|response|query|result) (?:is|was)? ?too (?:large|big|complex)/i;
const PAYLOAD_TOO_LARGE = 413;
const HELD_BACK = 1_893_063;

/** Source: fact sheet of the Graph API, error table; 801xx are the throttles of single business products. */
export function classify(code: number, subcode: number | null, message: string, status: number, isTransient: boolean): GraphErrorKind {
  if (status === PAYLOAD_TOO_LARGE || TOO_LARGE.test(message)) return 'too-large';
  if (THROTTLE_CODES.has(code) || (code >= 80_000 && code <= 80_014)) return 'throttled';
  if (code === 190) return subcode === APP_REMOVED ? 'revoked' : 'token';
  if (code === 102) return 'token';
  if (code === 10 && subcode === HELD_BACK) return 'held-back';
  if (code === 10 || (code >= 200 && code <= 299)) return 'permission';
  if (SETUP_CODES.has(code) || /appsecret_proof|client secret|application does not exist/i.test(message)) return 'setup';
  if (code === 100) return subcode === OBJECT_MISSING ? 'gone' : 'request';
  if (code === 1 || code === 2 || isTransient || status >= 500) return 'transient';
  return status === 429 ? 'throttled' : 'request';
}

/** A failed call. Its message is for users and contains no token, secret, or URL. */
export class GraphError extends Error {
  constructor(
    readonly kind: GraphErrorKind,
    message: string,
    /** Meta's code; 0 if the answer was not Meta's. */
    readonly code = 0,
    readonly subcode: number | null = null,
    /** For throttles: the pause that Meta demands, ms; 0 if it gives none. */
    readonly regainMs = 0,
  ) {
    super(message);
  }

  /** True if the user has to connect the account again. */
  get needsReconnect(): boolean {
    return this.kind === 'token' || this.kind === 'revoked';
  }
}

/**
 * Builds the error of an answered call. Instagram's token endpoint has its own shape. `settings`: names of
 * the app's id and secret on this server, for its administrator.
 */
export function errorOfAnswer(
  body: unknown,
  status: number,
  regainMs: number,
  redact: (text: string) => string,
  settings: string,
): GraphError {
  const outer = fieldsOf(body);
  const error = fieldsOf(outer['error'] ?? { message: outer['error_message'], code: outer['code'], type: outer['error_type'] });
  const code = numberOf(error['code']) ?? 0;
  const subcode = numberOf(error['error_subcode']);
  const said = redact(textOf(error['message'])).slice(0, 300);
  const kind = classify(code, subcode, said, status, error['is_transient'] === true);
  const where = code === 0 ? `HTTP ${status}` : `code ${code}${subcode === null ? '' : `/${subcode}`}`;
  const refused = `The platform refused the request (${where})${said === '' ? '' : `: ${said.replace(/\.$/, '')}`}.`;
  const advice =
    kind === 'setup' ? ` Ask your server administrator to check ${settings} against the app's dashboard and restart the server.` : '';
  return new GraphError(kind, refused + advice, code, subcode, regainMs);
}
