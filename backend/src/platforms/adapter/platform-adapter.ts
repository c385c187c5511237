import type { ConnectablePlatform, Broadcast, ConnectError, LoginKind } from '@sellary/contracts';
import type { LiveComment, ReportedChange } from '../../claim-engine';
import type { PlatformError } from './platform-error';
import type { Usage } from './quota';

/** A connection with its tokens in clear: it lives only as long as the calls it is opened for. */
export interface OpenConnection {
  id: string;
  workspaceId: string;
  platform: ConnectablePlatform;
  externalAccountId: string;
  displayName: string;
  login: LoginKind;
  /** The Facebook Page that gives access to an Instagram account; null if the account has its own access. */
  pageId: string | null;
  /** App-scoped id of the person who connected. */
  grantorId: string | null;
  /** Reads the account. */
  token: string;
  /** The user token if it is a different one: renews and revokes. */
  userToken: string | null;
}

/** An account that a person has just opened to us. */
export interface GrantedAccount {
  externalAccountId: string;
  displayName: string;
  login: LoginKind;
  pageId: string | null;
  grantorId: string | null;
  token: string;
  userToken: string | null;
  tokenExpiresAt: Date | null;
  scopes: string[];
}

export interface GrantedAccounts {
  accounts: GrantedAccount[];
  /** Ids of pages that were granted and could not be opened. */
  missed: string[];
}

/** A webhook subscription of the app itself, for one kind of account. */
export interface AppWebhook {
  callbackUrl: string;
  fields: string[];
}

export interface SubscriptionNeeds {
  /** Fields to subscribe to at the page or account. */
  fields: readonly string[];
  /** Any one of the fields is enough. */
  anyField: boolean;
  /** Name of the app's own webhook in the platform's dashboard, and the fields that it needs. */
  app: { name: string; fields: readonly string[] };
  /** Losses of an operator without them, in one sentence. */
  withoutThem: string;
}

/** Manages the webhooks of an account. All calls @throws PlatformError. */
export interface SubscriptionCapability {
  needs(login: LoginKind): SubscriptionNeeds;
  /** Takes the place of the list before. */
  subscribe(connection: OpenConnection, fields: readonly string[]): Promise<void>;
  /** Ends the webhooks of the page or account for every connection to it. */
  unsubscribe(connection: OpenConnection): Promise<void>;
  /** The fields subscribed to at the page or account; null if there is no subscription. */
  subscribed(connection: OpenConnection): Promise<string[] | null>;
  /** The app's own webhook; null if there is none, undefined if the platform does not report it. */
  appWebhook(login: LoginKind): Promise<AppWebhook | null | undefined>;
}

/** Sign-in at the platform. All methods @throws PlatformError. */
export interface ConnectCapability {
  logins: readonly LoginKind[];
  /** Permissions without which comments cannot be read, by kind of login. */
  needs: Record<LoginKind, readonly string[]>;
  authorizeUrl(login: LoginKind, request: { state: string; redirectUri: string }): string;
  /** Turns the code of a redirect into the accounts that were granted: none if the person has none. */
  complete(login: LoginKind, request: { code: string; redirectUri: string }): Promise<GrantedAccounts>;
  /** Code for the console if the person granted no account. */
  readonly nothingGranted: ConnectError;
  /** Code for the console of a sign-in that failed. */
  failure(error: PlatformError, login: LoginKind): ConnectError;
  readonly webhooks: SubscriptionCapability;
  /** Takes back the grant of the person who connected, which ends every token made of it; does nothing if the platform has no such call. */
  revoke(connection: OpenConnection): Promise<void>;
  /** Asks the platform about the token. @throws PlatformError `reconnect` if it is no longer valid */
  inspect(connection: OpenConnection): Promise<TokenHealth>;
  /** A token with a longer life; null if there is nothing to renew. */
  renew(connection: OpenConnection): Promise<RenewedToken | null>;
}

export interface TokenHealth {
  expiresAt: Date | null;
  scopes: string[];
}

export interface RenewedToken {
  token: string;
  userToken: string | null;
  expiresAt: Date | null;
}

