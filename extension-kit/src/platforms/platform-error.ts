/**
 * Meaning of a failed call to a platform, which decides what happens next: `transient` try again ·
 * `throttled` pause · `too-large` request less · `reconnect` a person must connect the account again ·
 * `revoked` the same, because the access was withdrawn · `permission` a permission is missing · `not-found`
 * the object is not visible to us · `held-back` the account is temporarily restricted, although no permission
 * is missing · `misconfigured` the server's own settings on the platform are wrong · `rejected` the call was
 * not understood.
 */
export type PlatformErrorKind =
  | 'transient'
  | 'throttled'
  | 'too-large'
  | 'reconnect'
  | 'revoked'
  | 'permission'
  | 'not-found'
  | 'held-back'
  | 'misconfigured'
  | 'rejected';

export interface PlatformErrorOptions {
  /** For throttles: the pause that the platform demands, ms; 0 if it does not report one. */
  retryAfterMs?: number;
  /** Scope of a throttle: every account of the server's app, or only the account in the call. */
  scope?: 'app' | 'account';
  /** Text for logs; the text for users if left out. */
  message?: string;
}

const IS_PLATFORM_ERROR = Symbol.for('@sellary/extension-kit/PlatformError');

/** A failed call to a platform. Its texts never contain a token, a secret, or an address with one. */
export class PlatformError extends Error {
  /** Also true for an error from another installed copy of this package, which an extension may have. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    if (this !== PlatformError) return Function.prototype[Symbol.hasInstance].call(this, value);
    return typeof value === 'object' && value !== null && IS_PLATFORM_ERROR in value;
  }

  readonly [IS_PLATFORM_ERROR] = true;
  readonly retryAfterMs: number;
  readonly scope: 'app' | 'account';

  constructor(
    readonly kind: PlatformErrorKind,
    /** Complete sentences for users, without advice that depends only on `kind`. */
    readonly forPeople: string,
    { retryAfterMs = 0, scope = 'account', message = forPeople }: PlatformErrorOptions = {},
  ) {
    super(message);
    this.retryAfterMs = retryAfterMs;
    this.scope = scope;
  }

  /** True if a person has to connect the account again. */
  get needsReconnect(): boolean {
    return this.kind === 'reconnect' || this.kind === 'revoked';
  }
}
