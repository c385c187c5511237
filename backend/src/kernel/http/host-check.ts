import type { AddressInfo } from 'node:net';
import { type AppConfig, isLoopbackHost } from '../config/app-config';

/**
 * True if a request with this Host header is answered. In local mode, the host must be this machine or
 * PUBLIC_URL's host, because another site's page must not reach the server under that site's name (DNS
 * rebinding). Otherwise, every host is allowed; in production, the proxy decides.
 */
export function isAllowedHost(
  host: string | undefined,
  config: Pick<AppConfig, 'production' | 'loopback' | 'publicUrl'>,
): boolean {
  if (config.production || !config.loopback) return true;
  const name = URL.canParse(`http://${host ?? ''}`) ? new URL(`http://${host ?? ''}`).hostname : '';
  return isLoopbackHost(name) || (config.publicUrl !== null && name === new URL(config.publicUrl).hostname);
}

/**
 * The address at which this machine reaches a listening server. Not `localhost`, because another program may
 * be listening on that port with the other IP version.
 */
export function localUrl({ address, family, port }: AddressInfo): string {
  if (address === '0.0.0.0' || address === '::') return `http://127.0.0.1:${port}`;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
