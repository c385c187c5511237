import {
  type CreatedInvite,
  type ErrorBody,
  type InviteList,
  type MemberList,
  type Role,
  ROLES,
  type Session,
} from '@sellary/contracts';
import { randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import { connectConsole, newCaller, refusal, useCallerPerTest, useTestApp } from '../../../test';
import { call } from '../../../test/caller';
import { whenDisconnected } from '../../../test/console';
import { inTurn, LOCK_AUDIT_LOG } from '../../../test/in-turn';

describe('The members of a workspace', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  async function join(role: Role): Promise<{ id: string; token: string; refreshToken: string }> {
    const member = await newCaller(app.url);
    const workspaceId = owner.session.workspace.id;
    await database.query(
      'INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, $3, now())',
      [workspaceId, member.session.user.id, role],
    );
    const { body } = await member.call<Session>('POST', '/api/auth/switch', { workspaceId });
    return { id: member.session.user.id, token: body.accessToken, refreshToken: body.refreshToken };
  }
  const path = (userId = ''): string =>
    `/api/workspaces/${owner.session.workspace.id}/members${userId === '' ? '' : `/${userId}`}`;

  it('Members can be listed, given other roles, and removed, and each change is recorded.', async () => {
    const member = await join('viewer');
    expect((await owner.call('PATCH', path(member.id), { role: 'operator' })).status).toBe(200);
    expect(
      (await owner.call<MemberList>('GET', path())).body.members.map(({ user, role }) => [user.id, role]),
    ).toEqual([
      [owner.session.user.id, 'owner'],
      [member.id, 'operator'],
    ]);
    expect((await owner.call('DELETE', path(member.id))).status).toBe(204);
    expect((await call(app.url, member.token, 'GET', '/api/shows')).status).toBe(401);
    const renewed = await call<ErrorBody>(app.url, null, 'POST', '/api/auth/refresh', {
      refreshToken: member.refreshToken,
    });
    expect(renewed).toMatchObject(refusal(401, 'INVALID_REFRESH_TOKEN'));
    expect(await owner.readAudit('entityType=member')).toMatchObject([
      { action: 'member.remove', entityId: member.id, before: { role: 'operator' } },
      { action: 'member.role', entityId: member.id, before: { role: 'viewer' }, after: { role: 'operator' } },
    ]);
  });

  it('A demoted or removed member is disconnected immediately.', async () => {
    const member = await join('operator');
    for (const change of [
      () => owner.call('PATCH', path(member.id), { role: 'viewer' }),
      () => owner.call('DELETE', path(member.id)),
    ]) {
      const console = await connectConsole(app.url, member.token);
      const disconnection = whenDisconnected(console);
      await change();
      await disconnection;
    }
    await expect(connectConsole(app.url, member.token)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('Any member except the last owner may leave. If two owners remove each other at the same time, only one removal succeeds.', async () => {
    const self = owner.session.user.id;
    const lastOwner = refusal(409, 'LAST_OWNER');
    expect(await owner.call<ErrorBody>('DELETE', path(self))).toMatchObject(lastOwner);
    expect(await owner.call<ErrorBody>('PATCH', path(self), { role: 'admin' })).toMatchObject(lastOwner);
    for (const role of ROLES) {
      const member = await join(role);
      expect((await call(app.url, member.token, 'DELETE', path(member.id))).status).toBe(204);
    }
    const second = await join('owner');
    const removals = await inTurn(
      app,
      LOCK_AUDIT_LOG,
      () => owner.call('DELETE', path(second.id)),
      () => call(app.url, second.token, 'DELETE', path(self)),
    );
    expect(removals.map(({ status }) => status)).toEqual([204, 403]);
  });

  it('Admins can change members, but only owners can change owners.', async () => {
    const [operator, admin, viewer] = [await join('operator'), await join('admin'), await join('viewer')];
    const forbidden = async (token: string, method: string, userId: string, body?: unknown): Promise<void> =>
      expect((await call(app.url, token, method, path(userId), body)).status).toBe(403);
    await forbidden(operator.token, 'PATCH', viewer.id, { role: 'operator' });
    await forbidden(operator.token, 'DELETE', viewer.id);
    await forbidden(admin.token, 'PATCH', viewer.id, { role: 'owner' });
    await forbidden(admin.token, 'PATCH', owner.session.user.id, { role: 'admin' });
    await forbidden(admin.token, 'DELETE', owner.session.user.id);
    expect((await call(app.url, admin.token, 'PATCH', path(viewer.id), { role: 'operator' })).status).toBe(
      200,
    );
    const stranger = await newCaller(app.url);
    expect((await stranger.call('GET', path())).status).toBe(404);
    expect((await owner.call('DELETE', path(stranger.session.user.id))).status).toBe(404);
  });

  const invite = (token: string, email: string, role: Role) =>
    call<CreatedInvite>(app.url, token, 'POST', path(), { email, role });
  const accept = (token: string) =>
    call<Session & ErrorBody>(app.url, null, 'POST', `/api/invites/${token}/accept`, {
      name: 'Nina',
      password: 'correct horse',
    });
  const openInvites = async (): Promise<InviteList['invites']> =>
    (await owner.call<InviteList>('GET', `/api/workspaces/${owner.session.workspace.id}/invites`)).body
      .invites;
  const newEmail = (): string => `${randomBytes(8).toString('hex')}@example.com`;
  const revoked = refusal(410, 'INVITE_REVOKED');

  it("Removal revokes a member's open invitations. Demotion revokes those that the new role may not grant.", async () => {
    const [removed, demoted, other] = [await join('admin'), await join('owner'), await join('admin')];
    const invites = {
      ofRemoved: (await invite(removed.token, newEmail(), 'admin')).body,
      owner: (await invite(demoted.token, newEmail(), 'owner')).body,
      admin: (await invite(demoted.token, newEmail(), 'admin')).body,
      ofOther: (await invite(other.token, newEmail(), 'viewer')).body,
    };
    await owner.call('DELETE', path(removed.id));
    await owner.call('PATCH', path(demoted.id), { role: 'admin' });
    expect(await accept(invites.ofRemoved.token)).toMatchObject(revoked);
    expect(await accept(invites.owner.token)).toMatchObject(revoked);
    expect(await accept(invites.admin.token)).toMatchObject({
      status: 200,
      body: { workspace: { role: 'admin' } },
    });
    const another = (await invite(demoted.token, newEmail(), 'admin')).body;
    await owner.call('PATCH', path(demoted.id), { role: 'viewer' });
    expect(await accept(another.token)).toMatchObject(revoked);
    expect(await accept(invites.ofOther.token)).toMatchObject({
      status: 200,
      body: { workspace: { role: 'viewer' } },
    });
    expect(await openInvites()).toEqual([]);
  });

  it.each([
    ['removed', 'DELETE', undefined],
    ['demoted', 'PATCH', { role: 'viewer' }],
  ])('No invitation that a member creates while being %s stays open.', async (_, method, body) => {
    // Both requests read the earlier invitation to the same person.
    const lock = 'SELECT 1 FROM invites FOR UPDATE';
    const startRace = async () => {
      const { id, token } = await join('admin');
      const email = newEmail();
      await invite(token, email, 'admin');
      return {
        create: () => invite(token, email, 'admin'),
        change: () => owner.call(method, path(id), body),
      };
    };
    const before = await startRace();
    const [created, changed] = await inTurn(app, lock, before.create, before.change);
    expect([created.status, changed.status]).toEqual([201, method === 'DELETE' ? 204 : 200]);
    expect(await openInvites()).toEqual([]);
    expect(await accept(created.body.token)).toMatchObject(revoked);
    const after = await startRace();
    const [, refused] = await inTurn(app, lock, after.change, after.create);
    expect(refused).toMatchObject(refusal(403, 'FORBIDDEN'));
    expect(await openInvites()).toEqual([]);
  });

  it('An invitation fails if its creator may no longer grant its role, even if it was not revoked.', async () => {
    const admin = await join('admin');
    const { body } = await invite(admin.token, newEmail(), 'operator');
    await database.query("UPDATE memberships SET role = 'viewer' WHERE workspace_id = $1 AND user_id = $2", [
      owner.session.workspace.id,
      admin.id,
    ]);
    expect(await accept(body.token)).toMatchObject(revoked);
  });

  it('Sessions ended by a removal do not work again after a new invitation.', async () => {
    const email = newEmail();
    const first = (await accept((await invite(owner.session.accessToken, email, 'admin')).body.token)).body;
    await owner.call('DELETE', path(first.user.id));
    const again = (await invite(owner.session.accessToken, email, 'viewer')).body;
    const joined = await call<Session>(app.url, null, 'POST', `/api/invites/${again.token}/accept`, {
      password: 'correct horse',
    });
    expect(joined.status).toBe(200);
    const status = async (token: string): Promise<number> =>
      (await call(app.url, token, 'GET', '/api/auth/me')).status;
    expect([await status(first.accessToken), await status(joined.body.accessToken)]).toEqual([401, 200]);
    for (const [{ refreshToken }, expected] of [
      [first, 401],
      [joined.body, 200],
    ] as const) {
      expect((await call(app.url, null, 'POST', '/api/auth/refresh', { refreshToken })).status).toBe(
        expected,
      );
    }
  });

  it('No session started during a removal remains open.', async () => {
    const inviteTo = async (email: string): Promise<string> =>
      (await invite(owner.session.accessToken, email, 'viewer')).body.token;
    const startRace = async () => {
      const email = newEmail();
      const { user } = (await accept(await inviteTo(email))).body;
      const credentials = { email, password: 'correct horse' };
      return {
        email,
        signIn: () => call<Session>(app.url, null, 'POST', '/api/auth/login', credentials),
        remove: () => owner.call('DELETE', path(user.id)),
      };
    };
    const before = await startRace();
    const [{ body: session }, removed] = await inTurn(app, LOCK_AUDIT_LOG, before.signIn, before.remove);
    expect(removed.status).toBe(204);
    const acceptPath = `/api/invites/${await inviteTo(before.email)}/accept`;
    const again = await call(app.url, null, 'POST', acceptPath, { password: 'correct horse' });
    expect([again.status, (await call(app.url, session.accessToken, 'GET', '/api/auth/me')).status]).toEqual([
      200, 401,
    ]);
    const after = await startRace();
    const [, refused] = await inTurn(app, LOCK_AUDIT_LOG, after.remove, after.signIn);
    expect(refused).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});