/** Finding a broadcast. @throws PlatformError */
export interface DiscoverCapability {
  /** Broadcasts running now. */
  listBroadcasts(connection: OpenConnection): Promise<Broadcast[]>;
  /** Hosts of the platform's pages, including their subdomains. */
  readonly hosts: readonly string[];
  /** True if a text has the shape of a broadcast's or a video's id. */
  isId(text: string): boolean;
  /** The id in a pasted address, or the pasted id itself. @throws ApiError VALIDATION_FAILED with what to paste instead. */
  parseLink(link: string): string;
  /** The broadcast's own id for one that may be its video's; the same if the platform does not know it. */
  resolveId(connection: OpenConnection, id: string): Promise<string>;
  /** State of the broadcast with this id, or with this video's id. */
  broadcast(connection: OpenConnection, liveId: string): Promise<BroadcastState>;
}

export interface BroadcastState {
  /** The platform's own status word, upper case; null if it reports none. */
  status: string | null;
  /** No more comments are made. */
  isOver: boolean;
  /** The other id that comments, links and webhooks may bear. */
  videoId: string | null;
  usage: Usage;
}

/** Reading comments page by page, newest first. @throws PlatformError */
export interface PollCapability {
  /** The list has no time limit: the reader decides when to stop. */
  readonly unbounded: boolean;
  /** Newest first is guaranteed, so that no new comment follows an old one. */
  readonly ordered: boolean;
  /** Rows that one page may hold. */
  readonly maxPageSize: number;
  comments(connection: OpenConnection, query: CommentQuery): Promise<CommentPage>;
  /** Advice for users if the platform counts comments and does not return them; one sentence. */
  readonly missingCommentsAdvice: string;
  /**
   * Time of a comment, platform time, ms; null if the platform does not report it. Only for platforms whose
   * webhooks do not contain it.
   */
  readonly saidAt?: (connection: OpenConnection, commentId: string) => Promise<number | null>;
}

export interface CommentQuery {
  liveId: string;
  /** Platform time, ms: older ones are not wanted. */
  since: number;
  after: Record<string, string> | null;
  /** Rows wanted. */
  limit: number;
  /** Only indispensable fields: the response was too large. */
  brief: boolean;
  /** Also how many comments the platform counts. */
  withTotal: boolean;
}

export interface CommentPage {
  comments: ReadComment[];
  next: Record<string, string> | null;
  usage: Usage;
  skewMs: number | null;
  /** Comments that the platform counts, including those it hides or filters; null if it was not asked or does not report them. */
  total: number | null;
}

/** `saidAt` is in the platform's clock. */
export type ReadComment = LiveComment & { saidAt: number };

/** A comment that the platform pushed to us; the broadcasts it may belong to are tried in order. */
export interface PushedComment {
  /** The account whose webhook it is. */
  accountId: string;
  /** Ids by which the broadcast may be bound. */
  liveIds: string[];
  comment: Omit<LiveComment, 'liveId'>;
  /** Time at which the platform sent it, ms; null if it does not report it. */
  sentAt: number | null;
  /** `sentAt` is known to the second only. */
  sentAtIsWholeSecond: boolean;
}

/** The platform's report on an earlier comment, addressed like a new one. */
export interface PushedChange extends Pick<PushedComment, 'accountId' | 'liveIds'> {
  change: ReportedChange;
}

export interface WebhookCapability {
  /** The `object` of payloads that are this adapter's. */
  readonly object: string;
  /** Every shape that has been seen; what is not understood, or not about a live comment, gives nothing. Never throws. */
  comments(payload: unknown): PushedComment[];
  /** Edits, deletions, and similar changes, in the reported order; as tolerant. */
  changes(payload: unknown): PushedChange[];
  /** Accounts with a started or ended broadcast, according to the payload. */
  accountsToRefresh(payload: unknown): string[];
}

/** Connects one platform. A missing capability means that the platform does not have it. */
export interface PlatformAdapter {
  readonly platform: ConnectablePlatform;
  /** For people. */
  readonly name: string;
  readonly connect: ConnectCapability;
  readonly discover: DiscoverCapability;
  readonly poll: PollCapability;
  readonly webhook: WebhookCapability;
}

/** Injection token of the list of adapters. */
export const PLATFORM_ADAPTERS = Symbol('PLATFORM_ADAPTERS');
