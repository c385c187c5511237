import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import proxyAddress from 'proxy-addr';

/**
 * True if a proxy at this address is trusted to report its caller's address; `hop` counts from the server.
 */
export type ProxyTrust = (address: string, hop: number) => boolean;

const RANGE_NAMES = ['loopback', 'linklocal', 'uniquelocal'];

/**
 * Checks one entry of TRUST_PROXY: an address, a range such as `10.0.0.0/8`, or the name of a well-known
 * range. Rejects a hop count and a range that covers all addresses, because either would let any caller
 * pretend to have any address.
 */
export function isProxyEntry(entry: string): boolean {
  if (RANGE_NAMES.includes(entry)) return true;
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return (
    bits === undefined ||
    (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}

export const proxyTrust = (entries: string[]): ProxyTrust => proxyAddress.compile(entries);

/** The caller's address, which is the nearest one that is not a trusted proxy. */
export const callerAddress = (request: IncomingMessage, trust: ProxyTrust): string =>
  proxyAddress(request, trust);
