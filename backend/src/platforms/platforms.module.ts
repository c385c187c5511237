import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { AdapterRegistry } from './adapter-registry';
import { BrowserCookie } from './connections/browser-cookie';
import { Connecting } from './connections/connecting';
import { ConnectionCareJob } from './connections/connection-care.job';
import { ConnectionHealth } from './connections/connection-health';
import { ConnectionStore } from './connections/connection-store';
import { Connections } from './connections/connections';
import { ConnectionsController } from './connections/connections.controller';
import { OauthStates } from './connections/oauth-states';
import { SourceLinks } from './connections/source-links';
import { Throttles } from './connections/throttles';
import { TokenVault } from './connections/token-vault';
import { WebhookLeases } from './connections/webhook-leases';
import { WebhookSubscriptions } from './connections/webhook-subscriptions';
import { FacebookAdapter } from './facebook/facebook.adapter';
import { GrantedPages } from './graph/granted-pages';
import { GraphClient } from './graph/graph-client';
import { GraphWebhooks } from './graph/graph-webhooks';
import { PageLogin } from './graph/page-login';
import { CommentSink } from './ingestion/comment-sink';
import { Ingestion } from './ingestion/ingestion';
import { SourceChannel } from './ingestion/source-channel';
import { SourceLocks } from './ingestion/source-locks';
import { SourceReadings } from './ingestion/source-readings';
import { InstagramAdapter } from './instagram/instagram.adapter';
import { InstagramLogin } from './instagram/instagram-login';
import { PLATFORM_ADAPTERS } from './platform-adapter';
import { AppSecrets } from './webhooks/app-secrets';
import { BoundLives } from './webhooks/bound-lives';
import { ClaimTimes } from './webhooks/claim-times';
import { Delivery } from './webhooks/delivery';
import { MetaDuties } from './webhooks/meta-duties';
import { MetaDutiesController } from './webhooks/meta-duties.controller';
import { WebhooksController } from './webhooks/webhooks.controller';

const CONNECTING = [
  TokenVault,
  ConnectionStore,
  ConnectionHealth,
  Connections,
  Connecting,
  OauthStates,
  BrowserCookie,
  SourceLinks,
  Throttles,
  ConnectionCareJob,
  WebhookLeases,
  WebhookSubscriptions,
];
const READING = [CommentSink, SourceReadings, SourceLocks, SourceChannel, Ingestion];
const WEBHOOKS = [AppSecrets, BoundLives, ClaimTimes, Delivery, MetaDuties];
const ADAPTERS = [
  GraphClient,
  PageLogin,
  GrantedPages,
  GraphWebhooks,
  InstagramLogin,
  FacebookAdapter,
  InstagramAdapter,
  AdapterRegistry,
  {
    provide: PLATFORM_ADAPTERS,
    useFactory: (...adapters: unknown[]) => adapters,
    inject: [FacebookAdapter, InstagramAdapter],
  },
];

@Module({
  imports: [AuthModule, ShowsModule, ClaimEngineModule],
  controllers: [ConnectionsController, WebhooksController, MetaDutiesController],
  providers: [...ADAPTERS, ...CONNECTING, ...READING, ...WEBHOOKS],
  exports: [Delivery],
})
export class PlatformsModule {}
