import type { Show, ShowWithItems } from '@sellary/contracts';
import { createHmac } from 'node:crypto';
import { ClaimIntake } from '../../claim-engine';
import { eventually, newCaller, useCallerPerTest, useSimulatedApp } from '../../../test';
import { SourcePolling } from '../polling/source-polling';

jest.setTimeout(60_000);

const ACCOUNT = '17840000000000001';
const SECRET = 'unit-test-app-secret';

describe('Webhooks', () => {
  const { platform: meta, app } = useSimulatedApp({ simulator: { appSecret: SECRET } });
  const owner = useCallerPerTest(app);
  let broadcastCount = 0;

  const sign = (body: string, secret = SECRET): string =>
    `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const post = async (platform: string, body: string, signature: string | null = sign(body)) => {
    const response = await fetch(`${app.url}/api/webhooks/${platform}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(signature === null ? {} : { 'x-hub-signature-256': signature }),
      },
      body,
    });
    return { status: response.status, text: await response.text() };
  };
  const commentChange = (mediaId: string, id: string, text: string, user = `66${id}`) => ({
    field: 'live_comments',
    value: {
      from: { id: user, username: `viewer.${user}` },
      media: { id: mediaId, media_product_type: 'LIVE' },
      id,
      text,
    },
  });
  const payload = (changes: unknown[], time = Date.now()): string =>
    JSON.stringify({ object: 'instagram', entry: [{ id: ACCOUNT, time, changes }] });
  const newMediaId = (): string => `1799000000000${1000 + broadcastCount++}`;
  const startShow = (
    liveId: string,
    caller = owner,
    extra: Record<string, unknown> = {},
  ): Promise<ShowWithItems> =>
    caller.activeShow([{ itemNumber: '12', totalQuantity: 30 }], {
      sources: [{ platform: 'instagram', liveId, ...extra }],
    });
  const outcomes = async (show: Show, caller = owner): Promise<string[]> =>
    (await caller.readComments(show.id)).map(({ outcome }) => outcome);

  it('The handshake succeeds only with the right token.', async () => {
    const requestHandshake = (query: Record<string, string>, platform = 'instagram') =>
      fetch(`${app.url}/api/webhooks/${platform}?${new URLSearchParams(query).toString()}`);
    const good = {
      'hub.mode': 'subscribe',
      'hub.challenge': '1158201444',
      'hub.verify_token': meta.simulator.verifyToken,
    };
    for (const platform of ['instagram', 'facebook']) {
      const answer = await requestHandshake(good, platform);
      expect([answer.status, await answer.text()]).toEqual([200, '1158201444']);
      expect(answer.headers.get('content-type')).toContain('text/plain');
    }
    for (const wrong of [{ ...good, 'hub.verify_token': 'x' }, { ...good, 'hub.mode': 'unsubscribe' }, {}]) {
      expect((await requestHandshake(wrong)).status).toBe(403);
    }
    expect((await requestHandshake(good, 'myspace')).status).toBe(404);
  });

  it('A webhook without a valid signature is rejected before it is parsed.', async () => {
    const id = newMediaId();
    const show = await startShow(id);
    const body = payload([commentChange(id, '18000000000000001', 'sold 12')]);
    for (const signature of [null, '', 'sha256=00', sign(body, 'another secret'), sign(`${body} `)]) {
      expect((await post('instagram', body, signature)).status).toBe(403);
    }
    expect((await post('instagram', 'not json', 'sha256=00')).status).toBe(403);
    expect(await outcomes(show)).toEqual([]);
    expect((await post('instagram', body)).status).toBe(200);
    expect(await outcomes(show)).toEqual(['winner']);
  });

  it("A webhook delivers each comment once, and only to shows that read the comment's broadcast.", async () => {
    const [mediaId, otherMediaId] = [newMediaId(), newMediaId()];
    const [show, otherShow] = [await startShow(mediaId), await startShow(otherMediaId)];
    const body = payload([
      commentChange(mediaId, '18000000000000002', 'sold 12'),
      commentChange(mediaId, '18000000000000002', 'sold 12'),
      commentChange(mediaId, '18000000000000003', 'hello'),
    ]);
    await Promise.all([post('instagram', body), post('instagram', body), post('instagram', body)]);
    expect((await outcomes(show)).sort()).toEqual(['ignored', 'winner']);
    expect(await outcomes(otherShow)).toEqual([]);
  });

  it("If one webhook contains comments on two of a show's broadcasts, each comment is stored with its broadcast, in order of arrival.", async () => {
    const [mediaId, otherMediaId] = [newMediaId(), newMediaId()];
    const show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], {
      sources: [
        { platform: 'instagram', liveId: mediaId },
        { platform: 'instagram', liveId: otherMediaId },
      ],
    });
    const body = payload([
      commentChange(mediaId, '18000000000000011', 'hello'),
      commentChange(otherMediaId, '18000000000000012', 'hello'),
      commentChange(mediaId, '18000000000000013', 'hello'),
    ]);
    expect((await post('instagram', body)).status).toBe(200);
    const comments = await owner.readComments(show.id);
    expect(comments.map(({ commentId, liveId }) => [commentId, liveId]).reverse()).toEqual([
      ['18000000000000011', mediaId],
      ['18000000000000012', otherMediaId],
      ['18000000000000013', mediaId],
    ]);
  });

  it("A Facebook webhook's broadcast is found by its video id, and the comment's claim time is in whole seconds.", async () => {
    const video = `300000${broadcastCount++}`;
    const show = await owner.activeShow([{ itemNumber: '12' }], {
      sources: [{ platform: 'facebook', liveId: video }],
    });
    const at = Math.floor(Date.now() / 1000);
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: `${video}_4000001`,
      post_id: `1000001_${video}`,
      parent_id: `1000001_${video}`,
      created_time: at,
      message: 'sold 12',
      from: { id: '9000001', name: 'Test Viewer' },
    };
    const body = JSON.stringify({
      object: 'page',
      entry: [{ id: '1000001', time: at, changes: [{ field: 'feed', value }] }],
    });
    expect((await post('facebook', body)).status).toBe(200);
    const comments = await owner.readComments(show.id);
    expect(comments).toMatchObject([
      { outcome: 'winner', buyer: { handle: 'Test Viewer' }, commentedAt: new Date(at * 1000).toISOString() },
    ]);
  });

  it('Comments that arrive while the show is paused are stored but do not claim.', async () => {
    const id = newMediaId();
    const show = await startShow(id);
    await owner.call('POST', `/api/shows/${show.id}/pause`, {});
    await post('instagram', payload([commentChange(id, '18000000000000005', 'sold 12')]));
    expect(await outcomes(show)).toEqual(['outside_show']);
  });

  it('A workspace does not receive comments for an account that another workspace has connected.', async () => {
    const id = newMediaId();
    const [connection] = await meta.connect(app.url, owner, 'instagram');
    const show = await startShow(id, owner, { connectionId: connection?.id });
    const stranger = await newCaller(app.url);
    const strangersShow = await startShow(id, stranger);
    await post('instagram', payload([commentChange(id, '18000000000000006', 'sold 12')]));
    expect(await outcomes(show)).toEqual(['winner']);
    expect(await outcomes(strangersShow, stranger)).toEqual([]);
    await owner.call('DELETE', `/api/connections/${connection?.id ?? ''}`);
  });

  it('Test webhooks from the dashboard and invalid payloads are answered with HTTP 200.', async () => {
    const sample = {
      field: 'live_comments',
      value: {
        id: '17865799348089039',
        text: 'This is an example.',
        media: { id: '123123123' },
        from: { id: '232323232' },
      },
    };
    for (const body of [
      payload([sample], 1_520_383_571),
      '{}',
      '[]',
      'null',
      'not json',
      '{"object":"instagram","entry":[{"id":"0","changed_fields":["comments"]}]}',
    ]) {
      expect((await post('instagram', body)).status).toBe(200);
    }
  });

  it('A webhook is answered with HTTP 503 if the comments cannot be stored.', async () => {
    const id = newMediaId();
    const show = await startShow(id);
    const body = payload([commentChange(id, '18000000000000007', 'sold 12')]);
    const submit = jest.spyOn(app.nest.get(ClaimIntake), 'submit').mockRejectedValue(new Error('disk full'));
    expect((await post('instagram', body)).status).toBe(503);
    submit.mockRestore();
    expect((await post('instagram', body)).status).toBe(200);
    expect(await outcomes(show)).toEqual(['winner']);
  });

  it('Comments held by polling are decided before the comments of a webhook, which waits for at most two seconds.', async () => {
    const id = newMediaId();
    const show = await startShow(id);
    let reportDecided: () => void = () => undefined;
    const decide = jest
      .spyOn(app.nest.get(SourcePolling), 'decideIfStalled')
      .mockReturnValueOnce(new Promise((resolve) => (reportDecided = resolve)))
      .mockReturnValueOnce(new Promise(() => undefined));
    const answer = post('instagram', payload([commentChange(id, '18000000000000014', 'sold 12')]));
    await eventually(
      () => decide.mock.calls.length,
      (count) => count === 1,
    );
    expect(await outcomes(show)).toEqual([]);
    reportDecided();
    expect((await answer).status).toBe(200);
    expect(await outcomes(show)).toEqual(['winner']);
    const second = await post('instagram', payload([commentChange(id, '18000000000000015', 'sold 12')]));
    expect([second.status, await outcomes(show)]).toEqual([200, ['winner', 'winner']]);
    decide.mockRestore();
  });

  it('A webhook with a thousand comments is stored completely.', async () => {
    const id = newMediaId();
    const show = await startShow(id);
    const changes = Array.from({ length: 1_000 }, (_, n) =>
      commentChange(id, String(18_000_000_010_000 + n), `hello ${n}`),
    );
    expect((await post('instagram', payload(changes))).status).toBe(200);
    expect((await owner.readShow(show.id)).stats.comments).toBe(1_000);
  });

  it("A debug route emits signed webhooks only to shows in the caller's workspace.", async () => {
    const id = newMediaId();
    const [show, stranger] = [await startShow(id), await newCaller(app.url)];
    const body = JSON.parse(payload([commentChange(id, '18000000000000008', 'sold 12 🎉')])) as unknown;
    const strangersAnswer = await stranger.call('POST', '/api/debug/emit-ig-webhook', body);
    expect([strangersAnswer.status, strangersAnswer.body]).toEqual([200, { received: 0, results: [] }]);
    const { body: emitted } = await owner.call('POST', '/api/debug/emit-ig-webhook', body);
    expect(emitted).toEqual({
      received: 1,
      results: [{ showId: show.id, commentId: '18000000000000008', outcome: 'winner' }],
    });
  });
});
