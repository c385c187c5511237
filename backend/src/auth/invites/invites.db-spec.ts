import type {
  CreatedInvite,
  ErrorBody,
  InviteList,
  InviteView,
  MemberList,
  Role,
  Session,
} from '@sellary/contracts';
import { randomBytes } from 'node:crypto';
import { Clock } from '../../kernel';
import {
  type Answer,
  atOnce,
  newCaller,
  refusal,
  startTestApp,
  useCallerPerTest,
  useTestApp,
} from '../../../test';
import { call } from '../../../test/caller';

const SECRET = 'a production secret that is long enough';
const newEmail = (): string => `${randomBytes(8).toString('hex')}@Example.com`;

describe('Invitations', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);

  const path = (rest: string): string => `/api/workspaces/${owner.session.workspace.id}/${rest}`;
  const invite = async (email: string, role: Role = 'operator'): Promise<CreatedInvite> =>
    (await owner.call<CreatedInvite>('POST', path('members'), { email, role })).body;
  const readInvite = (token: string): Promise<Answer<InviteView>> =>
    call<InviteView>(app.url, null, 'GET', `/api/invites/${token}`);
  const accept = (
    token: string,
    body: unknown = {},
    bearer: string | null = null,
  ): Promise<Answer<Session & ErrorBody>> =>
    call<Session & ErrorBody>(app.url, bearer, 'POST', `/api/invites/${token}/accept`, body);
  const pendingEmails = async (): Promise<string[]> =>
    (await owner.call<InviteList>('GET', path('invites'))).body.invites.map((invite) => invite.email);
  const actions = async (): Promise<string[]> =>
    (await owner.readAudit()).map((entry) => entry.action).reverse();
  const newcomer = { name: 'Nina New', password: 'correct horse' };

  it('An invitation link works once and creates an account and a membership.', async () => {
    const email = newEmail();
    const created = await owner.call<CreatedInvite>('POST', path('members'), { email, role: 'operator' });
    expect(created.status).toBe(201);
    const { token, link, ...listed } = created.body;
    expect(link).toBe(`${app.url}/invites/${token}`);
    expect((await owner.call<InviteList>('GET', path('invites'))).body).toEqual({
      invites: [listed],
      nextCursor: null,
    });
    expect(Date.parse(listed.expiresAt) - Date.parse(listed.createdAt)).toBe(7 * 24 * 3_600_000);
    expect((await readInvite(token)).body).toEqual({
      workspace: { name: owner.session.workspace.name },
      email,
      role: 'operator',
      invitedBy: owner.session.user.name,
      expiresAt: listed.expiresAt,
      status: 'pending',
      hasAccount: false,
    });
    const joined = await accept(token, newcomer);
    expect(joined).toMatchObject({
      status: 200,
      body: {
        user: { email, name: 'Nina New' },
        workspace: { id: owner.session.workspace.id, role: 'operator' },
      },
    });
    expect(joined.headers.get('set-cookie')).toContain('sellary_refresh');
    expect((await call(app.url, joined.body.accessToken, 'GET', '/api/shows')).status).toBe(200);
    expect(
      (await call(app.url, null, 'POST', '/api/auth/login', { email, password: newcomer.password })).status,
    ).toBe(200);
    expect(await accept(token, newcomer)).toMatchObject(refusal(409, 'INVITE_USED'));
    expect((await readInvite(token)).body.status).toBe('used');
    expect(await pendingEmails()).toEqual([]);
    expect(await actions()).toEqual(['account.register', 'invite.create', 'member.join', 'session.login']);
  });

  it('A signed-in user can accept only an invitation to their own email, regardless of case.', async () => {
    const [guest, other] = [await newCaller(app.url), await newCaller(app.url)];
    const { token } = await invite(guest.session.user.email.toUpperCase(), 'viewer');
    expect(await accept(token, {}, other.session.accessToken)).toMatchObject(refusal(403, 'FORBIDDEN'));
    expect(await accept(token, {}, 'no token')).toMatchObject(refusal(401, 'UNAUTHENTICATED'));
    const joined = await accept(token, {}, guest.session.accessToken);
    expect(joined).toMatchObject({
      status: 200,
      body: { workspace: { id: owner.session.workspace.id, role: 'viewer' } },
    });
    // The new session has replaced the caller's session.
    expect((await guest.call('GET', '/api/auth/me')).status).toBe(401);
    expect(
      (await guest.call('POST', '/api/auth/refresh', { refreshToken: guest.session.refreshToken })).status,
    ).toBe(401);
    expect((await owner.call<MemberList>('GET', path('members'))).body.members).toHaveLength(2);
    const again = await owner.call<ErrorBody>('POST', path('members'), {
      email: guest.session.user.email,
      role: 'admin',
    });
    expect(again).toMatchObject(refusal(409, 'ALREADY_MEMBER'));
  });

  it('A user who has an account but no workspace can accept an invitation.', async () => {
    const guest = newEmail();
    const first = (await accept((await invite(guest)).token, newcomer)).body;
    await owner.call('DELETE', path(`members/${first.user.id}`));
    const login = await call<ErrorBody>(app.url, null, 'POST', '/api/auth/login', {
      email: guest,
      password: newcomer.password,
    });
    expect(login).toMatchObject(refusal(403, 'FORBIDDEN'));
    const { token } = await invite(guest);
    expect((await readInvite(token)).body.hasAccount).toBe(true);
    expect(await accept(token, newcomer)).toMatchObject(refusal(409, 'EMAIL_TAKEN'));
    expect(await accept(token, { password: 'wrong horse' })).toMatchObject(
      refusal(401, 'INVALID_CREDENTIALS'),
    );
    expect(await call(app.url, null, 'POST', `/api/invites/${token}/accept`)).toMatchObject(
      refusal(401, 'UNAUTHENTICATED'),
    );
    expect(await accept(token, { password: newcomer.password })).toMatchObject({
      status: 200,
      body: { user: { id: first.user.id } },
    });
  });

  it('Only one of several simultaneous calls with the same invitation succeeds.', async () => {
    const { token } = await invite(newEmail());
    const responses = await atOnce(8, (n) => accept(token, { ...newcomer, name: `Nina ${n}` }));
    expect(responses.map((response) => response.status).sort()).toEqual([200, ...Array<number>(7).fill(409)]);
    const guest = await newCaller(app.url);
    const second = await invite(guest.session.user.email);
    const guestAnswers = await atOnce(8, () => accept(second.token, {}, guest.session.accessToken));
    const statuses = guestAnswers.map((response) => response.status);
    // The other calls fail, because the invitation has been used or their session has ended.
    expect([
      statuses.filter((status) => status === 200).length,
      statuses.every((status) => [200, 401, 409].includes(status)),
    ]).toEqual([1, true]);
  });

  it('An invitation stops working after seven days, when it is revoked, and when a newer one replaces it.', async () => {
    const email = newEmail();
    const first = await invite(email);
    const second = await invite(email.toLowerCase(), 'viewer');
    expect(await pendingEmails()).toEqual([email.toLowerCase()]);
    expect(await accept(first.token, newcomer)).toMatchObject(refusal(410, 'INVITE_REVOKED'));
    expect((await owner.call('DELETE', path(`invites/${second.id}`))).status).toBe(204);
    expect((await owner.call('DELETE', path(`invites/${second.id}`))).status).toBe(404);
    expect((await readInvite(second.token)).body.status).toBe('revoked');
    const third = await invite(email);
    const later = Date.now() + 7 * 24 * 3_600_000;
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => later);
    expect((await readInvite(third.token)).body.status).toBe('expired');
    expect(await accept(third.token, newcomer)).toMatchObject(refusal(410, 'INVITE_EXPIRED'));
    jest.restoreAllMocks();
    expect(await actions()).toEqual(
      [
        'account.register',
        'invite.create',
        'invite.revoke',
        'invite.create',
        'invite.revoke',
        'invite.create',
      ], // An expired invitation leaves no entry.
    );
  });

  it('Admins can create invitations, but only owners can invite owners.', async () => {
    const addMember = async (role: Role): Promise<string> =>
      (await accept((await invite(newEmail(), role)).token, newcomer)).body.accessToken;
    const [operator, admin] = [await addMember('operator'), await addMember('admin')];
    const inviteAs = (token: string, role: Role): Promise<Answer<unknown>> =>
      call(app.url, token, 'POST', path('members'), { email: newEmail(), role });
    expect((await inviteAs(operator, 'viewer')).status).toBe(403);
    expect((await inviteAs(admin, 'owner')).status).toBe(403);
    expect((await inviteAs(admin, 'admin')).status).toBe(201);
    const ownerInvite = await invite(newEmail(), 'owner');
    expect((await call(app.url, admin, 'DELETE', path(`invites/${ownerInvite.id}`))).status).toBe(403);
    expect(
      (await call(app.url, admin, 'POST', path('members'), { email: ownerInvite.email, role: 'viewer' }))
        .status,
    ).toBe(403);
    expect((await accept(ownerInvite.token, newcomer)).body.workspace.role).toBe('owner');
  });

  it.each([
    [{ email: 'nobody', role: 'viewer' }, 'email'],
    [{ email: 'a@example.com', role: 'king' }, 'role'],
    [{ email: 'a@example.com' }, 'role'],
  ])('An invitation with %j is rejected.', async (body, field) => {
    const response = await owner.call<ErrorBody>('POST', path('members'), body);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED', field));
  });

  it('A new user must enter a name and a strong password to accept an invitation.', async () => {
    const { token } = await invite(newEmail());
    expect(await accept(token, { password: 'correct horse' })).toMatchObject({
      status: 400,
      body: { error: { details: [{ field: 'name' }] } },
    });
    expect(await accept(token, { name: 'N', password: 'short' })).toMatchObject({
      status: 400,
      body: { error: { details: [{ field: 'password' }] } },
    });
  });

  it("An invitation's stored data does not reveal its link.", async () => {
    const { id, token } = await invite(newEmail());
    const database = await app.connect();
    const { rows } = await database.query<Record<string, unknown>>('SELECT * FROM invites WHERE id = $1', [
      id,
    ]);
    expect(JSON.stringify(rows[0])).not.toContain(token);
    expect((await readInvite((rows[0]?.['token_hash'] as Buffer).toString('base64url'))).status).toBe(404);
  });
});

