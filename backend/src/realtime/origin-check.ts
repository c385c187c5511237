import { type AppConfig, isLoopbackHost } from '../kernel';

/** True for a page from the requested host or PUBLIC_URL or, outside production, from a local host. */
export function isAllowedOrigin(
  origin: string,
  host: string | undefined,
  config: Pick<AppConfig, 'publicUrl' | 'production'>,
): boolean {
  if (!URL.canParse(origin)) return false;
  const page = new URL(origin);
  if (page.host === host) return true;
  if (config.publicUrl !== null && page.host === new URL(config.publicUrl).host) return true;
  // The console's development server proxies from another local port.
  return !config.production && isLoopbackHost(page.hostname);
}
