import type {
  Broadcast,
  ConnectError,
  PlatformId,
  PlatformReadiness,
  SignInMethod,
  WebhookState,
} from '@sellary/contracts';
import type { IncomingHttpHeaders } from 'node:http';
import type { CommentReadingCapability } from './comment-reading';
import type { PlatformError } from './platform-error';
import type { PushedChange, PushedComment } from './pushed';
import type { ReplyCapability } from './replies';
import type { Usage } from './usage';

/** Data that an adapter stores with a connection. Only the adapter reads it. */
export type AdapterDetails = Readonly<Record<string, unknown>>;

/** A connection with decrypted tokens. It exists only during the calls for which it was opened. */
export interface OpenConnection {
  id: string;
  workspaceId: string;
  platform: PlatformId;
  externalAccountId: string;
  displayName: string;
  /** As stored, and not yet validated. The adapter validates it. */
  details: unknown;
  /** Token for reading the account. Empty if the platform needs no account. */
  token: string;
  /**
   * Token of the person who gave access to the account, if it differs from `token`. Used for renewing and
   * revoking.
   */
  userToken: string | null;
}

/** An account that a person has just given access to. */
export interface GrantedAccount {
  externalAccountId: string;
  displayName: string;
  details: AdapterDetails;
  /** Id of the person's grant, unique across all platforms. Connections with the same grant end together. */
  grantId: string | null;
  /** Identifies the target of a webhook subscription: accounts with the same target share one. */
  webhookTarget: string;
  token: string;
  userToken: string | null;
  tokenExpiresAt: Date | null;
  scopes: string[];
}

export interface GrantedAccounts {
  accounts: GrantedAccount[];
  /** Ids of accounts that were granted but could not be opened. */
  missed: string[];
}

/** The app's own webhook subscription, for one kind of account. */
export interface AppWebhook {
  callbackUrl: string;
  fields: string[];
}

/** The platform's report on the webhooks of one account. */
export interface WebhookFacts {
  /** Fields to which the account is subscribed; null if it has no subscription. */
  subscribed: string[] | null | PlatformError;
  /** The app's own webhook; null if there is none, undefined if the platform does not report it. */
  app: AppWebhook | null | undefined | PlatformError;
}

/**
 * The account that a verdict is about. `callback`: the address that the platform calls; its URL is null if
 * this server does not know its own address.
 */
export interface WebhookSubject {
  displayName: string;
  details: unknown;
  callback: { path: string; url: string | null };
}

export interface WebhookVerdict {
  state: WebhookState;
  /** Explains what is missing, why, and what to do; null if there is no problem. */
  problem: string | null;
}

/**
 * Manages an account's webhooks.
 * @throws PlatformError if a call to the platform fails
 */
export interface SubscriptionCapability {
  /** Fields that an account with these details needs. */
  fields(details: unknown): readonly string[];
  /** Subscribes to these fields, instead of the previous ones. */
  subscribe(connection: OpenConnection, fields: readonly string[]): Promise<void>;
  /** Ends the target's webhooks for every connection to it. */
  unsubscribe(connection: OpenConnection): Promise<void>;
  /** The fields subscribed to; null if there is no subscription. */
  subscribed(connection: OpenConnection): Promise<string[] | null>;
  /**
   * The app's own webhook for an account with these details; null if there is none, undefined if the platform
   * does not report it.
   */
  appWebhook(details: unknown): Promise<AppWebhook | null | undefined>;
  /** Describes the state for users. Never throws. */
  judge(subject: WebhookSubject, facts: WebhookFacts): WebhookVerdict;
}

export interface SignInRequest {
  /** Id of a `SignInMethod`. */
  login: string;
  redirectUri: string;
}

/**
 * Signs users in to the platform.
 * @throws PlatformError if a call to the platform fails
 */
