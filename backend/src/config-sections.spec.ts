import { AUTH_SECTION } from './auth';
import { RETENTION_SECTION } from './claim-engine';
import { CONFIG_SECTIONS } from './config-sections';
import { type AppConfig, ConfigError, readConfig, type Secrets } from './kernel';

const LONG = 'kW3v9rTq-Zx7mPb2LdNf6HsYc4GjUa81';
const secrets = (): Secrets => ({
  JWT_SECRET: LONG,
  JWT_REFRESH_SECRET: LONG.toLowerCase(),
  TOKEN_ENCRYPTION_KEY: LONG.toUpperCase(),
});
const noLocalSecrets = (): Secrets => {
  throw new Error('local secrets were asked for');
};
const DATABASE = { DATABASE_URL: 'postgres://localhost/sellary' };
const PRODUCTION = {
  ...DATABASE,
  ...secrets(),
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://live.example',
  META_APP_SECRET: 'nR5tYb-8uVqLw2XzKe7PjD3mGcH6sFa9',
};

const read = (env: Record<string, string>, localSecrets = secrets): AppConfig =>
  readConfig(env, localSecrets, CONFIG_SECTIONS);

function problemsOf(env: Record<string, string>, localSecrets = secrets): string[] {
  try {
    read(env, localSecrets);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
}

describe('Module settings', () => {
  it('Local mode needs only a database, generates secrets, and is open for registration.', () => {
    const { sections } = read(DATABASE);
    expect(sections.get(AUTH_SECTION)).toMatchObject({ registration: 'open', jwtSecret: LONG });
    expect(sections.get(RETENTION_SECTION).retentionDays).toBe(90);
  });

  it("Local mode uses the environment's secrets, and generates none if all are set.", () => {
    const { sections } = read(
      { ...DATABASE, ...secrets(), JWT_SECRET: `${LONG} of the environment` },
      noLocalSecrets,
    );
    expect(sections.get(AUTH_SECTION).jwtSecret).toBe(`${LONG} of the environment`);
  });

  it('Production reports all missing settings together, and never generates secrets.', () => {
    const problems = problemsOf({ NODE_ENV: 'production' }, noLocalSecrets);
    const required = Object.keys({ DATABASE_URL: '', PUBLIC_URL: '', ...secrets() });
    for (const name of required) {
      expect(problems.filter((problem) => problem.startsWith(`${name} `))).toHaveLength(1);
    }
    expect(new ConfigError(problems).message).toContain('TOKEN_ENCRYPTION_KEY');
  });

  it('Production closes registration after the first account.', () => {
    const { sections } = read(PRODUCTION, noLocalSecrets);
    expect(sections.get(AUTH_SECTION).registration).toBe('first');
  });

  it.each([
    ['RETENTION_DAYS', '89'],
    ['RETENTION_DAYS', 'soon'],
    ['REGISTRATION', 'closed'],
    ['JWT_SECRET', 'short'],
  ])('The setting %s=%s is rejected, and the message names it.', (name, value) => {
    const problems = problemsOf({ ...DATABASE, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(name);
  });

  it.each([
    ['JWT_SECRET', { JWT_SECRET: 'a'.repeat(32) }],
    ['JWT_SECRET', { JWT_SECRET: 'abcdefghijkl'.repeat(4) }],
    ['JWT_SECRET', { JWT_SECRET: 'please-change-me-before-production-1' }],
    ['JWT_REFRESH_SECRET', { JWT_REFRESH_SECRET: LONG }],
    ['TOKEN_ENCRYPTION_KEY', { TOKEN_ENCRYPTION_KEY: `${LONG.toUpperCase()},${LONG}` }],
    ['META_APP_SECRET', { META_APP_SECRET: LONG }],
    ['METRICS_TOKEN', { METRICS_TOKEN: LONG }],
    ['METRICS_TOKEN', { METRICS_TOKEN: 'test' }],
    ['META_APP_SECRET', { META_APP_SECRET: 'changeme' }],
    ['META_INSTAGRAM_APP_SECRET', { META_INSTAGRAM_APP_SECRET: LONG }],
    ['TOKEN_ENCRYPTION_KEY', { TOKEN_ENCRYPTION_KEY: `weak,${LONG.toUpperCase()}` }],
    ['JWT_SECRET', { JWT_SECRET: 'short' }],
  ])('Production rejects a weak %s, and the message names it.', (name, env: Record<string, string>) => {
    const problems = problemsOf({ ...PRODUCTION, ...env }, noLocalSecrets);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} `));
  });

  it('Production reports all weak settings together.', () => {
    const weak = {
      JWT_SECRET: 'a'.repeat(32),
      JWT_REFRESH_SECRET: 'a'.repeat(32),
      PUBLIC_URL: 'http://live.example',
    };
    expect(
      problemsOf({ ...PRODUCTION, ...weak }, noLocalSecrets).map((problem) => problem.split(' ')[0]),
    ).toEqual(['JWT_SECRET', 'JWT_REFRESH_SECRET', 'JWT_REFRESH_SECRET', 'PUBLIC_URL']);
  });
});
