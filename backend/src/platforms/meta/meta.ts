import type { Provider, Type } from '@nestjs/common';
import type { PlatformAdapter } from '@sellary/extension-kit';
import { APP_CONFIG, type AppConfig } from '../../kernel';
import { AppSecrets } from './app-secrets';
import { DebugWebhookController } from './debug-webhook.controller';
import { FacebookAdapter } from './facebook/facebook.adapter';
import { GrantedPages } from './graph/granted-pages';
import { GraphClient } from './graph/graph-client';
import { GraphWebhooks } from './graph/graph-webhooks';
import { PageLogin } from './graph/page-login';
import { InstagramAdapter } from './instagram/instagram.adapter';
import { InstagramLogin } from './instagram/instagram-login';
import { InstagramLogins } from './instagram/instagram-logins';
import { META_CONFIG, META_SECTION } from './meta.config';
import { MetaWebhooks } from './meta-webhooks';
import { MetaRequests } from './requests/meta-requests';
import { SimulatedAudience } from './simulated-audience';
import { MetaRequestsController } from './requests/meta-requests.controller';

/** Facebook and Instagram: the parts that they add to the platforms module. */
export const META_PLATFORMS = ['facebook', 'instagram'] as const;
export const META_ADAPTERS: Type<PlatformAdapter>[] = [FacebookAdapter, InstagramAdapter];
export const META_PROVIDERS: Provider[] = [
  {
    provide: META_CONFIG,
    useFactory: ({ sections }: AppConfig) => sections.get(META_SECTION),
    inject: [APP_CONFIG],
  },
  AppSecrets,
  GraphClient,
  GrantedPages,
  GraphWebhooks,
  InstagramLogin,
  InstagramLogins,
  MetaRequests,
  MetaWebhooks,
  PageLogin,
  SimulatedAudience,
  ...META_ADAPTERS,
];
export const META_CONTROLLERS: Type[] = [MetaRequestsController];
/** Added only together with the other debug endpoints. */
export const META_DEBUG_CONTROLLERS: Type[] = [DebugWebhookController];
