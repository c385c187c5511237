/** The platform port, for connecting accounts, finding broadcasts, reading comments, and replying to them. */
export type {
  CommentPage,
  CommentQuery,
  CommentReadingCapability,
  CommentStream,
  CursorPage,
  CursorPages,
  CursorQuery,
  NewestFirstPages,
  ReadComment,
  StreamBatch,
  StreamQuery,
} from './comment-reading';
export { type CommentAuthor, type LiveComment, nameOnlyId, type ReportedChange } from './live-comment';
export type {
  AdapterDetails,
  AppWebhook,
  BroadcastState,
  ConnectCapability,
  DiscoverCapability,
  GrantedAccount,
  GrantedAccounts,
  ListedBroadcast,
  OpenConnection,
  PlatformAdapter,
  RenewedToken,
  SignInRequest,
  SubscriptionCapability,
  TokenHealth,
  WebhookCapability,
  WebhookFacts,
  WebhookContent,
  WebhookSubject,
  WebhookVerdict,
} from './platform-adapter';
export { PlatformError, type PlatformErrorKind, type PlatformErrorOptions } from './platform-error';
export type { PushedChange, PushedComment } from './pushed';
export {
  assertReplyText,
  type ReplyCapability,
  type ReplyChannel,
  type ReplyRefusal,
  ReplyRefused,
  type ReplyRequest,
  type ReplyTerms,
  type SentReply,
} from './replies';
export { NO_USAGE, type Usage } from './usage';
