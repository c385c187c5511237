import type { ConfigSection } from '../kernel';

/**
 * Secrets that sign tokens, and the rule for registration without an invitation: only the first user, no
 * user, or any user.
 */
interface AuthConfig {
  jwtSecret: string;
  jwtRefreshSecret: string;
  registration: 'first' | 'invite' | 'open';
}

/** Reads the session and registration settings. */
export const AUTH_SECTION: ConfigSection<AuthConfig> = {
  read: (env) => ({
    jwtSecret: env.secret('JWT_SECRET', 'signs access tokens'),
    jwtRefreshSecret: env.secret('JWT_REFRESH_SECRET', 'signs refresh tokens'),
    registration: env.oneOf('REGISTRATION', ['first', 'invite', 'open'], env.production ? 'first' : 'open'),
  }),
  secrets: ({ jwtSecret, jwtRefreshSecret }) => [
    ['JWT_SECRET', jwtSecret],
    ['JWT_REFRESH_SECRET', jwtRefreshSecret],
  ],
};
