import type { BroadcastList, Connection, ErrorBody } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';
import { WebhookSubscriptions } from '../connections/webhook-subscriptions';
import { newCaller, refusal, signIn, startTestApp, useCallerPerTest, useSimulatedApp } from '../../../test';
import { readConnections } from '../../../test/live-sources';

jest.setTimeout(60_000);

describe('Connections', () => {
  const { platform, app } = useSimulatedApp({ simulator: { live: false } });
  const owner = useCallerPerTest(app);

  beforeEach(async () => {
    platform.control.clearRequests();
    platform.control.clearFaults();
    platform.control.setPage('1000002', { hasRole: false });
  });

  const listConnections = (caller = owner) => readConnections(caller);
  const readLives = ({ id }: Connection) =>
    owner.call<BroadcastList & ErrorBody>('GET', `/api/connections/${id}/lives`);
  const disconnect = ({ id }: Connection, caller = owner) => caller.call('DELETE', `/api/connections/${id}`);
  const connectPage = (caller = owner) => platform.connectAccount(app.url, caller, 'facebook', '1000001');
  const query = (sql: string, parameters?: unknown[]): Promise<unknown[]> =>
    app.nest.get(DataSource).query(sql, parameters);

  it('A Facebook sign-in creates connections with long-lived tokens, and no response contains a token.', async () => {
    const { authorizeUrl } = await signIn(app.url, owner, 'facebook');
    expect(authorizeUrl.pathname).toBe('/v26.0/dialog/oauth');
    expect(authorizeUrl.searchParams.get('client_id')).toBe('5000001');
    expect(authorizeUrl.searchParams.get('scope')).toContain('pages_read_user_content');
    expect(authorizeUrl.searchParams.get('redirect_uri')).toBe(
      `${app.url}/api/connections/oauth/facebook/callback`,
    );
    const back = await platform.visitDialog(app.url, owner, 'facebook');
    const [connection] = await listConnections();
    expect([back.pathname, back.searchParams.get('connected')]).toEqual(['/connections', connection?.id]);
    expect(connection).toMatchObject({
      platform: 'facebook',
      externalAccountId: '1000001',
      displayName: 'Wren & Willow Vintage',
      status: 'active',
      daysLeft: 59,
      missingScopes: [],
      problem: null,
    });
    expect(JSON.stringify(await listConnections())).not.toMatch(/EAA/);
    const stored = JSON.stringify(await query('SELECT * FROM social_connections, audit_log'));
    expect(stored).not.toMatch(/EAA/);
    expect(stored).toMatch(/[0-9a-f]{8}:[^:"]+:[^:"]+:[^:"]+/);
    expect(platform.control.installedFields('1000001')).toEqual(['feed', 'live_videos']);
  });

  it('An Instagram account is connected through its Facebook Page, or with Instagram Login.', async () => {
    const throughPage = await platform.connect(app.url, owner, 'instagram');
    expect(throughPage).toMatchObject([
      {
        platform: 'instagram',
        externalAccountId: '17840000000000001',
        displayName: 'wren.and.willow',
        login: 'facebook',
      },
    ]);
    const other = await newCaller(app.url);
    const { authorizeUrl } = await signIn(app.url, other, 'instagram', { login: 'instagram' });
    expect(authorizeUrl.pathname).toBe('/oauth/authorize');
    const withInstagramLogin = await platform.connect(app.url, other, 'instagram', { login: 'instagram' });
    expect(withInstagramLogin).toMatchObject([
      { externalAccountId: '17840000000000002', displayName: 'second.spring', login: 'instagram' },
    ]);
  });

  it("A sign-in's state is valid once, in the same browser, for the same user, within ten minutes.", async () => {
    const first = await signIn(app.url, owner, 'facebook');
    expect(first.setCookie).toMatch(/HttpOnly/i);
    expect(first.setCookie).toMatch(/SameSite=Lax/i);
    const errorOf = async (complete: typeof first.complete, query: Record<string, string>, cookie?: string) =>
      (await complete(query, cookie)).searchParams.get('error');
    expect(await errorOf(first.complete, { code: 'a code', state: first.state }, '')).toBe('state_invalid');
    expect(await errorOf(first.complete, { code: 'a code', state: first.state })).toBe('state_invalid');
    const second = await signIn(app.url, owner, 'facebook');
    const stranger = await signIn(app.url, await newCaller(app.url), 'facebook');
    expect(await errorOf(second.complete, { code: 'a code', state: second.state }, stranger.cookie)).toBe(
      'state_invalid',
    );
    expect(await errorOf(second.complete, { code: 'a code', state: 'forged' })).toBe('state_invalid');
    expect(await errorOf(second.complete, { code: 'a code' })).toBe('state_invalid');
    const third = await signIn(app.url, owner, 'facebook');
    const now = Date.now();
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => now + 601_000);
    expect(await errorOf(third.complete, { code: 'a code', state: third.state })).toBe('state_invalid');
    jest.restoreAllMocks();
    const fourth = await signIn(app.url, owner, 'facebook');
    await owner.call('POST', '/api/auth/logout');
    expect(await errorOf(fourth.complete, { code: 'a code', state: fourth.state })).toBe('state_invalid');
    expect(platform.callsTo(/oauth\/access_token/)).toEqual([]);
  });

  it('A failed sign-in reports the reason.', async () => {
    const errorAfter = async (query: Record<string, string>) => {
      const { state, complete } = await signIn(app.url, owner, 'facebook');
      return (await complete({ ...query, state })).searchParams.get('error');
    };
    const errorOfDialog = async (kind: string) =>
      (await platform.visitDialog(app.url, owner, kind)).searchParams.get('error');
    expect(await errorAfter({ error: 'access_denied', error_code: '200', error_reason: 'user_denied' })).toBe(
      'denied',
    );
    expect(await errorAfter({ error_code: '100', error_message: 'x' })).toBe('platform_error');
    expect(await errorAfter({ code: 'used-code' })).toBe('platform_error');
    // Neither the list nor the grant contains a Page. A Page that is only in the grant is connected: see
    // `page-grants.db-spec.ts`.
    const scopes = [
      'pages_show_list',
      'pages_read_engagement',
      'pages_read_user_content',
      'pages_manage_metadata',
    ];
    const { appId: app_id } = platform.simulator;
    const grant = { app_id, is_valid: true, expires_at: 0, user_id: '7000001', scopes };
    const answer = (path: string, data: object) =>
      platform.control.fault({ kind: 'answer', path, body: JSON.stringify({ data }), times: null });
    answer('/debug_token', grant);
    answer('/me/accounts', []);
    expect(await errorOfDialog('facebook')).toBe('no_page');
    expect(await errorOfDialog('instagram')).toBe('no_instagram_account');
    expect(await listConnections()).toEqual([]);
  });

  it('A reconnected account keeps its connection id and becomes active again.', async () => {
    const before = await connectPage();
    platform.control.killTokens('1000001', 'password');
    const refused = await readLives(before);
    expect(refused).toMatchObject(refusal(409, 'CONNECTION_EXPIRED'));
    expect(JSON.stringify(refused.body)).not.toContain('EAA');
    expect(await listConnections()).toMatchObject([
      { id: before.id, status: 'expired', problem: expect.stringContaining('Connect the account again') },
    ]);
    expect(await platform.connect(app.url, owner, 'facebook')).toMatchObject([
      { id: before.id, status: 'active', problem: null },
    ]);
  });

  it("Disconnecting a person's last account revokes the grant at the platform, but disconnecting any other account does not.", async () => {
    platform.control.setPage('1000002', { hasRole: true });
    const connections = await platform.connect(app.url, owner, 'facebook');
    const connectionTo = (accountId: string) =>
      connections.find(({ externalAccountId }) => externalAccountId === accountId)!;
    const [first, second] = [connectionTo('1000001'), connectionTo('1000002')];
    expect((await disconnect(first)).status).toBe(204);
    expect(platform.callsTo(/DELETE .*permissions/)).toHaveLength(0);
    // Other workspaces have also connected the page and still need its webhooks.
    expect(platform.callsTo(/DELETE .*subscribed_apps/)).toHaveLength(0);
    await query('DELETE FROM social_connections WHERE workspace_id <> $1', [owner.session.workspace.id]);
    expect((await disconnect(second)).status).toBe(204);
    expect(platform.callsTo(/DELETE .*1000002\/subscribed_apps/)).toHaveLength(1);
    expect(platform.callsTo(/DELETE .*me\/permissions/)).toHaveLength(1);
    expect(await listConnections()).toEqual([]);
    expect((await disconnect(second)).status).toBe(404);
  });

  it('A grant is not revoked if its account is connected again while its webhooks are being released.', async () => {
    const caller = await newCaller(app.url);
    await query('DELETE FROM social_connections');
    const connection = await connectPage(caller);
    platform.control.clearRequests();
    jest.spyOn(app.nest.get(WebhookSubscriptions), 'release').mockImplementationOnce(async () => {
      await platform.connect(app.url, caller, 'facebook');
    });
    expect((await disconnect(connection, caller)).status).toBe(204);
    expect(platform.callsTo(/DELETE .*permissions/)).toHaveLength(0);
  });

  it('Of two simultaneous calls that disconnect an account, only one succeeds.', async () => {
    const connection = await connectPage();
    const responses = await Promise.all([disconnect(connection), disconnect(connection)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([204, 404]);
    const entries = await query(
      "SELECT id FROM audit_log WHERE action = 'connection.disconnect' AND entity_id = $1",
      [connection.id],
    );
    expect(entries).toHaveLength(1);
  });

  it("Live broadcasts are listed without reading the page's whole history.", async () => {
    const connection = await connectPage();
    const past = Array.from({ length: 160 }, () => platform.control.broadcasts.create({ owner: '1000001' }));
    for (const { id } of past) platform.control.broadcasts.stop(id);
    platform.control.clearRequests();
    expect((await readLives(connection)).body.lives).toEqual([]);
    const calls = [/\/live_videos$/, /\/videos$/].map((calledPath) => platform.callsTo(calledPath).length);
    expect(calls).toEqual([4, 4]);
    for (const { id } of past) platform.control.broadcasts.remove(id);
  });

  it('A connection lists live broadcasts from the live videos or, if that list is refused, from all videos.', async () => {
    const connection = await connectPage();
    const lives = async () => (await readLives(connection)).body.lives;
    expect(await lives()).toEqual([]);
    const { startedAt, viewers } = platform.control.broadcasts.start('2000001');
    expect(await lives()).toEqual([
      {
        liveId: '2000001',
        title: 'Sunday sale',
        status: 'LIVE',
        startedAt: new Date(Math.floor((startedAt ?? 0) / 1_000) * 1_000).toISOString(),
        viewers,
        url: 'https://www.facebook.com/wrenandwillow/videos/3000001/',
      },
    ]);
    platform.control.fault({ kind: 'graph', path: '/live_videos', code: 100, times: null });
    expect(await lives()).toMatchObject([{ liveId: '3000001', status: 'LIVE' }]);
    platform.control.fault({ kind: 'html', times: null });
    expect(await readLives(connection)).toMatchObject(refusal(502, 'PLATFORM_ERROR'));
    platform.control.broadcasts.stop('2000001');
  });

  it('Other workspaces cannot see a connection.', async () => {
    const connection = await connectPage();
    const stranger = await newCaller(app.url);
    for (const [method, path] of [
      ['GET', `/api/connections/${connection.id}/lives`],
      ['DELETE', `/api/connections/${connection.id}`],
      ['GET', '/api/connections/nonsense/lives'],
    ] as const) {
      expect([(await stranger.call(method, path)).status, path]).toEqual([404, path]);
    }
    expect(await listConnections(stranger)).toEqual([]);
    expect((await stranger.call('POST', '/api/connections/oauth/myspace/start', {})).status).toBe(404);
    expect(await listConnections()).toHaveLength(1);
  });

  it('Without a Meta app, a sign-in fails, and the error names the missing setting.', async () => {
    const appWithoutMeta = await startTestApp();
    const caller = await newCaller(appWithoutMeta.url);
    expect(await caller.call('POST', '/api/connections/oauth/facebook/start')).toMatchObject({
      status: 502,
      body: { error: { code: 'PLATFORM_ERROR', message: expect.stringContaining('META_APP_ID') } },
    });
    await appWithoutMeta.close();
  });
});
