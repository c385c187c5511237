/**
 * Connects Facebook and Instagram accounts, finds broadcasts, and submits every comment that arrives by
 * polling or webhook to the claim engine's intake. An adapter contains everything specific to one platform;
 * all other code goes through the registry. Terms: *connection* = a page or account that lets us read its
 * broadcasts; *grant* = the permission of the person behind it; *reading* = the progress of polling a bound
 * broadcast; *scan* = one pass through a list of comments.
 */
export { BUILT_IN_PLATFORMS, PlatformsModule } from './platforms.module';
export { isPlatformId } from './adapter/adapter-registry';
export { META_SECTION } from './meta/meta.config';
export { TOKENS_SECTION } from './connections/tokens.config';
export { TokenVault, UnreadableToken } from './connections/token-vault';
export { SourceStates } from './polling/source-states';
export { SocialConnectionEntity } from './connections/social-connection.entity';
export { OauthStateEntity } from './connections/oauth-state.entity';
export { SourceLeaseEntity } from './polling/source-lease.entity';
export { SourceReadingEntity } from './polling/source-reading.entity';
export { UndecidedCommentEntity } from './polling/undecided-comment.entity';
export { DeletionRequestEntity } from './meta/requests/deletion-request.entity';
export { WebhookLeaseEntity } from './connections/webhook-lease.entity';
export { ThrottleEntity } from './connections/throttle.entity';
