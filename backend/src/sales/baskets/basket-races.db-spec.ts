import type { BasketRow, MergeResult, ShowWithItems } from '@sellary/contracts';
import { replayDifferences, useCallerPerTest, useTwoApps } from '../../../test';
import { baskets } from '../../../test/baskets';
import { Clock } from '../../kernel';
import { HoldJob } from './hold.job';

const HOUR_MS = 3_600_000;

describe('Baskets under concurrent acts', () => {
  const [app, secondApp] = useTwoApps();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;
  let aheadMs = 0;

  beforeEach(async () => {
    aheadMs = 0;
    for (const { nest } of [app, secondApp]) {
      jest.spyOn(nest.get(Clock), 'now').mockImplementation(() => Date.now() + aheadMs);
    }
    show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 1, price: 1490 }], {
      currency: 'EUR',
    });
    await operator.say(show.id, 'ann', 'sold 12');
    await operator.say(show.id, 'bob', 'sold 12');
  });

  const { sendStep, ...basketReads } = baskets(operator);
  const list = (): Promise<BasketRow[]> => basketReads.list(`show=${show.id}`);
  const basketOf = (handle: string): Promise<BasketRow> => basketReads.basketOf(handle, `show=${show.id}`);
  const setHold = () =>
    operator.call('PATCH', '/api/baskets/settings', { hold: { hours: 24, atEnd: 'release' } });
  const statuses = async (): Promise<Record<string, string>> =>
    Object.fromEntries(
      (await operator.readClaims(show.id)).map(({ buyer, status, paid }) => [
        buyer.handle,
        paid === true ? 'paid' : status,
      ]),
    );
  const expectConsistent = async (): Promise<void> => {
    expect(await replayDifferences(app, show.id)).toEqual([]);
    const database = await app.connect();
    const { rows } = await database.query(
      `SELECT c.id FROM claims c LEFT JOIN basket_lines n ON n.claim_id = c.id AND n.active AND n.written IS NOT NULL
       LEFT JOIN baskets b ON b.id = n.basket_id
       WHERE c.show_id = $1 AND c.paid IS DISTINCT FROM coalesce(b.state IN ('paid', 'packed', 'shipped'), false)`,
      [show.id],
    );
    expect(rows).toEqual([]);
  };
  const requestAndLetHoldExpire = async (): Promise<void> => {
    await setHold();
    await sendStep('request', [await basketOf('ann')]);
    aheadMs = 25 * HOUR_MS;
  };
  const runJobs = (): Promise<unknown> =>
    Promise.all([app.nest.get(HoldJob).run(), secondApp.nest.get(HoldJob).run()]);

  it('When a hold ends, two processes release the units only once, the next buyer is promoted, and an undo works.', async () => {
    await requestAndLetHoldExpire();
    const before = await basketOf('ann');
    expect(before).toMatchObject({ state: 'requested', hold: { overdue: true, atEnd: 'release' } });
    await runJobs();
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'released', bob: 'winner' });
    const expired = await basketOf('ann');
    expect(expired).toMatchObject({ state: 'expired', units: 1, total: 1490, undoes: 'expire' });
    const events = await operator.readEvents(show.id);
    expect(events.filter(({ data }) => 'act' in data && data.act === 'release')).toMatchObject([
      { by: { kind: 'engine' }, data: { input: { reason: 'hold-expired' }, undoable: true } },
    ]);
    expect((await sendStep('undo', [expired])).status).toBe(200);
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist' });
    await runJobs();
    expect(await basketOf('ann')).toMatchObject({ state: 'requested', hold: { overdue: false } });
    await expectConsistent();
  });

  it('After a hold ends, the explanations of the released and the promoted claim give the reason.', async () => {
    await requestAndLetHoldExpire();
    await runJobs();
    const claims = await operator.readClaims(show.id);
    const sentences = async (handle: string): Promise<string> => {
      const claim = claims.find(({ buyer }) => buyer.handle === handle);
      const path = `/api/claims/${claim?.id}/explanation`;
      return (await operator.call<{ sentences: string[] }>('GET', path)).body.sentences.join(' ');
    };
    expect(await sentences('ann')).toContain("@ann's time to pay ended, so this claim was released");
    expect(await sentences('bob')).toContain("@ann's time to pay ended at ");
  });

  it('Without a payment request, the hold starts when the show ends.', async () => {
    await setHold();
    await list();
    aheadMs = 48 * HOUR_MS;
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist' });
    await operator.call('POST', `/api/shows/${show.id}/stop`, {});
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist' });
    aheadMs = 73 * HOUR_MS;
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'released', bob: 'winner' });
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'released', bob: 'winner' });
    await expectConsistent();
  });

  it('A hold configured after a show releases only units for which payment was requested.', async () => {
    await operator.addItems(show.id, { itemNumber: '13' });
    await operator.say(show.id, 'cat', 'sold 13');
    await sendStep('request', [await basketOf('cat')]);
    await operator.call('POST', `/api/shows/${show.id}/stop`, {});
    aheadMs = 100 * HOUR_MS;
    await setHold();
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist', cat: 'winner' });
    aheadMs = 125 * HOUR_MS;
    await runJobs();
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist', cat: 'released' });
    expect((await basketOf('ann')).hold).toBeUndefined();
    await expectConsistent();
  });

  it('After a payment request is undone, the buyer has the full hold again.', async () => {
    await setHold();
    await operator.call('POST', `/api/shows/${show.id}/stop`, {});
    aheadMs = 20 * HOUR_MS;
    await sendStep('request', [await basketOf('ann')]);
    aheadMs = 30 * HOUR_MS;
    await sendStep('undo', [await basketOf('ann')]);
    await runJobs();
    expect(await basketOf('ann')).toMatchObject({ state: 'open', hold: { overdue: false } });
    expect(await statuses()).toEqual({ ann: 'winner', bob: 'waitlist' });
  });

  const ROUNDS = [1, 2, 3, 4];
  it.each(ROUNDS)(
    'If a payment races the release at the end of the hold, only one of them takes effect (round %i).',
    async () => {
      await requestAndLetHoldExpire();
      const basketBefore = await basketOf('ann');
      const [paid] = await Promise.all([sendStep('pay', [basketBefore]), runJobs()]);
      expect(await statuses()).toEqual(
        paid.status === 200 ? { ann: 'paid', bob: 'waitlist' } : { ann: 'released', bob: 'winner' },
      );
      await expectConsistent();
    },
  );

  it.each(ROUNDS)(
    "If a payment races the viewer's pass, the unit is either paid or goes to the next buyer (round %i).",
    async () => {
      const basketBefore = await basketOf('ann');
      const [paid, pass] = await Promise.all([
        sendStep('pay', [basketBefore]),
        operator.say(show.id, 'ann', 'pass 12'),
      ]);
      expect(pass.outcome).toBe(paid.status === 200 ? 'review' : 'passed');
      expect(await statuses()).toMatchObject(
        paid.status === 200 ? { ann: 'paid', bob: 'waitlist' } : { bob: 'winner' },
      );
      await expectConsistent();
    },
  );

  it('If two identical payments race a release, the unit is either paid once or released.', async () => {
    const basketBefore = await basketOf('ann');
    const [claim] = await operator.readClaims(show.id, 'status=winner');
    const [first, second, release] = await Promise.all([
      sendStep('pay', [basketBefore]),
      sendStep('pay', [basketBefore]),
      operator.call('POST', `/api/claims/${claim?.id}/release`, {}),
    ]);
    const isPaid = first.status === 200;
    expect([second.status, release.status]).toEqual(isPaid ? [200, 409] : [409, 200]);
    expect((await list()).filter(({ state }) => state === 'paid')).toHaveLength(isPaid ? 1 : 0);
    await expectConsistent();
  });

  it('Many simultaneous reads open one basket for each of the six buyers.', async () => {
    for (let n = 0; n < 5; n++) await operator.addItems(show.id, { itemNumber: `2${n}` });
    for (let n = 0; n < 5; n++) await operator.say(show.id, `v${n}`, `sold 2${n}`);
    const lists = await Promise.all(Array.from({ length: 8 }, () => list()));
    expect(new Set(lists.flat().map(({ id }) => id)).size).toBe(6);
    expect((await list()).every(({ number, units }) => number === 1 && units === 1)).toBe(true);
  });

  it('A merge combines open baskets, undoing it separates them, and paid lines stay in their basket.', async () => {
    await operator.addItems(show.id, { itemNumber: '30', price: 100, totalQuantity: 3 });
    await operator.say(show.id, 'bob', 'sold 30');
    await operator.say(show.id, 'cat', 'sold 30');
    const [ann, bob] = [await basketOf('ann'), await basketOf('bob')];
    const merge = (id: string, other: string) =>
      operator.call<MergeResult>('POST', `/api/people/${id}/merges`, { with: other });
    const { mergeId } = (await merge(ann.buyer.id, bob.buyer.id)).body;
    expect(await basketOf('bob')).toMatchObject({ id: ann.id, units: 2, total: 1590 });
    expect(await list()).toHaveLength(2);
    await operator.call('DELETE', `/api/people/${ann.buyer.id}/merges/${mergeId}`);
    expect([await basketOf('ann'), await basketOf('bob')]).toMatchObject([
      { id: ann.id, units: 1, total: 1490 },
      { id: bob.id, units: 1, total: 100 },
    ]);
    const secondMergeId = (await merge(ann.buyer.id, bob.buyer.id)).body.mergeId;
    const united = await basketOf('ann');
    const [paid] = await Promise.all([
      sendStep('pay', [united]),
      operator.call('DELETE', `/api/people/${ann.buyer.id}/merges/${secondMergeId}`),
    ]);
    expect(paid.status).toBe(200);
    expect((await list()).map(({ state, total }) => [state, total]).sort()).toEqual([
      ['open', 100],
      ['paid', 1590],
    ]);
    await expectConsistent();
  });

  it('An erasure during a payment keeps the sum and removes the names.', async () => {
    const basketBefore = await basketOf('ann');
    const payment = { method: 'cash', reference: 'Ann Zebra' };
    await Promise.all([sendStep('pay', [basketBefore], payment), operator.erase('ann')]);
    const [basket] = (await list()).filter(({ id }) => id === basketBefore.id);
    expect(basket).toMatchObject({ units: 1, total: 1490, buyer: { name: 'Erased viewer' } });
    await expectConsistent();
  });
});
