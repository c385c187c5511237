import { isAbsolute, resolve } from 'node:path';
import { isProxyEntry } from '../http/trusted-proxies';
import { type AppConfig, isLoopbackHost, LOG_LEVELS } from './app-config';
import { weaknessesOf } from './production-rules';
import { MIN_SECRET_LENGTH, TOO_SHORT } from './secret-strength';

export interface Secrets {
  JWT_SECRET: string;
  JWT_REFRESH_SECRET: string;
  TOKEN_ENCRYPTION_KEY: string;
}

/** All that is wrong with the environment, in one error, so that one restart is enough to mend it. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is incomplete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

const HTTP = ['http', 'https'];

const MODES = ['', 'development', 'test', 'production'];

type Env = Record<string, string | undefined>;

class EnvReader {
  readonly problems: string[] = [];

  constructor(private readonly env: Env) {}

  /**
   * Reads NODE_ENV. Only exact spellings: another one would mean local mode, with its conveniences, on a
   * server that is meant to be safe.
   */
  mode(): string {
    const value = this.env['NODE_ENV'] ?? '';
    if (!MODES.includes(value)) this.problems.push(`NODE_ENV must be production, development, test or empty, not "${value}"`);
    return value;
  }

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  required(name: string, why: string): string {
    const value = this.text(name);
    if (value === null) this.problems.push(`${name} is missing: ${why}`);
    return value ?? '';
  }

  list(name: string, isValid: (entry: string) => boolean, what: string): string[] {
    const entries = (this.text(name) ?? '').split(',').flatMap((entry) => entry.trim() || []);
    for (const entry of entries) if (!isValid(entry)) this.problems.push(`${name} must be a list of ${what}, not "${entry}"`);
    return entries;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const value = this.text(name);
    if (value === null) return fallback;
    const number = Number(value);
    if (!Number.isInteger(number) || number < min || number > max) {
      this.problems.push(`${name} must be a whole number from ${min} to ${max}, not "${value}"`);
    }
    return number;
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name);
    if (value === null) return fallback;
    if (!allowed.includes(value as T)) this.problems.push(`${name} must be one of ${allowed.join(', ')}, not "${value}"`);
    return value as T;
  }

  /** Reads a proxy variable. By convention the lower-case name wins, and the scheme may be left out. */
  proxy(name: string): string | null {
    const value = this.text(name.toLowerCase()) ?? this.text(name);
    return value === null ? null : this.checkedUrl(name, value.includes('://') ? value : `http://${value}`, HTTP);
  }

  url(name: string, schemes: string[]): string | null {
    const value = this.text(name);
    return value === null ? null : this.checkedUrl(name, value, schemes);
  }

  private checkedUrl(name: string, value: string, schemes: string[]): string {
    const scheme = URL.canParse(value) ? new URL(value).protocol.slice(0, -1) : '';
    if (!schemes.includes(scheme)) this.problems.push(`${name} must be a URL starting with ${schemes.map((s) => `${s}://`).join(' or ')}`);
    return value.replace(/\/+$/, '');
  }
}

/**
 * Reads and checks the environment. `localSecrets` is asked only in local mode, for secrets that the environment does not give.
 * @throws ConfigError naming every problem at once.
 */
export function readConfig(env: Env, localSecrets: (dataDir: string) => Secrets): AppConfig {
  const read = new EnvReader(env);
  const production = read.mode() === 'production';
  const host = read.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1');
  const dataDir = resolve(read.text('DATA_DIR') ?? 'data');
  const databaseUrl =
    read.url('DATABASE_URL', POSTGRES) ?? read.required('DATABASE_URL', 'the PostgreSQL server to use (npm start includes one)');
  const config = {
    production,
    databaseUrl,
    databaseDirectUrl: read.url('DATABASE_DIRECT_URL', POSTGRES) ?? databaseUrl,
    redisUrl: read.url('REDIS_URL', ['redis', 'rediss']),
    port: read.integer('PORT', 3000, 0, 65535),
    host,
    loopback: isLoopbackHost(host),
    publicUrl:
      read.url('PUBLIC_URL', ['http', 'https']) ??
      (production ? read.required('PUBLIC_URL', 'the address at which browsers and Meta reach this server') : null),
    dataDir: isAbsolute(dataDir) ? dataDir : resolve(dataDir),
    ...readSecrets(read, production, () => localSecrets(dataDir)),
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, production ? 'log' : 'warn'),
    retentionDays: read.integer('RETENTION_DAYS', 90, 90, 36_500),
    trustedProxies: read.list('TRUST_PROXY', isProxyEntry, 'addresses or ranges such as 10.0.0.5 or 10.0.0.0/24'),
    metricsToken: read.text('METRICS_TOKEN'),
    apiDocs: read.oneOf('API_DOCS', ['on', 'off'] as const, production ? 'off' : 'on') === 'on',
    registration: read.oneOf('REGISTRATION', ['first', 'invite', 'open'] as const, production ? 'first' : 'open'),
    proxies: {
      http: read.proxy('HTTP_PROXY'),
      https: read.proxy('HTTPS_PROXY'),
      bypass: read.text('no_proxy') ?? read.text('NO_PROXY'),
    },
    mail: readMail(read),
    meta: readMeta(read),
  };
  if (production) read.problems.push(...weaknessesOf(config));
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