describe('Invitations, with a new server for each test', () => {
  it.each(['invite', 'first'])('Invitations work when REGISTRATION=%s.', async (registration) => {
    const openServer = await startTestApp();
    const owner = await newCaller(openServer.url);
    const closedServer = await startTestApp({
      databaseUrl: openServer.databaseUrl,
      env: {
        NODE_ENV: 'production',
        PUBLIC_URL: 'https://live.example',
        REGISTRATION: registration,
        JWT_SECRET: openServer.secrets.JWT_SECRET,
        JWT_REFRESH_SECRET: SECRET,
        TOKEN_ENCRYPTION_KEY: `${SECRET} too`,
      },
    });
    const email = newEmail();
    const path = `/api/workspaces/${owner.session.workspace.id}/members`;
    const { body } = await call<CreatedInvite>(closedServer.url, owner.session.accessToken, 'POST', path, {
      email,
      role: 'viewer',
    });
    expect(body.link).toBe(`https://live.example/invites/${body.token}`);
    const account = { email, name: 'N', password: 'correct horse' };
    expect((await call(closedServer.url, null, 'POST', '/api/auth/register', account)).status).toBe(403);
    const joined = await call(closedServer.url, null, 'POST', `/api/invites/${body.token}/accept`, {
      name: 'N',
      password: 'correct horse',
    });
    expect(joined.status).toBe(200);
    await closedServer.close();
    await openServer.close();
  });

  it('An IP address that tries too many unknown links has to wait.', async () => {
    const app = await startTestApp();
    const guess = (): Promise<Answer<ErrorBody>> =>
      call<ErrorBody>(app.url, null, 'GET', `/api/invites/${randomBytes(32).toString('base64url')}`);
    const responses = [];
    for (let n = 0; n < 31; n += 1) responses.push(await guess());
    expect(responses.slice(0, 30).map((response) => response.status)).toEqual(Array<number>(30).fill(404));
    expect(responses[30]).toMatchObject(refusal(429, 'RATE_LIMITED'));
    await app.close();
  });
});
