import { INSTAGRAM_COMMENT } from '../instagram/comment-list';
import { MEDIA, SIGNED_IN_ACCOUNT } from '../instagram/nodes';
import { usePageClient } from '../testing/test-client';
import { COMMENT } from './comment-node';
import { LIVE_VIDEO, VIDEO } from './live-video-node';
import { INSTAGRAM_ACCOUNT, PAGE, USER } from './page-node';

describe('every kind of object', () => {
  const client = usePageClient();
  let accountToken: string;

  beforeEach(async () => {
    accountToken = await client.instagramToken();
  });

  const read = async (id: string, fields: readonly string[], token?: string) => {
    const { status, body } = await client.get(`/${id}`, { fields: fields.join(',') }, token);
    expect([id, status, body.error]).toEqual([id, 200, undefined]);
    return body;
  };

  it('A Facebook object returns all the fields that it has and omits the others.', async () => {
    const parent = client.say('with a picture', { attachment: 'photo' });
    const child = client.say('', { attachment: 'sticker', parentId: parent.id });
    const allFields = (id: string, { fields }: { fields: object }, token?: string) =>
      read(id, Object.keys(fields), token);

    expect(await allFields(parent.id, COMMENT)).toMatchObject({
      attachment: { type: 'photo', media: { image: { height: 120, width: 120 } } },
      comment_count: 1,
      can_reply_privately: true,
      permalink_url: expect.stringContaining('/wrenandwillow/videos/3000001/?comment_id='),
    });
    const response = await allFields(child.id, COMMENT);
    expect(response).toMatchObject({
      message: '',
      attachment: { type: 'sticker', target: { id: '' } },
      parent: { id: parent.id, message: 'with a picture' },
    });
    expect(response).not.toHaveProperty('message_tags');
    expect(await allFields('2000001', LIVE_VIDEO)).toMatchObject({
      video: { id: '3000001' },
      from: { id: '1000001' },
      description: expect.any(String),
    });
    expect(await allFields('3000001', VIDEO)).toMatchObject({
      id: '3000001',
      live_status: 'LIVE',
      comments: { data: [expect.anything()] },
    });
    expect(await allFields('1000001', PAGE)).toMatchObject({
      access_token: client.token,
      connected_instagram_account: { id: '17840000000000001' },
    });
    expect(await allFields('17840000000000001', INSTAGRAM_ACCOUNT)).toMatchObject({
      username: 'wren.and.willow',
      id: '17840000000000001',
    });
    expect(await allFields('7000001', USER, await client.userToken())).toMatchObject({
      first_name: 'Robin',
      last_name: 'Seller',
    });
  });

  it('An Instagram object returns all the fields that it has and omits the others.', async () => {
    const broadcastId = '17990000000000002';
    const parent = client.say('sold 7', { broadcastId, authorName: 'viewer.one' });
    client.say('me too', { broadcastId, parentId: parent.id });
    expect(await read('me', Object.keys(SIGNED_IN_ACCOUNT.fields), accountToken)).toMatchObject({
      user_id: '17840000000000002',
      account_type: 'BUSINESS',
    });
    expect(await read('17990000000000002', Object.keys(MEDIA.fields), accountToken)).toMatchObject({
      media_product_type: 'LIVE',
      comments_count: 2,
    });
    expect(await read(parent.id, Object.keys(INSTAGRAM_COMMENT.fields), accountToken)).toMatchObject({
      media: { id: '17990000000000002' },
      from: { username: 'viewer.one' },
      replies: { data: [{ text: 'me too' }] },
    });
  });

  it('Both notations for nested fields are accepted, and an invalid one is a syntax error.', async () => {
    expect(await read('2000001', ['video.fields(id,title)', 'from{name}'])).toEqual({
      id: '2000001',
      video: { id: '3000001', title: 'Sunday sale' },
      from: { id: '1000001', name: 'Wren & Willow Vintage' },
    });
    for (const fields of ['id,,', '{id}', 'comments.limit(5', 'from}', 'from{id,(}']) {
      const { body } = await client.get('/2000001', { fields });
      expect([fields, body.error?.code]).toEqual([fields, 2500]);
    }
    expect((await client.errorOf('/2000001', { fields: 'from{age}' })).code).toBe(100);
  });

  it('An unknown id and an id that the token cannot read return the same error.', async () => {
    for (const id of ['1', '7000001', '17840000000000002']) {
      expect(await client.errorOf(`/${id}`)).toMatchObject({ code: 100, error_subcode: 33 });
    }
    expect((await client.errorOf('/me/accounts')).code).toBe(100);
    expect((await client.get('/1000001/live_videos/2')).status).toBe(404);
  });

  it("The app's own token, requested with the app id and secret, can read the app.", async () => {
    const { appId, appSecret } = client.simulator;
    const requestToken = (client_secret: string) =>
      client.request('/v26.0/oauth/access_token', {
        grant_type: 'client_credentials',
        client_id: appId,
        client_secret,
      });
    const token: string = (await requestToken(appSecret)).body.access_token;
    expect((await client.get(`/${appId}`, {}, token)).body).toMatchObject({
      id: appId,
      name: 'Sellary Live Assist',
    });
    expect((await client.errorOf('/me', {}, token)).code).toBe(2500);
    client.control.subscribe('page', 'http://localhost:9/hook');
    const edge = `/${appId}/subscriptions`;
    await client.delete(edge, { object: 'page', fields: 'feed' }, token);
    expect(
      (await client.get(edge, {}, token)).body.data[0].fields.map(({ name }: { name: string }) => name),
    ).not.toContain('feed');
    await client.delete(edge, {}, token);
    expect((await client.get(edge, {}, token)).body).toEqual({ data: [] });
    expect((await client.errorOf(edge)).code).toBe(15);
    expect((await requestToken('guessed')).body.error).toMatchObject({
      message: 'Error validating client secret.',
      code: 1,
    });
  });

  it('A list can be read backward from a position.', async () => {
    for (let index = 0; index < 5; index += 1) client.say(String(index));
    const list = (query: Record<string, string>) =>
      client.get('/2000001/comments', { filter: 'stream', live_filter: 'no_filter', limit: '2', ...query });
    const first = (await list({})).body;
    const second = (await client.request(first.paging.next)).body;
    expect((await client.request(second.paging.previous)).body.data).toEqual(first.data);
    expect((await list({ before: second.paging.cursors.before })).body.data).toEqual(first.data);
    for (const query of [{ after: 'nonsense' }, { limit: 'many' }]) {
      expect((await list(query)).body.error.code).toBe(100);
    }
  });

  it('An expired or invalidated token is rejected, and the error gives the reason.', async () => {
    client.control.expireTokens('1000001');
    expect((await client.errorOf('/me')).error_subcode).toBe(463);
    const newToken = await client.pageToken();
    expect((await client.get('/me', {}, newToken)).status).toBe(200);
    for (const [death, subcode] of [
      ['checkpoint', 459],
      ['unconfirmed', 464],
      ['invalid', 467],
      ['role', 492],
    ] as const) {
      const token = await client.pageToken();
      client.control.killTokens('1000001', death);
      expect(await client.errorOf('/me', {}, token)).toMatchObject({ code: 190, error_subcode: subcode });
    }
  });
});