const POSTGRES = ['postgres', 'postgresql'];

/**
 * Reads the Meta settings. If Facebook's addresses point to a simulator, Instagram's point there too: one
 * server plays all of Meta's hosts.
 */
function readMeta(read: EnvReader): AppConfig['meta'] {
  const graph = read.url('META_GRAPH_URL', HTTP);
  const dialog = read.url('META_DIALOG_URL', HTTP);
  const simulated = graph !== null && !/^https:\/\/([\w-]+\.)*facebook\.com$/i.test(graph);
  const host = (name: string, meta: string, elsewhere: string | null): string =>
    read.url(name, HTTP) ?? (simulated ? (elsewhere ?? meta) : meta);
  const appId = read.text('META_APP_ID');
  const appSecret = read.text('META_APP_SECRET');
  return {
    appId,
    appSecret,
    verifyToken: read.text('META_WEBHOOK_VERIFY_TOKEN'),
    version: read.text('META_GRAPH_VERSION') ?? 'v26.0',
    loginConfigId: read.text('META_LOGIN_CONFIG_ID'),
    simulated,
    graphUrl: graph ?? 'https://graph.facebook.com',
    dialogUrl: dialog ?? 'https://www.facebook.com',
    instagram: {
      appId: read.text('META_INSTAGRAM_APP_ID') ?? (simulated ? appId : null),
      appSecret: read.text('META_INSTAGRAM_APP_SECRET') ?? (simulated ? appSecret : null),
      graphUrl: host('META_INSTAGRAM_GRAPH_URL', 'https://graph.instagram.com', graph),
      apiUrl: host('META_INSTAGRAM_API_URL', 'https://api.instagram.com', graph),
      dialogUrl: host('META_INSTAGRAM_DIALOG_URL', 'https://www.instagram.com', dialog ?? graph),
    },
  };
}

/** Links in emails begin with PUBLIC_URL: a host taken from the request could send users elsewhere. */
function readMail(read: EnvReader): AppConfig['mail'] {
  const url = read.url('SMTP_URL', ['smtp', 'smtps']);
  if (url === null) return null;
  if (read.text('PUBLIC_URL') === null) read.problems.push('PUBLIC_URL is missing: with SMTP_URL, links in mails start with it');
  return { url, from: read.text('MAIL_FROM') ?? read.required('MAIL_FROM', 'the sender of mails, required with SMTP_URL') };
}

function readSecrets(
  read: EnvReader,
  production: boolean,
  local: () => Secrets,
): Pick<AppConfig, 'jwtSecret' | 'jwtRefreshSecret' | 'tokenEncryptionKey'> {
  const made = production ? null : local();
  const secret = (name: keyof Secrets, why: string): string => {
    const value = made === null ? read.required(name, why) : (read.text(name) ?? made[name]);
    if (value !== '' && value.length < MIN_SECRET_LENGTH) read.problems.push(`${name} ${TOO_SHORT}`);
    return value;
  };
  return {
    jwtSecret: secret('JWT_SECRET', 'signs access tokens'),
    jwtRefreshSecret: secret('JWT_REFRESH_SECRET', 'signs refresh tokens'),
    tokenEncryptionKey: secret('TOKEN_ENCRYPTION_KEY', 'encrypts platform tokens'),
  };
}
