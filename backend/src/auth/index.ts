/**
 * Users, sessions, workspaces, and roles. Every HTTP route that is not @Public is guarded here. Sockets call
 * `Access` themselves. This module owns users, workspaces, memberships, and sessions, and imports only the
 * kernel. Terms: *principal* = the signed-in user in a workspace; *session* = one sign-in on one device, with
 * its refresh tokens.
 */
export { AUTH_SECTION } from './auth.config';
export { AuthModule } from './auth.module';
export { Access } from './access/access';
export { hasRole } from './access/access.guard';
export { LargeRead } from './access/large-reads.interceptor';
export {
  type ActCaller,
  actorOf,
  auditedBy,
  CurrentPrincipal,
  MinimumRole,
  type Principal,
} from './access/principal';
export { linkTokenHash, newLinkToken } from './link-token';
export { InviteEntity } from './invites/invite.entity';
export { UserEntity } from './accounts/user.entity';
export { addResetLink } from './password-reset/reset-link';
export { emailKeyOf } from './accounts/email-address';
export { PasswordResetEntity } from './password-reset/password-reset.entity';
export { RateLimitEntity } from './limits/rate-limit.entity';
export { SessionEntity } from './sessions/session.entity';
export { RefreshTokenEntity } from './sessions/refresh-token.entity';
export { MembershipEntity } from './workspaces/membership.entity';
export { WorkspaceEntity } from './workspaces/workspace.entity';
