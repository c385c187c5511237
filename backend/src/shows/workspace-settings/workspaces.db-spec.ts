import {
  DEFAULT_RULES,
  type ErrorBody,
  type Role,
  type Session,
  type Show,
  WORDS_BY_LANGUAGE,
  type Workspace,
} from '@sellary/contracts';
import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { newCaller, refusal, useCallerPerTest, useTestApp } from '../../../test';
import { sameId } from '../../../test/api-route';
import { API_ROUTES } from '../../../test/api-routes';
import { call } from '../../../test/caller';

describe('A workspace', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  /** Returns a token for a new member of the owner's workspace. */
  const memberToken = async (role: Role): Promise<string> => {
    const member = await newCaller(app.url);
    await database.query(
      'INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, $3, now())',
      [owner.session.workspace.id, member.session.user.id, role],
    );
    const { body } = await member.call<Session>('POST', '/api/auth/switch', {
      workspaceId: owner.session.workspace.id,
    });
    expect(body.workspace).toEqual({ ...owner.session.workspace, role });
    return body.accessToken;
  };
  const path = (): string => `/api/workspaces/${owner.session.workspace.id}`;

  it('A workspace starts with the published defaults.', async () => {
    expect(await owner.call<Workspace>('GET', path())).toMatchObject({
      status: 200,
      body: {
        id: owner.session.workspace.id,
        role: 'owner',
        settings: {
          claimWords: ['sold'],
          passWords: ['pass'],
          fairnessWindowSeconds: 0,
          maxClaimsPerComment: 1,
          retentionDays: null,
        },
      },
    });
  });

  it('A workspace starts with the claim and pass words of the language in which it was created.', async () => {
    const register = (language: unknown) =>
      call<Session>(app.url, null, 'POST', '/api/auth/register', {
        email: `${randomUUID()}@example.com`,
        password: 'correct horse',
        name: 'Nina',
        language,
      });
    const { body: session } = await register('es');
    const { body: show } = await call<Show>(app.url, session.accessToken, 'POST', '/api/shows', {});
    expect(show.rules).toEqual({ ...DEFAULT_RULES, ...WORDS_BY_LANGUAGE.es });
    expect((await register('fr')).status).toBe(400);
  });

  it('A change affects only the fields it includes, is recorded, and applies only to new shows.', async () => {
    const before = await owner.call<Show>('POST', '/api/shows', {});
    const changed = await owner.call<Workspace>('PATCH', path(), {
      name: 'Corner shop',
      settings: { claimWords: ['mine', 'sold'], maxClaimsPerComment: 3 },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: {
        name: 'Corner shop',
        settings: { claimWords: ['mine', 'sold'], passWords: ['pass'], maxClaimsPerComment: 3 },
      },
    });
    expect((await owner.call<Show>('POST', '/api/shows', {})).body).toMatchObject({
      claimWords: ['mine', 'sold'],
      maxClaimsPerComment: 3,
    });
    expect((await owner.call<Show>('GET', `/api/shows/${before.body.id}`)).body.claimWords).toEqual(['sold']);
    const { rows } = await database.query<{ before: unknown; after: unknown; user_id: string }>(
      "SELECT * FROM audit_log WHERE workspace_id = $1 AND action = 'workspace.update'",
      [owner.session.workspace.id],
    );
    expect(rows).toEqual([
      expect.objectContaining({
        user_id: owner.session.user.id,
        before: expect.objectContaining({
          settings: expect.objectContaining({ claimWords: ['sold'] }),
        }) as unknown,
        after: expect.objectContaining({ name: 'Corner shop' }) as unknown,
      }),
    ]);
  });

  it("A workspace's audit log records registration, sign-ins, switches to the workspace, and sign-outs.", async () => {
    const { email } = owner.session.user;
    await call(app.url, null, 'POST', '/api/auth/login', { email, password: 'correct horse' });
    await memberToken('viewer');
    await owner.call('POST', '/api/auth/logout');
    const { rows } = await database.query<{ action: string; user_id: string }>(
      "SELECT action, user_id FROM audit_log WHERE workspace_id = $1 AND action ~ '^(account|session)' ORDER BY created_at, id",
      [owner.session.workspace.id],
    );
    expect(rows.map(({ action, user_id }) => [action, user_id === owner.session.user.id])).toEqual([
      ['account.register', true],
      ['session.login', true],
      ['session.switch', false],
      ['session.logout', true],
    ]);
  });

  it.each([
    [{ settings: { pollIntervalSeconds: 1 } }, 'settings.pollIntervalSeconds'],
    [{ settings: { pollIntervalSeconds: 11 } }, 'settings.pollIntervalSeconds'],
    [{ settings: { pollIntervalSeconds: '4' } }, 'settings.pollIntervalSeconds'],
    [{ settings: { fairnessWindowSeconds: 10.5 } }, 'settings.fairnessWindowSeconds'],
    [{ settings: { fairnessWindowSeconds: -1 } }, 'settings.fairnessWindowSeconds'],
    [{ settings: { maxClaimsPerComment: 0 } }, 'settings.maxClaimsPerComment'],
    [{ settings: { maxClaimsPerComment: 11 } }, 'settings.maxClaimsPerComment'],
    [{ settings: { retentionDays: 89 } }, 'settings.retentionDays'],
    [{ settings: { claimWords: [] } }, 'settings.claimWords'],
    [{ settings: { claimWords: 'sold' } }, 'settings.claimWords'],
    [{ settings: { claimWords: [' '] } }, 'settings.claimWords'],
    [{ settings: { claimWords: [null] } }, 'settings.claimWords'],
    [{ settings: { unknown: 1 } }, 'settings.unknown'],
    [{ settings: [] }, 'settings'],
    [{ settings: null }, 'settings'],
    [{ role: 'owner' }, 'role'],
    [{ name: 7 }, 'name'],
  ])('The workspace change %j is rejected.', async (body, field) => {
    const response = await owner.call<ErrorBody>('PATCH', path(), body);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
    expect(response.body.error.details?.map((detail) => detail.field)).toContain(field);
  });

  it('No route reveals a workspace to users of other workspaces.', async () => {
    const stranger = await newCaller(app.url);
    const routes = Object.entries(API_ROUTES).filter(([name]) => name.includes(' /api/workspaces/{id}'));
    for (const id of [
      owner.session.workspace.id,
      '00000000-0000-0000-0000-000000000000',
      'nonsense',
      '%00',
    ]) {
      for (const [name, route] of routes) {
        const [method] = name.split(' ');
        const response = await stranger.call(method ?? '', route.path(sameId(id)), route.body?.(sameId(id)));
        expect({ name, ...response }).toMatchObject({ name, ...refusal(404, 'NOT_FOUND') });
      }
    }
    expect((await owner.call<Workspace>('GET', path())).body.name).toBe(owner.session.workspace.name);
  });

  it('Admins can change a workspace, but operators cannot.', async () => {
    const [operator, admin] = [await memberToken('operator'), await memberToken('admin')];
    expect(await call(app.url, operator, 'PATCH', path(), { name: 'x' })).toMatchObject(
      refusal(403, 'FORBIDDEN'),
    );
    expect((await call(app.url, admin, 'PATCH', path(), { name: 'x' })).status).toBe(200);
  });

  it('A member with the viewer role can read the workspace and its shows but cannot change them.', async () => {
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 12');
    const viewer = await memberToken('viewer');
    const item = show.items[0]?.id ?? '';
    const base = `/api/shows/${show.id}`;
    for (const route of [
      path(),
      '/api/shows',
      base,
      `${base}/snapshot`,
      `${base}/claims`,
      `${base}/comments`,
      `${base}/buyers`,
      `${base}/events`,
      `${base}/items/${item}/claims`,
    ]) {
      expect([route, (await call(app.url, viewer, 'GET', route)).status]).toEqual([route, 200]);
    }
    const writes: [string, string, unknown?][] = [
      ['PATCH', path(), { name: 'x' }],
      ['POST', '/api/shows', {}],
      ['PATCH', base, { name: 'x' }],
      ['DELETE', base],
      ['POST', `${base}/items`, { items: [{ itemNumber: '13' }] }],
      ['PATCH', `${base}/items/${item}`, { totalQuantity: 5 }],
      ['DELETE', `${base}/items/${item}`],
      ['POST', `${base}/items/${item}/award`, { userHandle: 'bob' }],
      ['POST', `${base}/activate`, {}],
      ['POST', `${base}/pause`, {}],
      ['POST', `${base}/resume`, {}],
      ['POST', `${base}/stop`, {}],
      ['PUT', `${base}/now-showing`, { itemId: item }],
      ['POST', `${base}/acts/1/undo`, {}],
      ['POST', `/api/claims/${claim?.id ?? ''}/release`, {}],
      ['PATCH', `/api/claims/${claim?.id ?? ''}`, { flagged: true }],
      ['POST', '/api/debug/emit-comment', { showId: show.id, userId: 'u', userHandle: 'u', text: 'sold 12' }],
      ['POST', '/api/debug/bulk-comments', { showId: show.id, comments: [] }],
    ];
    const seqBefore = (await owner.call<Show>('GET', base)).body.lastSeq;
    for (const [method, route, body] of writes) {
      const response = await call<ErrorBody>(app.url, viewer, method, route, body);
      expect({ method, route, ...response }).toMatchObject({
        method,
        route,
        ...refusal(403, 'FORBIDDEN'),
      });
    }
    expect((await owner.call<Show>('GET', base)).body.lastSeq).toBe(seqBefore);
  });

  it('A role change takes effect with the next request.', async () => {
    const token = await memberToken('operator');
    expect((await call(app.url, token, 'POST', '/api/shows', {})).status).toBe(201);
    await database.query(
      "UPDATE memberships SET role = 'viewer' WHERE workspace_id = $1 AND role = 'operator'",
      [owner.session.workspace.id],
    );
    expect((await call(app.url, token, 'POST', '/api/shows', {})).status).toBe(403);
    await database.query("DELETE FROM memberships WHERE workspace_id = $1 AND role = 'viewer'", [
      owner.session.workspace.id,
    ]);
    expect((await call(app.url, token, 'GET', '/api/shows')).status).toBe(401);
  });
});
