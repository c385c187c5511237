import type { Claim, Show } from '@sellary/contracts';
import { eventually, replayDifferences, useCaller, useTestApp } from '../../test';

describe("A source's viewer delay", () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const iso = (ms: number): string => new Date(ms).toISOString();

  it('If comments arrive together, the earlier fair time wins, and the claim records both its claim time and its fair time.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }], {
      viewerDelaySeconds: { 'rehearsal/slow': 1.5 },
    });
    const now = Date.now();
    await operator.sayAll(show.id, [
      ['ann', 'sold 12', { timestamp: iso(now), liveId: 'quick' }],
      ['bob', 'sold 12', { timestamp: iso(now + 1), liveId: 'slow' }],
    ]);
    const claims = await operator.readClaims(show.id);
    const [ann, bob] = ['ann', 'bob'].map((name) => claims.find(({ buyer }) => buyer.handle === name));
    expect([ann?.status, bob?.status]).toEqual(['waitlist', 'winner']);
    expect(ann?.why).not.toHaveProperty('fairTime');
    const { claimTime, fairTime = '' } = bob?.why ?? {};
    expect(Date.parse(claimTime ?? '') - Date.parse(fairTime)).toBe(1_500);
    await operator.call('POST', `/api/claims/${bob?.id}/release`, {});
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A changed delay applies to the next comment, and a replay uses the delay in effect for each comment.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 1 }]);
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { viewerDelaySeconds: { rehearsal: 0.5 } });
    const { claim } = await operator.say(show.id, 'bob', 'sold 12');
    expect(claim?.why.fairTime).toBeDefined();
    const { comment } = await operator.say(show.id, 'cat', 'sold 12?');
    await operator.call('POST', `/api/comments/${comment.id}/accept`, { itemNumber: '12' });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('A comment from a slower platform is decided when its own window is over, even if an earlier comment waits longer.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }], {
      fairnessWindowSeconds: 1,
      viewerDelaySeconds: { 'rehearsal/slow': 60 },
      sources: ['quick', 'slow'].map((liveId) => ({ platform: 'rehearsal', liveId })),
    });
    await operator.say(show.id, 'ann', 'sold 12', { liveId: 'quick' });
    await operator.say(show.id, 'bob', 'sold 12', { liveId: 'slow' });
    const { body } = await eventually(
      () => operator.call<{ claims: Claim[] }>('GET', `/api/shows/${show.id}/claims`),
      ({ body: { claims } }) => claims.some(({ status }) => status === 'winner'),
    );
    expect(body.claims.map(({ buyer, status }) => `${buyer.handle} ${status}`).sort()).toEqual([
      'ann pending',
      'bob winner',
    ]);
    await operator.call('POST', `/api/shows/${show.id}/stop`);
  });

  it('A delay changed during the fairness window does not reorder the claims and passes that wait.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }], {
      fairnessWindowSeconds: 3,
      viewerDelaySeconds: { 'rehearsal/slow': 1.5 },
      sources: ['quick', 'slow'].map((liveId) => ({ platform: 'rehearsal', liveId })),
    });
    const start = Date.parse(show.startedAt ?? '');
    const say = (name: string, text: string, ms: number, liveId: string) =>
      operator.say(show.id, name, text, { liveId, timestamp: iso(start + ms) });
    await say('bob', 'sold 12', 0, 'quick');
    await say('ann', 'sold 12', 1, 'slow');
    await say('cat', 'pass 12', 2, 'slow');
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { viewerDelaySeconds: {} });
    await operator.untilDecided(show.id);
    const claims = await operator.readClaims(show.id);
    expect(claims.map(({ buyer, status }) => [buyer.handle, status]).sort()).toEqual([
      ['ann', 'winner'],
      ['bob', 'waitlist'],
    ]);
    const events = await operator.readEvents(show.id);
    const due = events.flatMap(({ data }) =>
      'act' in data && data.act === 'decide_due' ? data.input.comments : [],
    );
    expect(due.map(({ fairTime }) => fairTime).sort()).toEqual([
      iso(start + 1 - 1_500),
      iso(start + 2 - 1_500),
      undefined,
    ]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it.each([
    [{ facebook: -1 }],
    [{ facebook: 61 }],
    [{ facebook: 0.05 }],
    [{ facebook: '3' }],
    [{ '': 3 }],
    [[3]],
    [3],
    [Object.fromEntries(Array.from({ length: 51 }, (_, index) => [`platform${index}`, 1]))],
  ])('The viewer delays %j are rejected.', async (viewerDelaySeconds) => {
    const { body: draft } = await operator.call<Show>('POST', '/api/shows', {});
    expect(
      await operator.call('PATCH', `/api/shows/${draft.id}/rules`, { viewerDelaySeconds }),
    ).toMatchObject({
      status: 400,
      body: { error: { code: 'VALIDATION_FAILED', details: [{ field: 'viewerDelaySeconds' }] } },
    });
  });
});
