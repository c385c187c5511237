import { REDIRECT, useTestClient } from '../testing/test-client';

const ACCOUNT = '17840000000000002';
const MEDIA = '17990000000000002';
const LINKED_ACCOUNT = '17840000000000001';
const LINKED_MEDIA = '17990000000000001';

describe('Instagram', () => {
  const client = useTestClient();

  const say = (text: string, more: object = {}) =>
    client.say(text, { broadcastId: MEDIA, authorName: 'viewer.one', ...more });

  it('Instagram has its own dialog, and its redirect ends with “#_”.', async () => {
    const dialogQuery = {
      client_id: client.simulator.appId,
      redirect_uri: REDIRECT,
      state: 's',
      scope: 'instagram_business_basic',
    };
    const { text } = await client.request('/oauth/authorize', dialogQuery);
    expect(text).toContain('Rehearsal: this is not Instagram');
    const decide = (decision: string) =>
      client.request('/oauth/authorize', dialogQuery, { method: 'POST', form: { decision } });
    const allowed = await decide('allow');
    expect(allowed.headers.get('location')).toMatch(/code=AQ[^&]+&state=s#_$/);
    const denied = await decide('deny');
    expect(Object.fromEntries(new URL(denied.headers.get('location') ?? '').searchParams)).toEqual({
      error: 'access_denied',
      error_reason: 'user_denied',
      error_description: 'The user denied your request',
      state: 's',
    });
  });

  it('A token response has one of two shapes; in the second, the user id is a bare number above 2^53.', async () => {
    const documented = await client.redeemInstagram(await client.instagramCode());
    expect(documented.body.data[0]).toMatchObject({
      user_id: ACCOUNT,
      permissions: expect.stringContaining('instagram_business_basic,'),
    });
    client.control.switch({ instagramTokenShape: 'flat' });
    const code = await client.instagramCode();
    const flat = await client.redeemInstagram(`${code}#_`);
    expect(flat.text).toContain(`"user_id":${ACCOUNT},"permissions":["instagram_business_basic"`);
    const secondAttempt = await client.redeemInstagram(code);
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
    await client.instagramToken();
    client.control.revokePermission(ACCOUNT, 'instagram_business_manage_messages');
    const { body } = await client.redeemInstagram(await client.instagramCode('instagram_business_basic'));
    expect(body.data[0].permissions).toBe('instagram_business_basic,instagram_business_manage_comments');
  });

  it('A one-hour token can be extended to sixty days, and then refreshed after a day.', async () => {
    const short = await client.instagramToken();
    const long = await client.request('/access_token', {
      grant_type: 'ig_exchange_token',
      client_secret: client.simulator.appSecret,
      access_token: short,
    });
    expect(long.body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
    const refresh = (access_token: string) =>
      client.request('/refresh_access_token', { grant_type: 'ig_refresh_token', access_token });
    expect((await refresh(long.body.access_token)).body.error.code).toBe(100);
    client.control.advance(25 * 3_600_000);
    const refreshed = await refresh(long.body.access_token);
    expect(refreshed.body.expires_in).toBe(5_184_000);
    client.control.advance(60 * 24 * 3_600_000);
    expect((await refresh(refreshed.body.access_token)).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
  });

  it('An account has two ids: its own and an app-scoped one.', async () => {
    client.token = await client.instagramToken();
    const { body } = await client.get('/me', { fields: 'user_id,username,account_type' });
    expect(body).toEqual({
      user_id: ACCOUNT,
      username: 'second.spring',
      account_type: 'BUSINESS',
      id: '6500000000000002',
    });
  });

  it('Live media is listed for the account itself and through the linked page, and only while it is live.', async () => {
    client.token = await client.instagramToken();
    say('mine!');
    const fields =
      'id,media_type,media_product_type,owner,username,timestamp,comments.limit(50){id,text,username,from}';
    const { body } = await client.get('/me/live_media', { fields });
    expect(body.data[0]).toMatchObject({ id: MEDIA, media_product_type: 'LIVE', owner: { id: ACCOUNT } });
    expect(body.data[0].comments.data[0]).toMatchObject({
      text: 'mine!',
      username: 'viewer.one',
      from: { username: 'viewer.one' },
    });

    const pageToken = await client.pageToken();
    const linked = `/${LINKED_ACCOUNT}/live_media`;
    expect((await client.get(linked, {}, pageToken)).body.data).toEqual([{ id: LINKED_MEDIA }]);
    expect((await client.errorOf(`/${ACCOUNT}/live_media`, {}, pageToken)).error_subcode).toBe(33);
    client.control.switch({ liveMediaShape: 'bare' });
    expect((await client.get(linked, {}, pageToken)).body).toEqual({ id: LINKED_MEDIA });

    client.control.broadcasts.stop(LINKED_MEDIA);
    expect((await client.get(linked, {}, pageToken)).body).toEqual({ data: [] });
  });

  it('Comments are listed newest first, at most fifty per page, without replies; the since parameter is ignored.', async () => {
    client.token = await client.instagramToken();
    const list = (query: Record<string, string> = {}) => client.get(`/${MEDIA}/comments`, query);
    const first = say('0');
    for (let index = 1; index < 60; index += 1) {
      client.control.advance(1_000);
      say(String(index));
    }
    say('an answer', { parentId: first.id });
    const { body } = await list({ limit: '100', since: '4000000000' });
    expect(body.data).toHaveLength(50);
    expect(body.data[0]).toEqual({
      id: expect.stringMatching(/^\d+$/),
      text: '59',
      timestamp: '2026-11-22T19:06:11+0000',
    });
    const rest = (await client.request(body.paging.next)).body;
    expect([rest.data.length, rest.paging.next]).toEqual([10, undefined]);

    client.control.switch({ standardAccess: true });
    expect((await list()).body).toEqual({ data: [] });
    expect((await client.get(`/${MEDIA}`, { fields: 'comments_count' })).body.comments_count).toBe(61);
  });

  it('Media and comments disappear when the broadcast ends.', async () => {
    client.token = await client.instagramToken();
    const { id } = say('mine');
    const fields = { fields: 'timestamp,text,from,username,parent_id' };
    expect((await client.get(`/${id}`, fields)).body).toMatchObject({
      text: 'mine',
      timestamp: '2026-11-22T19:05:12+0000',
    });
    client.control.broadcasts.stop(MEDIA);
    for (const path of [`/${MEDIA}`, `/${MEDIA}/comments`, `/${id}`]) {
      expect(await client.errorOf(path)).toMatchObject({ code: 100, error_subcode: 33 });
    }
  });

  it('Reading comments requires the comment permission.', async () => {
    client.token = await client.instagramToken('instagram_business_basic');
    expect((await client.errorOf(`/${MEDIA}/comments`)).code).toBe(10);
  });

  it('A comment can get one private reply while the broadcast is live, and never a public reply.', async () => {
    client.token = await client.instagramToken();
    const [first, second] = [say('mine'), say('mine too')];
    const send = (commentId: string) =>
      client.post('/me/messages', {
        json: { recipient: { comment_id: commentId }, message: { text: 'Hi' } },
      });
    expect((await send(first.id)).body).toMatchObject({
      recipient_id: first.author.id,
      message_id: expect.stringMatching(/^aWdf/),
    });
    expect((await send(first.id)).body.error.code).toBe(10900);
    expect((await client.post(`/${first.id}/replies`, { form: { message: 'x' } })).body.error.code).toBe(100);
    client.control.broadcasts.stop(MEDIA);
    expect((await send(second.id)).body.error.code).toBe(10903);
  });

  it('The app can be installed on the account.', async () => {
    client.token = await client.instagramToken();
    const edge = '/me/subscribed_apps';
    expect((await client.install('me', 'comments,live_comments')).body).toEqual({ success: true });
    expect((await client.install('me', 'feed')).body.error.code).toBe(100);
    expect((await client.get(edge)).body.data[0].subscribed_fields).toEqual(['comments', 'live_comments']);
    await client.delete(edge);
    expect((await client.get(edge)).body).toEqual({ data: [] });
  });
});
