/** Id of a platform: one from `GET /api/platforms`, or `rehearsal`. */
export type PlatformId = string;

/**
 * The built-in platform, whose comments are written in the console. It needs no connection and is always
 * available.
 */
export const REHEARSAL = 'rehearsal';

/** Platform of buyers without comments, who were created when an operator awarded a unit to their handle. */
export const MANUAL = 'manual';

/** A way to sign in to a platform. */
export interface SignInMethod {
  /** Value of `login` in the request that starts a sign-in. */
  id: string;
  label: string;
}

/**
 * Availability of a platform: the real platform is available, this server simulates it for rehearsals, or it
 * is unavailable until the server is set up for it.
 */
export type PlatformReadiness = 'ready' | 'rehearsal' | 'not_configured';

/**
 * Order in which a platform's comments are read: in pages from the newest comment backward, in pages forward
 * from a cursor, or as a stream.
 */
export type CommentReading = 'newest-first' | 'cursor' | 'stream';

export interface PlatformCapabilities {
  /** Ways to connect an account, the usual one first; empty if the platform needs no account. */
  logins: SignInMethod[];
  /** True if an account's running broadcasts can be listed, and found from a pasted URL. */
  discover: boolean;
  comments: CommentReading;
  webhooks: boolean;
}

/** A platform that this server can read comments from. */
export interface PlatformInfo {
  id: PlatformId;
  /** Name to show to users. */
  label: string;
  /** Name of a console icon, or null if the platform has none. */
  icon: string | null;
  capabilities: PlatformCapabilities;
  readiness: PlatformReadiness;
}

/** `GET /api/platforms`. */
export interface PlatformList {
  platforms: PlatformInfo[];
}
