import { createHmac } from 'node:crypto';
import { asciiJson } from '../http/json';
import { hasReceived, posts, useSubscriber } from '../testing/subscriber';
import { signatures } from './signatures';

describe('webhooks', () => {
  const client = useSubscriber();
  const { receiver } = client;

  const hmac = (algorithm: string, raw: string): string =>
    createHmac(algorithm, client.simulator.appSecret).update(raw).digest('hex');

  it('A webhook reports a comment in escaped ASCII, signed twice over the raw bytes.', async () => {
    const { id } = client.say('ça marche 🎉 1/2');
    await receiver.waitUntil(hasReceived(1));
    const { raw, headers } = receiver.received[0]!;
    expect(raw).toContain('\\u00e7a marche \\ud83c\\udf89 1\\/2');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${hmac('sha256', raw)}`);
    expect(headers['x-hub-signature']).toBe(`sha1=${hmac('sha1', raw)}`);
    expect(JSON.parse(raw)).toMatchObject({
      object: 'page',
      entry: [
        {
          id: '1000001',
          time: 1795374312,
          changes: [
            {
              field: 'feed',
              value: {
                from: { id: '9000001', name: 'Test Viewer' },
                message: 'ça marche 🎉 1/2',
                post_id: '1000001_3000001',
                parent_id: '1000001_3000001',
                comment_id: id,
                created_time: 1795374312,
                item: 'comment',
                verb: 'add',
              },
            },
          ],
        },
      ],
    });
  });

  it('Webhooks report edits, hiding, deletion, replies with their parent, and held comments on release.', async () => {
    const first = client.say('sold 101');
    client.control.broadcasts.edit(first.id, 'sold 102');
    client.control.broadcasts.hide(first.id);
    client.control.broadcasts.hide(first.id, false);
    client.say('an answer', { parentId: first.id });
    client.control.broadcasts.delete(first.id);
    client.say('held', { releaseAfterMs: 60_000 });
    client.control.advance(60_000);
    await receiver.waitUntil(() => receiver.changes().length >= 7);
    const values = receiver.changes().map(({ value }) => value);
    expect(values.map(({ verb, message }) => [verb, message])).toEqual([
      ['add', 'sold 101'],
      ['edited', 'sold 102'],
      ['hide', 'sold 102'],
      ['unhide', 'sold 102'],
      ['add', 'an answer'],
      ['remove', undefined],
      ['add', 'held'],
    ]);
    expect(values[4].parent_id).toBe(first.id);
    expect(values[5].post).toBeUndefined();
    expect(values[6].created_time).toBe(1795374312);
  });

  it('A held comment released early is reported once.', async () => {
    const held = client.say('held', { releaseAfterMs: 60_000 });
    client.control.broadcasts.release(held.id);
    client.control.advance(60_000);
    client.say('later');
    await receiver.waitUntil(() => receiver.changes().some(({ value }) => value.message === 'later'));
    expect(receiver.changes().map(({ value }) => value.message)).toEqual(['held', 'later']);
  });

  it('A webhook reports a broadcast’s status in lowercase.', async () => {
    client.control.broadcasts.stop('2000001');
    client.control.advance(10_000);
    await receiver.waitUntil(() => receiver.changes().length >= 2);
    expect(receiver.changes()).toEqual([
      { field: 'live_videos', value: { id: '2000001', status: 'live_stopped' } },
      { field: 'live_videos', value: { id: '2000001', status: 'vod' } },
    ]);
  });

  it('The app gets webhooks only for the pages and fields that it subscribed to.', async () => {
    client.say('another page', { broadcastId: '2000002' });
    await client.install('1000001', 'live_videos');
    client.say('not reported');
    client.control.broadcasts.stop('2000001');
    await receiver.waitUntil(hasReceived(1));
    expect(receiver.changes().map(({ field }) => field)).toEqual(['live_videos']);
  });

  it('One delivery contains up to 1,000 updates.', async () => {
    for (let index = 0; index < 1_500; index += 1) client.say(String(index));
    await receiver.waitUntil(hasReceived(2));
    expect(posts(receiver.received).map(({ raw }) => JSON.parse(raw).entry.length)).toEqual([1_000, 500]);
    client.control.setWebhooks({ gatherEntries: true });
    client.say('a');
    client.say('b');
    await receiver.waitUntil(hasReceived(3));
    expect(JSON.parse(receiver.received[2]!.raw).entry).toEqual([
      expect.objectContaining({ changes: [expect.anything(), expect.anything()] }),
    ]);
  });

  it('Webhooks can arrive twice, late, in any order, or never.', async () => {
    client.control.setWebhooks({ duplicates: 1, reordered: true });
    for (let index = 0; index < 30; index += 1) client.say(String(index));
    client.control.advance(1_000);
    await receiver.waitUntil(() => receiver.changes().length >= 60);
    const messages = receiver.changes().map(({ value }) => value.message);
    expect(new Set(messages).size).toBe(30);
    expect(messages.slice(0, 30)).not.toEqual(Array.from({ length: 30 }, (_, index) => String(index)));

    client.control.setWebhooks({ duplicates: 0, delayed: 1, longestDelayMs: 5_000 });
    client.say('late');
    client.control.setWebhooks({ dropped: 1 });
    client.say('never');
    client.control.advance(5_000);
    await receiver.waitUntil(() => receiver.changes().length >= 61);
    expect(receiver.changes().at(-1).value.message).toBe('late');
    expect(client.control.webhooks()).toMatchObject({ dropped: 1, waiting: 0 });
  });

  it('A forged webhook without a valid signature can accompany each delivery.', async () => {
    client.control.setWebhooks({ forged: 1 });
    receiver.answer = ({ raw, headers }) => ({
      status: headers['x-hub-signature-256'] === `sha256=${hmac('sha256', raw)}` ? 200 : 403,
    });
    client.say('genuine');
    await receiver.waitUntil(hasReceived(2));
    const [forged, real] = posts(receiver.received).sort(
      (a, b) => Number(b.raw.includes('forged')) - Number(a.raw.includes('forged')),
    );
    expect(forged!.headers['x-hub-signature-256']).not.toBe(`sha256=${hmac('sha256', forged!.raw)}`);
    expect(JSON.parse(real!.raw).entry[0].changes[0].value.message).toBe('genuine');
  });

  it('A failed delivery is retried immediately, and then with growing pauses, until it is accepted.', async () => {
    receiver.answer = () => ({ status: receiver.received.length < 4 ? 503 : 200 });
    const { id } = client.say('persistent');
    await receiver.waitUntil(hasReceived(2));
    for (const tries of [3, 4]) {
      while (client.control.webhooks().log.length < tries - 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      client.control.advance(1_000);
      await receiver.waitUntil(hasReceived(tries));
    }
    expect(new Set(receiver.changes().map(({ value }) => value.comment_id))).toEqual(new Set([id]));
    while (client.control.webhooks().delivered === 0) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(client.control.webhooks().log.map(({ outcome }) => outcome)).toEqual([
      'will retry',
      'will retry',
      'will retry',
      'delivered',
    ]);
  });

  it('A delivery is abandoned after twelve failed attempts.', async () => {
    receiver.answer = () => ({ status: 500 });
    client.say('in vain');
    while (client.control.webhooks().givenUp === 0) {
      client.control.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(client.control.webhooks().log).toHaveLength(12);
  });

  it('The control API can deliver any entry, with a valid or an invalid signature.', async () => {
    const entry = [
      {
        id: '0',
        time: 1,
        changes: [{ field: 'feed', value: { item: 'status', post_id: '44444444_444444444', verb: 'add' } }],
      },
    ];
    receiver.answer = ({ raw, headers }) => ({
      status: headers['x-hub-signature-256'] === `sha256=${hmac('sha256', raw)}` ? 200 : 403,
    });
    expect(await client.control.deliver('page', entry)).toBe(200);
    expect(await client.control.deliver('page', entry, 'unknown')).toBe(403);
    expect(JSON.parse(receiver.received[0]!.raw)).toEqual({ object: 'page', entry });
  });

  it('Webhooks wait while they are paused.', async () => {
    client.control.setWebhooks({ paused: true });
    client.say('patience');
    expect(client.control.webhooks().waiting).toBe(1);
    client.control.setWebhooks({ paused: false });
    await receiver.waitUntil(hasReceived(1));
  });
});

describe("a delivery's signature", () => {
  it('The signature over the platform’s own encoding matches the known test vector.', () => {
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: '3000001_4000001',
      post_id: '1000001_3000001',
      parent_id: '1000001_3000001',
    };
    const rest = {
      created_time: 1790000000,
      message: 'Ça marche 🎉',
      from: { id: '9000001', name: 'Test Viewer' },
    };
    const body = asciiJson({
      object: 'page',
      entry: [
        { id: '1000001', time: 1790000000, changes: [{ field: 'feed', value: { ...value, ...rest } }] },
      ],
    });
    expect(body).toContain('\\u00c7a marche \\ud83c\\udf89');
    expect(signatures('unit-test-app-secret', body)['x-hub-signature-256']).toBe(
      'sha256=f0625c8d0fb5c6e52d6844ac4c6217927f51e5ca2f855f1be928919b4d91675a',
    );
  });
});
