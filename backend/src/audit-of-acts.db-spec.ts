import type { AuditList, AuditRecord, CreatedInvite, Session, SessionList } from '@sellary/contracts';
import { OutgoingQueue } from '@sellary/extension-kit';
import { randomBytes } from 'node:crypto';
import { DataSource } from 'typeorm';
import { addResetLink } from './auth';
import { poolReader } from './kernel';
import { type Caller, eventually, newCaller, SAMPLE_EXTENSION, SampleJobs, useSimulatedApp } from '../test';
import { API_ROUTES, isAct } from '../test/api-routes';
import { ActLog, sendOrThrow } from '../test/act-log';
import { call } from '../test/caller';
import { partialMatcher, partialShape } from '../test/partial-shape';
import { doBasketActs } from '../test/basket-acts';
import { doShowActs } from '../test/show-acts';

describe('Every operator act', () => {
  const { platform, app } = useSimulatedApp({ extensions: [SAMPLE_EXTENSION] });
  let owner: Caller;

  beforeAll(async () => {
    owner = await newCaller(app.url);
    acts.push({
      route: 'POST /api/auth/register',
      action: 'account.register',
      after: { email: owner.session.user.email },
    });
    await doTeamActs();
    await doShowActs(owner, addAct);
    await doBasketActs(owner, addAct);
    await doConnectionActs();
    await doExtensionActs();
    await doSessionActs();
  });

  const { acts, addAct } = new ActLog();
  const send = <T>(method: string, path: string, body?: unknown): Promise<T> =>
    sendOrThrow<T>(owner, method, path, body);

  async function doExtensionActs(): Promise<void> {
    const path = '/api/extensions/sample';
    await send('PUT', path, { enabled: false, settings: { greeting: 'Welcome', key: 'correct horse' } });
    const settings = (greeting: string, ...secretsSet: string[]): object => ({
      values: { greeting },
      secretsSet,
    });
    addAct('PUT /api/extensions/{name}', 'extension.switch', { enabled: true }, { enabled: false });
    addAct('PUT /api/extensions/{name}', 'extension.settings', settings('Hello'), settings('Welcome', 'key'));
    await send('PUT', path, { enabled: true });
    for (const verb of ['retry', 'skip']) {
      await send('POST', `${path}/parked/${verb}`, { ids: ['none'] });
      addAct(`POST /api/extensions/{name}/parked/${verb}`, `extension.${verb}`, undefined, { rows: [] });
    }
    await doJobActs(path);
    const show = await owner.activeShow([]);
    await send('POST', `${path}/actions/greet`, { targetId: show.id });
    addAct('POST /api/extensions/{name}/actions/{id}', 'extension.action', undefined, {
      extension: 'sample',
      action: 'greet',
    });
  }

  async function doJobActs(path: string): Promise<void> {
    const queue = app.nest.get(OutgoingQueue);
    const workspaceId = owner.session.workspace.id;
    const job = await queue.enqueue(SampleJobs, { workspaceId, key: 'greeting', payload: {} });
    await eventually(
      () => queue.list(SampleJobs, workspaceId),
      ({ jobs }) => jobs[0]?.state === 'failed',
    );
    for (const [verb, action] of [
      ['resend', 'extension.retry'],
      ['discard', 'extension.skip'],
    ] as const) {
      await send('POST', `${path}/jobs/${job}/${verb}`, {});
      addAct(`POST /api/extensions/{name}/jobs/{id}/${verb}`, action, undefined, {
        extension: 'sample',
        job,
      });
    }
  }

  async function doTeamActs(): Promise<void> {
    const workspace = `/api/workspaces/${owner.session.workspace.id}`;
    await send('PATCH', workspace, { settings: { claimWords: ['mine'] } });
    addAct(
      'PATCH /api/workspaces/{id}',
      'workspace.update',
      { settings: { claimWords: ['sold'] } },
      { settings: { claimWords: ['mine'] } },
    );
    await send('PATCH', `${workspace}/rules`, { passWords: ['skip'] });
    addAct(
      'PATCH /api/workspaces/{id}/rules',
      'workspace.update',
      { settings: { passWords: ['pass'] } },
      { settings: { passWords: ['skip'] } },
    );
    const email = `${randomBytes(8).toString('hex')}@example.com`;
    const revoked = await send<CreatedInvite>('POST', `${workspace}/members`, {
      email: 'nobody@example.com',
      role: 'admin',
    });
    await send('DELETE', `${workspace}/invites/${revoked.id}`);
    addAct('POST /api/workspaces/{id}/members', 'invite.create', undefined, {
      email: 'nobody@example.com',
      role: 'admin',
    });
    addAct('DELETE /api/workspaces/{id}/invites/{inviteId}', 'invite.revoke', {
      email: 'nobody@example.com',
      role: 'admin',
    });
    const invite = await send<CreatedInvite>('POST', `${workspace}/members`, { email, role: 'viewer' });
    const body = { name: 'Nina', password: 'correct horse' };
    const joined = (await call<Session>(app.url, null, 'POST', `/api/invites/${invite.token}/accept`, body))
      .body;
    addAct('POST /api/invites/{token}/accept', 'member.join', undefined, {
      email,
      name: 'Nina',
      role: 'viewer',
    });
    await send('PATCH', `${workspace}/members/${joined.user.id}`, { role: 'operator' });
    addAct(
      'PATCH /api/workspaces/{id}/members/{userId}',
      'member.role',
      { role: 'viewer' },
      { role: 'operator' },
    );
    await send('DELETE', `${workspace}/members/${joined.user.id}`);
    addAct('DELETE /api/workspaces/{id}/members/{userId}', 'member.remove', {
      email,
      name: 'Nina',
      role: 'operator',
    });
  }

  async function doConnectionActs(): Promise<void> {
    const [connected] = await platform.connect(app.url, owner, 'facebook');
    const displayName = connected?.displayName;
    acts.push({
      route: 'sign-in at a platform',
      action: 'connection.connect',
      after: { displayName, platform: 'facebook' },
    });
    await send('POST', `/api/connections/${connected?.id ?? ''}/webhooks`);
    const unchanged = { webhooks: 'off' };
    addAct('POST /api/connections/{id}/webhooks', 'connection.subscribe', unchanged, unchanged);
    await send('DELETE', `/api/connections/${connected?.id ?? ''}`);
    addAct('DELETE /api/connections/{id}', 'connection.disconnect', { displayName, platform: 'facebook' });
  }

  async function doSessionActs(): Promise<void> {
    const other = await newCaller(app.url);
    const invite = await send<CreatedInvite>(
      'POST',
      `/api/workspaces/${owner.session.workspace.id}/members`,
      { email: other.session.user.email, role: 'viewer' },
    );
    const joined = await other.call<Session>('POST', `/api/invites/${invite.token}/accept`, {});
    const { body } = await call<Session>(app.url, joined.body.accessToken, 'POST', '/api/auth/switch', {
      workspaceId: owner.session.workspace.id,
    });
    addAct('POST /api/auth/switch', 'session.switch');
    await call(app.url, body.accessToken, 'POST', '/api/auth/logout');
    addAct('POST /api/auth/logout', 'session.logout');
    const credentials = { email: owner.session.user.email, password: 'correct horse' };
    await call(app.url, null, 'POST', '/api/auth/login', credentials);
    addAct('POST /api/auth/login', 'session.login');
    await accountActs(credentials);
  }

  async function accountActs(credentials: { email: string; password: string }): Promise<void> {
    const signIn = async (): Promise<void> =>
      void (await call(app.url, null, 'POST', '/api/auth/login', credentials));
    const { sessions } = await send<SessionList>('GET', '/api/auth/sessions');
    await send('DELETE', `/api/auth/sessions/${sessions.find(({ current }) => !current)?.id ?? ''}`);
    addAct('DELETE /api/auth/sessions/{id}', 'session.end', undefined, {
      sessionsEnded: 1,
      devices: ['node'],
    });
    await signIn();
    await signIn();
    await send('DELETE', '/api/auth/sessions');
    addAct('DELETE /api/auth/sessions', 'session.end', undefined, { sessionsEnded: 2 });
    await send('POST', '/api/auth/password', { current: credentials.password, next: 'another horse' });
    addAct('POST /api/auth/password', 'account.password', undefined, { device: 'node', sessionsEnded: 0 });
    const reader = poolReader(app.nest.get(DataSource));
    const link = await addResetLink(reader, owner.session.user.id, Date.now());
    const reset = await call<Session>(
      app.url,
      null,
      'POST',
      `/api/auth/password-reset/${link.split('/').pop() ?? ''}`,
      {
        password: credentials.password,
      },
    );
    owner = {
      ...owner,
      call: (method, path, body) => call(app.url, reset.body.accessToken, method, path, body),
    };
    addAct('POST /api/auth/password-reset/{token}', 'account.reset', undefined, {
      device: 'node',
      sessionsEnded: 1,
    });
  }

  async function entries(): Promise<AuditRecord[]> {
    const { body } = await owner.call<AuditList>(
      'GET',
      `/api/workspaces/${owner.session.workspace.id}/audit?limit=200`,
    );
    return body.entries;
  }

  it('These tests perform every operator act.', () => {
    const performed = acts.map((act) => act.route).filter((route) => route in API_ROUTES);
    expect([...new Set(performed)].sort()).toEqual(Object.keys(API_ROUTES).filter(isAct).sort());
  });

  it('Every act is recorded with its user, its subject, and the before and after states.', async () => {
    const recorded = await entries();
    for (const { route, action, before, after } of acts) {
      const found = recorded.filter((entry) => entry.action === action);
      expect([route, found.length > 0]).toEqual([route, true]);
      for (const entry of found) {
        expect(entry).toMatchObject({
          user: { id: expect.any(String) as string, name: expect.any(String) as string },
          entityType: expect.any(String) as string,
        });
      }
      if (before !== undefined) {
        expect(found.map((entry) => entry.before)).toContainEqual(
          expect.objectContaining(partialShape(before)),
        );
      }
      if (after !== undefined) {
        expect(found.map((entry) => entry.after)).toContainEqual(partialMatcher(after));
      }
    }
  });
});
