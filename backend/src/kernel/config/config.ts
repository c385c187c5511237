import { isProxyEntry } from '../http/trusted-proxies';
import { type AppConfig, isLoopbackHost, LOG_LEVELS } from './app-config';
import { type ConfigSection, ConfigSections } from './config-section';
import { type Env, EnvReader, type Secrets } from './env-reader';
import { weaknessesOf } from './production-rules';

/** Reports all problems with the environment in one error, so that one restart is enough to fix them. */
export class ConfigError extends Error {
  constructor(readonly problems: string[]) {
    super(`The configuration has problems:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

/**
 * Reads and checks the environment. `localSecrets` is called only in local mode, for secrets that the
 * environment does not set.
 * @throws ConfigError that lists every problem
 */
export function readConfig(
  env: Env,
  localSecrets: (dataDir: string) => Secrets,
  moduleSections: ConfigSection<unknown>[] = [],
): AppConfig {
  const reader = new EnvReader(env, localSecrets);
  const { production, dataDir } = reader;
  const host = reader.text('HOST') ?? (production ? '0.0.0.0' : '127.0.0.1');
  const databaseUrl =
    reader.url('DATABASE_URL', POSTGRES) ??
    reader.required('DATABASE_URL', 'the PostgreSQL server to use (npm start includes one)');
  const config = {
    production,
    databaseUrl,
    databaseDirectUrl: reader.url('DATABASE_DIRECT_URL', POSTGRES) ?? databaseUrl,
    redisUrl: reader.url('REDIS_URL', ['redis', 'rediss']),
    port: reader.integer('PORT', 3000, 0, 65535),
    host,
    loopback: isLoopbackHost(host),
    publicUrl:
      reader.url('PUBLIC_URL', ['http', 'https']) ??
      (production
        ? reader.required('PUBLIC_URL', 'the address at which browsers and platforms reach this server')
        : null),
    dataDir,
    logLevel: reader.oneOf('LOG_LEVEL', LOG_LEVELS, production ? 'log' : 'warn'),
    trustedProxies: reader.list(
      'TRUST_PROXY',
      isProxyEntry,
      'addresses or ranges such as 10.0.0.5 or 10.0.0.0/24',
    ),
    metricsToken: reader.text('METRICS_TOKEN'),
    apiDocs: reader.oneOf('API_DOCS', ['on', 'off'] as const, production ? 'off' : 'on') === 'on',
    proxies: {
      http: reader.proxy('HTTP_PROXY'),
      https: reader.proxy('HTTPS_PROXY'),
      bypass: reader.text('no_proxy') ?? reader.text('NO_PROXY'),
    },
    mail: readMail(reader),
    sections: readSections(reader, moduleSections),
  };
  if (production) reader.problems.push(...weaknessesOf(config));
  // The reader and the production rules may report the same secret as too short.
  if (reader.problems.length > 0) throw new ConfigError([...new Set(reader.problems)]);
  return config;
}

const POSTGRES = ['postgres', 'postgresql'];

function readSections(reader: EnvReader, moduleSections: ConfigSection<unknown>[]): ConfigSections {
  const sections = new ConfigSections();
  for (const section of moduleSections) sections.add(section, section.read(reader));
  return sections;
}

/**
 * Reads the mail settings. Mail requires PUBLIC_URL, because links built from a request's host could take
 * users elsewhere.
 */
function readMail(reader: EnvReader): AppConfig['mail'] {
  const url = reader.url('SMTP_URL', ['smtp', 'smtps']);
  if (url === null) return null;
  if (reader.text('PUBLIC_URL') === null) {
    reader.problems.push(
      'PUBLIC_URL is missing: SMTP_URL requires it, because links in emails start with it',
    );
  }
  return {
    url,
    from:
      reader.text('MAIL_FROM') ??
      reader.required('MAIL_FROM', 'the sender of emails, required with SMTP_URL'),
  };
}
