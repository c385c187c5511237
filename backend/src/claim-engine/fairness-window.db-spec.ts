import type { Claim, Comment, Show } from '@sellary/contracts';
import { Clock } from '../kernel';
import { eventually, replayDifferences, useCaller, useTestApp } from '../../test';
import { FairnessWindow } from './window/fairness-window';

describe('The fairness window', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  /** A window long enough for two calls on a slow machine. */
  const LONG_WINDOW = { fairnessWindowSeconds: 4 };
  const startOf = ({ startedAt }: Pick<Show, 'startedAt'>): number => Date.parse(startedAt ?? '');
  /** Waits until half a second after the first whole second of the show, and returns that second. */
  const wholeSecond = async (show: Pick<Show, 'startedAt'>): Promise<number> => {
    const second = Math.floor(startOf(show) / 1_000) * 1_000 + 1_000;
    await eventually(Date.now, (now) => now > second + 500);
    return second;
  };
  const iso = (ms: number): string => new Date(ms).toISOString();
  const showWithWindow = (quantity = 1, rules: object = {}) =>
    operator.activeShow([{ itemNumber: '12', totalQuantity: quantity }], {
      fairnessWindowSeconds: 1,
      ...rules,
    });
  const claimsOf = async (showId: string): Promise<Map<string, Claim>> => {
    const claims = await operator.readClaims(showId);
    return new Map(claims.map((claim) => [claim.buyer.handle, claim]));
  };
  const statuses = async (showId: string): Promise<Record<string, string>> =>
    Object.fromEntries([...(await claimsOf(showId))].map(([buyer, { status }]) => [buyer, status]));
  const commentBy = async (showId: string, handle: string): Promise<Comment | undefined> => {
    const comments = await operator.readComments(showId);
    return comments.find(({ buyer }) => buyer.handle === handle);
  };

  it('A claim is pending, visible, and counted until its window is over; then the earlier claim time wins.', async () => {
    const show = await showWithWindow(1, LONG_WINDOW);
    expect(await operator.say(show.id, 'ann', 'sold 12')).toMatchObject({
      outcome: 'pending',
      claim: { status: 'pending', waitlistPosition: null },
    });
    // Written before Ann's comment, delivered after it.
    await operator.say(show.id, 'bob', 'sold 12', { timestamp: iso(startOf(show)) });
    expect((await operator.readShow(show.id)).stats).toMatchObject({
      pending: 2,
      winners: 0,
      waitlisted: 0,
      claims: 2,
    });
    const { stats } = await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'waitlist', bob: 'winner' });
    expect(stats).toMatchObject({ pending: 0, winners: 1, waitlisted: 1, claims: 2 });
    expect(await commentBy(show.id, 'bob')).toMatchObject({
      outcome: 'winner',
      outcomes: [{ item: '12', quantity: 1, won: 1, waiting: 0, outcome: 'winner' }],
      resolution: { resolution: 'decided' },
    });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('The ledger records each due comment once, in an act by the engine, in the order of the decisions.', async () => {
    const show = await showWithWindow(2, LONG_WINDOW);
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'bob', 'sold 12', { timestamp: iso(startOf(show)) });
    await operator.untilDecided(show.id);
    const events = await operator.readEvents(show.id);
    const acts = events.flatMap((event) =>
      event.type === 'operator.act' && event.data.act === 'decide_due' ? [event] : [],
    );
    expect(acts.flatMap(({ data }) => (data.act === 'decide_due' ? data.input.comments : []))).toHaveLength(
      2,
    );
    for (const act of acts) {
      expect(act).toMatchObject({
        by: { kind: 'engine', reason: 'fairness window' },
        data: { undoable: false },
      });
    }
    const handles = events.flatMap((event) =>
      event.type === 'claim.updated' ? [event.data.claim.buyer.handle] : [],
    );
    expect(handles).toEqual(['bob', 'ann']);
  });

  it('A pass also waits, and its unit goes to a buyer in line, not to a claim that was pending.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12' }]);
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'bob', 'sold 12');
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, LONG_WINDOW);
    expect((await operator.say(show.id, 'ann', 'pass 12')).outcome).toBe('pending');
    await operator.say(show.id, 'cat', 'sold 12');
    expect(await statuses(show.id)).toEqual({ ann: 'winner', bob: 'waitlist', cat: 'pending' });
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'passed', bob: 'winner', cat: 'waitlist' });
    expect((await operator.readComments(show.id)).find(({ text }) => text === 'pass 12')).toMatchObject({
      outcome: 'passed',
      outcomes: [{ quantity: 1, outcome: 'passed' }],
    });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it("A buyer's claims and passes within the window are decided in the order in which they were written.", async () => {
    const show = await showWithWindow(1, LONG_WINDOW);
    const say = (text: string, ms: number) =>
      operator.say(show.id, 'ann', text, { timestamp: iso(startOf(show) + ms) });
    await say('sold 12', 0);
    await say('pass 12', 1);
    await say('sold 12', 2);
    await say('sold 12', 3);
    await operator.untilDecided(show.id);
    const claims = await operator.readClaims(show.id);
    expect(claims.map(({ status, why }) => [status, why.rule]).reverse()).toEqual([
      ['passed', 'unit_left'],
      ['winner', 'unit_left'],
      ['released', 'duplicate_user'],
    ]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('Limits, item numbers, and units are checked when the window is over.', async () => {
    const show = await showWithWindow(2, { ...LONG_WINDOW, maxUnitsPerItem: 2 });
    await operator.say(show.id, 'ann', 'sold 12 3 pcs');
    await operator.say(show.id, 'bob', 'sold 77');
    expect((await claimsOf(show.id)).get('bob')).toMatchObject({ status: 'pending', itemId: null });
    await operator.untilDecided(show.id);
    const claims = await operator.readClaims(show.id);
    expect(claims.filter(({ buyer }) => buyer.handle === 'ann').map(({ status }) => status)).toEqual([
      'winner',
      'winner',
    ]);
    expect((await commentBy(show.id, 'ann'))?.outcomes).toMatchObject([{ quantity: 3, won: 2 }]);
    expect((await claimsOf(show.id)).get('bob')?.status).toBe('unmatched');
    expect((await commentBy(show.id, 'bob'))?.outcome).toBe('item_not_found');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('An operator may award or release a pending claim, and the audit entry shows that it was pending. If the act is undone after the window has ended, the claim is still decided.', async () => {
    const show = await showWithWindow(2, LONG_WINDOW);
    const [item] = show.items;
    const { claim: ann } = await operator.say(show.id, 'ann', 'sold 12');
    const { claim: bob } = await operator.say(show.id, 'bob', 'sold 12');
    const { body: released } = await operator.call<{ actSeq: number }>(
      'POST',
      `/api/claims/${bob?.id}/release`,
      {},
    );
    const { body: awarded } = await operator.call<{ claim: Claim; actSeq: number }>(
      'POST',
      `/api/shows/${show.id}/items/${item?.id}/award`,
      { userHandle: 'ann', platformUserId: 'ann', platform: 'rehearsal' },
    );
    expect(awarded.claim).toMatchObject({ id: ann?.id, status: 'winner' });
    const entries = await operator.readAudit('action=item.award');
    expect(entries[0]?.before).toEqual({ status: 'pending' });
    await eventually(
      () => commentBy(show.id, 'bob'),
      (comment) => comment?.outcome !== 'pending',
    );
    expect(await commentBy(show.id, 'ann')).toMatchObject({ outcome: 'winner' });
    expect(await statuses(show.id)).toEqual({ ann: 'winner', bob: 'released' });
    for (const { actSeq } of [awarded, released]) {
      expect((await operator.call('POST', `/api/shows/${show.id}/acts/${actSeq}/undo`)).status).toBe(200);
    }
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'winner', bob: 'winner' });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('Releasing a claim that was refused when its window ended records no act, even if its item was added while the claim was pending.', async () => {
    const show = await showWithWindow(1, { ...LONG_WINDOW, maxUnitsPerShow: 1 });
    await operator.say(show.id, 'ann', 'sold 12');
    const { claim } = await operator.say(show.id, 'ann', 'sold 77');
    const items = [{ itemNumber: '77', totalQuantity: 1 }];
    await operator.call('POST', `/api/shows/${show.id}/items`, { items });
    await operator.untilDecided(show.id);
    const { body } = await operator.call('POST', `/api/claims/${claim?.id ?? ''}/release`, {});
    expect(body).toMatchObject({ claim: { status: 'released' }, actSeq: null });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('When the window is switched off, new claims do not overtake pending claims.', async () => {
    const show = await showWithWindow(1, { fairnessWindowSeconds: 5 });
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.call('PATCH', `/api/shows/${show.id}/rules`, { fairnessWindowSeconds: 0 });
    await operator.say(show.id, 'bob', 'sold 12');
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'winner', bob: 'waitlist' });
    expect((await operator.say(show.id, 'cat', 'sold 12')).outcome).toBe('waitlist');
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('After a show is stopped, its pending claims are decided.', async () => {
    const show = await showWithWindow();
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.call('POST', `/api/shows/${show.id}/stop`);
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'winner' });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('If a claim time has no milliseconds, whole seconds are compared, then arrivals.', async () => {
    const show = await showWithWindow(1, LONG_WINDOW);
    let second = await wholeSecond(show);
    await operator.say(show.id, 'ann', 'sold 12', { timestamp: iso(second).replace('.000Z', 'Z') });
    await operator.say(show.id, 'bob', 'sold 12', { timestamp: iso(second - 1) });
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'waitlist', bob: 'winner' });
    const other = await showWithWindow(1, LONG_WINDOW);
    second = await wholeSecond(other);
    await operator.say(other.id, 'ann', 'sold 12', { timestamp: iso(second + 400) });
    await operator.say(other.id, 'bob', 'sold 12', { timestamp: iso(second).replace('.000Z', 'Z') });
    await operator.untilDecided(other.id);
    expect(await statuses(other.id)).toEqual({ ann: 'winner', bob: 'waitlist' });
  });

  it('The regular check decides claims that have no timer, as after a crash.', async () => {
    const show = await showWithWindow();
    const fairness = app.nest.get(FairnessWindow);
    fairness.onApplicationShutdown();
    await operator.say(show.id, 'ann', 'sold 12');
    expect(await statuses(show.id)).toEqual({ ann: 'pending' });
    fairness.onApplicationBootstrap();
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'winner' });
  });

  it("A claim that arrived while the server's clock was ahead does not wait until the corrected clock reaches its time.", async () => {
    const show = await showWithWindow();
    const ahead = jest.spyOn(app.nest.get(Clock), 'now').mockImplementation(() => Date.now() + 3_600_000);
    expect((await operator.say(show.id, 'ann', 'sold 12')).outcome).toBe('pending');
    ahead.mockRestore();
    await operator.untilDecided(show.id);
    expect(await statuses(show.id)).toEqual({ ann: 'winner' });
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('With delivery times of 0.2 and 6 s and viewer delays of 3 and 12 s, the buyers who reacted first win.', async () => {
    const scale = 10; // A tenth of the real times.
    const show = await showWithWindow(3, {
      ...LONG_WINDOW,
      viewerDelaySeconds: { 'rehearsal/quick': 3 / scale, 'rehearsal/slow': 12 / scale },
      sources: ['quick', 'slow'].map((liveId) => ({ platform: 'rehearsal', liveId })),
    });
    const sources = {
      quick: { delivery: 200 / scale, delay: 3_000 / scale },
      slow: { delivery: 6_000 / scale, delay: 12_000 / scale },
    };
    const begin = Date.now() + 500;
    const buyers = Array.from({ length: 6 }, (_, index) => ({
      name: `b${index}`,
      source: index % 2 === 0 ? ('slow' as const) : ('quick' as const),
      trueTime: begin + index * 30,
    }));
    await Promise.all(
      buyers.map(async ({ name, source, trueTime }) => {
        const { delivery, delay } = sources[source];
        const written = trueTime + delay;
        await new Promise((resolve) => setTimeout(resolve, written + delivery - Date.now()));
        await operator.say(show.id, name, 'sold 12', { liveId: source, timestamp: iso(written) });
      }),
    );
    await operator.untilDecided(show.id);
    const won = Object.entries(await statuses(show.id)).filter(([, status]) => status === 'winner');
    expect(won.map(([name]) => name).sort()).toEqual(['b0', 'b1', 'b2']);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });
});
