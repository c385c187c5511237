import type { ConfigSections } from './config-section';

/** Settings from the environment, checked once at startup. */
export interface AppConfig {
  production: boolean;
  databaseUrl: string;
  /** PostgreSQL's own address if `databaseUrl` points to a connection pooler, otherwise the same address. */
  databaseDirectUrl: string;
  redisUrl: string | null;
  port: number;
  host: string;
  /**
   * True if only this machine can reach the server. In local mode, the debug endpoints exist and the Host
   * header is checked only if this is true.
   */
  loopback: boolean;
  /** Has no trailing slash. Null means the host that the browser used. */
  publicUrl: string | null;
  dataDir: string;
  logLevel: LogLevel;
  /** Proxies for calls to other servers. Null means a direct connection. */
  proxies: {
    http: string | null;
    https: string | null;
    /** Comma-separated hosts that are called directly. Null means only this machine. */
    bypass: string | null;
  };
  /** Mail server and sender, or null if mail cannot be sent. */
  mail: { url: string; from: string } | null;
  /**
   * Proxies whose forwarded caller address is trusted: addresses, ranges, or range names. Empty means none.
   */
  trustedProxies: string[];
  /** If null, `/metrics` needs no token locally, and does not exist in production. */
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
