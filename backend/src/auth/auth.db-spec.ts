import type { ErrorBody, Me, Session } from '@sellary/contracts';
import { atOnce, everyRow, newCaller, refusal, useTestApp } from '../../test';
import { call } from '../../test/caller';

const PASSWORD = 'correct horse';
let emailCount = 0;
const newEmail = (): string => `user-${(emailCount += 1)}@example.com`;

// Sixty simultaneous callers are slow while other tests use the same cores.
jest.setTimeout(120_000);

describe('Registering and signing in', () => {
  const app = useTestApp();
  const post = <T>(path: string, body: unknown) => call<T>(app.url, null, 'POST', `/api/auth/${path}`, body);
  const register = async (email = newEmail()): Promise<Session> =>
    (await post<Session>('register', { email, password: PASSWORD, name: 'Rita' })).body;

  it('A registration returns a session in a new workspace.', async () => {
    const email = newEmail();
    const { status, body } = await post<Session>('register', {
      email,
      password: PASSWORD,
      name: ' Rita ',
      workspaceName: 'Corner shop',
    });
    expect(status).toBe(201);
    expect(body).toEqual({
      accessToken: expect.any(String) as string,
      refreshToken: expect.any(String) as string,
      expiresIn: 900,
      user: { id: expect.any(String) as string, email, name: 'Rita', language: null },
      workspace: { id: expect.any(String) as string, name: 'Corner shop', role: 'owner' },
    });
    const me = await call<Me>(app.url, body.accessToken, 'GET', '/api/auth/me');
    expect(me).toMatchObject({
      status: 200,
      body: { user: body.user, workspace: body.workspace, workspaces: [body.workspace] },
    });
  });

  it('An email can be registered only once, regardless of case.', async () => {
    const email = newEmail();
    await register(email);
    const again = await post<ErrorBody>('register', {
      email: email.toUpperCase(),
      password: PASSWORD,
      name: 'R',
    });
    expect(again).toMatchObject(refusal(409, 'EMAIL_TAKEN'));
    expect((await post('login', { email: email.toUpperCase(), password: PASSWORD })).status).toBe(200);
  });

  it('Exactly one of sixty simultaneous registrations with the same email succeeds.', async () => {
    const email = newEmail();
    const responses = await atOnce(60, () => post('register', { email, password: PASSWORD, name: 'R' }));
    const statuses = responses.map((response) => response.status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(59);
  });

  it.each([
    ['a short password', { email: 'a@example.com', password: '123456789', name: 'R' }, 'password'],
    ['text that is not an email', { email: 'nobody', password: PASSWORD, name: 'R' }, 'email'],
    ['a blank name', { email: 'a@example.com', password: PASSWORD, name: '   ' }, 'name'],
    ['a number for a password', { email: 'a@example.com', password: 1_234_567_890, name: 'R' }, 'password'],
    ['an unknown field', { email: 'a@example.com', password: PASSWORD, name: 'R', role: 'owner' }, 'role'],
    [
      'null as the name of the workspace',
      { email: 'a@example.com', password: PASSWORD, name: 'R', workspaceName: null },
      'workspaceName',
    ],
  ])('Registration rejects %s and reports the field.', async (_, body, field) => {
    const response = await post<ErrorBody>('register', body);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect(response.body.error.details?.map((detail) => detail.field)).toContain(field);
  });

  it('Registration rejects an email with a lone surrogate.', async () => {
    const response = await post<ErrorBody>(
      'register',
      `{"email":"\\ud800@example.com","password":"${PASSWORD}","name":"R"}`,
    );
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
  });

  it('A wrong password and an unknown email get the same response.', async () => {
    const { user } = await register();
    const wrong = await post<ErrorBody>('login', { email: user.email, password: 'wrong' });
    const unknown = await post<ErrorBody>('login', { email: newEmail(), password: 'wrong' });
    expect(wrong).toMatchObject(refusal(401, 'INVALID_CREDENTIALS'));
    expect(unknown.body).toEqual(wrong.body);
    expect(unknown.status).toBe(wrong.status);
  });

  it('The eleventh failed sign-in within a minute is rejected and reports when to retry.', async () => {
    const { user } = await register();
    for (let failure = 1; failure <= 10; failure += 1) {
      expect((await post('login', { email: user.email, password: 'wrong' })).status).toBe(401);
    }
    const eleventh = await post<ErrorBody>('login', { email: user.email, password: 'wrong' });
    expect(eleventh).toMatchObject(refusal(429, 'RATE_LIMITED'));
    expect(Number(eleventh.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await post('login', { email: newEmail(), password: 'wrong' })).status).toBe(401);
  });

  it('At most ten of sixty simultaneous guesses are checked.', async () => {
    const { user } = await register();
    const responses = await atOnce(60, () => post('login', { email: user.email, password: 'wrong' }));
    const statuses = responses.map((response) => response.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(10);
    expect(statuses.filter((status) => status === 429)).toHaveLength(50);
  });

  it('Sixty simultaneous sign-ins with the correct password all succeed, because only failures count.', async () => {
    const { user } = await register();
    const responses = await atOnce(60, () => post('login', { email: user.email, password: PASSWORD }));
    expect(responses.map((response) => response.status)).toEqual(Array.from({ length: 60 }, () => 200));
  });

  it('Only the argon2id hash of a password is stored.', async () => {
    const { user } = await register();
    const client = await app.connect();
    const { rows } = await client.query<{ password_hash: string }>(
      'SELECT password_hash FROM users WHERE id = $1',
      [user.id],
    );
    expect(rows[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=\d{5,},t=\d+,p=\d+\$/);
    expect((await everyRow(client)).filter((row) => row.includes(PASSWORD))).toEqual([]);
  });

  it('A user cannot switch to a workspace that they are not a member of.', async () => {
    const [user, other] = [await newCaller(app.url), await newCaller(app.url)];
    for (const workspaceId of [
      other.session.workspace.id,
      '00000000-0000-0000-0000-000000000000',
      '11111111-1111-1111-1111-111111111111',
      'nonsense',
    ]) {
      expect(await user.call('POST', '/api/auth/switch', { workspaceId })).toMatchObject(
        refusal(404, 'NOT_FOUND'),
      );
    }
    expect((await user.call('GET', '/api/auth/me')).status).toBe(200);
  });
});
