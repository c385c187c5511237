import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { APP_CONFIG, type AppConfig } from '../../kernel';
import { Access } from './access';
import type { AccessClaims, Principal } from './principal';
import { AUTH_SECTION } from '../auth.config';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly access: Access,
  ) {
    super({
      jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(),
      // A key object, see AuthModule. passport-jwt passes it on to jsonwebtoken unchanged; only its types do
      // not allow that.
      secretOrKey: createSecretKey(config.sections.get(AUTH_SECTION).jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
    });
  }

  /** Called by passport after it has checked the signature and the expiry; false = 401. */
  async validate(claims: AccessClaims): Promise<Principal | false> {
    return (await this.access.principalOf(claims)) ?? false;
  }
}
