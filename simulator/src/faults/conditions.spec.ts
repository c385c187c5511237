import { hasReceived, useSubscriber } from '../testing/subscriber';
import { useTestClient } from '../testing/test-client';

const ALL = { filter: 'stream', live_filter: 'no_filter', order: 'reverse_chronological' };
const MEDIA = '17990000000000002';
const ACCOUNT = '17840000000000002';

describe('platform behavior that clients of the real platform have reported', () => {
  const client = useTestClient();

  it('A request for too many rows is rejected with error 1 and HTTP 500.', async () => {
    client.token = await client.pageToken();
    client.control.switch({ largestPage: 25 });
    const ask = (limit: string) => client.get('/2000001/comments', { ...ALL, limit });
    const refused = await ask('26');
    expect([refused.status, refused.body.error.code]).toEqual([500, 1]);
    expect(refused.body.error.message).toContain('reduce the amount of data');
    expect((await ask('25')).status).toBe(200);
  });

  it('Comments withheld from a list are still counted.', async () => {
    client.token = await client.pageToken();
    for (let n = 0; n < 8; n++) client.say(`${n}`);
    client.control.switch({ withheld: 1 });
    const { body } = await client.get('/2000001/comments', { ...ALL, summary: 'total_count' });
    expect([body.data, body.summary.total_count]).toEqual([[], 8]);
    const instagram = await client.instagramToken();
    client.say('hello', { broadcastId: MEDIA });
    const comments = await client.get(`/${MEDIA}/comments`, {}, instagram);
    const media = await client.get(`/${MEDIA}`, { fields: 'comments_count' }, instagram);
    expect([comments.body.data, media.body.comments_count]).toEqual([[], 1]);
  });

  it('A list can return comment ids without the video id.', async () => {
    client.token = await client.pageToken();
    const { id } = client.say('hello');
    client.control.switch({ commentIds: 'bare' });
    const { body } = await client.get('/2000001/comments', ALL);
    expect(body.data[0].id).toBe(id.split('_')[1]);
  });

  it('Instagram can identify an author by username alone.', async () => {
    client.token = await client.instagramToken();
    client.say('hello', { broadcastId: MEDIA, authorName: 'viewer.one' });
    client.control.switch({ usernameOnly: true });
    const { body } = await client.get(`/${MEDIA}/comments`, { fields: 'from' });
    expect(body.data[0].from).toEqual({ username: 'viewer.one' });
  });

  it("Instagram lists a comment's replies page by page.", async () => {
    client.token = await client.instagramToken();
    const first = client.say('who wants it?', { broadcastId: MEDIA });
    for (let n = 0; n < 30; n++) {
      client.control.advance(1_000);
      client.say(`${n}`, { broadcastId: MEDIA, parentId: first.id });
    }
    const { body } = await client.get(`/${MEDIA}/comments`, { fields: 'id,replies{id,text}' });
    const { replies } = body.data[0];
    expect(replies.data).toHaveLength(25);
    expect(replies.data[0]).toMatchObject({ text: '29' });
    const after = new URL(replies.paging.next).searchParams.get('after') ?? '';
    const rest = await client.get(`/${first.id}/replies`, { fields: 'text', after });
    expect(rest.body.data.map(({ text }: { text: string }) => text)).toEqual(['4', '3', '2', '1', '0']);
  });

  it('The list of live media can begin with an empty page.', async () => {
    client.token = await client.instagramToken();
    client.control.switch({ liveMediaBeginsEmpty: true });
    const first = (await client.get(`/${ACCOUNT}/live_media`)).body;
    expect(first.data).toEqual([]);
    expect((await client.request(first.paging.next)).body.data).toEqual([{ id: MEDIA }]);
  });

  it('A fault can be limited to the later pages of a list.', async () => {
    client.token = await client.pageToken();
    for (let n = 0; n < 3; n++) client.say(`${n}`);
    client.control.fault({ kind: 'graph', code: 80_001, path: '/comments', page: 'later' });
    const first = await client.get('/2000001/comments', { ...ALL, limit: '2' });
    expect(first.status).toBe(200);
    expect((await client.request(first.body.paging.next)).body.error.code).toBe(80_001);
    expect((await client.request(first.body.paging.next)).status).toBe(200);
  });
});

describe('delivery formats that clients of the real platform have reported', () => {
  const subscriber = useSubscriber();
  const { receiver } = subscriber;

  it('A delivery can be wrapped in a list.', async () => {
    subscriber.control.setWebhooks({ listWrapped: true });
    subscriber.say('hello');
    await receiver.waitUntil(hasReceived(1));
    expect(JSON.parse(receiver.received[0]!.raw)).toMatchObject([{ object: 'page' }]);
  });

  it('In a delivery, a comment id can have a story id as its prefix, or no prefix.', async () => {
    const { control } = subscriber;
    control.setWebhooks({ commentIds: 'story' });
    const [video, last] = subscriber.say('hello').id.split('_');
    await receiver.waitUntil(hasReceived(1));
    control.setWebhooks({ commentIds: 'bare' });
    const second = subscriber.say('again');
    await receiver.waitUntil(hasReceived(2));
    const reported = receiver.changes().map(({ value }) => value.comment_id);
    expect(reported).toEqual([`5${video}_${last}`, second.id.split('_')[1]]);
  });
});
