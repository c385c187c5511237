import type { PlatformReadiness } from '@sellary/contracts';
import type { MetaConfig } from './meta.config';

/** Reports whether accounts can be connected at all. Instagram can also have its own app. */
export function metaReadiness(
  { simulated, appId, appSecret, instagram }: MetaConfig,
  platform: 'facebook' | 'instagram',
): PlatformReadiness {
  const hasOwnApp = platform === 'instagram' && instagram.appId !== null && instagram.appSecret !== null;
  if (!hasOwnApp && (appId === null || appSecret === null)) return 'not_configured';
  return simulated ? 'rehearsal' : 'ready';
}
