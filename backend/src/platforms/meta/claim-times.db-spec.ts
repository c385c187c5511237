import type { Show } from '@sellary/contracts';
import { createHmac } from 'node:crypto';
import { DataSource } from 'typeorm';
import { useCallerPerTest, useSimulatedApp } from '../../../test';
import { TOY_CONNECTION } from '../../../test/toy-source';
import { AdapterRegistry } from '../adapter/adapter-registry';
import { GraphClient } from './graph/graph-client';

jest.setTimeout(60_000);

const ACCOUNT = '17840000000000001';
const PAGE = '1000001';
/**
 * Accounts that no workspace has connected. Every show with one of their broadcasts as a source therefore
 * receives its comments.
 */
const UNCONNECTED_ACCOUNT = '17840000000000099';
const UNCONNECTED_PAGE = '1000099';
const PLATFORM_BEHIND_MS = 35_000;

describe('Claim times of webhook comments', () => {
  const { platform, app } = useSimulatedApp();
  const owner = useCallerPerTest(app);

  afterEach(() => platform.control.setTime(Date.now()));

  const post = async (name: 'facebook' | 'instagram', entry: unknown): Promise<number> => {
    const body = JSON.stringify([{ object: name === 'facebook' ? 'page' : 'instagram', entry: [entry] }]);
    const signature = `sha256=${createHmac('sha256', platform.simulator.appSecret).update(body).digest('hex')}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    return (await fetch(`${app.url}/api/webhooks/${name}`, { method: 'POST', headers, body })).status;
  };
  const instagramEntry = (liveId: string, id: string, time: number, account = ACCOUNT) => ({
    id: account,
    time,
    changes: [
      {
        field: 'live_comments',
        value: { from: { id: `66${id}`, username: `v${id}` }, media: { id: liveId }, id, text: 'sold 12' },
      },
    ],
  });
  const facebookEntry = (liveId: string, id: string, createdAt: number, page = PAGE) => {
    const time = Math.floor(createdAt / 1000);
    const value = {
      item: 'comment',
      verb: 'add',
      comment_id: `${liveId}_${id}`,
      post_id: `${page}_${liveId}`,
      message: 'sold 12',
      created_time: time,
      from: { id: `9${id}`, name: 'Ann' },
    };
    return { id: page, time, changes: [{ field: 'feed', value }] };
  };
  async function startShow(name: 'facebook' | 'instagram', sourceFields: object = {}) {
    const liveId = platform.control.broadcasts.create({ owner: name === 'facebook' ? PAGE : ACCOUNT }).id;
    const sources = [{ platform: name, liveId, ...sourceFields }];
    return { show: await owner.activeShow([{ itemNumber: '12', totalQuantity: 30 }], { sources }), liveId };
  }
  const outcomes = async ({ id }: Show) => (await owner.readComments(id)).map(({ outcome }) => outcome);
  const stop = (show: Show) => owner.call('POST', `/api/shows/${show.id}/stop`, {});
  const storeOffset = (show: Show, name: 'facebook' | 'instagram', liveId: string): Promise<unknown> =>
    app.nest.get(DataSource).query(
      `INSERT INTO source_readings (show_id, platform, live_id, skew_ms) VALUES ($1, $2, $3, $4)
       ON CONFLICT (show_id, platform, live_id) DO UPDATE SET skew_ms = excluded.skew_ms`,
      [show.id, name, liveId, -PLATFORM_BEHIND_MS],
    );

  it("The claim time uses the server's clock, however far the platform's clock is behind.", async () => {
    platform.control.setTime(Date.now() - PLATFORM_BEHIND_MS);
    await platform.connect(app.url, owner, 'facebook');
    await platform.connect(app.url, owner, 'instagram');
    for (const name of ['facebook', 'instagram'] as const) {
      const { show, liveId } = await startShow(name);
      const platformNow = platform.control.now();
      expect(
        await post(
          name,
          name === 'facebook'
            ? facebookEntry(liveId, '4000001', platformNow)
            : instagramEntry(liveId, '18000001', platformNow),
        ),
      ).toBe(200);
      expect([name, await outcomes(show)]).toEqual([name, ['winner']]);
      await stop(show);
    }
  });

  it('The claim time uses the clock offset that polling measured, whichever process measured it.', async () => {
    const { show, liveId } = await startShow('facebook');
    await storeOffset(show, 'facebook', liveId);
    await post(
      'facebook',
      facebookEntry(liveId, '4000001', Date.now() - PLATFORM_BEHIND_MS, UNCONNECTED_PAGE),
    );
    expect(await outcomes(show)).toEqual(['winner']);
    await stop(show);
  });

  it.each(['facebook', 'instagram'])(
    "A polled comment without a time on %s gets the platform's time, because the clock offset corrects it later.",
    async (name) => {
      jest.spyOn(app.nest.get(GraphClient).skew, 'ms', 'get').mockReturnValue(-PLATFORM_BEHIND_MS);
      platform.control.fault({ kind: 'answer', path: '/comments', body: '{"data":[{"id":"3000001_5"}]}' });
      const { comments: pages } = app.nest.get(AdapterRegistry).get(name);
      if (pages.kind !== 'newest-first') throw new Error(`${name} must be read newest first`);
      const details = { login: 'facebook', pageId: PAGE };
      const connection = {
        ...TOY_CONNECTION,
        platform: name,
        externalAccountId: PAGE,
        details,
        token: 'EAAone',
      };
      const query = { liveId: '3000001', since: 0, after: null, limit: 10, brief: true, withTotal: false };
      const [comment] = (await pages.read(connection, query)).comments;
      const behindMs = Date.now() - (comment?.writtenAt ?? 0);
      expect(Math.abs(behindMs - PLATFORM_BEHIND_MS)).toBeLessThan(5_000);
    },
  );

  it('A claim time corrected by a clock offset has a tolerance of one second.', async () => {
    const { show, liveId } = await startShow('instagram');
    await storeOffset(show, 'instagram', liveId);
    const startedAt = Date.parse(show.startedAt ?? '');
    for (const [id, earlyMs] of [
      ['18000003', 900],
      ['18000004', 1_100],
    ] as const) {
      const time = startedAt - PLATFORM_BEHIND_MS - earlyMs;
      await post('instagram', instagramEntry(liveId, id, time, UNCONNECTED_ACCOUNT));
    }
    expect((await outcomes(show)).sort()).toEqual(['outside_show', 'winner']);
    await stop(show);
  });

  it('A claim time in whole seconds is within the show if the show started in that second.', async () => {
    const { show, liveId } = await startShow('instagram');
    const seconds = Math.floor(Date.parse(show.startedAt ?? '') / 1000);
    await post('instagram', instagramEntry(liveId, '18000002', seconds, UNCONNECTED_ACCOUNT));
    expect(await outcomes(show)).toEqual(['winner']);
    await stop(show);
  });

  it("If a comment arrives just after the show stops accepting claims, the platform is asked for the comment's time.", async () => {
    const [connection] = await platform.connect(app.url, owner, 'instagram');
    const { show, liveId } = await startShow('instagram', { connectionId: connection?.id });
    const startedAt = Date.parse(show.startedAt ?? '');
    // Written during the show, and delivered after the show was paused.
    const heldBack = platform.control.broadcasts.say({
      broadcastId: liveId,
      text: 'sold 12',
      createdAt: startedAt,
    });
    await owner.call('POST', `/api/shows/${show.id}/pause`, {});
    const beforeShow = platform.control.broadcasts.say({
      broadcastId: liveId,
      text: 'sold 12',
      createdAt: startedAt - 60_000,
      authorId: '6600000000000998',
    });
    await post('instagram', instagramEntry(liveId, heldBack.id, Date.now() + 1_000));
    await post('instagram', instagramEntry(liveId, beforeShow.id, Date.now() + 1_000));
    const found = await owner.readComments(show.id);
    expect(Object.fromEntries(found.map(({ commentId, outcome }) => [commentId, outcome]))).toEqual({
      [heldBack.id]: 'winner',
      [beforeShow.id]: 'outside_show',
    });
    await stop(show);
  });
});
