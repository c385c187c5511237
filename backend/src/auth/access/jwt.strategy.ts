import { Inject, Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { APP_CONFIG, type AppConfig } from '../../kernel';
import { Access } from './access';
import type { AccessClaims, Principal } from './principal';

@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy) {
  constructor(
    @Inject(APP_CONFIG) config: AppConfig,
    private readonly access: Access,
  ) {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: config.jwtSecret, algorithms: ['HS256'] });
  }

  /** Called by passport once the signature and the expiry hold; false = 401. */
  async validate(claims: AccessClaims): Promise<Principal | false> {
    return (await this.access.resolve(claims)) ?? false;
  }
}
