import type { Connection, ConnectionList, ErrorBody, BroadcastList } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../../kernel';
import { type Caller, connectAccount, FakeGraph, graphError, newCaller, signIn, startTestApp, type TestApp } from '../../../test';

jest.setTimeout(60_000);

describe('Connections', () => {
  let graph: FakeGraph;
  let app: TestApp;
  let owner: Caller;

  beforeAll(async () => {
    graph = await new FakeGraph().start();
    graph.addPage('1000001', { name: 'Demo Page', instagram: { id: '17840000000000001', username: 'demo.shop' } });
    app = await startTestApp({ env: graph.env });
  });
  beforeEach(async () => {
    owner = await newCaller(app.url);
    graph.calls.length = 0;
    graph.dead.clear();
    graph.intercept = () => null;
  });
  afterEach(() => {
    jest.restoreAllMocks();
    expect(graph.violations).toEqual([]);
  });
  afterAll(async () => {
    await app.close();
    await graph.close();
  });

  const listed = async (caller = owner): Promise<Connection[]> =>
    (await caller.call<ConnectionList>('GET', '/api/connections')).body.connections;

  it('A Facebook sign-in creates connections with long-lived tokens, and no answer contains a token.', async () => {
    const { authorizeUrl, state, comeBack } = await signIn(app.url, owner, 'facebook');
    expect(authorizeUrl.pathname).toBe('/v26.0/dialog/oauth');
    expect(authorizeUrl.searchParams.get('client_id')).toBe('5000001');
    expect(authorizeUrl.searchParams.get('scope')).toContain('pages_read_user_content');
    expect(authorizeUrl.searchParams.get('redirect_uri')).toBe(`${app.url}/api/connections/oauth/facebook/callback`);
    const back = await comeBack({ code: 'good-code', state });
    const [connection] = await listed();
    expect([back.pathname, back.searchParams.get('connected')]).toEqual(['/connections', connection?.id]);
    expect(connection).toMatchObject({
      platform: 'facebook',
      externalAccountId: '1000001',
      displayName: 'Demo Page',
      status: 'active',
      daysLeft: 59,
      missingScopes: [],
      problem: null,
    });
    expect(JSON.stringify(await listed())).not.toMatch(/EAA/);
    const stored = JSON.stringify(await app.nest.get(DataSource).query('SELECT * FROM social_connections, audit_log'));
    expect(stored).not.toMatch(/EAA/);
    expect(stored).toMatch(/[0-9a-f]{8}:[^:"]+:[^:"]+:[^:"]+/);
    expect(graph.subscribed).toContainEqual({ path: '/1000001/subscribed_apps', fields: 'feed,live_videos' });
  });

  it('An Instagram connection is created through its page, or with its own login.', async () => {
    const linked = await connectAccount(app.url, owner, 'instagram');
    expect(linked).toMatchObject([
      { platform: 'instagram', externalAccountId: '17840000000000001', displayName: 'demo.shop', login: 'facebook' },
    ]);
    const other = await newCaller(app.url);
    const { authorizeUrl } = await signIn(app.url, other, 'instagram', { login: 'instagram' });
    expect(authorizeUrl.pathname).toBe('/oauth/authorize');
    const own = await connectAccount(app.url, other, 'instagram', { login: 'instagram' });
    expect(own).toMatchObject([{ externalAccountId: '17840000000000009', displayName: 'own.shop', login: 'instagram' }]);
  });

  it("A sign-in's state works once, in the same browser, for the same user, within ten minutes.", async () => {
    const first = await signIn(app.url, owner, 'facebook');
    expect(first.setCookie).toMatch(/HttpOnly/i);
    expect(first.setCookie).toMatch(/SameSite=Lax/i);
    const error = async (comeBack: typeof first.comeBack, query: Record<string, string>, cookie?: string) =>
      (await comeBack(query, cookie)).searchParams.get('error');
    expect(await error(first.comeBack, { code: 'good-code', state: first.state }, '')).toBe('state_invalid');
    expect(await error(first.comeBack, { code: 'good-code', state: first.state })).toBe('state_invalid');
    const second = await signIn(app.url, owner, 'facebook');
    const stranger = await signIn(app.url, await newCaller(app.url), 'facebook');
    expect(await error(second.comeBack, { code: 'good-code', state: second.state }, stranger.cookie)).toBe('state_invalid');
    expect(await error(second.comeBack, { code: 'good-code', state: 'forged' })).toBe('state_invalid');
    expect(await error(second.comeBack, { code: 'good-code' })).toBe('state_invalid');
    const third = await signIn(app.url, owner, 'facebook');
    const now = Date.now();
    jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => now + 601_000);
    expect(await error(third.comeBack, { code: 'good-code', state: third.state })).toBe('state_invalid');
    jest.restoreAllMocks();
    const fourth = await signIn(app.url, owner, 'facebook');
    await owner.call('POST', '/api/auth/logout');
    expect(await error(fourth.comeBack, { code: 'good-code', state: fourth.state })).toBe('state_invalid');
    expect(graph.callsTo(/oauth\/access_token/)).toEqual([]);
  });

  it('A failed sign-in reports the reason.', async () => {
    const ending = async (query: Record<string, string>, platform = 'facebook') => {
      const { state, comeBack } = await signIn(app.url, owner, platform);
      return (await comeBack({ ...query, state })).searchParams.get('error');
    };
    expect(await ending({ error: 'access_denied', error_code: '200', error_reason: 'user_denied' })).toBe('denied');
    expect(await ending({ error_code: '100', error_message: 'x' })).toBe('platform_error');
    expect(await ending({ code: 'used-code' })).toBe('platform_error');
    // Neither the list nor the grant names a Page. A Page that the grant alone names is connected: `page-grants.db-spec.ts`.
    graph.intercept = (call) => (call.path.endsWith('/me/accounts') ? { body: { data: [] } } : null);
    expect(await ending({ code: 'good-code' })).toBe('no_page');
    expect(await ending({ code: 'good-code' }, 'instagram')).toBe('no_instagram_account');
    expect(await listed()).toEqual([]);
  });

  it('A renewed connection keeps its id and becomes healthy.', async () => {
    const [before] = await connectAccount(app.url, owner, 'facebook');
    graph.dead.set('EAApage-1000001', 463);
    const refused = await owner.call<ErrorBody>('GET', `/api/connections/${before?.id ?? ''}/lives`);
    expect([refused.status, refused.body.error.code]).toEqual([409, 'CONNECTION_EXPIRED']);
    expect(JSON.stringify(refused.body)).not.toContain('EAA');
    expect(await listed()).toMatchObject([
      { id: before?.id, status: 'expired', problem: expect.stringContaining('Reconnect the account') },
    ]);
    graph.dead.clear();
    expect(await connectAccount(app.url, owner, 'facebook')).toMatchObject([{ id: before?.id, status: 'active', problem: null }]);
  });

  it('A connection names its missing permissions.', async () => {
    graph.scopes = ['pages_show_list', 'pages_read_engagement'];
    const [connection] = await connectAccount(app.url, owner, 'facebook');
    graph.scopes = ['pages_show_list', 'pages_read_engagement', 'pages_read_user_content', 'pages_manage_metadata'];
    expect(connection).toMatchObject({
      missingScopes: ['pages_read_user_content'],
      problem: expect.stringContaining('pages_read_user_content'),
    });
  });

  it('A disconnected account is revoked at the platform, and the last one of a person ends the grant.', async () => {
    graph.addPage('1000002');
    const made = await connectAccount(app.url, owner, 'facebook');
    const [one, two] = ['1000001', '1000002'].map((id) => made.find(({ externalAccountId }) => externalAccountId === id));
    graph.pages.delete('1000002');
    graph.addPage('1000002');
    expect((await owner.call('DELETE', `/api/connections/${one?.id ?? ''}`)).status).toBe(204);
    expect(graph.callsTo(/DELETE .*permissions/)).toHaveLength(0);
    // Other workspaces have the page too: its webhooks are theirs.
    expect(graph.callsTo(/DELETE .*subscribed_apps/)).toHaveLength(0);
    const others = await app.nest
      .get(DataSource)
      .query(`DELETE FROM social_connections WHERE workspace_id <> '${owner.session.workspace.id}'`);
    expect(others).toBeDefined();
    expect((await owner.call('DELETE', `/api/connections/${two?.id ?? ''}`)).status).toBe(204);
    expect(graph.callsTo(/DELETE .*1000002\/subscribed_apps/)).toHaveLength(1);
    expect(graph.callsTo(/DELETE .*me\/permissions/)).toHaveLength(1);
    expect(await listed()).toEqual([]);
    expect((await owner.call('DELETE', `/api/connections/${two?.id ?? ''}`)).status).toBe(404);
    graph.pages.delete('1000002');
  });

  it('A connection lists its live broadcasts, from the list of live videos or, if that is refused, of all videos.', async () => {
    const [connection] = await connectAccount(app.url, owner, 'facebook');
    const lives = async () => (await owner.call<BroadcastList>('GET', `/api/connections/${connection?.id ?? ''}/lives`)).body.lives;
    expect(await lives()).toEqual([]);
    graph.goLive('1000001', '2000001');
    graph.goLive('1000001', '2000002', { status: 'VOD' });
    expect(await lives()).toEqual([
      {
        liveId: '2000001',
        title: 'Sunday sale',
        status: 'LIVE',
        startedAt: '2026-11-22T19:00:03.000Z',
        viewers: 42,
        url: 'https://www.facebook.com/demopage/videos/3000001/',
      },
    ]);
    graph.intercept = (call) => (call.path.endsWith('/live_videos') ? graphError(100) : null);
    expect(await lives()).toMatchObject([{ liveId: '3000001', status: 'LIVE' }]);
    graph.intercept = () => ({ status: 502, body: '<html>Sorry</html>' });
    const broken = await owner.call<ErrorBody>('GET', `/api/connections/${connection?.id ?? ''}/lives`);
    expect([broken.status, broken.body.error.code]).toEqual([502, 'PLATFORM_ERROR']);
    graph.broadcasts.clear();
  });

  it('Other workspaces cannot see a connection.', async () => {
    const [connection] = await connectAccount(app.url, owner, 'facebook');
    const stranger = await newCaller(app.url);
    for (const [method, path] of [
      ['GET', `/api/connections/${connection?.id ?? ''}/lives`],
      ['DELETE', `/api/connections/${connection?.id ?? ''}`],
      ['GET', '/api/connections/nonsense/lives'],
    ] as const) {
      expect([(await stranger.call(method, path)).status, path]).toEqual([404, path]);
    }
    expect(await listed(stranger)).toEqual([]);
    expect((await stranger.call('POST', '/api/connections/oauth/myspace/start', {})).status).toBe(404);
    expect(await listed()).toHaveLength(1);
  });

  it('Without a Meta app, a sign-in is refused with the reason.', async () => {
    const bare = await startTestApp();
    const caller = await newCaller(bare.url);
    const answer = await caller.call<ErrorBody>('POST', '/api/connections/oauth/facebook/start');
    expect([answer.status, answer.body.error.code]).toEqual([502, 'PLATFORM_ERROR']);
    expect(answer.body.error.message).toContain('META_APP_ID');
    await bare.close();
  });
});
