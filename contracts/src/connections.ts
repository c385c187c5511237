import type { PlatformId } from './platforms';

/** `expired` and `revoked` require a user to reconnect the account, which makes the same row active again. */
export const CONNECTION_STATUSES = ['active', 'expired', 'revoked'] as const;
export type ConnectionStatus = (typeof CONNECTION_STATUSES)[number];

/** State of an account's webhooks: the platform sends all events, some, or none, or could not be checked. */
export const WEBHOOK_STATES = ['on', 'partial', 'off', 'unknown'] as const;
export type WebhookState = (typeof WEBHOOK_STATES)[number];

/**
 * Without webhooks, Facebook comments are still polled, but edits and deletions do not arrive; Instagram
 * comments may be missed.
 */
export interface ConnectionWebhooks {
  state: WebhookState;
  /** The missing part, the reason, and what to do, or null if there is no problem. */
  problem: string | null;
  /** Time of the last check, or null before the first. */
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
  /** Permissions that are needed to read comments but were not granted. */
  missingScopes: string[];
  /** The problem and what to do about it, in one sentence, or null if there is none. */
  problem: string | null;
  webhooks: ConnectionWebhooks;
}

export interface ConnectionList {
  connections: Connection[];
  /** For each platform and sign-in method, the caller's last sign-in if it is not finished. */
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
  /** The platform's own status in upper case, such as `LIVE`. */
  status: string;
  startedAt: string | null;
  viewers?: number;
  url?: string;
}

export interface BroadcastList {
  lives: Broadcast[];
}

/** Error codes (`?error=`) in the URL to which the browser returns if connecting failed. */
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
