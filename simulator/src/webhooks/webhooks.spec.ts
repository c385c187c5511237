import { createHmac } from 'node:crypto';
import { asciiJson } from '../http/json';
import type { WebhookReceiver } from '../testing/mailbox';
import { hasPosts, posts, Subscriber } from '../testing/subscriber';
import type { Visitor } from '../testing/visitor';
import { signatures } from './signatures';

describe('webhooks', () => {
  let subscriber: Subscriber;
  let visitor: Visitor;
  let mailbox: WebhookReceiver;
  let token: string;

  beforeEach(async () => {
    subscriber = await Subscriber.open();
    ({ visitor, mailbox, token } = subscriber);
  });
  afterEach(() => subscriber.close());

  const say = (text: string, more: object = {}) => subscriber.say(text, more);
  const hmac = (algorithm: string, raw: string): string =>
    createHmac(algorithm, visitor.simulator.appSecret).update(raw).digest('hex');

  it('A webhook reports a comment in escaped ASCII, signed twice over the raw bytes.', async () => {
    const { id } = say('ça marche 🎉 1/2');
    await mailbox.waitUntil(hasPosts(1));
    const { raw, headers } = mailbox.received[0]!;
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
    const first = say('sold 101');
    visitor.control.broadcasts.edit(first.id, 'sold 102');
    visitor.control.broadcasts.hide(first.id);
    visitor.control.broadcasts.hide(first.id, false);
    say('an answer', { parentId: first.id });
    visitor.control.broadcasts.delete(first.id);
    say('held', { releaseAfterMs: 60_000 });
    visitor.control.advance(60_000);
    await mailbox.waitUntil(() => mailbox.changes().length >= 7);
    const values = mailbox.changes().map(({ value }) => value);
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
    const held = say('held', { releaseAfterMs: 60_000 });
    visitor.control.broadcasts.release(held.id);
    visitor.control.advance(60_000);
    say('later');
    await mailbox.waitUntil(() => mailbox.changes().some(({ value }) => value.message === 'later'));
    expect(mailbox.changes().map(({ value }) => value.message)).toEqual(['held', 'later']);
  });

  it('A webhook reports a broadcast’s status in lowercase.', async () => {
    visitor.control.broadcasts.stop('2000001');
    visitor.control.advance(10_000);
    await mailbox.waitUntil(() => mailbox.changes().length >= 2);
    expect(mailbox.changes()).toEqual([
      { field: 'live_videos', value: { id: '2000001', status: 'live_stopped' } },
      { field: 'live_videos', value: { id: '2000001', status: 'vod' } },
    ]);
  });

  it('The app gets webhooks only for the pages and fields that it subscribed to.', async () => {
    visitor.control.broadcasts.say({ broadcastId: '2000002', text: 'another page' });
    await visitor.request(
      '/v26.0/1000001/subscribed_apps',
      { subscribed_fields: 'live_videos' },
      { method: 'POST', token },
    );
    say('not reported');
    visitor.control.broadcasts.stop('2000001');
    await mailbox.waitUntil(hasPosts(1));
    expect(mailbox.changes().map(({ field }) => field)).toEqual(['live_videos']);
  });

  it('One delivery contains up to 1,000 updates.', async () => {
    for (let index = 0; index < 1_500; index += 1) say(String(index));
    await mailbox.waitUntil(hasPosts(2));
    expect(posts(mailbox.received).map(({ raw }) => JSON.parse(raw).entry.length)).toEqual([1_000, 500]);
    visitor.control.setWebhooks({ gatherEntries: true });
    say('a');
    say('b');
    await mailbox.waitUntil(hasPosts(3));
    expect(JSON.parse(mailbox.received[2]!.raw).entry).toEqual([
      expect.objectContaining({ changes: [expect.anything(), expect.anything()] }),
    ]);
  });

  it('Webhooks can arrive twice, late, in any order, or never.', async () => {
    visitor.control.setWebhooks({ duplicates: 1, reordered: true });
    for (let index = 0; index < 30; index += 1) say(String(index));
    visitor.control.advance(1_000);
    await mailbox.waitUntil(() => mailbox.changes().length >= 60);
    const messages = mailbox.changes().map(({ value }) => value.message);
    expect(new Set(messages).size).toBe(30);
    expect(messages.slice(0, 30)).not.toEqual(Array.from({ length: 30 }, (_, index) => String(index)));

    visitor.control.setWebhooks({ duplicates: 0, delayed: 1, longestDelayMs: 5_000 });
    say('late');
    visitor.control.setWebhooks({ dropped: 1 });
    say('never');
    visitor.control.advance(5_000);
    await mailbox.waitUntil(() => mailbox.changes().length >= 61);
    expect(mailbox.changes().at(-1).value.message).toBe('late');
    expect(visitor.control.webhooks()).toMatchObject({ dropped: 1, waiting: 0 });
  });

  it('A forged webhook without a valid signature can accompany each delivery.', async () => {
    visitor.control.setWebhooks({ forged: 1 });
    mailbox.answer = ({ raw, headers }) => ({
      status: headers['x-hub-signature-256'] === `sha256=${hmac('sha256', raw)}` ? 200 : 403,
    });
    say('genuine');
    await mailbox.waitUntil(hasPosts(2));
    const [forged, real] = posts(mailbox.received).sort(
      (a, b) => Number(b.raw.includes('forged')) - Number(a.raw.includes('forged')),
    );
    expect(forged!.headers['x-hub-signature-256']).not.toBe(`sha256=${hmac('sha256', forged!.raw)}`);
    expect(JSON.parse(real!.raw).entry[0].changes[0].value.message).toBe('genuine');
  });

  it('A failed delivery is retried immediately, and then with growing pauses, until it is accepted.', async () => {
    mailbox.answer = () => ({ status: mailbox.received.length < 4 ? 503 : 200 });
    const { id } = say('persistent');
    await mailbox.waitUntil(hasPosts(2));
    for (const tries of [3, 4]) {
      while (visitor.control.webhooks().log.length < tries - 1) {
        await new Promise((resolve) => setImmediate(resolve));
      }
      visitor.control.advance(1_000);
      await mailbox.waitUntil(hasPosts(tries));
    }
    expect(new Set(mailbox.changes().map(({ value }) => value.comment_id))).toEqual(new Set([id]));
    while (visitor.control.webhooks().delivered === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(visitor.control.webhooks().log.map(({ outcome }) => outcome)).toEqual([
      'will retry',
      'will retry',
      'will retry',
      'delivered',
    ]);
  });

  it('A delivery is abandoned after twelve failed attempts.', async () => {
    mailbox.answer = () => ({ status: 500 });
    say('in vain');
    while (visitor.control.webhooks().givenUp === 0) {
      visitor.control.advance(60_000);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(visitor.control.webhooks().log).toHaveLength(12);
  });

  it('The control API can deliver any entry, with a valid or an invalid signature.', async () => {
    const entry = [
      {
        id: '0',
        time: 1,
        changes: [{ field: 'feed', value: { item: 'status', post_id: '44444444_444444444', verb: 'add' } }],
      },
    ];
    mailbox.answer = ({ raw, headers }) => ({
      status: headers['x-hub-signature-256'] === `sha256=${hmac('sha256', raw)}` ? 200 : 403,
    });
    expect(await visitor.control.deliver('page', entry)).toBe(200);
    expect(await visitor.control.deliver('page', entry, 'unknown')).toBe(403);
    expect(JSON.parse(mailbox.received[0]!.raw)).toEqual({ object: 'page', entry });
  });

  it('Webhooks wait while they are paused.', async () => {
    visitor.control.setWebhooks({ paused: true });
    say('patience');
    expect(visitor.control.webhooks().waiting).toBe(1);
    visitor.control.setWebhooks({ paused: false });
    await mailbox.waitUntil(hasPosts(1));
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
