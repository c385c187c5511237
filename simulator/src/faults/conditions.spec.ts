import type { WebhookReceiver } from '../testing/webhook-receiver';
import { hasPosts, Subscriber } from '../testing/subscriber';
import { TestClient } from '../testing/test-client';

const ALL = { filter: 'stream', live_filter: 'no_filter', order: 'reverse_chronological' };
const MEDIA = '17990000000000002';
const ACCOUNT = '17840000000000002';

describe('platform behavior that clients of the real platform have reported', () => {
  let testClient: TestClient;

  beforeEach(async () => {
    testClient = await TestClient.start();
  });
  afterEach(() => testClient.simulator.close());

  const say = (
    text: string,
    broadcastId = '2000001',
    more: object = {},
  ): ReturnType<typeof testClient.control.broadcasts.say> =>
    testClient.control.broadcasts.say({ broadcastId, text, ...more });

  it('A request for too many rows is rejected with error 1 and HTTP 500.', async () => {
    const token = await testClient.pageToken();
    testClient.control.switch({ largestPage: 25 });
    const ask = (limit: string): ReturnType<TestClient['request']> =>
      testClient.request('/v26.0/2000001/comments', { ...ALL, limit }, { token });
    const refused = await ask('26');
    expect([refused.status, refused.body.error.code]).toEqual([500, 1]);
    expect(refused.body.error.message).toContain('reduce the amount of data');
    expect((await ask('25')).status).toBe(200);
  });

  it('Comments withheld from a list are still counted.', async () => {
    const token = await testClient.pageToken();
    for (let n = 0; n < 8; n++) say(`${n}`);
    testClient.control.switch({ withheld: 1 });
    const { body } = await testClient.request(
      '/v26.0/2000001/comments',
      { ...ALL, summary: 'total_count' },
      { token },
    );
    expect([body.data, body.summary.total_count]).toEqual([[], 8]);
    const instagram = await testClient.instagramToken();
    say('hello', MEDIA);
    const comments = await testClient.request(`/v26.0/${MEDIA}/comments`, {}, { token: instagram });
    const media = await testClient.request(
      `/v26.0/${MEDIA}`,
      { fields: 'comments_count' },
      { token: instagram },
    );
    expect([comments.body.data, media.body.comments_count]).toEqual([[], 1]);
  });

  it('A list can return comment ids without the video id.', async () => {
    const token = await testClient.pageToken();
    const { id } = say('hello');
    testClient.control.switch({ commentIds: 'bare' });
    const { body } = await testClient.request('/v26.0/2000001/comments', ALL, { token });
    expect(body.data[0].id).toBe(id.split('_')[1]);
  });

  it('Instagram can identify an author by username alone.', async () => {
    const token = await testClient.instagramToken();
    say('hello', MEDIA, { authorName: 'viewer.one' });
    testClient.control.switch({ usernameOnly: true });
    const { body } = await testClient.request(`/v26.0/${MEDIA}/comments`, { fields: 'from' }, { token });
    expect(body.data[0].from).toEqual({ username: 'viewer.one' });
  });

  it("Instagram lists a comment's replies page by page.", async () => {
    const token = await testClient.instagramToken();
    const first = say('who wants it?', MEDIA);
    for (let n = 0; n < 30; n++) {
      testClient.control.advance(1_000);
      say(`${n}`, MEDIA, { parentId: first.id });
    }
    const { body } = await testClient.request(
      `/v26.0/${MEDIA}/comments`,
      { fields: 'id,replies{id,text}' },
      { token },
    );
    const { replies } = body.data[0];
    expect(replies.data).toHaveLength(25);
    expect(replies.data[0]).toMatchObject({ text: '29' });
    const after = new URL(replies.paging.next).searchParams.get('after') ?? '';
    const rest = await testClient.request(`/v26.0/${first.id}/replies`, { fields: 'text', after }, { token });
    expect(rest.body.data.map(({ text }: { text: string }) => text)).toEqual(['4', '3', '2', '1', '0']);
  });

  it('The list of live media can begin with an empty page.', async () => {
    const token = await testClient.instagramToken();
    testClient.control.switch({ liveMediaBeginsEmpty: true });
    const first = (await testClient.request(`/v26.0/${ACCOUNT}/live_media`, {}, { token })).body;
    expect(first.data).toEqual([]);
    expect((await testClient.request(first.paging.next)).body.data).toEqual([{ id: MEDIA }]);
  });

  it('A fault can be limited to the later pages of a list.', async () => {
    const token = await testClient.pageToken();
    for (let n = 0; n < 3; n++) say(`${n}`);
    testClient.control.fault({ kind: 'graph', code: 80_001, path: '/comments', page: 'later' });
    const first = await testClient.request('/v26.0/2000001/comments', { ...ALL, limit: '2' }, { token });
    expect(first.status).toBe(200);
    expect((await testClient.request(first.body.paging.next)).body.error.code).toBe(80_001);
    expect((await testClient.request(first.body.paging.next)).status).toBe(200);
  });
});

describe('delivery formats that clients of the real platform have reported', () => {
  let subscriber: Subscriber;
  let receiver: WebhookReceiver;

  beforeEach(async () => {
    subscriber = await Subscriber.open();
    ({ receiver } = subscriber);
  });
  afterEach(() => subscriber.close());

  it('A delivery can be wrapped in a list.', async () => {
    subscriber.testClient.control.setWebhooks({ listWrapped: true });
    subscriber.say('hello');
    await receiver.waitUntil(hasPosts(1));
    expect(JSON.parse(receiver.received[0]!.raw)).toMatchObject([{ object: 'page' }]);
  });

  it('In a delivery, a comment id can have a story id as its prefix, or no prefix.', async () => {
    const { control } = subscriber.testClient;
    control.setWebhooks({ commentIds: 'story' });
    const [video, last] = subscriber.say('hello').id.split('_');
    await receiver.waitUntil(hasPosts(1));
    control.setWebhooks({ commentIds: 'bare' });
    const second = subscriber.say('again');
    await receiver.waitUntil(hasPosts(2));
    const reported = receiver.changes().map(({ value }) => value.comment_id);
    expect(reported).toEqual([`5${video}_${last}`, second.id.split('_')[1]]);
  });
});
