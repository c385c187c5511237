import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { CookieOptions, Request, Response } from 'express';
import { ApiError, APP_CONFIG, type AppConfig } from '../../kernel';
import { REFRESH_TOKEN_SECONDS } from './sessions';

const NAME = 'sellary_refresh';
/**
 * On https, this prefix guarantees that no plain-http page set the cookie. `__Host-` guarantees more, but
 * does not allow the path that limits the cookie to `/api/auth`.
 */
const SECURE_NAME = `__Secure-${NAME}`;

/** The browser's refresh token, inaccessible to scripts and sent only to this site's `/api/auth`. */
@Injectable()
export class RefreshCookie {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  set(response: Response, token: string): void {
    response.cookie(this.nameFor(response.req), token, {
      ...this.attributes(response.req),
      maxAge: REFRESH_TOKEN_SECONDS * 1000,
    });
  }

  clear(response: Response): void {
    response.clearCookie(this.nameFor(response.req), this.attributes(response.req));
  }

  /** @throws ApiError FORBIDDEN if a page on another site sent the request. */
  read(request: Request): string | null {
    const token = parseCookie(request.headers.cookie ?? '')[this.nameFor(request)];
    if (token === undefined) return null;
    const { origin } = request.headers;
    if (origin !== undefined && !this.isOwnOrigin(origin, request)) {
      throw new ApiError(
        'FORBIDDEN',
        'This page is not allowed to use the session cookie. Open the console at PUBLIC_URL.',
      );
    }
    return token;
  }

  private isOwnOrigin(origin: string, request: Request): boolean {
    const host = URL.canParse(origin) ? new URL(origin).host : null;
    const publicHost = this.config.publicUrl === null ? null : new URL(this.config.publicUrl).host;
    return host !== null && (host === request.headers.host || host === publicHost);
  }

  private attributes(request: Request): CookieOptions {
    return { httpOnly: true, sameSite: 'strict', path: '/api/auth', secure: this.isSecure(request) };
  }

  private nameFor(request: Request): string {
    return this.isSecure(request) ? SECURE_NAME : NAME;
  }

  private isSecure(request: Request): boolean {
    return request.secure || (this.config.publicUrl?.startsWith('https:') ?? false);
  }
}
