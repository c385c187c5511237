import { hash } from '@node-rs/argon2';
import type { ErrorBody, Me, Session, SessionList } from '@sellary/contracts';
import { Clock } from '../kernel';
import { type Answer, connectConsole, eventually, newCaller, useCallerPerTest, useTestApp } from '../../test';
import { call } from '../../test/caller';
import { whenDisconnected } from '../../test/console';
import { inTurn, LOCK_AUDIT_LOG } from '../../test/in-turn';

const PASSWORD = 'correct horse';
const NEW_PASSWORD = 'a better battery';
const UNKNOWN_ID = '00000000-0000-0000-0000-000000000000';

jest.setTimeout(60_000);

describe('An account', () => {
  const app = useTestApp();
  const user = useCallerPerTest(app);

  const times = { createdAt: expect.any(String) as string, lastUsedAt: expect.any(String) as string };
  const login = (password = PASSWORD): Promise<Answer<Session>> =>
    call<Session>(app.url, null, 'POST', '/api/auth/login', { email: user.session.user.email, password });
  const me = async (session: Session): Promise<number> =>
    (await call(app.url, session.accessToken, 'GET', '/api/auth/me')).status;
  const refresh = async ({ refreshToken }: Session): Promise<number> =>
    (await call(app.url, null, 'POST', '/api/auth/refresh', { refreshToken })).status;
  const changePassword = (current: string, next: string): Promise<Answer<ErrorBody>> =>
    user.call<ErrorBody>('POST', '/api/auth/password', { current, next });
  const sessions = async (): Promise<SessionList['sessions']> =>
    (await user.call<SessionList>('GET', '/api/auth/sessions')).body.sessions;
  const audit = (action: string) => user.readAudit(`action=${action}`);

  it('A password change ends all other sessions and their sockets, but not the session that made the change.', async () => {
    const [{ body: other }, { body: third }] = [await login(), await login()];
    const console = await connectConsole(app.url, other.accessToken);
    const disconnection = whenDisconnected(console);
    expect((await changePassword(PASSWORD, NEW_PASSWORD)).status).toBe(204);
    await disconnection;
    expect([
      await me(other),
      await refresh(other),
      await me(third),
      await me(user.session),
      await refresh(user.session),
    ]).toEqual([401, 401, 401, 200, 200]);
    expect([(await login(PASSWORD)).status, (await login(NEW_PASSWORD)).status]).toEqual([401, 200]);
    expect(await audit('account.password')).toMatchObject([
      { user: { id: user.session.user.id }, after: { sessionsEnded: 2, device: 'node' } },
    ]);
  });

  it.each([
    ['a wrong current password', 'wrong horse', NEW_PASSWORD, 401, 'INVALID_CREDENTIALS', 'current'],
    ['a common new password', PASSWORD, 'password1234', 400, 'VALIDATION_FAILED', 'next'],
    ["the user's email as the new password", PASSWORD, 'EMAIL', 400, 'VALIDATION_FAILED', 'next'],
    ['a short new password', PASSWORD, 'short', 400, 'VALIDATION_FAILED', 'next'],
  ])(
    'A password change with %s is rejected with the name of the field, and has no effect.',
    async (_, current, next, status, code, field) => {
      const response = await changePassword(current, next === 'EMAIL' ? user.session.user.email : next);
      expect(response).toMatchObject({ status, body: { error: { code, details: [{ field }] } } });
      expect((await login()).status).toBe(200);
    },
  );

  it('A wrong current password counts as a failed sign-in.', async () => {
    const statuses: number[] = [];
    for (let index = 0; index < 11; index += 1) {
      statuses.push((await changePassword('wrong horse', NEW_PASSWORD)).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(401), 429]);
  });

  it('Of two simultaneous password changes, only one is accepted.', async () => {
    const responses = await Promise.all([
      changePassword(PASSWORD, 'the first of two'),
      changePassword(PASSWORD, 'the second of two'),
    ]);
    expect(responses.map(({ status }) => status).sort()).toEqual([204, 401]);
  });

  it("An account's sessions are listed, most recently used first, and each can be ended permanently.", async () => {
    const { body: other } = await login();
    const stranger = await newCaller(app.url);
    const list = await sessions();
    expect(list).toEqual([
      { id: expect.any(String) as string, device: 'node', address: '127.0.0.1', ...times, current: false },
      { id: expect.any(String) as string, device: 'node', address: '127.0.0.1', ...times, current: true },
    ]);
    const id = list[0]?.id ?? '';
    expect((await stranger.call('DELETE', `/api/auth/sessions/${id}`)).status).toBe(404);
    expect((await user.call('DELETE', `/api/auth/sessions/${UNKNOWN_ID}`)).status).toBe(404);
    expect((await user.call('DELETE', '/api/auth/sessions/nonsense')).status).toBe(404);
    const console = await connectConsole(app.url, other.accessToken);
    const disconnection = whenDisconnected(console);
    expect((await user.call('DELETE', `/api/auth/sessions/${id}`)).status).toBe(204);
    await disconnection;
    expect((await user.call('DELETE', `/api/auth/sessions/${id}`)).status).toBe(404);
    expect([await me(other), await refresh(other)]).toEqual([401, 401]);
    expect(await sessions()).toHaveLength(1);
    expect(await audit('session.end')).toMatchObject([{ after: { sessionsEnded: 1, devices: ['node'] } }]);
  });

  it('One call signs out all other sessions.', async () => {
    const others = [(await login()).body, (await login()).body];
    expect((await user.call('DELETE', '/api/auth/sessions')).status).toBe(204);
    expect(await Promise.all([...others, user.session].map(me))).toEqual([401, 401, 200]);
    expect((await sessions()).map(({ current }) => current)).toEqual([true]);
  });

  it.each<[string, () => Promise<Answer<unknown>>]>([
    ['A password change', () => changePassword(PASSWORD, NEW_PASSWORD)],
    ['A sign-out of all other sessions', () => user.call('DELETE', '/api/auth/sessions')],
  ])('%s also ends a session that is being replaced at the same time.', async (_, endOthers) => {
    const { body: other } = await login();
    const workspaceId = other.workspace.id;
    const [{ status, body: next }, ended] = await inTurn(
      app,
      LOCK_AUDIT_LOG,
      () => call<Session>(app.url, other.accessToken, 'POST', '/api/auth/switch', { workspaceId }),
      endOthers,
    );
    expect([status, ended.status]).toEqual([200, 204]);
    expect(await Promise.all([other, next, user.session].map(me))).toEqual([401, 401, 200]);
    expect(await refresh(next)).toBe(401);
  });

  it('An account has no language until the user chooses one. Every later sign-in returns the chosen language.', async () => {
    expect(user.session.user.language).toBeNull();
    const changed = await user.call<Me>('PATCH', '/api/auth/me', { language: 'th' });
    expect(changed).toMatchObject({
      status: 200,
      body: { user: { ...user.session.user, language: 'th' } },
    });
    expect((await user.call<Me>('GET', '/api/auth/me')).body).toEqual(changed.body);
    expect((await login()).body.user.language).toBe('th');
    const { refreshToken } = user.session;
    expect(
      (await call<Session>(app.url, null, 'POST', '/api/auth/refresh', { refreshToken })).body.user.language,
    ).toBe('th');
  });

  it.each([[{ language: 'xx' }], [{ language: null }], [{}]])(
    'An account update with %j is rejected because of the language.',
    async (body) => {
      expect(await user.call<ErrorBody>('PATCH', '/api/auth/me', body)).toMatchObject({
        status: 400,
        body: { error: { code: 'VALIDATION_FAILED', details: [{ field: 'language' }] } },
      });
    },
  );

  it('A session ends after 30 days, even if it is used and the user switches workspaces.', async () => {
    const database = await app.connect();
    const other = await newCaller(app.url);
    const workspaceIds = [other.session.workspace.id, user.session.workspace.id];
    await database.query(
      "INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, 'viewer', now())",
      [workspaceIds[0], user.session.user.id],
    );
    const now = Date.now();
    const clock = jest.spyOn(app.nest.get(Clock), 'now');
    let session = user.session;
    for (let day = 0; day < 30; day += 5) {
      clock.mockImplementation(() => now + day * 24 * 3_600_000);
      session = (
        await call<Session>(app.url, null, 'POST', '/api/auth/refresh', {
          refreshToken: session.refreshToken,
        })
      ).body;
      const workspaceId = workspaceIds.find((id) => id !== session.workspace.id);
      session = (
        await call<Session>(app.url, session.accessToken, 'POST', '/api/auth/switch', { workspaceId })
      ).body;
      expect(session.workspace.id).toBe(workspaceId);
    }
    clock.mockImplementation(() => now + 30 * 24 * 3_600_000 + 1_000);
    expect([await refresh(session), await me(session)]).toEqual([401, 401]);
  });

  it('Failed sign-ins, and the first one that hits a limit, are recorded without the password.', async () => {
    for (let index = 0; index < 13; index += 1) await login('not the password');
    const failed = await eventually(
      () => audit('session.refuse'),
      (entries) => entries.length === 10,
    );
    expect(failed[0]).toMatchObject({
      user: { kind: 'engine', reason: 'Sign-in check' },
      entityType: 'user',
      entityId: user.session.user.id,
      after: { email: user.session.user.email, address: '127.0.0.1', reason: 'password' },
    });
    const limited = await eventually(
      () => audit('session.limit'),
      (entries) => entries.length > 0,
    );
    expect(limited).toHaveLength(1);
    expect(JSON.stringify([...failed, ...limited])).not.toContain('not the password');
  });

  it('Reuse of an old refresh token is recorded.', async () => {
    const { body: other } = await login();
    await refresh(other);
    expect(await refresh(other)).toBe(401);
    expect(await audit('session.reuse')).toMatchObject([
      { user: { id: user.session.user.id }, after: { device: 'node' } },
    ]);
  });

  it('A password matches in every Unicode form that a device may send.', async () => {
    const email = `nfc-${user.session.user.email}`;
    const composed = 'Übergrüne Äpfel';
    const decomposed = composed.normalize('NFD');
    await call(app.url, null, 'POST', '/api/auth/register', { email, password: decomposed, name: 'Ä' });
    for (const password of [composed, decomposed]) {
      expect((await call(app.url, null, 'POST', '/api/auth/login', { email, password })).status).toBe(200);
    }
  });

  it('A password stored without Unicode normalization still works.', async () => {
    const decomposed = 'Übergrüne Äpfel'.normalize('NFD');
    const database = await app.connect();
    await database.query('UPDATE users SET password_hash = $2 WHERE id = $1', [
      user.session.user.id,
      await hash(decomposed),
    ]);
    expect((await login(decomposed)).status).toBe(200);
  });

  it.each([
    ['a common password', { password: 'password123' }, 'password'],
    ['ten spaces as the password', { password: ' '.repeat(10) }, 'password'],
    ["the user's name as the password", { password: 'Rita Summers' }, 'password'],
    ['a quoted script as the email', { email: '"<script>"@example.com' }, 'email'],
    ['a right-to-left override in the email', { email: 'rita\u202E@example.com' }, 'email'],
    ['a zero-width space in the email', { email: 'ri\u200Bta@example.com' }, 'email'],
    ['full-width letters in the email', { email: 'ｒｉｔａ@example.com' }, 'email'],
  ])('No account is created with %s.', async (_, fields, field) => {
    const body = {
      email: `odd-${user.session.user.email}`,
      password: 'tall green hut',
      name: 'Rita Summers',
      ...fields,
    };
    const response = await call<ErrorBody>(app.url, null, 'POST', '/api/auth/register', body);
    expect(response).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION_FAILED', details: [{ field }] } },
    });
  });

  it('No account is created with a lone surrogate in the password.', async () => {
    const body = `{"email":"half-${user.session.user.email}","password":"tall green hut \\ud800","name":"R"}`;
    const response = await call<ErrorBody>(app.url, null, 'POST', '/api/auth/register', body);
    expect(response).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION_FAILED', details: [{ field: 'password' }] } },
    });
  });
});
