import { isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(?=\d+\.)/i;
const GROUPS = 8;
const NETWORK_GROUPS = 4;

/** The address without the prefix that a dual-stack socket adds to IPv4 addresses. */
export const withoutMappedPrefix = (address: string): string => address.replace(MAPPED_IPV4, '');

/**
 * The address range that one caller controls: the address itself for IPv4, or the /64 network for IPv6,
 * because every household has 2^64 addresses. A scope (`%eth0`) is ignored.
 */
export function networkOf(address: string): string {
  const plain = withoutMappedPrefix(address).replace(/%.*$/, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === '' ? [] : tail.split(':');
  const zeros = Array<string>(Math.max(0, GROUPS - left.length - right.length)).fill('0');
  const groups = [...left, ...zeros, ...right].slice(0, NETWORK_GROUPS);
  return `${groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':')}::/64`;
}
