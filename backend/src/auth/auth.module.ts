import { Module } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { JwtModule } from '@nestjs/jwt';
import { PassportModule } from '@nestjs/passport';
import { createSecretKey } from 'node:crypto';
import { APP_CONFIG, type AppConfig } from '../kernel';
import { Access } from './access/access';
import { AccessGuard } from './access/access.guard';
import { JwtStrategy } from './access/jwt.strategy';
import { LargeReads } from './access/large-reads.interceptor';
import { Accounts } from './accounts/accounts';
import { SignInLimits } from './accounts/sign-in-limits';
import { Credentials } from './accounts/credentials';
import { PasswordChanges } from './accounts/password-changes';
import { Passwords } from './accounts/passwords';
import { AuditController } from './audit/audit.controller';
import { AuditTrail } from './audit/audit-trail';
import { SecurityLog } from './audit/security-log';
import { AuthController } from './auth.controller';
import { Invites } from './invites/invites';
import { InvitesController } from './invites/invites.controller';
import { InviteAcceptance } from './invites/joining';
import { JoiningController } from './invites/joining.controller';
import { Limits } from './limits/limits';
import { Mailer } from './mail/mailer';
import { Members } from './members/members';
import { MembersController } from './members/members.controller';
import { PasswordResetController } from './password-reset/password-reset.controller';
import { ResetRequests } from './password-reset/reset-requests';
import { ExpiredSessionsJob } from './sessions/expired-sessions.job';
import { OwnSessions } from './sessions/own-sessions';
import { OwnSessionsController } from './sessions/own-sessions.controller';
import { RefreshCookie } from './sessions/refresh-cookie';
import { Sessions } from './sessions/sessions';
import { AUTH_SECTION } from './auth.config';

@Module({
  imports: [
    PassportModule,
    JwtModule.registerAsync({
      inject: [APP_CONFIG],
      useFactory: (config: AppConfig) => ({
        // A key object, because jsonwebtoken tries to parse a string as a public key on every call, which
        // takes longer than verifying the token.
        secret: createSecretKey(config.sections.get(AUTH_SECTION).jwtSecret, 'utf8'),
        signOptions: { algorithm: 'HS256' as const },
      }),
    }),
  ],
  controllers: [
    AuthController,
    OwnSessionsController,
    PasswordResetController,
    AuditController,
    MembersController,
    InvitesController,
    JoiningController,
  ],
  providers: [
    Access,
    JwtStrategy,
    Accounts,
    SignInLimits,
    Passwords,
    PasswordChanges,
    ResetRequests,
    Mailer,
    Limits,
    SecurityLog,
    Credentials,
    Sessions,
    OwnSessions,
    RefreshCookie,
    ExpiredSessionsJob,
    AuditTrail,
    Members,
    Invites,
    InviteAcceptance,
    { provide: APP_GUARD, useClass: AccessGuard },
    { provide: APP_INTERCEPTOR, useClass: LargeReads },
  ],
  exports: [Access],
})
export class AuthModule {}
