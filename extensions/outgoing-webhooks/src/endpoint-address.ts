import { isIP } from 'node:net';
import type { AllowedNetworks } from './allowed-networks';

const withoutBrackets = (hostname: string): string => hostname.replace(/^\[|\]$/g, '');

/** @returns the reason that webhooks may not be sent to an endpoint's address; null if they may be sent */
export function addressProblem(address: string, allowed: AllowedNetworks): string | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return 'The address is not a URL. Use one such as https://shop.example.com/webhooks.';
  }
  const host = withoutBrackets(url.hostname);
  const isHttpAllowed = isIP(host) === 0 ? allowed.hasNetworks : allowed.isListed(host);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isHttpAllowed)) {
    return 'The address must begin with https://.';
  }
  if (url.username !== '' || url.password !== '') {
    return 'The address must not contain a user name or password.';
  }
  return isIP(host) !== 0 && !allowed.isAllowed(host)
    ? `The address ${host} is not public. The server's administrator can allow it.`
    : null;
}
