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
  /** As stored, and not validated yet: the adapter validates it. */
  details: unknown;
  /** Token that reads the account. Empty if the platform needs no account. */
  token: string;
  /** Token of the person who granted the account, if it is not `token`. Used to renew and revoke. */
  userToken: string | null;
}

/** An account that a person has just granted. */
export interface GrantedAccount {
  externalAccountId: string;
  displayName: string;
  details: AdapterDetails;
  /** Id of the person's grant, unique over all platforms. Connections with the same grant end together. */
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
  /** Ids of accounts that were granted and could not be opened. */
  missed: string[];
}

/** A webhook subscription of the app itself, for one kind of account. */
export interface AppWebhook {
  callbackUrl: string;
  fields: string[];
}

/** The platform's report on the webhooks of one account. */
export interface WebhookFacts {
  /** Fields to which the account is subscribed; null without a subscription. */
  subscribed: string[] | null | PlatformError;
  /** The app's own webhook; null without one, undefined if the platform does not report it. */
  app: AppWebhook | null | undefined | PlatformError;
}

/**
 * The account that a verdict is about. `callback`: address for the platform; its URL is null if this server
 * does not know its own.
 */
export interface WebhookSubject {
  displayName: string;
  details: unknown;
  callback: { path: string; url: string | null };
}

export interface WebhookVerdict {
  state: WebhookState;
  /** The missing part, its reason, and what to do; null without a problem. */
  problem: string | null;
}

/**
 * Manages the webhooks of an account.
 * @throws PlatformError from each call to the platform
 */
export interface SubscriptionCapability {
  /** Fields that an account with these details needs. */
  fields(details: unknown): readonly string[];
  /** Replaces the previous list. */
  subscribe(connection: OpenConnection, fields: readonly string[]): Promise<void>;
  /** Ends the webhooks of the target for every connection to it. */
  unsubscribe(connection: OpenConnection): Promise<void>;
  /** The fields subscribed to; null without a subscription. */
  subscribed(connection: OpenConnection): Promise<string[] | null>;
  /**
   * The app's own webhook for an account with these details; null without one, undefined if the platform does
   * not report it.
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
 * Signs users in at the platform.
 * @throws PlatformError from each call to the platform
 */
export interface ConnectCapability {
  /** Ways to sign in, the usual one first. */
  methods: readonly [SignInMethod, ...SignInMethod[]];
  /** The method by which an account with these details was connected. Never throws. */
  loginOf(details: unknown): string;
  /** Permissions that are needed for reading comments. Never throws. */
  needs(details: unknown): readonly string[];
  authorizeUrl(request: SignInRequest & { state: string }): string;
  /** Exchanges the code of a redirect for the granted accounts; empty if the person has none. */
  complete(request: SignInRequest & { code: string }): Promise<GrantedAccounts>;
  /** Error code for the console if the person granted no account. */
  readonly nothingGranted: ConnectError;
  /** Error code of a failed sign-in, for the console. */
  failure(error: PlatformError, login: string): ConnectError;
  /** Advice if comments are refused although no permission is missing; one sentence. */
  readonly refusalAdvice: string;
  /** Missing if the platform has no webhooks, or sends them without a subscription. */
  readonly webhooks?: SubscriptionCapability;
  /**
   * Revokes the grant of the person who connected, which ends every token of that grant. Does nothing if the
   * platform has no such call.
   */
  revoke(connection: OpenConnection): Promise<void>;
  /**
   * Checks the token at the platform.
   * @throws PlatformError `reconnect` if it is no longer valid
   */
  inspect(connection: OpenConnection): Promise<TokenHealth>;
  /** A token with a longer lifetime; null if there is nothing to renew. */
  renew(connection: OpenConnection): Promise<RenewedToken | null>;
}

/** The platform's report on a token. Empty `scopes`: the platform does not report them. */
export interface TokenHealth {
  expiresAt: Date | null;
  scopes: string[];
}

export interface RenewedToken {
  token: string;
  userToken: string | null;
  expiresAt: Date | null;
}

/** A running broadcast, with the other id that its links and comments may have. */
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
  /** True if a text has the shape of a broadcast's or a video's id. */
  isId(text: string): boolean;
  /**
   * The id in a pasted address, or the pasted id itself.
   * @throws PlatformError `rejected`; its text for users says what to paste instead
   */
  parseLink(link: string): string;
  /** The broadcast's own id, for an id that may be that of its video; the same id if it is unknown. */
  resolveId(connection: OpenConnection, id: string): Promise<string>;
  /** State of the broadcast with this id, or with this video's id. */
  broadcast(connection: OpenConnection, liveId: string): Promise<BroadcastState>;
}

export interface BroadcastState {
  /** The platform's own status word, upper case; null if it reports none. */
  status: string | null;
  /** No more comments will be written. */
  isOver: boolean;
  /** The other id that comments, links, and webhooks may have. */
  videoId: string | null;
  usage: Usage;
}

/** Content of a webhook. Its comments name their platforms. */
export interface WebhookContent {
  comments: PushedComment[];
  /** Edits, deletions, and similar changes, in the reported order. */
  changes: PushedChange[];
  /** Accounts with a started or ended broadcast. */
  accountsToRefresh: string[];
}

/** Receives the platform's webhooks at `/api/webhooks/<id>`. */
export interface WebhookCapability {
  /**
   * Answers the platform's handshake, which checks that this address belongs to us.
   * @throws PlatformError `rejected` if the check fails
   */
  handshake?(query: Readonly<Record<string, unknown>>): string;
  /** True if the platform signed these bytes. Called before the bytes are parsed. */
  verify(body: Buffer, headers: IncomingHttpHeaders): boolean;
  /** Reads every known shape, and ignores all content that is not about live comments. Never throws. */
  read(body: Buffer): Promise<WebhookContent>;
  /** The platform's clock minus ours, ms, for broadcasts that were not read yet; 0 if unknown. */
  skewMs?(): number;
  /**
   * Time of a comment, platform time, ms; null if the platform does not report it. Only for platforms whose
   * webhooks do not contain it.
   */
  commentTime?(connection: OpenConnection, commentId: string): Promise<number | null>;
}

/** Connects one platform. A missing capability means that the platform does not have it. */
export interface PlatformAdapter {
  /** Lower-case letters, digits, and hyphens. It is stored, so it never changes. */
  readonly id: PlatformId;
  /** Name for people. */
  readonly label: string;
  /** Name of an icon of the console. */
  readonly icon?: string;
  /** Adapters of one app share its allowance of calls; the adapter's own id if left out. */
  readonly app?: string;
  /** `ready` if left out. */
  readiness?(): PlatformReadiness;
  readonly connect?: ConnectCapability;
  readonly discover?: DiscoverCapability;
  readonly comments: CommentReadingCapability;
  readonly webhook?: WebhookCapability;
  readonly replies?: ReplyCapability;
}
