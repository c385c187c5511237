import { isAbsolute, resolve } from 'node:path';

export type RegistrationMode = 'first' | 'invite' | 'open';

/** Everything the process is told from outside, checked once at start. */
export interface AppConfig {
  production: boolean;
  databaseUrl: string;
  redisUrl: string | null;
  port: number;
  host: string;
  /** True when only this machine can reach us; local mode and its conveniences hang on it. */
  loopback: boolean;
  /** Without trailing slash; null = whatever host the browser used. */
  publicUrl: string | null;
  dataDir: string;
  jwtSecret: string;
  jwtRefreshSecret: string;
  tokenEncryptionKey: string;
  logLevel: LogLevel;
  retentionDays: number;
  registration: RegistrationMode;
  /** Proxies for calls to other servers; null = direct. */
  proxies: {
    http: string | null;
    https: string | null;
    /** Hosts that are called directly, separated by commas; null = none but this machine. */
    bypass: string | null;
  };
  meta: {
    appId: string | null;
    appSecret: string | null;
    verifyToken: string | null;
    version: string;
    /** Configuration of Facebook Login for Business, which takes the place of the list of permissions; null = classic Facebook Login. */
    loginConfigId: string | null;
    /** Its addresses are not Meta's: a simulator plays the platform. */
    simulated: boolean;
    graphUrl: string;
    dialogUrl: string;
    /** Instagram API with Instagram Login: an app id and secret of its own, on hosts of its own. */
    instagram: {
      appId: string | null;
      appSecret: string | null;
      graphUrl: string;
      apiUrl: string;
      dialogUrl: string;
    };
  };
}

const LOG_LEVELS = ['error', 'warn', 'log', 'debug', 'verbose'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export interface Secrets {
  JWT_SECRET: string;
  JWT_REFRESH_SECRET: string;
  TOKEN_ENCRYPTION_KEY: string;
}

/** All that is wrong with the environment, in one error, so that one restart is enough to mend it. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration is not complete:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export function isLoopbackHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

const HTTP = ['http', 'https'];

type Env = Record<string, string | undefined>;

class EnvReader {
  readonly problems: string[] = [];

  constructor(private readonly env: Env) {}

  text(name: string): string | null {
    const value = this.env[name]?.trim();
    return value === undefined || value === '' ? null : value;
  }

  required(name: string, why: string): string {
    const value = this.text(name);
    if (value === null) this.problems.push(`${name} is missing: ${why}`);
    return value ?? '';
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

  /** By custom the lower-case name wins, and the scheme may be left out. */
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
  const production = env['NODE_ENV'] === 'production';
  const host = read.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1');
  const dataDir = resolve(read.text('DATA_DIR') ?? 'data');
  const config = {
    production,
    databaseUrl:
      read.url('DATABASE_URL', ['postgres', 'postgresql']) ??
      read.required('DATABASE_URL', 'the PostgreSQL to use (npm start brings its own)'),
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
    registration: read.oneOf('REGISTRATION', ['first', 'invite', 'open'] as const, production ? 'first' : 'open'),
    proxies: {
      http: read.proxy('HTTP_PROXY'),
      https: read.proxy('HTTPS_PROXY'),
      bypass: read.text('no_proxy') ?? read.text('NO_PROXY'),
    },
    meta: readMeta(read),
  };
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

/** Where Facebook's addresses point elsewhere (a simulator), Instagram's point there too: one server plays all of Meta's hosts. */
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

function readSecrets(
  read: EnvReader,
  production: boolean,
  local: () => Secrets,
): Pick<AppConfig, 'jwtSecret' | 'jwtRefreshSecret' | 'tokenEncryptionKey'> {
  const made = production ? null : local();
  const secret = (name: keyof Secrets, why: string): string => {
    const value = made === null ? read.required(name, why) : (read.text(name) ?? made[name]);
    if (value !== '' && value.length < 32) read.problems.push(`${name} is too short: at least 32 characters (openssl rand -base64 48)`);
    return value;
  };
  return {
    jwtSecret: secret('JWT_SECRET', 'signs access tokens'),
    jwtRefreshSecret: secret('JWT_REFRESH_SECRET', 'signs refresh tokens'),
    tokenEncryptionKey: secret('TOKEN_ENCRYPTION_KEY', 'encrypts platform tokens'),
  };
}
