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
      // A key object; see AuthModule. passport-jwt passes it to jsonwebtoken unchanged, although its types do
      // not allow a key object.
      secretOrKey: createSecretKey(config.sections.get(AUTH_SECTION).jwtSecret, 'utf8') as unknown as Buffer,
      algorithms: ['HS256'],
    });
  }

  /**
   * Returns false, which results in a 401 response, if the token does not belong to a valid session and
   * membership. Passport calls this after checking the signature and expiry.
   */
  async validate(claims: AccessClaims): Promise<Principal | false> {
    return (await this.access.principalOf(claims)) ?? false;
  }
}
