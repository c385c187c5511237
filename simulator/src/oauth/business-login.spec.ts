import { FACEBOOK_SCOPE, REDIRECT, TestClient } from '../testing/test-client';

describe('business pages and apps', () => {
  let testClient: TestClient;
  const dialog = (more: Record<string, string>) =>
    testClient.request('/v26.0/dialog/oauth', {
      client_id: testClient.simulator.appId,
      redirect_uri: REDIRECT,
      state: 's',
      ...more,
    });
  const idsOf = (body: { data: { id: string }[] }): string[] => body.data.map(({ id }) => id);

  beforeEach(async () => {
    testClient = await TestClient.start();
  });
  afterEach(() => testClient.simulator.close());

  it('A portfolio page is not in the accounts list, but is named in the token’s details and readable by its id.', async () => {
    testClient.control.setPage('1000002', { portfolio: true });
    const token = await testClient.userToken();
    const fields = 'id,name,access_token';
    expect(idsOf((await testClient.request('/v26.0/me/accounts', { fields }, { token })).body)).toEqual([
      '1000001',
    ]);
    const response = await testClient.request('/v26.0/debug_token', { input_token: token }, { token });
    expect(response.body.data.granular_scopes).toContainEqual({
      scope: 'pages_show_list',
      target_ids: ['1000001', '1000002'],
    });
    const { body } = await testClient.request('/v26.0/1000002', { fields }, { token });
    expect(body).toEqual({
      id: '1000002',
      name: 'Harbor Street Finds',
      access_token: expect.stringMatching(/^EAA/),
    });
  });

  it('The business list includes pages that were not granted, but without a token for them.', async () => {
    for (const id of ['1000001', '1000002']) testClient.control.setPage(id, { portfolio: true });
    const token = await testClient.userToken(`${FACEBOOK_SCOPE},business_management`, ['1000001']);
    const { body } = await testClient.request(
      '/v26.0/me/businesses',
      { fields: 'name,owned_pages{id,access_token}' },
      { token },
    );
    expect(body.data[0].owned_pages.data).toEqual([
      { id: '1000001', access_token: expect.any(String) },
      { id: '1000002' },
    ]);
  });

  it('A person without a role on a page does not get a token for it.', async () => {
    testClient.control.setPage('1000001', { hasRole: false });
    const { body } = await testClient.request(
      '/v26.0/1000001',
      { fields: 'access_token' },
      { token: await testClient.userToken() },
    );
    expect(body).toEqual({ id: '1000001' });
  });

  it('For an app with Facebook Login for Business, the dialog requires the app’s configuration id.', async () => {
    testClient.control.switch({
      loginConfigId: '8000001',
      loginConfigScopes: 'pages_show_list',
      dialog: 'allow',
    });
    for (const wrong of [{ scope: 'pages_show_list' }, { config_id: '1' }] as Record<string, string>[]) {
      const { status, text } = await dialog(wrong);
      expect([status, text]).toEqual([400, expect.stringContaining('This app isn’t available')]);
    }
    expect((await dialog({ config_id: '8000001' })).status).toBe(302);
  });

  it('The dialog rejects a permission that the app does not have.', async () => {
    testClient.control.switch({ scopesAppLacks: 'pages_read_user_content', dialog: 'allow' });
    const { status, text } = await dialog({ scope: FACEBOOK_SCOPE });
    expect([status, text]).toEqual([400, expect.stringContaining('Invalid Scopes: pages_read_user_content')]);
  });

  it('A missing permission is reported as a missing object if a switch is set.', async () => {
    const token = await testClient.pageToken('pages_show_list');
    const read = async () =>
      (await testClient.request('/v26.0/1000001/live_videos', {}, { token })).body.error;
    expect(await read()).toMatchObject({ code: 10 });
    testClient.control.switch({ permissionsAsMissing: true });
    expect(await read()).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('A restricted page returns error 10 with its own subcode.', async () => {
    const token = await testClient.pageToken();
    testClient.control.fault({ kind: 'graph', code: 10, subcode: 1_893_063 });
    const { body } = await testClient.request('/v26.0/me', {}, { token });
    expect(body.error).toMatchObject({
      code: 10,
      error_subcode: 1_893_063,
      message: expect.stringContaining('temporarily restricted'),
    });
  });

  it('The control API removes the app from a page, and deletes the app’s webhook subscription.', async () => {
    const token = await testClient.pageToken();
    const edge = '/v26.0/1000001/subscribed_apps';
    await testClient.request(edge, { subscribed_fields: 'feed,live_videos' }, { method: 'POST', token });
    await testClient.request(edge, { subscribed_fields: 'feed' }, { method: 'POST', token });
    expect((await testClient.request('/_sim/pages/1000001/subscribed')).body).toEqual({ fields: ['feed'] });
    await testClient.request('/_sim/pages/1000001/subscribed', {}, { method: 'DELETE' });
    expect((await testClient.request(edge, {}, { token })).body).toEqual({ data: [] });
    testClient.control.subscribe('page', 'http://127.0.0.1:9/hook');
    await testClient.request('/_sim/subscriptions', { object: 'page' }, { method: 'DELETE' });
    const { appId, appSecret } = testClient.simulator;
    expect(
      (await testClient.request(`/v26.0/${appId}/subscriptions`, {}, { token: `${appId}|${appSecret}` }))
        .body,
    ).toEqual({ data: [] });
  });
});
