/**
 * Everything that an extension imports. See `docs/extending.md`. The API follows semantic versioning; its
 * version is `EXTENSION_API_VERSION`.
 */
export {
  type AnyExtensionAction,
  defineExtension,
  type ExtensionDefinition,
  type ExtensionModule,
} from './define-extension';
export {
  type AbstractProvider,
  type ActionContext,
  type ActionResult,
  type ActionTarget,
  type ActionTargets,
  defineAction,
  type ExtensionAction,
  ExtensionRefusal,
} from './actions';
export {
  Callback,
  CALLBACK,
  type CallbackOptions,
  type CallbackRequest,
  CurrentCallback,
  REQUEST_CALLBACK,
  type VerifiedCallback,
  type VerifiesCallbacks,
} from './callbacks';
export { ClaimCommands } from './claim-commands';
export {
  CurrentWorkspace,
  type ExtensionWorkspace,
  REQUEST_WORKSPACE,
  REQUIRED_ROLE,
  RequireRole,
} from './current-workspace';
export { ExtensionLogger } from './extension-logger';
export { ExtensionSecrets, type SecretColumn } from './extension-secrets';
export {
  type HandlesJobs,
  JobDelayed,
  JobHandler,
  jobHandlerOf,
  type JobHandlerOptions,
  type JobPayload,
  JobRejected,
  type NewJob,
  type OutgoingJob,
  OutgoingQueue,
} from './outgoing-queue';
export { BuyerReader, type Page, type PageRequest, ShowReader } from './readers';
export { ExtensionSettings, Setting, type SettingOptions, settingsOf } from './settings';
export * from './domain';
export * from './platforms';
export {
  type FollowedEvent,
  type FollowedTypes,
  followedTypesOf,
  type FollowerTransaction,
  OnShowEvent,
  type ShowEventHandler,
  type ShowFollower,
} from './show-follower';
export { EXTENSION_API_VERSION } from './version';
export type {
  Actor,
  AwardRequest,
  AwardResult,
  Broadcast,
  Buyer,
  BuyerLine,
  Claim,
  ClaimStatus,
  Comment,
  CommentArrival,
  CommentChange,
  ConnectError,
  Item,
  JobList,
  JobState,
  JobSummary,
  LedgerData,
  LedgerType,
  Outcome,
  PlatformId,
  PlatformReadiness,
  ReleaseResult,
  Role,
  Show,
  ShowStatus,
  SignInMethod,
  WebhookState,
} from '@sellary/contracts';
