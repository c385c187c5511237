import { pacificTime } from '../clock/graph-time';
import type { JsonObject } from '../http/json';
import { json, type Headers, type Reply } from '../http/reply';

interface GraphErrorParts {
  message: string;
  code: number;
  subcode?: number;
  type?: 'OAuthException' | 'GraphMethodException';
  status?: number;
  transient?: boolean;
  headers?: Headers;
}

/**
 * An error in the platform's wording and shape. Clients distinguish errors by code and subcode, so both are
 * exact.
 */
export class GraphError extends Error {
  constructor(readonly parts: GraphErrorParts) {
    super(parts.message);
  }

  /** Returns the same error with more headers. Its existing headers take precedence. */
  withHeaders(headers: Headers): GraphError {
    return new GraphError({ ...this.parts, headers: { ...headers, ...this.parts.headers } });
  }

  toReply(traceId: string): Reply {
    const { message, code, subcode, type = 'OAuthException', status = 400, transient, headers } = this.parts;
    const error: JsonObject = {
      message,
      type,
      code,
      error_subcode: subcode,
      is_transient: transient,
      fbtrace_id: traceId,
    };
    const challenge: Headers =
      code === 190
        ? {
            'www-authenticate': `OAuth "Facebook Platform" "invalid_token" "${message.replace(/["\r\n]/g, "'")}"`,
          }
        : {};
    return json({ error }, status, { ...challenge, ...headers });
  }
}

export const badParameter = (message: string): GraphError =>
  new GraphError({ message: `(#100) ${message}`, code: 100 });

/**
 * Code 100/33: the object was deleted, never existed, or is hidden from this token; the platform does not
 * reveal which.
 */
export const missingObject = (id: string, method = 'get'): GraphError =>
  new GraphError({
    message: `Unsupported ${method} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
    type: 'GraphMethodException',
    code: 100,
    subcode: 33,
  });

export const unknownPath = (path: string): GraphError =>
  new GraphError({ message: `Unknown path components: /${path}`, code: 2500, status: 404 });

export const missingPermission = (permission: string, code = 10): GraphError =>
  new GraphError({
    message:
      code === 200
        ? `(#200) Requires ${permission} permission to manage the object`
        : `(#10) This endpoint requires the '${permission}' permission or the 'Page Public Content Access' feature. Refer to https://developers.facebook.com/docs/apps/review/login-permissions#manage-pages and https://developers.facebook.com/docs/apps/review/feature#reference-PAGES_ACCESS for details.`,
    code,
  });

export const noToken = (): GraphError =>
  new GraphError({ message: 'An access token is required to request this resource.', code: 104 });

export const unreadableToken = (): GraphError =>
  new GraphError({ message: 'Invalid OAuth access token - Cannot parse access token', code: 190 });

export const expiredToken = (expiredAt: number, now: number): GraphError =>
  deadToken(
    463,
    `Session has expired on ${pacificTime(expiredAt)}. The current time is ${pacificTime(now)}.`,
  );

export const deadToken = (subcode: number, reason: string): GraphError =>
  new GraphError({ message: `Error validating access token: ${reason}`, code: 190, subcode });

/** An error that a client can avoid only with a smaller `limit` or fewer fields. */
export const tooMuchData = (): GraphError =>
  new GraphError({
    message: "Please reduce the amount of data you're asking for, then retry your request",
    code: 1,
    status: 500,
  });

const THROTTLE_TEXTS: Readonly<Record<number, string>> = {
  4: '(#4) Application request limit reached',
  17: '(#17) User request limit reached',
  32: '(#32) Page request limit reached',
  341: '(#341) Application limit reached',
  613: '(#613) Calls to this api have exceeded the rate limit.',
  80001:
    '(#80001) There have been too many calls to this Page account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
  80002:
    '(#80002) There have been too many calls to this Instagram account. Wait a bit and try again. For more info, please refer to https://developers.facebook.com/docs/graph-api/overview/rate-limiting.',
  80006: '(#80006) There have been too many calls to this Messenger account. Wait a bit and try again.',
};

export function throttled(code: number): GraphError {
  return new GraphError({
    message: THROTTLE_TEXTS[code] ?? `(#${code}) There have been too many calls. Wait a bit and try again.`,
    code,
    ...(code === 17 ? { subcode: 2446079 } : {}),
    ...(code === 613 ? { subcode: 1996 } : {}),
    transient: true,
  });
}

/** With code 10: the page is temporarily restricted, although no permission is missing. */
const RESTRICTED_SUBCODE = 1893063;

/** Returns the error for a code, with the default message if a fault specifies only the code. */
export function graphErrorFromCode(code: number, parts: Partial<GraphErrorParts> = {}): GraphError {
  const defaults: GraphErrorParts =
    code in THROTTLE_TEXTS || (code >= 80000 && code <= 80014)
      ? throttled(code).parts
      : code === 1
        ? { message: 'An unknown error has occurred.', code, transient: true, status: 500 }
        : code === 2
          ? { message: 'Service temporarily unavailable', code, transient: true, status: 503 }
          : code === 10 && parts.subcode === RESTRICTED_SUBCODE
            ? {
                message:
                  '(#10) This Page is temporarily restricted from using this feature. Try again later.',
                code,
              }
            : { message: `(#${code}) The request could not be answered`, code };
  return new GraphError({ ...defaults, ...parts, code });
}
