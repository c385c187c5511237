import { REDIRECT, TestClient } from '../testing/test-client';

const ACCOUNT = '17840000000000002';
const MEDIA = '17990000000000002';
const LINKED_ACCOUNT = '17840000000000001';
const LINKED_MEDIA = '17990000000000001';

describe('Instagram', () => {
  let testClient: TestClient;

  beforeEach(async () => {
    testClient = await TestClient.start();
  });
  afterEach(() => testClient.simulator.close());

  const say = (
    text: string,
    broadcastId = MEDIA,
    more: object = {},
  ): ReturnType<typeof testClient.control.broadcasts.say> =>
    testClient.control.broadcasts.say({ broadcastId, text, authorName: 'viewer.one', ...more });

  it('Instagram has its own dialog, and its redirect ends with “#_”.', async () => {
    const dialogQuery = {
      client_id: testClient.simulator.appId,
      redirect_uri: REDIRECT,
      state: 's',
      scope: 'instagram_business_basic',
    };
    const { text } = await testClient.request('/oauth/authorize', dialogQuery);
    expect(text).toContain('Rehearsal: this is not Instagram');
    const allowed = await testClient.request('/oauth/authorize', dialogQuery, {
      method: 'POST',
      form: { decision: 'allow' },
    });
    expect(allowed.headers.get('location')).toMatch(/code=AQ[^&]+&state=s#_$/);
    const denied = await testClient.request('/oauth/authorize', dialogQuery, {
      method: 'POST',
      form: { decision: 'deny' },
    });
    expect(Object.fromEntries(new URL(denied.headers.get('location') ?? '').searchParams)).toEqual({
      error: 'access_denied',
      error_reason: 'user_denied',
      error_description: 'The user denied your request',
      state: 's',
    });
  });

  it('A token response has one of two shapes; in the second, the user id is a bare number above 2^53.', async () => {
    const documented = await testClient.redeemInstagram(await testClient.instagramCode());
    expect(documented.body.data[0]).toMatchObject({
      user_id: ACCOUNT,
      permissions: expect.stringContaining('instagram_business_basic,'),
    });
    testClient.control.switch({ instagramTokenShape: 'flat' });
    const code = await testClient.instagramCode();
    const flat = await testClient.redeemInstagram(`${code}#_`);
    expect(flat.text).toContain(`"user_id":${ACCOUNT},"permissions":["instagram_business_basic"`);
    const secondAttempt = await testClient.redeemInstagram(code);
    expect([secondAttempt.status, secondAttempt.body]).toEqual([
      400,
      {
        error_type: 'OAuthException',
        code: 400,
        error_message: 'Matching code was not found or was already used',
      },
    ]);
  });

  it('A token response does not list a revoked permission.', async () => {
    await testClient.instagramToken();
    testClient.control.revokePermission(ACCOUNT, 'instagram_business_manage_messages');
    const { body } = await testClient.redeemInstagram(
      await testClient.instagramCode('instagram_business_basic'),
    );
    expect(body.data[0].permissions).toBe('instagram_business_basic,instagram_business_manage_comments');
  });

  it('A one-hour token can be extended to sixty days, and then refreshed after a day.', async () => {
    const short = await testClient.instagramToken();
    const long = await testClient.request('/access_token', {
      grant_type: 'ig_exchange_token',
      client_secret: testClient.simulator.appSecret,
      access_token: short,
    });
    expect(long.body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
    const refresh = (access_token: string): ReturnType<TestClient['request']> =>
      testClient.request('/refresh_access_token', { grant_type: 'ig_refresh_token', access_token });
    expect((await refresh(long.body.access_token)).body.error.code).toBe(100);
    testClient.control.advance(25 * 3_600_000);
    const refreshed = await refresh(long.body.access_token);
    expect(refreshed.body.expires_in).toBe(5_184_000);
    testClient.control.advance(60 * 24 * 3_600_000);
    expect((await refresh(refreshed.body.access_token)).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
  });

  it('An account has two ids: its own and an app-scoped one.', async () => {
    const token = await testClient.instagramToken();
    const { body } = await testClient.request(
      '/v26.0/me',
      { fields: 'user_id,username,account_type' },
      { token },
    );
    expect(body).toEqual({
      user_id: ACCOUNT,
      username: 'second.spring',
      account_type: 'BUSINESS',
      id: '6500000000000002',
    });
  });

  it('Live media is listed for the account itself and through the linked page, and only while it is live.', async () => {
    const token = await testClient.instagramToken();
    say('mine!');
    const fields =
      'id,media_type,media_product_type,owner,username,timestamp,comments.limit(50){id,text,username,from}';
    const { body } = await testClient.request('/v26.0/me/live_media', { fields }, { token });
    expect(body.data[0]).toMatchObject({ id: MEDIA, media_product_type: 'LIVE', owner: { id: ACCOUNT } });
    expect(body.data[0].comments.data[0]).toMatchObject({
      text: 'mine!',
      username: 'viewer.one',
      from: { username: 'viewer.one' },
    });

    const pageToken = await testClient.pageToken();
    const linked = `/v26.0/${LINKED_ACCOUNT}/live_media`;
    expect((await testClient.request(linked, {}, { token: pageToken })).body.data).toEqual([
      { id: LINKED_MEDIA },
    ]);
    expect(
      (await testClient.request(`/v26.0/${ACCOUNT}/live_media`, {}, { token: pageToken })).body.error
        .error_subcode,
    ).toBe(33);
    testClient.control.switch({ liveMediaShape: 'bare' });
    expect((await testClient.request(linked, {}, { token: pageToken })).body).toEqual({ id: LINKED_MEDIA });

    testClient.control.broadcasts.stop(LINKED_MEDIA);
    expect((await testClient.request(linked, {}, { token: pageToken })).body).toEqual({ data: [] });
  });

  it('Comments are listed newest first, at most fifty per page, without replies; the since parameter is ignored.', async () => {
    const token = await testClient.instagramToken();
    const list = (query: Record<string, string> = {}): ReturnType<TestClient['request']> =>
      testClient.request(`/v26.0/${MEDIA}/comments`, query, { token });
    const first = say('0');
    for (let index = 1; index < 60; index += 1) {
      testClient.control.advance(1_000);
      say(String(index));
    }
    say('an answer', MEDIA, { parentId: first.id });
    const { body } = await list({ limit: '100', since: '4000000000' });
    expect(body.data).toHaveLength(50);
    expect(body.data[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      text: '59',
      timestamp: '2026-11-22T19:06:11+0000',
    });
    const rest = (await testClient.request(body.paging.next)).body;
    expect([rest.data.length, rest.paging.next]).toEqual([10, undefined]);

    testClient.control.switch({ standardAccess: true });
    expect((await list()).body).toEqual({ data: [] });
    expect(
      (await testClient.request(`/v26.0/${MEDIA}`, { fields: 'comments_count' }, { token })).body
        .comments_count,
    ).toBe(61);
  });

  it('Media and comments disappear when the broadcast ends.', async () => {
    const token = await testClient.instagramToken();
    const { id } = say('mine');
    const fields = { fields: 'timestamp,text,from,username,parent_id' };
    expect((await testClient.request(`/v26.0/${id}`, fields, { token })).body).toMatchObject({
      text: 'mine',
      timestamp: '2026-11-22T19:05:12+0000',
    });
    testClient.control.broadcasts.stop(MEDIA);
    for (const path of [`/v26.0/${MEDIA}`, `/v26.0/${MEDIA}/comments`, `/v26.0/${id}`]) {
      expect((await testClient.request(path, {}, { token })).body.error).toMatchObject({
        code: 100,
        error_subcode: 33,
      });
    }
  });

  it('Reading comments requires the comment permission.', async () => {
    const token = await testClient.instagramToken('instagram_business_basic');
    expect((await testClient.request(`/v26.0/${MEDIA}/comments`, {}, { token })).body.error.code).toBe(10);
  });

  it('A comment can get one private reply while the broadcast is live, and never a public reply.', async () => {
    const token = await testClient.instagramToken();
    const [first, second] = [say('mine'), say('mine too')];
    const send = (commentId: string): ReturnType<TestClient['request']> =>
      testClient.request(
        '/v26.0/me/messages',
        {},
        { method: 'POST', token, json: { recipient: { comment_id: commentId }, message: { text: 'Hi' } } },
      );
    expect((await send(first.id)).body).toMatchObject({
      recipient_id: first.author.id,
      message_id: expect.stringMatching(/^aWdf/),
    });
    expect((await send(first.id)).body.error.code).toBe(10900);
    expect(
      (
        await testClient.request(
          `/v26.0/${first.id}/replies`,
          {},
          { method: 'POST', token, form: { message: 'x' } },
        )
      ).body.error.code,
    ).toBe(100);
    testClient.control.broadcasts.stop(MEDIA);
    expect((await send(second.id)).body.error.code).toBe(10903);
  });

  it('The app can be installed on the account.', async () => {
    const token = await testClient.instagramToken();
    const edge = '/v26.0/me/subscribed_apps';
    const install = (fields: string): ReturnType<TestClient['request']> =>
      testClient.request(edge, { subscribed_fields: fields }, { method: 'POST', token });
    expect((await install('comments,live_comments')).body).toEqual({ success: true });
    expect((await install('feed')).body.error.code).toBe(100);
    expect((await testClient.request(edge, {}, { token })).body.data[0].subscribed_fields).toEqual([
      'comments',
      'live_comments',
    ]);
    await testClient.request(edge, {}, { method: 'DELETE', token });
    expect((await testClient.request(edge, {}, { token })).body).toEqual({ data: [] });
  });
});
