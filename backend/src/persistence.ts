import {
  InviteEntity,
  MembershipEntity,
  PasswordResetEntity,
  RateLimitEntity,
  RefreshTokenEntity,
  SessionEntity,
  UserEntity,
  WorkspaceEntity,
} from './auth';
import { BuyerEntity, ClaimEntity, CommentEntity } from './claim-engine';
import {
  ChannelRateEntity,
  ExtensionSwitchEntity,
  FollowerCursorEntity,
  OutgoingJobEntity,
  ParkedEventEntity,
  RegisteredFollowerEntity,
} from './extensions';
import { AuditLogEntity, ShowEventEntity } from './kernel';
import { InitialSchema1795396316906 } from './migrations/1795396316906-initial-schema';
import { Platforms1795403400000 } from './migrations/1795403400000-platforms';
import { BuyersWinsByBuyer1795404000000 } from './migrations/1795404000000-buyers-wins-by-buyer';
import { Invites1795410600000 } from './migrations/1795410600000-invites';
import { AuditLogIsFinal1795411200000 } from './migrations/1795411200000-audit-log-is-final';
import { ClaimsByComment1795411800000 } from './migrations/1795411800000-claims-by-comment';
import { UndecidedComments1795415400000 } from './migrations/1795415400000-undecided-comments';
import { CommentChanges1795416000000 } from './migrations/1795416000000-comment-changes';
import { Throttles1795417200000 } from './migrations/1795417200000-throttles';
import { CommentIdForms1795844734009 } from './migrations/1795844734009-comment-id-forms';
import { Sessions1795844995080 } from './migrations/1795844995080-sessions';
import { SourceLeases1795845288391 } from './migrations/1795845288391-source-leases';
import { ConnectionWebhooks1795845658954 } from './migrations/1795845658954-connection-webhooks';
import { UserLanguage1795858780618 } from './migrations/1795858780618-user-language';
import { ShowPolicy1795860648027 } from './migrations/1795860648027-show-policy';
import { BuyerHandleIndex1795870577638 } from './migrations/1795870577638-buyer-handle-index';
import { Actors1795872515922 } from './migrations/1795872515922-actors';
import { Rules1795873519347 } from './migrations/1795873519347-rules';
import { CommentWhy1795874649338 } from './migrations/1795874649338-comment-why';
import { AdapterDetails1795877805704 } from './migrations/1795877805704-adapter-details';
import { CommentOutcomes1795886017612 } from './migrations/1795886017612-comment-outcomes';
import { Reviews1795886125968 } from './migrations/1795886125968-reviews';
import { BlockedBuyers1795887767827 } from './migrations/1795887767827-blocked-buyers';
import { BroadcastEnds1795897017719 } from './migrations/1795897017719-broadcast-ends';
import { WithdrawnItems1795897123584 } from './migrations/1795897123584-withdrawn-items';
import { ItemVariants1795897146605 } from './migrations/1795897146605-item-variants';
import { ItemQuantity1795898252153 } from './migrations/1795898252153-item-quantity';
import { FairnessWindow1795898601154 } from './migrations/1795898601154-fairness-window';
import { ExtensionFollowers1795920000000 } from './migrations/1795920000000-extension-followers';
import { ExtensionSwitches1796014287350 } from './migrations/1796014287350-extension-switches';
import { OutgoingJobs1796100000000 } from './migrations/1796100000000-outgoing-jobs';
import { Prices1796300415274 } from './migrations/1796300415274-prices';
import { People1796400527813 } from './migrations/1796400527813-people';
import { ClaimsWithoutChangedBatch1796500000000 } from './migrations/1796500000000-claims-without-changed-batch';
import { DismissedNumbers1796510000000 } from './migrations/1796510000000-dismissed-numbers';
import { ViewerPages1796700000000 } from './migrations/1796700000000-viewer-pages';
import { Baskets1797000000000 } from './migrations/1797000000000-baskets';
import { ShowTemplates1797000010000 } from './migrations/1797000010000-show-templates';
import { ItemPhotos1797000020000 } from './migrations/1797000020000-item-photos';
import { OpenOutgoingJobs1797000030000 } from './migrations/1797000030000-open-outgoing-jobs';
import { BasketMarks1797000040000 } from './migrations/1797000040000-basket-marks';
import { TemplatePhotos1797000050000 } from './migrations/1797000050000-template-photos';
import { LedgerPeriods1797100000000 } from './migrations/1797100000000-ledger-periods';
import {
  DeletionRequestEntity,
  OauthStateEntity,
  SocialConnectionEntity,
  SourceLeaseEntity,
  SourceReadingEntity,
  ThrottleEntity,
  UndecidedCommentEntity,
  WebhookLeaseEntity,
} from './platforms';
import {
  BasketChangeEntity,
  BasketEntity,
  BasketLineEntity,
  BasketMarkEntity,
  BasketSettingsEntity,
  PersonAccountEntity,
  PersonEntity,
  PersonMergeEntity,
} from './sales';
import {
  ItemPhotoEntity,
  ShowEntity,
  ShowItemEntity,
  ShowSourceEntity,
  ShowTemplateEntity,
  TemplatePhotoEntity,
} from './shows';
import { ViewerPageEntity } from './viewer-pages';

