import type { AuditList, ErrorBody, MemberList, Role, Session } from '@sellary/contracts';
import type { Client } from 'pg';
import { type Caller, connectConsole, newCaller, startTestApp, type TestApp } from '../../testing';
import { call } from '../../testing/caller';
import { disconnected } from '../../testing/console';

describe('The members of a workspace', () => {
  let app: TestApp;
  let owner: Caller;
  let database: Client;

  beforeAll(async () => {
    app = await startTestApp();
    database = await app.connect();
  });
  beforeEach(async () => {
    owner = await newCaller(app.url);
  });
  afterAll(() => app.close());

  async function join(role: Role): Promise<{ id: string; token: string; refreshToken: string }> {
    const member = await newCaller(app.url);
    const workspaceId = owner.session.workspace.id;
    await database.query('INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, $3, now())', [
      workspaceId,
      member.session.user.id,
      role,
    ]);
    const { body } = await member.call<Session>('POST', '/api/auth/switch', { workspaceId });
    return { id: member.session.user.id, token: body.accessToken, refreshToken: body.refreshToken };
  }
  const path = (userId = ''): string => `/api/workspaces/${owner.session.workspace.id}/members${userId === '' ? '' : `/${userId}`}`;

  it('are listed, given other roles and removed, all of it on record', async () => {
    const member = await join('viewer');
    expect((await owner.call('PATCH', path(member.id), { role: 'operator' })).status).toBe(200);
    expect((await owner.call<MemberList>('GET', path())).body.members.map(({ user, role }) => [user.id, role])).toEqual([
      [owner.session.user.id, 'owner'],
      [member.id, 'operator'],
    ]);
    expect((await owner.call('DELETE', path(member.id))).status).toBe(204);
    expect((await call(app.url, member.token, 'GET', '/api/shows')).status).toBe(401);
    const renewed = await call<ErrorBody>(app.url, null, 'POST', '/api/auth/refresh', { refreshToken: member.refreshToken });
    expect(renewed).toMatchObject({ status: 401, body: { error: { code: 'INVALID_REFRESH_TOKEN' } } });
    const { body } = await owner.call<AuditList>('GET', `/api/workspaces/${owner.session.workspace.id}/audit?entityType=member`);
    expect(body.entries).toMatchObject([
      { action: 'member.remove', entityId: member.id, before: { role: 'operator' } },
      { action: 'member.role', entityId: member.id, before: { role: 'viewer' }, after: { role: 'operator' } },
    ]);
  });

  it('are cut off at once when lowered or removed', async () => {
    const member = await join('operator');
    for (const change of [() => owner.call('PATCH', path(member.id), { role: 'viewer' }), () => owner.call('DELETE', path(member.id))]) {
      const console = await connectConsole(app.url, member.token);
      const gone = disconnected(console);
      await change();
      await gone;
    }
    await expect(connectConsole(app.url, member.token)).rejects.toThrow('UNAUTHENTICATED');
  });

  it('always have an owner among them, and may leave', async () => {
    const self = owner.session.user.id;
    const lastOwner = { status: 409, body: { error: { code: 'LAST_OWNER' } } };
    expect(await owner.call<ErrorBody>('DELETE', path(self))).toMatchObject(lastOwner);
    expect(await owner.call<ErrorBody>('PATCH', path(self), { role: 'admin' })).toMatchObject(lastOwner);
    const [second, viewer] = [await join('owner'), await join('viewer')];
    expect((await call(app.url, viewer.token, 'DELETE', path(viewer.id))).status).toBe(204);
    const statuses = await Promise.all([owner.call('DELETE', path(second.id)), call(app.url, second.token, 'DELETE', path(self))]);
    expect(statuses.filter((answer) => answer.status === 204)).toHaveLength(1);
  });

  it('are changed by admins, and owners by owners only', async () => {
    const [operator, admin, viewer] = [await join('operator'), await join('admin'), await join('viewer')];
    const forbidden = async (token: string, method: string, userId: string, body?: unknown): Promise<void> =>
      expect((await call(app.url, token, method, path(userId), body)).status).toBe(403);
    await forbidden(operator.token, 'PATCH', viewer.id, { role: 'operator' });
    await forbidden(operator.token, 'DELETE', viewer.id);
    await forbidden(admin.token, 'PATCH', viewer.id, { role: 'owner' });
    await forbidden(admin.token, 'DELETE', owner.session.user.id);
    expect((await call(app.url, admin.token, 'PATCH', path(viewer.id), { role: 'operator' })).status).toBe(200);
    const stranger = await newCaller(app.url);
    expect((await stranger.call('GET', path())).status).toBe(404);
    expect((await owner.call('DELETE', path(stranger.session.user.id))).status).toBe(404);
  });
});
