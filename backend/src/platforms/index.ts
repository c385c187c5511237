/**
 * Speaks Facebook and Instagram: accounts are connected, broadcasts found, and every comment brought to the claim engine's intake by polling or
 * webhook. What is particular to a platform lies in its adapter; everything else asks the registry.
 * Terms: *connection* = a page or account that lets us read its broadcasts; *grant* = a person's word behind it; *reading* = how far a bound broadcast has been read; *sweep* = one walk through a list of comments.
 */
export { PlatformsModule } from './platforms.module';
export { PlatformsDebugModule } from './debug/platforms-debug.module';
export { SocialConnectionEntity } from './connections/social-connection.entity';
export { OauthStateEntity } from './connections/oauth-state.entity';
export { SourceLeaseEntity } from './polling/source-lease.entity';
export { SourceReadingEntity } from './polling/source-reading.entity';
export { UndecidedCommentEntity } from './polling/undecided-comment.entity';
export { DeletionRequestEntity } from './webhooks/deletion-request.entity';
export { WebhookLeaseEntity } from './connections/webhook-lease.entity';
export { ThrottleEntity } from './connections/throttle.entity';
