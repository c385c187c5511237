import type { PlatformReadiness } from '@sellary/contracts';
import type { MetaConfig } from './meta.config';

/** Reports whether accounts can be connected. Instagram can use a separate app instead of the Meta app. */
export function metaReadiness(
  { simulated, appId, appSecret, instagram }: MetaConfig,
  platform: 'facebook' | 'instagram',
): PlatformReadiness {
  const hasSeparateApp = platform === 'instagram' && instagram.appId !== null && instagram.appSecret !== null;
  if (!hasSeparateApp && (appId === null || appSecret === null)) return 'not_configured';
  return simulated ? 'rehearsal' : 'ready';
}
