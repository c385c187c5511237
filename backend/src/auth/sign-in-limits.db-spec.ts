import type { ErrorBody, Session } from '@sellary/contracts';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import {
  type Answer,
  atOnce,
  hasRedis,
  newCaller,
  startRedis,
  startTestApp,
  type TestApp,
  type TestRedis,
} from '../../test';
import { call } from '../../test/caller';
import { Limits } from './limits/limits';

const PASSWORD = 'correct horse';
const SECRET = 'a production secret that is long enough';
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://live.example',
  JWT_SECRET: SECRET,
  JWT_REFRESH_SECRET: `${SECRET} too`,
  TOKEN_ENCRYPTION_KEY: `${SECRET} also`,
  REGISTRATION: 'open',
};
const newEmail = (): string => `${randomBytes(8).toString('hex')}@example.com`;

// Simulating hundreds of callers is slow while other tests use the same cores.
jest.setTimeout(120_000);

/** A sign-in from another loopback address, as if from another computer. */
const loginFrom = (app: TestApp, localAddress: string, email: string, password: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(app.url);
    const outgoing = request(
      {
        hostname,
        port,
        localAddress,
        path: '/api/auth/login',
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        agent: false,
      },
      (response) => {
        response.resume();
        response.once('end', () => resolve(response.statusCode ?? 0));
      },
    );
    outgoing.once('error', reject);
    outgoing.end(JSON.stringify({ email, password }));
  });
const login = (app: TestApp, email: string, password = 'wrong'): Promise<Answer<ErrorBody>> =>
  call<ErrorBody>(app.url, null, 'POST', '/api/auth/login', { email, password });
const count = (statuses: number[], expected: number): number =>
  statuses.filter((status) => status === expected).length;

