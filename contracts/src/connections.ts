import type { PlatformId } from './platforms';

/** `expired` and `revoked` need a person to connect again; the same row becomes active then. */
export const CONNECTION_STATUSES = ['active', 'expired', 'revoked'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** State of an account's webhooks: the platform sends all events, some, none, or could not be checked. */
export const WEBHOOK_STATES = ['on', 'partial', 'off', 'unknown'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/**
 * Without webhooks, Facebook comments are still polled, but edits and deletions do not arrive; Instagram
 * comments may be missed.
 */
export interface ConnectionWebhooks {
  state: WebhookState;
  /** The missing part, its reason, and what to do; null without a problem. */
  problem: string | null;
  /** Time of the last check; null before the first. */
  checkedAt: string | null;
}

/** A sign-in that the caller began but did not finish, perhaps because the platform showed an error. */
export interface UnfinishedSignIn {
  platform: PlatformId;
  login: string;
  startedAt: string;
}

/** A page or account that lets us read its broadcasts. Never contains a token or a part of one. */
export interface Connection {
  id: string;
  platform: PlatformId;
  /** The platform's id of the page or account. */
  externalAccountId: string;
  displayName: string;
  status: ConnectionStatus;
  /** null if the token does not expire. */
  tokenExpiresAt: string | null;
  /** Whole days until `tokenExpiresAt`, at least 0; null if it does not expire. */
  daysLeft: number | null;
  scopes: string[];
  createdAt: string;
  /** The sign-in method that connected the account; one of the platform's `logins`. */
  login: string;
  /** Permissions that are needed for reading comments but were not granted. */
  missingScopes: string[];
  /** Problem and what to do about it, in one sentence; null without a problem. */
  problem: string | null;
  webhooks: ConnectionWebhooks;
}

export interface ConnectionList {
  connections: Connection[];
  /** The caller's last sign-in to each platform, if it is not finished. */
  unfinished: UnfinishedSignIn[];
  nextCursor: string | null;
}

/** `POST /api/connections/oauth/:platform/start`; without `login`, the platform's usual way to sign in. */
export interface StartConnectingRequest {
  login?: string;
}

export interface StartConnectingResult {
  /** Address to send the browser to. */
  authorizeUrl: string;
}

/** A broadcast that the platform shows as running. */
export interface Broadcast {
  /** The `liveId` for a show's source. */
  liveId: string;
  title: string;
  /** The platform's own status, upper case: `LIVE`. */
  status: string;
  startedAt: string | null;
  viewers?: number;
  url?: string;
}

export interface BroadcastList {
  lives: Broadcast[];
}

/** Error codes in the address to which the browser returns (`?error=`) if connecting failed. */
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
