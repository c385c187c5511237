import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Reports whether a request is meant for this simulator and does not come from another site's page.
 * `listensOn` is the configured address. Apart from this address, only loopback names are accepted, because
 * DNS rebinding can point any other name at this machine.
 */
export function isAllowedRequest({ host, origin }: IncomingHttpHeaders, listensOn: string): boolean {
  const isOurs = (name: string | null): boolean =>
    name !== null && (LOOPBACK.test(name) || name === listensOn);
  return isOurs(hostOf(`http://${host ?? ''}`)) && (origin === undefined || isOurs(hostOf(origin)));
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);
