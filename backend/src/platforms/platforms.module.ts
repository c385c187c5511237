import { Module } from '@nestjs/common';
import { AuthModule } from '../auth';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { AdapterRegistry } from './adapter/adapter-registry';
import { BrowserCookie } from './connections/browser-cookie';
import { Connecting } from './connections/connecting';
import { ConnectionUpkeepJob } from './connections/connection-upkeep.job';
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
import { FacebookAdapter } from './meta/facebook/facebook.adapter';
import { GrantedPages } from './meta/graph/granted-pages';
import { GraphClient } from './meta/graph/graph-client';
import { GraphWebhooks } from './meta/graph/graph-webhooks';
import { PageLogin } from './meta/graph/page-login';
import { CommentSink } from './polling/comment-sink';
import { SourcePolling } from './polling/source-polling';
import { SourceChannel } from './polling/source-channel';
import { SourceLeases } from './polling/source-leases';
import { SourceReadings } from './polling/source-readings';
import { SourceStates } from './polling/source-states';
import { InstagramAdapter } from './meta/instagram/instagram.adapter';
import { InstagramLogin } from './meta/instagram/instagram-login';
import { PLATFORM_ADAPTERS } from './adapter/platform-adapter';
import { AppSecrets } from './meta/app-secrets';
import { BoundBroadcasts } from './webhooks/bound-broadcasts';
import { ClaimTimes } from './webhooks/claim-times';
import { Delivery } from './webhooks/delivery';
import { MetaRequests } from './meta/requests/meta-requests';
import { MetaRequestsController } from './meta/requests/meta-requests.controller';
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
  ConnectionUpkeepJob,
  WebhookLeases,
  WebhookSubscriptions,
];
const READING = [CommentSink, SourceReadings, SourceLeases, SourceChannel, SourcePolling, SourceStates];
const WEBHOOKS = [AppSecrets, BoundBroadcasts, ClaimTimes, Delivery, MetaRequests];
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
  controllers: [ConnectionsController, WebhooksController, MetaRequestsController],
  providers: [...ADAPTERS, ...CONNECTING, ...READING, ...WEBHOOKS],
  exports: [Delivery, SourceStates],
})
export class PlatformsModule {}