export interface ConnectCapability {
  /** Ways to sign in, the usual one first. */
  methods: readonly [SignInMethod, ...SignInMethod[]];
  /** The sign-in method with which an account with these details was connected. Never throws. */
  loginOf(details: unknown): string;
  /** Permissions needed to read comments. Never throws. */
  needs(details: unknown): readonly string[];
  authorizeUrl(request: SignInRequest & { state: string }): string;
  /** Exchanges the code from a redirect for the granted accounts; empty if the person has none. */
  complete(request: SignInRequest & { code: string }): Promise<GrantedAccounts>;
  /** Error code for the console if the person did not grant access to any account. */
  readonly nothingGranted: ConnectError;
  /** Error code for the console after a failed sign-in. */
  failure(error: PlatformError, login: string): ConnectError;
  /**
   * One sentence of advice for when the platform refuses to return comments although no permission is
   * missing.
   */
  readonly refusalAdvice: string;
  /** Absent if the platform has no webhooks, or sends them without a subscription. */
  readonly webhooks?: SubscriptionCapability;
  /**
   * Revokes the grant of the person who connected, which invalidates every token issued under it. Does
   * nothing if the platform has no such call.
   */
  revoke(connection: OpenConnection): Promise<void>;
  /**
   * Checks the token with the platform.
   * @throws PlatformError `reconnect` if it is no longer valid
   */
  inspect(connection: OpenConnection): Promise<TokenHealth>;
  /** A token with a longer lifetime; null if there is nothing to renew. */
  renew(connection: OpenConnection): Promise<RenewedToken | null>;
}

/** The platform's report on a token. `scopes` is empty if the platform does not report them. */
export interface TokenHealth {
  expiresAt: Date | null;
  scopes: string[];
}

export interface RenewedToken {
  token: string;
  userToken: string | null;
  expiresAt: Date | null;
}

/** A running broadcast, with the other id that its links and comments may use. */
export interface ListedBroadcast extends Broadcast {
  videoId?: string;
}

/**
 * Finds broadcasts.
 * @throws PlatformError
 */
export interface DiscoverCapability {
  /** Broadcasts running now. */
  listBroadcasts(connection: OpenConnection): Promise<ListedBroadcast[]>;
  /** Hosts of the platform's pages, including their subdomains. */
  readonly hosts: readonly string[];
  /** True if the text looks like a broadcast or video id. */
  isId(text: string): boolean;
  /**
   * The id in a pasted address, or the pasted id itself.
   * @throws PlatformError `rejected`, with a text for users that explains what to paste instead
   */
  parseLink(link: string): string;
  /**
   * The broadcast's own id, for a given id that may be its video's id. The given id if no broadcast is found
   * for it.
   */
  resolveId(connection: OpenConnection, id: string): Promise<string>;
  /** State of the broadcast with this broadcast id or video id. */
  broadcast(connection: OpenConnection, liveId: string): Promise<BroadcastState>;
}

export interface BroadcastState {
  /** The platform's own status word, in upper case; null if it does not report one. */
  status: string | null;
  /** No more comments will be written. */
  isOver: boolean;
  /** The other id that comments, links, and webhooks may use. */
  videoId: string | null;
  usage: Usage;
}

/** A webhook's content. Each comment specifies its own platform. */
export interface WebhookContent {
  comments: PushedComment[];
  /** Edits, deletions, and similar changes, in the reported order. */
  changes: PushedChange[];
  /** Accounts on which a broadcast has started or ended. */
  accountsToRefresh: string[];
}

/** Receives the platform's webhooks at `/api/webhooks/<id>`. */
export interface WebhookCapability {
  /**
   * Responds to the platform's handshake, which verifies that this address is ours.
   * @throws PlatformError `rejected` if the check fails
   */
  handshake?(query: Readonly<Record<string, unknown>>): string;
  /** True if the platform signed these bytes. Called before the bytes are parsed. */
  verify(body: Buffer, headers: IncomingHttpHeaders): boolean;
  /** Reads every known payload, and ignores all content that is not about live comments. Never throws. */
  read(body: Buffer): Promise<WebhookContent>;
  /** The platform's clock minus ours, ms, for broadcasts not read yet; 0 if unknown. */
  skewMs?(): number;
  /**
   * Time at which a comment was written, platform time, ms; null if the platform does not report it. Only for
   * platforms whose webhooks do not contain it.
   */
  commentTime?(connection: OpenConnection, commentId: string): Promise<number | null>;
}

/** Connects one platform. A missing capability means that the platform does not have it. */
export interface PlatformAdapter {
  /** Lower-case letters, digits, and hyphens. Stored in the database, so it never changes. */
  readonly id: PlatformId;
  /** Display name. */
  readonly label: string;
  /** Name of a console icon. */
  readonly icon?: string;
  /** Adapters with the same app share its API call quota; the adapter's own id if left out. */
  readonly app?: string;
  /** `ready` if left out. */
  readiness?(): PlatformReadiness;
  readonly connect?: ConnectCapability;
  readonly discover?: DiscoverCapability;
  readonly comments: CommentReadingCapability;
  readonly webhook?: WebhookCapability;
  readonly replies?: ReplyCapability;
}
