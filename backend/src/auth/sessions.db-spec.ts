import { JwtService } from '@nestjs/jwt';
import type { ErrorBody, Session } from '@sellary/contracts';
import { Clock } from '../kernel';
import { atOnce, useCallerPerTest, useTestApp } from '../../test';

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(30_000);

describe('A session', () => {
  const app = useTestApp();
  const user = useCallerPerTest(app);

  const post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${app.url}/api/auth/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  const refresh = (refreshToken: string): Promise<Response> => post('refresh', { refreshToken });
  const refreshByCookie = (token: string, headers: Record<string, string> = {}): Promise<Response> =>
    post('refresh', {}, { cookie: `sellary_refresh=${token}`, ...headers });
  const me = async (token: string): Promise<number> =>
    (await fetch(`${app.url}/api/auth/me`, { headers: { authorization: `Bearer ${token}` } })).status;
  const moveClock = (ms: number): void => {
    const now = Date.now();
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => now + ms);
  };

  it('A refresh token is exchanged for a new pair, and the old access token still works.', async () => {
    const response = await refresh(user.session.refreshToken);
    expect(response.status).toBe(200);
    const next = (await response.json()) as Session;
    expect(next.refreshToken).not.toBe(user.session.refreshToken);
    expect(next.accessToken).not.toBe(user.session.accessToken);
    expect(next).toMatchObject({
      expiresIn: 900,
      user: user.session.user,
      workspace: user.session.workspace,
    });
    expect([await me(next.accessToken), await me(user.session.accessToken)]).toEqual([200, 200]);
  });

  it('Reusing a refresh token in a request body ends the session and all of its tokens.', async () => {
    const next = (await (await refresh(user.session.refreshToken)).json()) as Session;
    const again = await refresh(user.session.refreshToken);
    expect([again.status, ((await again.json()) as ErrorBody).error.code]).toEqual([
      401,
      'INVALID_REFRESH_TOKEN',
    ]);
    expect((await refresh(next.refreshToken)).status).toBe(401);
    expect([await me(next.accessToken), await me(user.session.accessToken)]).toEqual([401, 401]);
  });

  it('Of sixty simultaneous callers with the same token in the request body, only one gets a new pair.', async () => {
    const responses = await atOnce(60, () => refresh(user.session.refreshToken));
    expect(responses.filter((response) => response.status === 200)).toHaveLength(1);
    expect(responses.filter((response) => response.status === 401)).toHaveLength(59);
  });

  it('Two tabs that send the same cookie within ten seconds get the same new token.', async () => {
    const both = await Promise.all([
      refreshByCookie(user.session.refreshToken),
      refreshByCookie(user.session.refreshToken),
    ]);
    expect(both.map((response) => response.status)).toEqual([200, 200]);
    moveClock(9_000);
    const third = await refreshByCookie(user.session.refreshToken);
    const tokens = await Promise.all(
      [...both, third].map(async (response) => ((await response.json()) as Session).refreshToken),
    );
    expect(new Set(tokens).size).toBe(1);
  });

  it('Simultaneous requests with the same cookie get the same new token, and later reuse ends the session.', async () => {
    const responses = await atOnce(12, () => refreshByCookie(user.session.refreshToken));
    const successors = (await Promise.all(responses.map((response) => response.json()))) as Session[];
    expect(new Set(successors.map((session) => session.refreshToken)).size).toBe(1);
    const database = await app.connect();
    const { rowCount } = await database.query(
      'SELECT 1 FROM refresh_tokens t JOIN sessions s ON s.id = t.family_id WHERE s.user_id = $1',
      [user.session.user.id],
    );
    expect(rowCount).toBe(2);
    const next = (await (await refreshByCookie(successors[0]?.refreshToken ?? '')).json()) as Session;
    moveClock(11_000);
    expect((await refreshByCookie(successors[1]?.refreshToken ?? '')).status).toBe(401);
    expect([await me(next.accessToken), (await refreshByCookie(next.refreshToken)).status]).toEqual([
      401, 401,
    ]);
  });

  it('A tab two exchanges behind gets the newest token.', async () => {
    const first = (await (await refreshByCookie(user.session.refreshToken)).json()) as Session;
    const second = (await (await refreshByCookie(first.refreshToken)).json()) as Session;
    const late = (await (await refreshByCookie(user.session.refreshToken)).json()) as Session;
    expect(late.refreshToken).toBe(second.refreshToken);
    expect((await refresh(late.refreshToken)).status).toBe(200);
  });

  it('Reusing a cookie after ten seconds ends the session.', async () => {
    const next = (await (await refreshByCookie(user.session.refreshToken)).json()) as Session;
    moveClock(11_000);
    expect((await refreshByCookie(user.session.refreshToken)).status).toBe(401);
    expect(await me(next.accessToken)).toBe(401);
  });

  it('A session ends after seven days without use.', async () => {
    moveClock(7 * 24 * 3_600_000 + 1_000);
    expect((await refresh(user.session.refreshToken)).status).toBe(401);
  });

  it('Browsers get the refresh token in a cookie that scripts and other sites cannot use.', async () => {
    const response = await post('login', { email: user.session.user.email, password: 'correct horse' });
    const cookie = response.headers.get('set-cookie') ?? '';
    const { refreshToken } = (await response.json()) as Session;
    expect(cookie).toContain(refreshToken);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=Strict/i);
    expect(cookie).toMatch(/; Path=\/api\/auth(;|$)/);
    expect(cookie).toMatch(/; Max-Age=604800/);
    expect(cookie).not.toMatch(/; Secure/);
  });

  it('A page on another site cannot use the cookie.', async () => {
    const foreign = await refreshByCookie(user.session.refreshToken, { origin: 'https://evil.example' });
    expect([foreign.status, ((await foreign.json()) as ErrorBody).error.code]).toEqual([403, 'FORBIDDEN']);
    expect((await refreshByCookie(user.session.refreshToken, { origin: 'null' })).status).toBe(403);
    expect((await refreshByCookie(user.session.refreshToken, { origin: app.url })).status).toBe(200);
  });

  it('After sign-out, neither token works, and the cookie is removed.', async () => {
    const response = await post('logout', {}, { authorization: `Bearer ${user.session.accessToken}` });
    expect(response.status).toBe(204);
    expect(response.headers.get('set-cookie')).toMatch(/sellary_refresh=;.*Path=\/api\/auth/);
    expect(await me(user.session.accessToken)).toBe(401);
    expect((await refresh(user.session.refreshToken)).status).toBe(401);
    expect((await post('logout', {}, { authorization: `Bearer ${user.session.accessToken}` })).status).toBe(
      401,
    );
  });

  it('A forged, expired, or unsigned token, or a token of the wrong type, gives no access.', async () => {
    const jwt = app.nest.get(JwtService, { strict: false });
    const claims = jwt.decode<{ sub: string; ws: string; sid: string }>(user.session.accessToken);
    const { sub, ws, sid } = claims;
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const badTokens = [
      jwt.sign({ sub, ws, sid }, { secret: app.secrets.JWT_SECRET, expiresIn: -1 }),
      jwt.sign({ sub, ws, sid }, { secret: 'another secret that is long enough to be one', expiresIn: 900 }),
      `${encode({ alg: 'none', typ: 'JWT' })}.${encode({ sub, ws, sid, exp: 4_000_000_000 })}.`,
      jwt.sign({ sub, ws, sid }, { secret: app.secrets.JWT_SECRET, algorithm: 'HS512', expiresIn: 900 }),
      jwt.sign({ sub: 'me', ws, sid }, { secret: app.secrets.JWT_SECRET, expiresIn: 900 }),
      jwt.sign({ sub, ws: [ws], sid: {} }, { secret: app.secrets.JWT_SECRET, expiresIn: 900 }),
      user.session.refreshToken,
      `${user.session.accessToken}x`,
      'nonsense',
      '',
    ];
    for (const token of badTokens) expect(await me(token)).toBe(401);
    expect(await me(jwt.sign({ sub, ws, sid }, { secret: app.secrets.JWT_SECRET, expiresIn: 900 }))).toBe(
      200,
    );
    expect(
      (
        await fetch(`${app.url}/api/auth/me`, {
          headers: { authorization: `Basic ${user.session.accessToken}` },
        })
      ).status,
    ).toBe(401);
  });

  it.each([
    ['no token', {}],
    ['an access token', { refreshToken: 'access' }],
    ['nonsense', { refreshToken: 'nonsense' }],
    ['an unsigned token', { refreshToken: 'eyJhbGciOiJub25lIn0.eyJqdGkiOiJ4In0.' }],
  ])('A refresh with %s is rejected.', async (_, body) => {
    const token =
      'refreshToken' in body && body.refreshToken === 'access'
        ? { refreshToken: user.session.accessToken }
        : body;
    const response = await post('refresh', token);
    expect([response.status, ((await response.json()) as ErrorBody).error.code]).toEqual([
      401,
      'INVALID_REFRESH_TOKEN',
    ]);
  });
});
