import { REDIRECT, Visitor } from '../testing/visitor';

const ACCOUNT = '17840000000000002';
const MEDIA = '17990000000000002';
const LINKED_ACCOUNT = '17840000000000001';
const LINKED_MEDIA = '17990000000000001';

describe('Instagram', () => {
  let visitor: Visitor;

  beforeEach(async () => {
    visitor = await Visitor.start();
  });
  afterEach(() => visitor.simulator.close());

  const say = (
    text: string,
    broadcastId = MEDIA,
    more: object = {},
  ): ReturnType<typeof visitor.control.broadcasts.say> =>
    visitor.control.broadcasts.say({ broadcastId, text, authorName: 'viewer.one', ...more });

  it('Instagram has its own dialog, and its redirect ends with “#_”.', async () => {
    const dialogQuery = {
      client_id: visitor.simulator.appId,
      redirect_uri: REDIRECT,
      state: 's',
      scope: 'instagram_business_basic',
    };
    const { text } = await visitor.request('/oauth/authorize', dialogQuery);
    expect(text).toContain('Rehearsal: this is not Instagram');
    const allowed = await visitor.request('/oauth/authorize', dialogQuery, {
      method: 'POST',
      form: { decision: 'allow' },
    });
    expect(allowed.headers.get('location')).toMatch(/code=AQ[^&]+&state=s#_$/);
    const denied = await visitor.request('/oauth/authorize', dialogQuery, {
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
    const documented = await visitor.redeemInstagram(await visitor.instagramCode());
    expect(documented.body.data[0]).toMatchObject({
      user_id: ACCOUNT,
      permissions: expect.stringContaining('instagram_business_basic,'),
    });
    visitor.control.switch({ instagramTokenShape: 'flat' });
    const code = await visitor.instagramCode();
    const flat = await visitor.redeemInstagram(`${code}#_`);
    expect(flat.text).toContain(`"user_id":${ACCOUNT},"permissions":["instagram_business_basic"`);
    const secondAttempt = await visitor.redeemInstagram(code);
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
    await visitor.instagramToken();
    visitor.control.revokePermission(ACCOUNT, 'instagram_business_manage_messages');
    const { body } = await visitor.redeemInstagram(await visitor.instagramCode('instagram_business_basic'));
    expect(body.data[0].permissions).toBe('instagram_business_basic,instagram_business_manage_comments');
  });

  it('A one-hour token can be extended to sixty days, and then refreshed after a day.', async () => {
    const short = await visitor.instagramToken();
    const long = await visitor.request('/access_token', {
      grant_type: 'ig_exchange_token',
      client_secret: visitor.simulator.appSecret,
      access_token: short,
    });
    expect(long.body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
    const refresh = (access_token: string): ReturnType<Visitor['request']> =>
      visitor.request('/refresh_access_token', { grant_type: 'ig_refresh_token', access_token });
    expect((await refresh(long.body.access_token)).body.error.code).toBe(100);
    visitor.control.advance(25 * 3_600_000);
    const refreshed = await refresh(long.body.access_token);
    expect(refreshed.body.expires_in).toBe(5_184_000);
    visitor.control.advance(60 * 24 * 3_600_000);
    expect((await refresh(refreshed.body.access_token)).body.error).toMatchObject({
      code: 190,
      error_subcode: 463,
    });
  });

  it('An account has two ids: its own and an app-scoped one.', async () => {
    const token = await visitor.instagramToken();
    const { body } = await visitor.request(
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
    const token = await visitor.instagramToken();
    say('mine!');
    const fields =
      'id,media_type,media_product_type,owner,username,timestamp,comments.limit(50){id,text,username,from}';
    const { body } = await visitor.request('/v26.0/me/live_media', { fields }, { token });
    expect(body.data[0]).toMatchObject({ id: MEDIA, media_product_type: 'LIVE', owner: { id: ACCOUNT } });
    expect(body.data[0].comments.data[0]).toMatchObject({
      text: 'mine!',
      username: 'viewer.one',
      from: { username: 'viewer.one' },
    });

    const pageToken = await visitor.pageToken();
    const linked = `/v26.0/${LINKED_ACCOUNT}/live_media`;
    expect((await visitor.request(linked, {}, { token: pageToken })).body.data).toEqual([
      { id: LINKED_MEDIA },
    ]);
    expect(
      (await visitor.request(`/v26.0/${ACCOUNT}/live_media`, {}, { token: pageToken })).body.error
        .error_subcode,
    ).toBe(33);
    visitor.control.switch({ liveMediaShape: 'bare' });
    expect((await visitor.request(linked, {}, { token: pageToken })).body).toEqual({ id: LINKED_MEDIA });

    visitor.control.broadcasts.stop(LINKED_MEDIA);
    expect((await visitor.request(linked, {}, { token: pageToken })).body).toEqual({ data: [] });
  });

  it('Comments are listed newest first, at most fifty per page, without replies; the since parameter is ignored.', async () => {
    const token = await visitor.instagramToken();
    const list = (query: Record<string, string> = {}): ReturnType<Visitor['request']> =>
      visitor.request(`/v26.0/${MEDIA}/comments`, query, { token });
    const first = say('0');
    for (let index = 1; index < 60; index += 1) {
      visitor.control.advance(1_000);
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
    const rest = (await visitor.request(body.paging.next)).body;
    expect([rest.data.length, rest.paging.next]).toEqual([10, undefined]);

    visitor.control.switch({ standardAccess: true });
    expect((await list()).body).toEqual({ data: [] });
    expect(
      (await visitor.request(`/v26.0/${MEDIA}`, { fields: 'comments_count' }, { token })).body.comments_count,
    ).toBe(61);
  });

  it('Media and comments disappear when the broadcast ends.', async () => {
    const token = await visitor.instagramToken();
    const { id } = say('mine');
    const fields = { fields: 'timestamp,text,from,username,parent_id' };
    expect((await visitor.request(`/v26.0/${id}`, fields, { token })).body).toMatchObject({
      text: 'mine',
      timestamp: '2026-11-22T19:05:12+0000',
    });
    visitor.control.broadcasts.stop(MEDIA);
    for (const path of [`/v26.0/${MEDIA}`, `/v26.0/${MEDIA}/comments`, `/v26.0/${id}`]) {
      expect((await visitor.request(path, {}, { token })).body.error).toMatchObject({
        code: 100,
        error_subcode: 33,
      });
    }
  });

  it('Reading comments requires the comment permission.', async () => {
    const token = await visitor.instagramToken('instagram_business_basic');
    expect((await visitor.request(`/v26.0/${MEDIA}/comments`, {}, { token })).body.error.code).toBe(10);
  });

  it('A comment can get one private reply while the broadcast is live, and never a public reply.', async () => {
    const token = await visitor.instagramToken();
    const [first, second] = [say('mine'), say('mine too')];
    const send = (commentId: string): ReturnType<Visitor['request']> =>
      visitor.request(
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
        await visitor.request(
          `/v26.0/${first.id}/replies`,
          {},
          { method: 'POST', token, form: { message: 'x' } },
        )
      ).body.error.code,
    ).toBe(100);
    visitor.control.broadcasts.stop(MEDIA);
    expect((await send(second.id)).body.error.code).toBe(10903);
  });

  it('The app can be installed on the account.', async () => {
    const token = await visitor.instagramToken();
    const edge = '/v26.0/me/subscribed_apps';
    const install = (fields: string): ReturnType<Visitor['request']> =>
      visitor.request(edge, { subscribed_fields: fields }, { method: 'POST', token });
    expect((await install('comments,live_comments')).body).toEqual({ success: true });
    expect((await install('feed')).body.error.code).toBe(100);
    expect((await visitor.request(edge, {}, { token })).body.data[0].subscribed_fields).toEqual([
      'comments',
      'live_comments',
    ]);
    await visitor.request(edge, {}, { method: 'DELETE', token });
    expect((await visitor.request(edge, {}, { token })).body).toEqual({ data: [] });
  });
});
