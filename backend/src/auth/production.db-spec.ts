import type { ErrorBody, Session } from '@sellary/contracts';
import { atOnce, refusal, startTestApp, type TestApp } from '../../test';
import { call } from '../../test/caller';

const SECRET = 'a production secret that is long enough';
const TOKEN_KEY = 'another production secret for platform tokens';
const PRODUCTION = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://live.example',
  JWT_SECRET: SECRET,
  JWT_REFRESH_SECRET: `${SECRET} too`,
  TOKEN_ENCRYPTION_KEY: TOKEN_KEY,
};
const COMMENT = {
  showId: '01a20600-d4ed-79d3-ac76-34b0c84dda6b',
  userId: 'u',
  userHandle: 'u',
  text: 'sold 12',
};

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(120_000);

describe('A server that other machines can reach', () => {
  let app: TestApp | null = null;
  let userCount = 0;

  const start = async (registration?: string): Promise<TestApp> =>
    (app = await startTestApp({
      env: { ...PRODUCTION, ...(registration === undefined ? {} : { REGISTRATION: registration }) },
    }));
  const register = (url: string) =>
    call<Session & ErrorBody>(url, null, 'POST', '/api/auth/register', {
      email: `p${(userCount += 1)}@example.com`,
      password: 'correct horse',
      name: 'P',
    });
  afterEach(async () => {
    await app?.close();
    app = null;
  });

  it('The first registration closes registration, even if sixty arrive at the same time.', async () => {
    const { url } = await start();
    const statuses = (await atOnce(60, () => register(url))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, ...Array.from({ length: 59 }, () => 403)]);
    expect(await register(url)).toMatchObject(refusal(403, 'REGISTRATION_CLOSED'));
  });

  it('A user cannot register without an invitation if invitations are required.', async () => {
    const { url } = await start('invite');
    expect(await register(url)).toMatchObject(refusal(403, 'REGISTRATION_CLOSED'));
  });

  it('With open registration, one address can register sixty users an hour, and the next attempt is rejected.', async () => {
    const { url } = await start('open');
    const statuses = (await atOnce(61, () => register(url))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([...Array.from({ length: 60 }, () => 201), 429]);
    const next = await register(url);
    expect(next).toMatchObject(refusal(429, 'RATE_LIMITED'));
    expect(Number(next.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  it('The refresh cookie is sent only over https.', async () => {
    const { url } = await start();
    expect((await register(url)).headers.get('set-cookie')).toMatch(/; Secure/);
  });

  it.each(['emit-comment', 'bulk-comments', 'emit-ig-webhook'])(
    'The debug endpoint %s does not exist, with or without a token.',
    async (path) => {
      const { url } = await start();
      const { accessToken } = (await register(url)).body;
      for (const token of [accessToken, null]) {
        const response = await call<ErrorBody>(url, token, 'POST', `/api/debug/${path}`, COMMENT);
        expect(response).toMatchObject(refusal(404, 'NOT_FOUND'));
      }
    },
  );

  it('Debug endpoints do not exist on a local server that listens on the network.', async () => {
    app = await startTestApp({ env: { HOST: '0.0.0.0' } });
    const { accessToken } = (await register(app.url)).body;
    expect((await call(app.url, accessToken, 'POST', '/api/debug/emit-comment', COMMENT)).status).toBe(404);
  });

  it('Metrics and the API description do not exist unless they are configured.', async () => {
    const unconfigured = await start();
    for (const path of ['/metrics', '/api/docs', '/api/docs-json', '/api/docs-yaml']) {
      expect((await call(unconfigured.url, null, 'GET', path)).status).toBe(404);
    }
    await unconfigured.close();
    const token = 'a token that the metrics server knows, too';
    const { url } = (app = await startTestApp({
      env: { ...PRODUCTION, METRICS_TOKEN: token, API_DOCS: 'on' },
    }));
    expect((await call(url, null, 'GET', '/metrics')).status).toBe(401);
    expect((await call(url, `${token}x`, 'GET', '/metrics')).status).toBe(401);
    expect((await call(url, token, 'GET', '/metrics')).status).toBe(200);
    expect((await call(url, null, 'GET', '/api/docs-json')).status).toBe(200);
  });

  it.each([
    [undefined, 429],
    ['192.0.2.0/24', 429],
    ['loopback', 401],
  ])(
    'With TRUST_PROXY=%s, the eleventh guess gets status %i, because only a trusted proxy may set the address.',
    async (trusted, status) => {
      app = await startTestApp({
        env: { ...PRODUCTION, ...(trusted === undefined ? {} : { TRUST_PROXY: trusted }) },
      });
      const { url } = app;
      const guess = async (from: string): Promise<number> =>
        (
          await fetch(`${url}/api/auth/login`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'x-forwarded-for': from },
            body: JSON.stringify({ email: 'boss@example.test', password: 'wrong' }),
          })
        ).status;
      for (let times = 0; times < 10; times += 1) await guess(`203.0.113.${times}`);
      expect(await guess('203.0.113.99')).toBe(status);
    },
  );

  it('Tokens are not cached, and a page can connect only to this server.', async () => {
    const { url } = await start();
    const response = await register(url);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('set-cookie')).toMatch(
      /^__Secure-sellary_refresh=.*; Path=\/api\/auth; .*HttpOnly; Secure; SameSite=Strict/,
    );
    const csp = response.headers.get('content-security-policy') ?? '';
    expect(/connect-src ([^;]*)/.exec(csp)?.[1]).toBe("'self' wss://live.example");
    expect(response.headers.get('permissions-policy')).toMatch(/camera=\(self\).*microphone=\(\)/);
    expect((await call(url, null, 'GET', '/api/nothing')).headers.get('cache-control')).toBe('no-store');
  });
});
