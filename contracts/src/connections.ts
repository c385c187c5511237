/** Platforms that a page or account can be connected on. */
export const CONNECTABLE_PLATFORMS = ['facebook', 'instagram'] as const;
export type ConnectablePlatform = (typeof CONNECTABLE_PLATFORMS)[number];

/** `expired` and `revoked` need a person to connect again; the same row becomes active then. */
export const CONNECTION_STATUSES = ['active', 'expired', 'revoked'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** Whose word opened the account: the Facebook Page it belongs or is linked to, or the Instagram account itself. */
export const LOGIN_KINDS = ['facebook', 'instagram'] as const;
export type LoginKind = (typeof LOGIN_KINDS)[number];

/** Whether the platform pushes news of an account to this server: all of it, some, none, or nobody could ask. */
export const WEBHOOK_STATES = ['on', 'partial', 'off', 'unknown'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/** Without webhooks, Facebook comments are still polled, but edits and deletions do not arrive; Instagram comments may be missed. */
export interface ConnectionWebhooks {
  state: WebhookState;
  /** What does not arrive, why, and what to do; null when all is well. */
  problem: string | null;
  /** When the platform was last asked; null before the first time. */
  checkedAt: string | null;
}

/** A sign-in at a platform that the caller began and that did not come back: the platform may have shown an error of its own. */
export interface UnfinishedSignIn {
  platform: ConnectablePlatform;
  login: LoginKind;
  startedAt: string;
}

/** A page or account that lets us read its broadcasts. Never a token, never a part of one. */
export interface Connection {
  id: string;
  platform: ConnectablePlatform;
  /** The platform's id of the page or account. */
  externalAccountId: string;
  displayName: string;
  status: ConnectionStatus;
  /** null: the platform set no end. */
  tokenExpiresAt: string | null;
  /** Whole days until then, at least 0; null without an end. */
  daysLeft: number | null;
  scopes: string[];
  createdAt: string;
  login: LoginKind;
  /** Permissions that reading comments needs and that were not given. */
  missingScopes: string[];
  /** What a person should know or do about it, in a sentence; null when all is well. */
  problem: string | null;
  webhooks: ConnectionWebhooks;
}

/** Whether accounts can be connected: at the platform itself, at a simulated one that this server runs for rehearsals, or not before somebody sets up a Meta app. */
export type PlatformAvailability = 'ready' | 'rehearsal' | 'not_configured';

export interface ConnectionList {
  platforms: Record<ConnectablePlatform, PlatformAvailability>;
  connections: Connection[];
  /** The caller's last sign-in to each platform, where it is not finished. */
  unfinished: UnfinishedSignIn[];
  nextCursor: string | null;
}

/** `POST /api/connections/oauth/:platform/start`; without `login` the account is reached through its Facebook Page. */
export interface StartConnectingRequest {
  login?: LoginKind;
}

export interface StartConnectingResult {
  /** Where to send the browser. */
  authorizeUrl: string;
}

/** A broadcast that the platform shows as running. */
export interface Broadcast {
  /** What a show's source takes as `liveId`. */
  liveId: string;
  title: string;
  /** The platform's own word, upper case: `LIVE`. */
  status: string;
  startedAt: string | null;
  viewers?: number;
  url?: string;
}

export interface BroadcastList {
  lives: Broadcast[];
}

/** Codes that the console is sent back with, as `?error=`, when connecting did not work. */
export const CONNECT_ERRORS = [
  'denied',
  'state_invalid',
  'no_page',
  'page_not_opened',
  'no_instagram_account',
  'not_configured',
  'instagram_not_configured',
  'redirect_refused',
  'platform_error',
  'forbidden',
] as const;
export type ConnectError = (typeof CONNECT_ERRORS)[number];
