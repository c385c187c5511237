import ipaddr from 'ipaddr.js';

type Network = [ipaddr.IPv4 | ipaddr.IPv6, number];

/** Name of the environment variable with which the server's administrator allows private networks. */
export const NETWORKS_VARIABLE = 'OUTGOING_WEBHOOKS_ALLOWED_NETWORKS';

/**
 * The addresses that webhooks may be sent to: all public addresses, and the networks that the server's
 * administrator allows. Without this restriction, an endpoint could make the server call machines that only
 * the server can reach.
 */
export class AllowedNetworks {
  private readonly networks: Network[];

  /**
   * @param setting addresses and ranges, separated by commas: `10.0.0.0/8, 127.0.0.1`
   * @throws Error if one of them is not valid
   */
  constructor(setting: string) {
    this.networks = setting
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map(readNetwork);
  }

  /** True if the server's administrator allows at least one network. */
  get hasNetworks(): boolean {
    return this.networks.length > 0;
  }

  /** True for an address on the administrator's list. */
  isListed(address: string): boolean {
    const parsed = ipaddr.process(address);
    return this.networks.some(
      ([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits),
    );
  }

  /** True for a public address, or one on the administrator's list. */
  isAllowed(address: string): boolean {
    return ipaddr.process(address).range() === 'unicast' || this.isListed(address);
  }
}

function readNetwork(text: string): Network {
  try {
    if (text.includes('/')) return ipaddr.parseCIDR(text);
    const address = ipaddr.parse(text);
    return [address, address.kind() === 'ipv4' ? 32 : 128];
  } catch {
    throw new Error(
      `${NETWORKS_VARIABLE} contains "${text}". Use addresses or ranges, separated by commas, such as 10.0.0.0/8.`,
    );
  }
}
