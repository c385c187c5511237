import type { AuditList, Session } from '@sellary/contracts';
import { newCaller, useCallerPerTest, useTestApp } from '../../../test';
import { call } from '../../../test/caller';

describe('The audit log', () => {
  const app = useTestApp();
  const owner = useCallerPerTest(app);

  const path = (): string => `/api/workspaces/${owner.session.workspace.id}/audit`;
  const read = async (query = ''): Promise<AuditList> =>
    (await owner.call<AuditList>('GET', `${path()}${query}`)).body;

  it('The audit log lists entries newest first, and shows who changed a claim and its state before and after.', async () => {
    const show = await owner.activeShow([{ itemNumber: '1' }]);
    const { claim } = await owner.say(show.id, 'ann', 'sold 1');
    await owner.call('PATCH', `/api/claims/${claim?.id}`, { flagged: true });
    await owner.call('POST', `/api/claims/${claim?.id}/release`, {});
    const { entries } = await read(`?showId=${show.id}`);
    expect(entries.map((entry) => entry.action)).toEqual(
      expect.arrayContaining(['show.create', 'claim.release']),
    );
    expect(entries.map((entry) => entry.at)).toEqual([...entries.map((entry) => entry.at)].sort().reverse());
    expect(entries[0]).toMatchObject({
      user: { id: owner.session.user.id, name: owner.session.user.name },
      action: 'claim.release',
      entityType: 'claim',
      entityId: claim?.id,
      showId: show.id,
      before: { id: claim?.id, status: 'winner', flagged: true },
      after: { claim: { id: claim?.id, status: 'released' } },
    });
  });

  it('The audit log can be filtered by action, subject, user, and time, and is paginated.', async () => {
    for (let index = 0; index < 5; index += 1) {
      await owner.call('POST', '/api/shows', { name: `Show ${index}` });
    }
    const all = await read();
    expect(all.entries.map((entry) => entry.action)).toEqual([
      ...Array<string>(5).fill('show.create'),
      'account.register',
    ]);
    expect((await read('?action=account.register')).entries).toEqual(all.entries.slice(5));
    expect((await read('?entityType=show')).entries).toEqual(all.entries.slice(0, 5));
    expect((await read(`?userId=${owner.session.user.id}`)).entries).toEqual(all.entries);
    expect((await read(`?userId=${owner.session.workspace.id}`)).entries).toEqual([]);
    const middle = all.entries[2]?.at ?? '';
    expect((await read(`?from=${middle}`)).entries).toEqual(
      all.entries.filter((entry) => entry.at >= middle),
    );
    expect((await read(`?to=${middle}`)).entries).toEqual(all.entries.filter((entry) => entry.at < middle));
    const first = await read('?limit=4');
    const second = await read(`?limit=4&cursor=${first.nextCursor ?? ''}`);
    expect([...first.entries, ...second.entries]).toEqual(all.entries);
    expect(second.nextCursor).toBeNull();
  });

  it('A page with large entries ends before its limit, and the next page continues without a gap.', async () => {
    const show = await owner.activeShow([]);
    for (let from = 0; from < 1_500; from += 500) {
      const items = Array.from({ length: 500 }, (_, n) => ({
        itemNumber: `${from + n + 1}`,
        description: 'blue '.repeat(80),
      }));
      expect((await owner.call('POST', `/api/shows/${show.id}/items`, { items })).status).toBe(201);
    }
    const entries: AuditList['entries'] = [];
    const sizes: number[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: AuditList = await read(
        `?limit=200&showId=${show.id}${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      entries.push(...page.entries);
      sizes.push(page.entries.length);
      cursor = page.nextCursor;
    }
    expect(entries.filter(({ action }) => action === 'item.add')).toHaveLength(3);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(5);
    expect(sizes.length).toBeGreaterThan(2);
  });

  it.each([
    ['?from=yesterday', 400],
    ['?to=2026-W10', 400],
    ['?cursor=x', 400],
    ['?showId=x', 404],
    ['?userId=x', 404],
  ])('An audit log request with %s is rejected.', async (query, status) => {
    expect((await owner.call('GET', `${path()}${query}`)).status).toBe(status);
  });

  it('Only workspace admins can read the audit log, and no user can change it.', async () => {
    const database = await app.connect();
    const other = await newCaller(app.url);
    const workspaceId = owner.session.workspace.id;
    expect((await other.call('GET', path())).status).toBe(404);
    await database.query(
      "INSERT INTO memberships (workspace_id, user_id, role, created_at) VALUES ($1, $2, 'operator', now())",
      [workspaceId, other.session.user.id],
    );
    const { accessToken } = (await other.call<Session>('POST', '/api/auth/switch', { workspaceId })).body;
    expect((await call(app.url, accessToken, 'GET', path())).status).toBe(403);
    await database.query("UPDATE memberships SET role = 'admin' WHERE workspace_id = $1 AND user_id = $2", [
      workspaceId,
      other.session.user.id,
    ]);
    expect((await call(app.url, accessToken, 'GET', path())).status).toBe(200);
    const { entries } = await read();
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      for (const target of [path(), `${path()}/${entries[0]?.id ?? ''}`]) {
        expect((await owner.call(method, target, {})).status).toBe(404);
      }
    }
    expect(await read()).toEqual({ entries, nextCursor: null });
  });
});
