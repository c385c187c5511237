import { FACEBOOK_SCOPE, REDIRECT, useTestClient } from '../testing/test-client';
import { appSecretProof } from './proof';

const DAY_MS = 24 * 3_600_000;

describe('signing in with Facebook', () => {
  const client = useTestClient();
  const query = (): Record<string, string> => ({
    client_id: client.simulator.appId,
    redirect_uri: REDIRECT,
    state: 'a state & more',
    scope: FACEBOOK_SCOPE,
  });

  it('The dialog is clearly marked as simulated, and offers the pages to choose from.', async () => {
    const { status, text } = await client.request('/v26.0/dialog/oauth', query());
    expect(status).toBe(200);
    expect(text).toContain('Rehearsal: this is not Facebook');
    expect(text).toContain('Wren &#38; Willow Vintage');
    expect(text).toMatch(/<button[^>]+value="allow"/);
    expect(text).toContain('prefers-color-scheme: dark');
  });

  it('The dialog redirects with a code and the state, or with an error if the person denies access.', async () => {
    const submit = (form: Record<string, string>) =>
      client.request('/v26.0/dialog/oauth', query(), { method: 'POST', form });
    const allowed = await submit({ decision: 'allow', page: '1000001' });
    const to = new URL(allowed.headers.get('location') ?? '');
    expect(`${to.origin}${to.pathname}`).toBe(REDIRECT);
    expect(to.searchParams.get('code')).toMatch(/^AQ/);
    expect(to.searchParams.get('state')).toBe('a state & more');

    const denied = await submit({ decision: 'deny' });
    expect(Object.fromEntries(new URL(denied.headers.get('location') ?? '').searchParams)).toEqual({
      error: 'access_denied',
      error_code: '200',
      error_reason: 'user_denied',
      error_description: 'Permissions error',
      state: 'a state & more',
    });
  });

  it('A failed dialog redirects with different parameters than a denied one, and a token response can omit the expiry.', async () => {
    client.control.switch({ dialog: 'fail', omitExpiresIn: true });
    const failed = await client.request('/v26.0/dialog/oauth', query());
    expect([...new URL(failed.headers.get('location') ?? '').searchParams.keys()]).toEqual([
      'error_code',
      'error_message',
      'state',
    ]);
    client.control.switch({ dialog: 'ask' });
    expect((await client.redeem(await client.allow())).body).toEqual({
      access_token: expect.any(String),
      token_type: 'bearer',
    });
  });

  it('An unknown app, an invalid redirect address, and an unknown permission are rejected.', async () => {
    const open = (change: Record<string, string>) =>
      client.request('/v26.0/dialog/oauth', { ...query(), ...change });
    expect((await open({ client_id: '1' })).status).toBe(400);
    expect((await open({ redirect_uri: 'javascript:alert(1)' })).status).toBe(400);
    const { status, text } = await open({ scope: 'pages_do_all' });
    expect([status, text]).toEqual([400, expect.stringContaining('Invalid Scopes: pages_do_all')]);
  });

  it('A code works once, only with its redirect address, and only for ten minutes.', async () => {
    const code = await client.allow();
    const elsewhere = await client.redeem(code, `${REDIRECT}/other`);
    expect(elsewhere.body.error).toMatchObject({ code: 100, error_subcode: 36008, type: 'OAuthException' });
    const first = await client.redeem(code);
    expect(first.body).toMatchObject({ token_type: 'bearer', expires_in: 7200 });
    expect((await client.redeem(code)).body.error).toMatchObject({
      message: 'This authorization code has been used.',
      error_subcode: 36009,
    });

    const lateCode = await client.allow();
    client.control.advance(11 * 60_000);
    expect((await client.redeem(lateCode)).body.error.error_subcode).toBe(36007);
  });

  it('Only the chosen pages are returned, and their tokens outlast the person’s token.', async () => {
    const user = await client.userToken(FACEBOOK_SCOPE, ['1000001']);
    const { body } = await client.get(
      '/me/accounts',
      { fields: 'id,name,access_token,tasks,instagram_business_account' },
      user,
    );
    expect(body.data).toHaveLength(1);
    expect(body.data[0]).toMatchObject({
      id: '1000001',
      instagram_business_account: { id: '17840000000000001' },
    });
    const page = body.data[0].access_token;

    client.control.advance(61 * DAY_MS);
    const expired = await client.get('/me', {}, user);
    expect(expired.status).toBe(400);
    expect(expired.body.error).toMatchObject({ code: 190, error_subcode: 463, type: 'OAuthException' });
    expect(expired.body.error.message).toMatch(
      /Session has expired on Thursday, 21-Jan-27 11:05:12 PST\. The current time is/,
    );
    expect(expired.headers.get('www-authenticate')).toContain('invalid_token');
    expect((await client.get('/me', {}, page)).body.id).toBe('1000001');
    expect(await client.errorOf('/1000002', {}, page)).toMatchObject({ code: 100, error_subcode: 33 });
  });

  it('A token’s details are returned whether or not it is valid.', async () => {
    const page = await client.pageToken();
    const debug = async () =>
      (await client.get('/debug_token', { input_token: page }, client.appToken)).body.data;
    expect(await debug()).toMatchObject({
      app_id: client.simulator.appId,
      type: 'PAGE',
      is_valid: true,
      expires_at: 0,
      profile_id: '1000001',
      user_id: '7000001',
    });
    client.control.killTokens('7000001', 'password');
    expect(await debug()).toMatchObject({ is_valid: false, error: { code: 190, subcode: 460 } });
  });

  it('A person can revoke one permission or all of them.', async () => {
    client.token = await client.userToken();
    await client.delete('/me/permissions/pages_show_list');
    const { body } = await client.get('/me/permissions');
    expect(body.data).toContainEqual({ permission: 'pages_show_list', status: 'declined' });
    expect((await client.get('/me/accounts')).body).toEqual({ data: [] });

    expect((await client.delete('/7000001/permissions')).body).toEqual({ success: true });
    expect(await client.errorOf('/me')).toMatchObject({ code: 190, error_subcode: 458 });
  });

  it('A proof is checked if it is sent, and required if configured.', async () => {
    const token = await client.pageToken();
    client.token = token;
    const { appSecret } = client.simulator;
    const wrong = await client.get('/me', { appsecret_proof: appSecretProof('other', token) });
    expect(wrong.body.error).toMatchObject({
      code: 100,
      type: 'GraphMethodException',
      message: 'Invalid appsecret_proof provided in the API argument',
    });
    client.control.switch({ requireProof: true });
    const unproven = await client.get('/me');
    expect(unproven.body.error.message).toBe('API calls from the server require an appsecret_proof argument');
    expect((await client.get('/me', { appsecret_proof: appSecretProof(appSecret, token) })).status).toBe(200);

    const time = String(Math.floor(client.control.now() / 1000) - 301);
    const lateProof = { appsecret_proof: appSecretProof(appSecret, token, time), appsecret_time: time };
    expect((await client.get('/me', lateProof)).status).toBe(400);
  });

  it('A missing token and an invalid one get different errors.', async () => {
    expect((await client.request('/v26.0/me')).body.error.code).toBe(104);
    expect(await client.errorOf('/me', {}, 'EAAnonsense')).toMatchObject({ code: 190 });
  });

  it('An expired API version is replaced with the oldest supported one, and a response header reports the version used.', async () => {
    const token = await client.pageToken();
    const servedVersion = async (version: string): Promise<string | null> =>
      (await client.request(`/${version}/me`, {}, { token })).headers.get('facebook-api-version');
    expect(await servedVersion('v26.0')).toBe('v26.0');
    expect(await servedVersion('v19.0')).toBe('v21.0');
    expect((await client.request('/v99.0/me', {}, { token })).status).toBe(404);
  });
});

describe('the app secret proof', () => {
  it('The proof matches known test vectors.', () => {
    expect(appSecretProof('unit-test-app-secret', 'EAAtest-token-1')).toBe(
      'c8af63a66d2a3699b9b7196f8b01d66115cca40d9791cab189705193aa1cf9b3',
    );
    expect(appSecretProof('unit-test-app-secret', 'EAAtest-token-1', '1790000000')).toBe(
      '2f92e50c810b5349423e47e9bfe69763cc54ca5b7f92234016e498e4c3175184',
    );
  });
});
