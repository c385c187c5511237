import { type AppConfig, isLoopbackHost } from '../kernel';

/** Whether a page of this origin is ours: same host as the request, or PUBLIC_URL. Browsers send it with every websocket, and only they can be abused by another page. */
export function isAllowedOrigin(origin: string, host: string | undefined, config: Pick<AppConfig, 'publicUrl' | 'production'>): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.host === host) return true;
  if (config.publicUrl !== null && from.host === new URL(config.publicUrl).host) return true;
  // The console's development server proxies from another local port.
  return !config.production && isLoopbackHost(from.hostname);
}
