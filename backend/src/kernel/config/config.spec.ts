import { isLoopbackHost } from './app-config';
import type { ConfigSection } from './config-section';
import { HTTP_SCHEMES, type Secrets } from './env-reader';
import { ConfigError, readConfig } from './config';

const STRONG_SECRET = 'kW3v9rTq-Zx7mPb2LdNf6HsYc4GjUa81';
const secrets = (): Secrets => ({
  JWT_SECRET: STRONG_SECRET,
  JWT_REFRESH_SECRET: STRONG_SECRET.toLowerCase(),
  TOKEN_ENCRYPTION_KEY: STRONG_SECRET.toUpperCase(),
});
const noLocalSecrets = (): Secrets => {
  throw new Error('local secrets were asked for');
};
const DATABASE = { DATABASE_URL: 'postgres://localhost/sellary' };

/** A module's settings. */
const SHOP: ConfigSection<{ url: string; secret: string | null }> = {
  read: (env) => ({
    url: env.url('SHOP_URL', HTTP_SCHEMES) ?? 'https://shop.example',
    secret: env.text('SHOP_SECRET'),
  }),
  secrets: ({ secret }) => [['SHOP_SECRET', secret]],
  addresses: ({ url }) => [['SHOP_URL', url]],
};

function problemsOf(env: Record<string, string>, local = secrets): string[] {
  try {
    readConfig(env, local, [SHOP]);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('The configuration', () => {
  it('Local mode needs only a database, and listens on loopback.', () => {
    expect(readConfig(DATABASE, secrets)).toMatchObject({
      production: false,
      host: '127.0.0.1',
      loopback: true,
      port: 3000,
      publicUrl: null,
    });
  });

  it.each([
    ['PORT', 'http'],
    ['PORT', '70000'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'live.example'],
    ['PUBLIC_URL', 'ftp://live.example'],
    ['DATABASE_URL', 'mysql://localhost/x'],
    ['REDIS_URL', 'localhost'],
    ['SHOP_URL', 'shop'],
    ['HTTPS_PROXY', 'socks5://proxy.example:1080'],
    ['HTTP_PROXY', 'not a host'],
    ['NODE_ENV', 'Production'],
    ['NODE_ENV', 'prod'],
    ['NODE_ENV', ' production'],
    ['NODE_ENV', 'staging'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '1'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '10.0.0.5, proxy'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['API_DOCS', 'yes'],
  ])('The setting %s=%s is rejected, and the error names it.', (name, value) => {
    const problems = problemsOf({ ...DATABASE, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each([
    ['PUBLIC_URL', { PUBLIC_URL: 'http://live.example' }],
    ['SHOP_URL', { SHOP_URL: 'http://shop.example' }],
    ['SHOP_SECRET', { SHOP_SECRET: 'a'.repeat(32) }],
    ['METRICS_TOKEN', { METRICS_TOKEN: STRONG_SECRET, SHOP_SECRET: STRONG_SECRET }],
  ])('Production rejects an unsafe %s, and the error names it.', (name, env: Record<string, string>) => {
    const problems = problemsOf(
      { ...DATABASE, ...secrets(), NODE_ENV: 'production', PUBLIC_URL: 'https://live.example', ...env },
      noLocalSecrets,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  });

  it('Production accepts plain http for addresses on this machine.', () => {
    const localAddresses = { PUBLIC_URL: 'http://localhost:3000', SHOP_URL: 'http://127.0.0.1:4010' };
    expect(
      problemsOf({ ...DATABASE, ...secrets(), ...localAddresses, NODE_ENV: 'production' }, noLocalSecrets),
    ).toEqual([]);
  });

  it('A module gets its settings, and a request for settings that were not read fails.', () => {
    const config = readConfig({ ...DATABASE, SHOP_SECRET: 's' }, secrets, [SHOP]);
    expect(config.sections.get(SHOP)).toEqual({ url: 'https://shop.example', secret: 's' });
    expect(() => readConfig(DATABASE, secrets).sections.get(SHOP)).toThrow('not read');
  });

  it('No proxy is trusted unless it is configured.', () => {
    expect(readConfig(DATABASE, secrets).trustedProxies).toEqual([]);
    expect(
      readConfig({ ...DATABASE, TRUST_PROXY: '10.0.0.5, fd00::/8,loopback' }, secrets).trustedProxies,
    ).toEqual(['10.0.0.5', 'fd00::/8', 'loopback']);
  });

  it('By default, the API docs are public only in local mode.', () => {
    const production = {
      ...DATABASE,
      ...secrets(),
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://live.example',
    };
    expect(readConfig(DATABASE, secrets)).toMatchObject({ apiDocs: true, metricsToken: null });
    expect(readConfig(production, noLocalSecrets)).toMatchObject({ apiDocs: false });
    expect(readConfig({ ...production, API_DOCS: 'on' }, noLocalSecrets)).toMatchObject({ apiDocs: true });
  });

  it('Proxies are read from variables in upper or lower case, with or without a scheme.', () => {
    const proxies = (env: Record<string, string>) => readConfig({ ...DATABASE, ...env }, secrets).proxies;
    expect(proxies({})).toEqual({ http: null, https: null, bypass: null });
    expect(
      proxies({ HTTPS_PROXY: 'http://ann:word@proxy.example:3128/', HTTP_PROXY: '', NO_PROXY: '.example' }),
    ).toEqual({
      http: null,
      https: 'http://ann:word@proxy.example:3128',
      bypass: '.example',
    });
    expect(proxies({ HTTPS_PROXY: 'http://one', https_proxy: 'two.example:8080' }).https).toBe(
      'http://two.example:8080',
    );
  });

  it('An empty variable counts as missing.', () => {
    expect(readConfig({ ...DATABASE, PORT: '', HOST: ' ', REDIS_URL: '' }, secrets)).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      redisUrl: null,
    });
  });

  it.each([
    ['localhost', true],
    ['LOCALHOST', true],
    ['127.0.0.1', true],
    ['127.1.2.3', true],
    ['::1', true],
    ['[::1]', true],
    ['0.0.0.0', false],
    ['10.0.0.1', false],
    ['localhost.evil.example', false],
    ['127.0.0.1.evil.example', false],
    ['', false],
  ])('isLoopbackHost(%j) is %s.', (host, loopback) => {
    expect(isLoopbackHost(host)).toBe(loopback);
  });
});
