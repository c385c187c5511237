import { createHash } from 'node:crypto';
import type { SimClock } from '../clock/sim-clock';
import { deadToken, expiredToken, unreadableToken } from '../errors/graph-error';

type TokenKind = 'USER' | 'PAGE' | 'APP' | 'INSTAGRAM';

export interface Token {
  value: string;
  kind: TokenKind;
  /** The user id; for an Instagram token, the account id; for an app token, the app id. */
  subject: string;
  pageId: string | null;
  /** Long-lived: valid for 60 days, or forever (page and app tokens). */
  long: boolean;
  issuedAt: number;
  /** null if it does not expire. */
  expiresAt: number | null;
  death: { subcode: number; reason: string } | null;
}

/** Reasons why a token becomes invalid before it expires, with the platform's messages. */
export const INVALIDATIONS = {
  revoked: { subcode: 458, reason: 'The user has not authorized application {app}.' },
  checkpoint: {
    subcode: 459,
    reason:
      'You cannot access the app till you log in to www.facebook.com and follow the instructions given.',
  },
  password: {
    subcode: 460,
    reason:
      'The session has been invalidated because the user changed their password or Facebook has changed the session for security reasons.',
  },
  unconfirmed: {
    subcode: 464,
    reason: 'Sessions for the user are not allowed because the user is not a confirmed user.',
  },
  invalid: {
    subcode: 467,
    reason: 'This may be because the user logged out or may be due to a system error.',
  },
  role: {
    subcode: 492,
    reason: 'The user must be an administrator, editor, or moderator of the page in order to impersonate it.',
  },
} as const;
export type InvalidationReason = keyof typeof INVALIDATIONS;

const HOUR_MS = 3_600_000;
export const SHORT_USER_TOKEN_MS = 2 * HOUR_MS;
export const SHORT_INSTAGRAM_TOKEN_MS = HOUR_MS;
export const LONG_TOKEN_MS = 60 * 24 * HOUR_MS;

interface App {
  appId: string;
  appSecret: string;
  instagramAppId: string;
  instagramAppSecret: string;
}

/** Every token ever issued, and its validity. */
export class Tokens {
  private readonly byValue = new Map<string, Token>();
  private readonly pageTokens = new Map<string, Token>();
  private issuedCount = 0;
  /** Number of changes so far: `StoredState` saves the tokens if this number has grown. */
  revision = 0;

  constructor(
    private readonly clock: SimClock,
    private readonly seed: number,
    private readonly app: App,
  ) {}

  issue(
    kind: TokenKind,
    subject: string,
    lifeMs: number | null,
    long = false,
    pageId: string | null = null,
  ): Token {
    const issuedAt = this.clock.now();
    const value = this.newValue(kind);
    const token: Token = {
      value,
      kind,
      subject,
      pageId,
      long,
      issuedAt,
      expiresAt: lifeMs === null ? null : issuedAt + lifeMs,
      death: null,
    };
    this.store(token);
    return token;
  }

  /**
   * Returns a page token that expires with the user token, or never expires if the user token is long-lived.
   */
  pageToken(user: Token, pageId: string): Token {
    const key = `${user.long ? user.subject : user.value} ${pageId}`;
    const known = this.pageTokens.get(key);
    if (known !== undefined && this.isValid(known)) return known;
    const life = user.long || user.expiresAt === null ? null : user.expiresAt - this.clock.now();
    const token = this.issue('PAGE', user.subject, life, user.long, pageId);
    this.pageTokens.set(key, token);
    return token;
  }

  find(value: string): Token | null {
    const [appId, secret] = value.split('|');
    const { app } = this;
    const isFacebook = appId === app.appId && secret === app.appSecret;
    if (isFacebook || (appId === app.instagramAppId && secret === app.instagramAppSecret)) {
      return {
        value,
        kind: 'APP',
        subject: appId,
        pageId: null,
        long: true,
        issuedAt: 0,
        expiresAt: null,
        death: null,
      };
    }
    return this.byValue.get(value) ?? null;
  }

  all(): readonly Token[] {
    return [...this.byValue.values()];
  }

  /** Restores the tokens issued before a restart. */
  restore(tokens: readonly Token[]): void {
    for (const token of tokens) {
      this.store(token);
      if (token.kind === 'PAGE' && token.long) {
        this.pageTokens.set(`${token.subject} ${token.pageId ?? ''}`, token);
      }
    }
    this.issuedCount = tokens.length;
  }

  /** @throws GraphError code 190, with the reason's subcode */
  requireValid(value: string): Token {
    const token = this.find(value);
    if (token === null) throw unreadableToken();
    if (token.death !== null) throw deadToken(token.death.subcode, token.death.reason);
    const now = this.clock.now();
    if (token.expiresAt !== null && token.expiresAt <= now) throw expiredToken(token.expiresAt, now);
    return token;
  }

  /** @returns the number of invalidated tokens */
  invalidate(matches: (token: Token) => boolean, cause: InvalidationReason): number {
    this.revision += 1;
    const matching = [...this.byValue.values()].filter((token) => token.death === null && matches(token));
    const { subcode, reason } = INVALIDATIONS[cause];
    for (const token of matching) token.death = { subcode, reason: reason.replace('{app}', this.app.appId) };
    return matching.length;
  }

  /** @returns the number of matching tokens */
  expire(matches: (token: Token) => boolean): number {
    this.revision += 1;
    const matching = [...this.byValue.values()].filter(matches);
    for (const token of matching) token.expiresAt = this.clock.now();
    return matching.length;
  }

  private store(token: Token): void {
    this.byValue.set(token.value, token);
    this.revision += 1;
  }

  private isValid({ death, expiresAt }: Token): boolean {
    return death === null && (expiresAt === null || expiresAt > this.clock.now());
  }

  private newValue(kind: TokenKind): string {
    this.issuedCount += 1;
    const hash = createHash('sha512').update(`${this.seed} ${kind} ${this.issuedCount}`).digest('base64url');
    return `${kind === 'INSTAGRAM' ? 'IGAA' : 'EAA'}${hash.replace(/[-_]/g, 'x')}`;
  }
}
