import { createHmac } from 'node:crypto';
import { hasReceived, posts, useSubscriber } from '../testing/subscriber';
import type { TestResponse } from '../testing/test-client';

describe('webhook subscriptions', () => {
  const client = useSubscriber();
  const { receiver } = client;

  describe('for Instagram', () => {
    const sayOnInstagram = (text: string) =>
      client.control.broadcasts.say({
        broadcastId: '17990000000000001',
        text,
        authorName: 'viewer.one',
      });
    const entries = (): TestResponse['body'][] =>
      posts(receiver.received).flatMap(({ raw }) => JSON.parse(raw).entry);

    it('Instagram updates have no time of their own, and the delivery’s time is in milliseconds.', async () => {
      const { id, author } = sayOnInstagram('mine! size M');
      await receiver.waitUntil(hasReceived(1));
      expect(JSON.parse(receiver.received[0]!.raw)).toEqual({
        object: 'instagram',
        entry: [
          {
            id: '17840000000000001',
            time: 1795374312345,
            changes: [
              {
                field: 'live_comments',
                value: {
                  from: { id: author.id, username: 'viewer.one' },
                  media: { id: '17990000000000001', media_product_type: 'LIVE' },
                  id,
                  text: 'mine! size M',
                },
              },
            ],
          },
        ],
      });
    });

    it('Instagram updates can have other shapes, id keys, and time units.', async () => {
      client.control.setWebhooks({
        instagramShape: 'flat',
        instagramIdKey: 'comment_id',
        instagramTime: 'seconds',
      });
      const flat = sayOnInstagram('flat');
      await receiver.waitUntil(hasReceived(1));
      client.control.setWebhooks({ instagramShape: 'array' });
      sayOnInstagram('array');
      await receiver.waitUntil(hasReceived(2));
      const [first, second] = entries();
      expect(first).toMatchObject({
        time: 1795374312,
        field: 'live_comments',
        value: { comment_id: flat.id, text: 'flat' },
      });
      expect(second.changes[0].value).toEqual([expect.objectContaining({ text: 'array' })]);
    });

    it('Instagram updates report only new comments, and only while the broadcast is live.', async () => {
      const first = sayOnInstagram('first');
      client.control.broadcasts.edit(first.id, 'edited');
      client.control.broadcasts.delete(first.id);
      client.control.broadcasts.stop('17990000000000001');
      sayOnInstagram('after the end');
      client.say('on the page');
      await receiver.waitUntil(() => entries().length >= 2);
      expect(entries().map(({ changes }) => changes[0].value.text ?? changes[0].value.message)).toEqual([
        'first',
        'on the page',
      ]);
    });
  });

  it('The Instagram app’s secret signs updates for accounts that signed in directly.', async () => {
    await client.close();
    await client.open({ instagramAppSecret: 'the other secret', instagramAppId: '5000002' });
    await client.install('me', 'live_comments', await client.instagramToken());
    client.control.broadcasts.say({ broadcastId: '17990000000000002', text: 'mine' });
    await receiver.waitUntil(hasReceived(1));
    const { raw, headers } = receiver.received[0]!;
    expect(headers['x-hub-signature-256']).toBe(
      `sha256=${createHmac('sha256', 'the other secret').update(raw).digest('hex')}`,
    );
  });

  describe('requested by the app', () => {
    const subscribe = (verifyToken: string) => {
      const { appId, verifyToken: expected } = client.simulator;
      receiver.answer = ({ url }) => {
        const { searchParams } = new URL(url, receiver.url);
        const isRight =
          searchParams.get('hub.mode') === 'subscribe' && searchParams.get('hub.verify_token') === expected;
        return isRight ? { status: 200, body: searchParams.get('hub.challenge') ?? '' } : { status: 403 };
      };
      const form = {
        object: 'page',
        callback_url: receiver.url,
        fields: 'feed',
        verify_token: verifyToken,
        include_values: 'true',
      };
      return client.post(`/${appId}/subscriptions`, { form }, client.appToken);
    };

    it('A subscription needs a callback that repeats the challenge.', async () => {
      expect((await subscribe('guessed')).body.error).toMatchObject({
        code: 2200,
        message: expect.stringContaining('HTTP Status Code = 403'),
      });
      expect((await subscribe(client.simulator.verifyToken)).body).toEqual({ success: true });
      const list = await client.get(`/${client.simulator.appId}/subscriptions`, {}, client.appToken);
      expect(list.body.data).toContainEqual({
        object: 'page',
        callback_url: receiver.url,
        active: true,
        fields: [{ name: 'feed', version: 'v26.0' }],
      });
    });

    it('The verify token is not recorded with the call.', async () => {
      await subscribe(client.simulator.verifyToken);
      const requests = client.control.requests();
      expect(requests.at(-1)).toMatchObject({ method: 'POST', status: 200 });
      expect(JSON.stringify(requests)).not.toContain(client.simulator.verifyToken);
    });

    it('If values are not requested, updates report only which fields changed.', async () => {
      client.control.subscribe('page', receiver.url, ['feed'], false);
      client.say('something');
      await receiver.waitUntil(hasReceived(1));
      expect(JSON.parse(receiver.received[0]!.raw).entry[0]).toEqual({
        id: '1000001',
        time: 1795374312,
        changed_fields: ['feed'],
      });
    });
  });
});
