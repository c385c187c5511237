import { type AppConfig, isLoopbackHost } from '../kernel';

/**
 * True for a page of the request's own host, or of PUBLIC_URL. Browsers send the origin with every websocket,
 * and only browsers can be misused by another page.
 */
export function isAllowedOrigin(
  origin: string,
  host: string | undefined,
  config: Pick<AppConfig, 'publicUrl' | 'production'>,
): boolean {
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  if (from.host === host) return true;
  if (config.publicUrl !== null && from.host === new URL(config.publicUrl).host) return true;
  // The console's development server proxies from another local port.
  return !config.production && isLoopbackHost(from.hostname);
}
