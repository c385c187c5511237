import { isProxyEntry } from '../http/trusted-proxies';
import { type AppConfig, isLoopbackHost, LOG_LEVELS } from './app-config';
import { type ConfigSection, ConfigSections } from './config-section';
import { type Env, EnvReader, type Secrets } from './env-reader';
import { weaknessesOf } from './production-rules';

/** All problems of the environment in one error, so that one restart is enough to fix them. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration has problems:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the environment. `localSecrets` is called only in local mode, for secrets that the
 * environment does not set.
 * @throws ConfigError naming every problem at once.
 */
export function readConfig(
  env: Env,
  localSecrets: (dataDir: string) => Secrets,
  moduleSections: ConfigSection<unknown>[] = [],
): AppConfig {
  const read = new EnvReader(env, localSecrets);
  const { production, dataDir } = read;
  const host = read.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1');
  const databaseUrl =
    read.url('DATABASE_URL', POSTGRES) ??
    read.required('DATABASE_URL', 'the PostgreSQL server to use (npm start includes one)');
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
      (production
        ? read.required('PUBLIC_URL', 'the address at which browsers and platforms reach this server')
        : null),
    dataDir,
    logLevel: read.oneOf('LOG_LEVEL', LOG_LEVELS, production ? 'log' : 'warn'),
    trustedProxies: read.list(
      'TRUST_PROXY',
      isProxyEntry,
      'addresses or ranges such as 10.0.0.5 or 10.0.0.0/24',
    ),
    metricsToken: read.text('METRICS_TOKEN'),
    apiDocs: read.oneOf('API_DOCS', ['on', 'off'] as const, production ? 'off' : 'on') === 'on',
    proxies: {
      http: read.proxy('HTTP_PROXY'),
      https: read.proxy('HTTPS_PROXY'),
      bypass: read.text('no_proxy') ?? read.text('NO_PROXY'),
    },
    mail: readMail(read),
    sections: readSections(read, moduleSections),
  };
  if (production) read.problems.push(...weaknessesOf(config));
  if (read.problems.length > 0) throw new ConfigError(read.problems);
  return config;
}

const POSTGRES = ['postgres', 'postgresql'];

function readSections(read: EnvReader, moduleSections: ConfigSection<unknown>[]): ConfigSections {
  const sections = new ConfigSections();
  for (const section of moduleSections) sections.add(section, section.read(read));
  return sections;
}

/**
 * Reads the mail server and the sender. Links in emails begin with PUBLIC_URL, because a host from the request
 * could lead users elsewhere.
 */
function readMail(read: EnvReader): AppConfig['mail'] {
  const url = read.url('SMTP_URL', ['smtp', 'smtps']);
  if (url === null) return null;
  if (read.text('PUBLIC_URL') === null) {
    read.problems.push('PUBLIC_URL is missing: SMTP_URL requires it, because links in emails start with it');
  }
  return {
    url,
    from: read.text('MAIL_FROM') ?? read.required('MAIL_FROM', 'the sender of mails, required with SMTP_URL'),
  };
}
