import { FACEBOOK_SCOPE, REDIRECT, useTestClient } from '../testing/test-client';

describe('business pages and apps', () => {
  const client = useTestClient();
  const dialog = (more: Record<string, string>) =>
    client.request('/v26.0/dialog/oauth', {
      client_id: client.simulator.appId,
      redirect_uri: REDIRECT,
      state: 's',
      ...more,
    });
  const idsOf = (body: { data: { id: string }[] }): string[] => body.data.map(({ id }) => id);

  it('A portfolio page is not in the accounts list, but is named in the token’s details and readable by its id.', async () => {
    client.control.setPage('1000002', { portfolio: true });
    client.token = await client.userToken();
    const fields = 'id,name,access_token';
    expect(idsOf((await client.get('/me/accounts', { fields })).body)).toEqual(['1000001']);
    const response = await client.get('/debug_token', { input_token: client.token });
    expect(response.body.data.granular_scopes).toContainEqual({
      scope: 'pages_show_list',
      target_ids: ['1000001', '1000002'],
    });
    const { body } = await client.get('/1000002', { fields });
    expect(body).toEqual({
      id: '1000002',
      name: 'Harbor Street Finds',
      access_token: expect.stringMatching(/^EAA/),
    });
  });

  it('The business list includes pages that were not granted, but without a token for them.', async () => {
    for (const id of ['1000001', '1000002']) client.control.setPage(id, { portfolio: true });
    client.token = await client.userToken(`${FACEBOOK_SCOPE},business_management`, ['1000001']);
    const { body } = await client.get('/me/businesses', { fields: 'name,owned_pages{id,access_token}' });
    expect(body.data[0].owned_pages.data).toEqual([
      { id: '1000001', access_token: expect.any(String) },
      { id: '1000002' },
    ]);
  });

  it('A person without a role on a page does not get a token for it.', async () => {
    client.control.setPage('1000001', { hasRole: false });
    const { body } = await client.get('/1000001', { fields: 'access_token' }, await client.userToken());
    expect(body).toEqual({ id: '1000001' });
  });

  it('For an app with Facebook Login for Business, the dialog requires the app’s configuration id.', async () => {
    client.control.switch({
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
    client.control.switch({ scopesAppLacks: 'pages_read_user_content', dialog: 'allow' });
    const { status, text } = await dialog({ scope: FACEBOOK_SCOPE });
    expect([status, text]).toEqual([400, expect.stringContaining('Invalid Scopes: pages_read_user_content')]);
  });

  it('A missing permission is reported as a missing object if a switch is set.', async () => {
    client.token = await client.pageToken('pages_show_list');
    const read = () => client.errorOf('/1000001/live_videos');
    expect(await read()).toMatchObject({ code: 10 });
    client.control.switch({ permissionsAsMissing: true });
    expect(await read()).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('A restricted page returns error 10 with its own subcode.', async () => {
    client.token = await client.pageToken();
    client.control.fault({ kind: 'graph', code: 10, subcode: 1_893_063 });
    const { body } = await client.get('/me');
    expect(body.error).toMatchObject({
      code: 10,
      error_subcode: 1_893_063,
      message: expect.stringContaining('temporarily restricted'),
    });
  });

  it('The control API removes the app from a page, and deletes the app’s webhook subscription.', async () => {
    client.token = await client.pageToken();
    await client.install('1000001', 'feed,live_videos');
    await client.install('1000001', 'feed');
    expect((await client.request('/_sim/pages/1000001/subscribed')).body).toEqual({ fields: ['feed'] });
    await client.request('/_sim/pages/1000001/subscribed', {}, { method: 'DELETE' });
    expect((await client.get('/1000001/subscribed_apps')).body).toEqual({ data: [] });
    client.control.subscribe('page', 'http://127.0.0.1:9/hook');
    await client.request('/_sim/subscriptions', { object: 'page' }, { method: 'DELETE' });
    const subscriptions = await client.get(`/${client.simulator.appId}/subscriptions`, {}, client.appToken);
    expect(subscriptions.body).toEqual({ data: [] });
  });
});
