import { Inject, Injectable } from '@nestjs/common';
import { parseCookie } from 'cookie';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';
import { APP_CONFIG, type AppConfig } from '../../kernel';

const NAME = 'sellary_connect';
const LIFETIME_MS = 10 * 60_000;
const SHAPE = /^[\w-]{43}$/;

/**
 * Binds a platform sign-in to the browser that started it, because the redirect does not carry an access
 * token, and a state alone could be planted in another browser. The cookie is `lax`, because the redirect
 * comes from the platform's site.
 */
@Injectable()
export class BrowserCookie {
  constructor(@Inject(APP_CONFIG) private readonly config: AppConfig) {}

  read(request: Request): string | null {
    const value = parseCookie(request.headers.cookie ?? '')[this.nameFor(request)];
    return value !== undefined && SHAPE.test(value) ? value : null;
  }

  /** Sets the cookie, or keeps an existing one, because two tabs may have open sign-ins. */
  ensure(request: Request, response: Response): string {
    const value = this.read(request) ?? randomBytes(32).toString('base64url');
    response.cookie(this.nameFor(request), value, {
      httpOnly: true,
      sameSite: 'lax',
      path: '/api/connections/oauth',
      secure: this.isSecure(request),
      maxAge: LIFETIME_MS,
    });
    return value;
  }

  /** With the prefix, browsers accept the cookie only over https, so a plain-http page cannot have set it. */
  private nameFor(request: Request): string {
    return this.isSecure(request) ? `__Secure-${NAME}` : NAME;
  }

  private isSecure(request: Request): boolean {
    return request.secure || (this.config.publicUrl?.startsWith('https:') ?? false);
  }
}
