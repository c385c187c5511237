import { type DynamicModule, Module } from '@nestjs/common';
import { MANUAL, REHEARSAL } from '@sellary/contracts';
import type { PlatformAdapter } from '@sellary/extension-kit';
import { AuthModule } from '../auth';
import { ClaimEngineModule } from '../claim-engine';
import { ShowsModule } from '../shows';
import { BrowserCookie } from './connections/browser-cookie';
import { PlatformSignIn } from './connections/platform-sign-in';
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
import { CommentSink } from './polling/comment-sink';
import { SourcePolling } from './polling/source-polling';
import { SourceChannel } from './polling/source-channel';
import { SourceLeases } from './polling/source-leases';
import { SourceReadings } from './polling/source-readings';
import { SourceStates } from './polling/source-states';
import {
  META_ADAPTERS,
  META_PLATFORMS,
  META_CONTROLLERS,
  META_DEBUG_CONTROLLERS,
  META_PROVIDERS,
} from './meta/meta';
import { PlatformsController } from './platforms.controller';
import { BoundBroadcasts } from './webhooks/bound-broadcasts';
import { ClaimTimes } from './webhooks/claim-times';
import { Delivery } from './webhooks/delivery';
import { WebhooksController } from './webhooks/webhooks.controller';
import { AdapterRegistry, PLATFORM_ADAPTERS } from './adapter/adapter-registry';

/** Ids that an extension's adapter may not use. */
export const BUILT_IN_PLATFORMS: readonly string[] = [...META_PLATFORMS, REHEARSAL, MANUAL];

const CONNECTION_PROVIDERS = [
  TokenVault,
  ConnectionStore,
  ConnectionHealth,
  Connections,
  PlatformSignIn,
  OauthStates,
  BrowserCookie,
  SourceLinks,
  Throttles,
  ConnectionUpkeepJob,
  WebhookLeases,
  WebhookSubscriptions,
];
const POLLING_PROVIDERS = [
  CommentSink,
  SourceReadings,
  SourceLeases,
  SourceChannel,
  SourcePolling,
  SourceStates,
];
const WEBHOOK_PROVIDERS = [BoundBroadcasts, ClaimTimes, Delivery];

@Module({})
export class PlatformsModule {
  /**
   * Creates the module. It is global, because only the app module knows its parameters.
   * @param additional adapters besides the built-in ones
   * @param debug adds the endpoint for webhooks signed by this server itself
   */
  static create(additional: readonly PlatformAdapter[], debug: boolean): DynamicModule {
    const adapters = {
      provide: PLATFORM_ADAPTERS,
      useFactory: (...builtIn: PlatformAdapter[]) => [...builtIn, ...additional],
      inject: META_ADAPTERS,
    };
    return {
      module: PlatformsModule,
      global: true,
      imports: [AuthModule, ShowsModule, ClaimEngineModule],
      controllers: [
        PlatformsController,
        ConnectionsController,
        ...META_CONTROLLERS,
        WebhooksController,
        ...(debug ? META_DEBUG_CONTROLLERS : []),
      ],
      providers: [
        ...META_PROVIDERS,
        adapters,
        AdapterRegistry,
        ...CONNECTION_PROVIDERS,
        ...POLLING_PROVIDERS,
        ...WEBHOOK_PROVIDERS,
      ],
      exports: [SourceStates, TokenVault],
    };
  }
}
