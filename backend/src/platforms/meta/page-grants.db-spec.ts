import type { BroadcastList, ConnectionList } from '@sellary/contracts';
import { newCaller, signIn, useCallerPerTest, useSimulatedApp, useTestApp } from '../../../test';

jest.setTimeout(60_000);

describe('Pages opened by a sign-in', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);

  afterEach(() => {
    for (const id of ['1000001', '1000002']) {
      platform.control.setPage(id, { portfolio: false, hasRole: true });
    }
    platform.control.switch({ loginConfigId: '', loginConfigScopes: '', scopesAppLacks: '' });
    platform.control.clearFaults();
  });

  const connect = async (kind = 'facebook', caller = owner, testApp = app): Promise<URLSearchParams> =>
    (await platform.visitDialog(testApp.url, caller, kind)).searchParams;
  const listConnections = async (caller = owner): Promise<ConnectionList> =>
    (await caller.call<ConnectionList>('GET', '/api/connections')).body;
  const accounts = async (): Promise<string[]> =>
    (await listConnections()).connections.map(({ externalAccountId }) => externalAccountId).sort();

  it("A business portfolio's Page is connected although the Page list omits it.", async () => {
    for (const id of ['1000001', '1000002']) platform.control.setPage(id, { portfolio: true });
    expect((await connect()).get('error')).toBeNull();
    expect(await accounts()).toEqual(['1000001', '1000002']);
    const [first] = (await listConnections()).connections;
    const lives = await owner.call<BroadcastList>('GET', `/api/connections/${first?.id}/lives`);
    expect(lives.body.lives).toHaveLength(1);
  });

  it("A person's own Pages and a portfolio's Pages are connected together, each once.", async () => {
    platform.control.setPage('1000002', { portfolio: true });
    await connect();
    expect(await accounts()).toEqual(['1000001', '1000002']);
  });

  it("The Instagram account behind a portfolio's Page is connected.", async () => {
    platform.control.setPage('1000001', { portfolio: true });
    expect((await connect('instagram')).get('error')).toBeNull();
    expect(await accounts()).toEqual(['17840000000000001']);
  });

  it('A Page that cannot be opened is reported, and the other Page is connected.', async () => {
    platform.control.setPage('1000002', { hasRole: false });
    const query = await connect();
    expect([query.get('error'), query.get('missed')]).toEqual([null, '1000002']);
    expect(await accounts()).toEqual(['1000001']);
  });

  it("If the request for a portfolio's Page fails, that Page is reported, and the other Page is connected.", async () => {
    platform.control.setPage('1000002', { portfolio: true });
    platform.control.fault({ kind: 'graph', path: '/1000002', method: 'GET', code: 100, subcode: 33 });
    const query = await connect();
    expect([query.get('error'), query.get('missed')]).toEqual([null, '1000002']);
    expect(await accounts()).toEqual(['1000001']);
  });

  it('A sign-in that grants Pages but opens none of them is reported, and no connection is saved.', async () => {
    for (const id of ['1000001', '1000002']) {
      platform.control.setPage(id, { portfolio: true, hasRole: false });
    }
    const query = await connect();
    expect([query.get('error'), query.get('missed')]).toEqual(['page_not_opened', '1000001,1000002']);
    expect(await accounts()).toEqual([]);
  });

  it('If reading the Page list fails, the Pages in the grant are connected.', async () => {
    platform.control.fault({ kind: 'graph', path: '/me/accounts', code: 1, status: 500 });
    expect((await connect()).get('error')).toBeNull();
    expect(await accounts()).toEqual(['1000001', '1000002']);
  });

  it('An unfinished sign-in is listed only for the user who started it, until that user finishes a sign-in.', async () => {
    platform.control.switch({ scopesAppLacks: 'pages_read_user_content' });
    const { authorizeUrl } = await signIn(app.url, owner, 'facebook');
    const dialog = await fetch(authorizeUrl, { redirect: 'manual' });
    expect([dialog.status, await dialog.text()]).toEqual([400, expect.stringContaining('Invalid Scopes')]);
    expect((await listConnections()).unfinished).toEqual([
      { platform: 'facebook', login: 'facebook', startedAt: expect.any(String) },
    ]);
    expect((await listConnections(await newCaller(app.url))).unfinished).toEqual([]);
    platform.control.switch({ scopesAppLacks: '' });
    await connect();
    expect((await listConnections()).unfinished).toEqual([]);
  });

  describe('with Facebook Login for Business', () => {
    const businessApp = useTestApp(() => ({
      databaseUrl: app.databaseUrl,
      env: { ...platform.env, META_LOGIN_CONFIG_ID: '8000001' },
    }));
    const seller = useCallerPerTest(businessApp);
    beforeEach(() => platform.control.switch({ loginConfigId: '8000001' }));

    it.each(['facebook', 'instagram'])(
      'The %s dialog is opened with the configuration, without a permission list.',
      async (kind) => {
        const { authorizeUrl } = await signIn(businessApp.url, seller, kind);
        const query = authorizeUrl.searchParams;
        expect([query.get('config_id'), query.get('scope'), query.get('response_type')]).toEqual([
          '8000001',
          null,
          'code',
        ]);
        expect((await connect(kind, seller, businessApp)).get('connected')).not.toBeNull();
      },
    );

    it('The connection lists the permissions that the configuration lacks.', async () => {
      platform.control.switch({
        loginConfigScopes: 'pages_show_list,pages_read_engagement,pages_manage_metadata',
      });
      // Permissions from an earlier sign-in would still apply.
      platform.control.revokePermission('7000001', 'pages_read_user_content');
      await connect('facebook', seller, businessApp);
      const missing = (await listConnections(seller)).connections.map(({ missingScopes }) => missingScopes);
      expect(missing).toEqual([['pages_read_user_content'], ['pages_read_user_content']]);
    });

    it('A server without META_LOGIN_CONFIG_ID does not get a dialog, and the sign-in is listed as unfinished.', async () => {
      const { authorizeUrl } = await signIn(app.url, owner, 'facebook');
      expect((await fetch(authorizeUrl, { redirect: 'manual' })).status).toBe(400);
      expect((await listConnections()).unfinished).toHaveLength(1);
    });
  });
});