describe('Sign-in limits', () => {
  let app: TestApp;
  let secondApp: TestApp;

  beforeEach(async () => {
    app = await startTestApp();
    secondApp = await startTestApp({ databaseUrl: app.databaseUrl });
    // The clock is stopped, because hundreds of sign-ins can take longer than the counter's one-minute
    // window.
    jest.spyOn(Date, 'now').mockReturnValue(Date.now());
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await secondApp.close();
    await app.close();
  });

  it('An address that tries one password on many emails is blocked, and other addresses can still sign in.', async () => {
    const email = (await newCaller(app.url)).session.user.email;
    const statuses: number[] = [];
    for (let index = 0; index < 130; index += 1) statuses.push((await login(app, newEmail())).status);
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([100, 30]);
    const refused = await login(app, email, PASSWORD);
    expect(refused).toMatchObject({ status: 429, body: { error: { code: 'RATE_LIMITED' } } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await loginFrom(app, '127.0.0.9', email, PASSWORD)).toBe(200);
  });

  it('Guesses at one account from many addresses are blocked. The owner can sign in from a known network.', async () => {
    const owner = (await newCaller(app.url)).session.user.email;
    const statuses: number[] = [];
    for (let index = 0; index < 120; index += 1) {
      statuses.push(await loginFrom(app, `127.0.1.${1 + (index % 100)}`, owner, 'wrong'));
    }
    expect([count(statuses, 401), count(statuses, 429)]).toEqual([100, 20]);
    expect((await login(app, owner, PASSWORD)).status).toBe(200);
    expect(await loginFrom(app, '127.0.1.200', owner, PASSWORD)).toBe(429);
  });

  it('Sign-in limits are shared by all processes.', async () => {
    const email = newEmail();
    const apps = [app, secondApp];
    const statuses: number[] = [];
    for (let index = 0; index < 12; index += 1) {
      statuses.push((await login(apps[index % 2] ?? app, email)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429, 429]);
  });

  it('The counter table contains neither emails nor addresses, and expired counters are removed.', async () => {
    const email = newEmail();
    await login(app, email);
    const database = await app.connect();
    const { rows } = await database.query<{ key: string }>('SELECT key FROM rate_limits');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(email.split('@')[0]);
    expect(JSON.stringify(rows)).not.toContain('127.0.0.1');
    await database.query('UPDATE rate_limits SET expire = 1');
    await app.nest.get(Limits).removeExpiredCounters();
    expect((await database.query('SELECT 1 FROM rate_limits')).rowCount).toBe(0);
  });

  it('Of 200 simultaneous sign-ins, at least 66 are checked, the rest are rejected, and other calls succeed.', async () => {
    const caller = await newCaller(app.url);
    const responses = Array.from({ length: 200 }, () => login(app, newEmail()));
    expect((await caller.call('GET', '/api/shows')).status).toBe(200);
    const results = await Promise.all(responses);
    const statuses = results.map(({ status }) => status);
    expect(count(statuses, 401) + count(statuses, 429)).toBe(200);
    expect(count(statuses, 401)).toBeGreaterThanOrEqual(66);
    expect(count(statuses, 429)).toBeGreaterThan(50);
    for (const refusal of results.filter(({ status }) => status === 429)) {
      expect(refusal.body.error.code).toBe('RATE_LIMITED');
      expect(Number(refusal.headers.get('retry-after'))).toBeGreaterThan(0);
    }
  });

  it('After too many unknown invitation links, a valid link still works from the same address.', async () => {
    const owner = await newCaller(app.url);
    const { body } = await owner.call<{ token: string }>(
      'POST',
      `/api/workspaces/${owner.session.workspace.id}/members`,
      { email: newEmail(), role: 'viewer' },
    );
    const statusOf = async (token: string): Promise<number> =>
      (await call(app.url, null, 'GET', `/api/invites/${token}`)).status;
    const unknown: number[] = [];
    for (let index = 0; index < 35; index += 1) unknown.push(await statusOf('x'.repeat(43)));
    expect([count(unknown, 404), count(unknown, 429)]).toEqual([30, 5]);
    expect(await statusOf(body.token)).toBe(200);
  });
});

describe('Registration limits', () => {
  let app: TestApp;
  const register = (email: string, password = PASSWORD): Promise<Answer<ErrorBody>> =>
    call<ErrorBody>(app.url, null, 'POST', '/api/auth/register', { email, password, name: 'R' });
  afterEach(() => app.close());

  it.each([
    ['a local server', {}, 201],
    ['a production server', PRODUCTION, 429],
  ])(
    'On %s, EMAIL_TAKEN reveals only a limited number of registered emails to one IP address.',
    async (_, env, statusOfNewEmail) => {
      app = await startTestApp({ env });
      const registered = newEmail();
      await register(registered);
      const statuses: number[] = [];
      for (let index = 0; index < 100; index += 1) statuses.push((await register(registered)).status);
      expect([count(statuses, 409), count(statuses, 429)]).toEqual([80, 20]);
      expect((await register(newEmail())).status).toBe(statusOfNewEmail);
    },
  );

  it('While registration is closed, attempts are rejected and do not count toward the limits.', async () => {
    app = await startTestApp({ env: { ...PRODUCTION, REGISTRATION: 'invite' } });
    const statuses = (await atOnce(150, () => register(newEmail()))).map(({ status }) => status);
    expect(count(statuses, 403)).toBe(150);
  });
});

describe('Sign-in limits in Redis', () => {
  let redis: TestRedis | null = null;
  const apps: TestApp[] = [];
  afterEach(async () => {
    for (const app of apps.splice(0).reverse()) await app.close();
    await redis?.stop();
    redis = null;
  });

  (hasRedis ? it : it.skip)(
    'Limits are shared by all processes, and apply in memory while Redis is down (needs redis-server on the PATH).',
    async () => {
      redis = await startRedis();
      const env = { REDIS_URL: redis.url };
      const app = await startTestApp({ env });
      apps.push(app, await startTestApp({ env, databaseUrl: app.databaseUrl }));
      await newCaller(app.url);
      const email = newEmail();
      const statuses: number[] = [];
      for (let index = 0; index < 11; index += 1) {
        statuses.push((await login(apps[index % 2] ?? app, email)).status);
      }
      expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
      const database = await app.connect();
      expect((await database.query('SELECT 1 FROM rate_limits')).rowCount).toBe(0);
      await redis.stop();
      redis = null;
      const statusesWithoutRedis: number[] = [];
      const other = newEmail();
      for (let index = 0; index < 11; index += 1) statusesWithoutRedis.push((await login(app, other)).status);
      expect(statusesWithoutRedis).toEqual([...Array<number>(10).fill(401), 429]);
      const { body } = await call<Session>(app.url, null, 'POST', '/api/auth/register', {
        email: newEmail(),
        password: PASSWORD,
        name: 'R',
      });
      expect(body.workspace.role).toBe('owner');
    },
  );
});