/** Every table of the product, module by module. */
export const ENTITIES: NewableFunction[] = [
  ShowEventEntity,
  AuditLogEntity,
  UserEntity,
  WorkspaceEntity,
  MembershipEntity,
  InviteEntity,
  SessionEntity,
  RefreshTokenEntity,
  PasswordResetEntity,
  RateLimitEntity,
  ShowEntity,
  ShowSourceEntity,
  ItemPhotoEntity,
  ShowItemEntity,
  ShowTemplateEntity,
  TemplatePhotoEntity,
  BuyerEntity,
  CommentEntity,
  ClaimEntity,
  PersonEntity,
  PersonAccountEntity,
  PersonMergeEntity,
  BasketEntity,
  BasketLineEntity,
  BasketMarkEntity,
  BasketChangeEntity,
  BasketSettingsEntity,
  SocialConnectionEntity,
  OauthStateEntity,
  SourceLeaseEntity,
  SourceReadingEntity,
  UndecidedCommentEntity,
  ThrottleEntity,
  DeletionRequestEntity,
  WebhookLeaseEntity,
  RegisteredFollowerEntity,
  FollowerCursorEntity,
  ParkedEventEntity,
  ExtensionSwitchEntity,
  OutgoingJobEntity,
  ChannelRateEntity,
  ViewerPageEntity,
];

/** Migrations in order; their names end in their creation time. */
export const MIGRATIONS: NewableFunction[] = [
  InitialSchema1795396316906,
  Platforms1795403400000,
  BuyersWinsByBuyer1795404000000,
  Invites1795410600000,
  AuditLogIsFinal1795411200000,
  ClaimsByComment1795411800000,
  UndecidedComments1795415400000,
  CommentChanges1795416000000,
  Throttles1795417200000,
  CommentIdForms1795844734009,
  Sessions1795844995080,
  SourceLeases1795845288391,
  ConnectionWebhooks1795845658954,
  UserLanguage1795858780618,
  ShowPolicy1795860648027,
  BuyerHandleIndex1795870577638,
  Actors1795872515922,
  Rules1795873519347,
  CommentWhy1795874649338,
  AdapterDetails1795877805704,
  CommentOutcomes1795886017612,
  Reviews1795886125968,
  BlockedBuyers1795887767827,
  BroadcastEnds1795897017719,
  WithdrawnItems1795897123584,
  ItemVariants1795897146605,
  ItemQuantity1795898252153,
  FairnessWindow1795898601154,
  ExtensionFollowers1795920000000,
  ExtensionSwitches1796014287350,
  OutgoingJobs1796100000000,
  Prices1796300415274,
  People1796400527813,
  ClaimsWithoutChangedBatch1796500000000,
  DismissedNumbers1796510000000,
  ViewerPages1796700000000,
  Baskets1797000000000,
  ShowTemplates1797000010000,
  ItemPhotos1797000020000,
  OpenOutgoingJobs1797000030000,
  BasketMarks1797000040000,
  TemplatePhotos1797000050000,
  LedgerPeriods1797100000000,
];
