import type { ConfigSections } from './config-section';

/** Settings from the environment, checked once at startup. */
export interface AppConfig {
  production: boolean;
  databaseUrl: string;
  /** The address of PostgreSQL itself if `databaseUrl` leads to a connection pooler; otherwise the same. */
  databaseDirectUrl: string;
  redisUrl: string | null;
  port: number;
  host: string;
  /** True if only this machine can reach the server. Local mode and its conveniences depend on this. */
  loopback: boolean;
  /** Without trailing slash; null = the host that the browser used. */
  publicUrl: string | null;
  dataDir: string;
  logLevel: LogLevel;
  /** Proxies for calls to other servers; null = direct. */
  proxies: {
    http: string | null;
    https: string | null;
    /** Hosts that are called directly, separated by commas; null = only this machine. */
    bypass: string | null;
  };
  /** The server that sends mail, and the sender; null = mail cannot be sent. */
  mail: { url: string; from: string } | null;
  /**
   * Proxies whose forwarded caller address is trusted: addresses, ranges, or names of ranges. Empty = none.
   */
  trustedProxies: string[];
  /** Null = `/metrics` needs no token locally, and does not exist in production. */
  metricsToken: string | null;
  apiDocs: boolean;
  /** Settings that modules define for themselves. */
  sections: ConfigSections;
}

export const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
type LogLevel = (typeof LOG_LEVELS)[number];

export function isLoopbackHost(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, '').toLowerCase();
  return name === 'localhost' || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}
