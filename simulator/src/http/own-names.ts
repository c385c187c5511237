import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/**
 * Whether a request is meant for this simulator, and no page of another site sends it. `listensOn` is the address it was told to listen on; apart from
 * that one, it answers to names of this machine only, because another name may have been bent to it.
 */
export function isForUs({ host, origin }: IncomingHttpHeaders, listensOn: string): boolean {
  const isOurs = (name: string | null): boolean => name !== null && (LOOPBACK.test(name) || name === listensOn);
  return isOurs(hostOf(`http://${host ?? ''}`)) && (origin === undefined || isOurs(hostOf(origin)));
}

const hostOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).hostname : null);
