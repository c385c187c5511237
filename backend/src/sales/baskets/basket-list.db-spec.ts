import type {
  BasketLabels,
  BasketList,
  BasketOutcomes,
  BasketRow,
  BasketText,
  BasketTotals,
  ErrorBody,
  PickList,
  ShowWithItems,
} from '@sellary/contracts';
import { call, newCaller, useCallerPerTest, useTestApp } from '../../../test';
import { baskets } from '../../../test/baskets';
import { newMember } from '../../../test/new-member';

describe('Basket lists', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;

  const ITEMS = [
    { itemNumber: '12', title: 'Blue dress', totalQuantity: 2, price: 1490 },
    { itemNumber: '14', totalQuantity: 1, price: 250 },
    { itemNumber: '15', totalQuantity: 9 },
  ];

  beforeEach(async () => (show = await operator.activeShow(ITEMS, { currency: 'EUR' })));

  const readPage = async (query: string): Promise<BasketList> =>
    (await operator.call<BasketList>('GET', `/api/baskets?${query}`)).body;
  const { takeStep, ...basketReads } = baskets(operator);
  const list = (query = ''): Promise<BasketRow[]> => basketReads.list(`show=${show.id}${query}`);
  const basketOf = (handle: string): Promise<BasketRow> => basketReads.basketOf(handle, `show=${show.id}`);

  it('Totals, the pick list, and labels show the same units and amounts as the baskets.', async () => {
    await operator.say(show.id, 'ann', 'sold 12 x2');
    await operator.say(show.id, 'bob', 'sold 15 x2');
    await operator.say(show.id, 'bob', 'sold 14');
    const paid = await takeStep('pay', await basketOf('ann'));
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const { body: totals } = await operator.call<BasketTotals>(
      'GET',
      `/api/baskets/totals?show=${show.id}&paidSince=${since}`,
    );
    expect(totals).toMatchObject({
      totals: [
        {
          currency: { code: 'EUR' },
          unpaid: { baskets: 1, units: 3, total: 250 },
          paid: { baskets: 1, units: 2, total: 2980 },
          paidSince: { baskets: 1, units: 2, total: 2980 },
        },
      ],
      states: { open: 1, paid: 1, shipped: 0 },
    });
    const { body: picks } = await operator.call<PickList>(
      'GET',
      `/api/baskets/pick-list?show=${show.id}&state=paid,unpaid`,
    );
    expect(picks.items.map(({ itemNumber, units, buyers }) => [itemNumber, units, buyers.length])).toEqual([
      ['12', 2, 1],
      ['14', 1, 1],
      ['15', 2, 1],
    ]);
    const { body: labels } = await operator.call<BasketLabels>('GET', `/api/baskets/labels?ids=${paid.id}`);
    expect(labels.labels).toMatchObject([
      {
        id: paid.id,
        code: paid.code,
        name: 'ann',
        units: 2,
        total: 2980,
        items: [{ itemNumber: '12', units: 2 }],
      },
    ]);
    expect((await list(`&q=${paid.code.toLowerCase()}`)).map(({ id }) => id)).toEqual([paid.id]);
    expect(await list('&q=%2315')).toHaveLength(1);
    expect(await list('&state=unpaid')).toHaveLength(1);
  });

  it("A basket's text lists what was won, the total, and how to pay, in the requested language.", async () => {
    await operator.say(show.id, 'ann', 'sold 12 x2');
    const basket = await basketOf('ann');
    await operator.call('PATCH', '/api/baskets/settings', {
      howToPay: 'IBAN DE00, reference {code}',
      hold: { hours: 24, atEnd: 'release' },
      templates: { de: 'Hallo {name}: {items} = {total}' },
    });
    const textIn = async (query: string): Promise<BasketText> =>
      (await operator.call<BasketText>('GET', `/api/baskets/${basket.id}/text${query}`)).body;
    const english = await textIn('');
    expect(english).toMatchObject({ language: 'en', inOwnLanguage: true });
    expect(english.text).toContain('2 × #12 Blue dress: €29.80');
    expect(english.text).toContain('Total: €29.80');
    expect(english.text).toContain(`IBAN DE00, reference ${basket.code}`);
    expect(english.text).toContain(basket.code);
    expect((await textIn('?language=de')).text).toBe(
      'Hallo ann: 2 × #12 Blue dress: 29,80\u00a0€ = 29,80\u00a0€',
    );
    expect((await textIn('?language=th')).language).toBe('th');
    expect(await textIn('?language=fr')).toMatchObject({ language: 'en', inOwnLanguage: false });
    const wrong = await operator.call<ErrorBody>('PATCH', '/api/baskets/settings', {
      templates: { de: 'Hallo {nmae}' },
    });
    expect([wrong.status, wrong.body.error.message]).toEqual([400, expect.stringContaining('{nmae}')]);
    const selfReference = await operator.call('PATCH', '/api/baskets/settings', {
      howToPay: 'Pay {howToPay}',
    });
    expect(selfReference.status).toBe(400);
  });

  it('Each basket is on exactly one page, and an unknown cursor or state is rejected.', async () => {
    for (let n = 0; n < 7; n++) await operator.say(show.id, `v${n}`, 'sold 15');
    const seenIds: string[] = [];
    let cursor: string | null = null;
    do {
      const next: BasketList = await readPage(`limit=3${cursor === null ? '' : `&cursor=${cursor}`}`);
      seenIds.push(...next.baskets.map(({ id }) => id));
      cursor = next.nextCursor;
    } while (cursor !== null);
    expect([seenIds.length, new Set(seenIds).size]).toEqual([7, 7]);
    expect((await operator.call('GET', '/api/baskets?cursor=nonsense')).status).toBe(400);
    expect((await operator.call('GET', '/api/baskets?state=lost')).status).toBe(400);
  });

  it('An open box collects units across shows in one basket until payment is requested.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    expect(await list()).toMatchObject([{ show: { id: show.id } }]);
    await operator.call('PATCH', '/api/baskets/settings', { openBox: true });
    const second = await operator.activeShow(ITEMS, { currency: 'EUR' });
    await operator.say(second.id, 'ann', 'sold 14');
    expect((await readPage('')).baskets).toMatchObject([{ show: null, number: 1, units: 2, total: 1740 }]);
    expect((await readPage(`show=${second.id}`)).baskets).toHaveLength(1);
    const paid = await takeStep('pay', await takeStep('request', await basketOf('ann')));
    expect(paid).toMatchObject({ state: 'paid', units: 2, total: 1740 });
    await operator.say(second.id, 'ann', 'sold 15');
    expect((await readPage('')).baskets.map(({ number, state, units }) => [number, state, units])).toEqual([
      [2, 'open', 1],
      [1, 'paid', 2],
    ]);
    for (const { id } of [show, second]) {
      const { body } = await operator.call<{ differences: string[] }>('GET', `/api/shows/${id}/replay`);
      expect(body.differences).toEqual([]);
    }
    expect(await takeStep('undo', paid)).toMatchObject({ state: 'requested', units: 2 });
  });

  it("A show's baskets do not include an open box whose unit from the show was released.", async () => {
    await operator.call('PATCH', '/api/baskets/settings', { openBox: true });
    const second = await operator.activeShow(ITEMS, { currency: 'EUR' });
    await operator.say(show.id, 'ann', 'sold 12');
    const { claim } = await operator.say(second.id, 'ann', 'sold 14');
    const totals = async () =>
      (await operator.call<BasketTotals>('GET', `/api/baskets/totals?show=${second.id}`)).body;
    expect((await readPage(`show=${second.id}`)).baskets).toMatchObject([{ units: 2 }]);
    await operator.call('POST', `/api/claims/${claim?.id}/release`, {});
    expect((await readPage(`show=${second.id}`)).baskets).toEqual([]);
    expect((await totals()).totals).toEqual([]);
    expect(await list()).toMatchObject([{ units: 1 }]);
  });

  it('Baskets are overdue only if something happens at the end of their hold.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const { id } = await takeStep('request', await basketOf('ann'));
    const database = await app.connect();
    await database.query(
      `UPDATE baskets SET requested_at = requested_at - interval '9 hours' WHERE id = $1`,
      [id],
    );
    await database.query(
      `UPDATE show_events SET at = at - interval '9 hours' WHERE show_id = $1 AND seq = (SELECT won_seq FROM claims WHERE show_id = $1)`,
      [show.id],
    );
    const countOverdue = async (atEnd: string) => {
      await operator.call('PATCH', '/api/baskets/settings', { hold: { hours: 1, atEnd } });
      const { body } = await operator.call<BasketTotals>('GET', `/api/baskets/totals?show=${show.id}`);
      return [(await list('&overdue=true')).length, body.totals[0]?.overdue.baskets];
    };
    expect(await countOverdue('remind')).toEqual([1, 1]);
    expect(await countOverdue('nothing')).toEqual([0, 0]);
  });

  it('Amounts are never added if the shows store the same currency with different decimal places.', async () => {
    await operator.call('PATCH', '/api/baskets/settings', { openBox: true });
    await operator.say(show.id, 'ann', 'sold 12');
    const second = await operator.activeShow(ITEMS, { currency: 'EUR' });
    const database = await app.connect();
    await database.query(`UPDATE shows SET currency = '{"code":"EUR","digits":0}' WHERE id = $1`, [
      second.id,
    ]);
    await operator.say(second.id, 'ann', 'sold 14');
    expect((await readPage('')).baskets.map(({ number, total }) => [number, total]).sort()).toEqual([
      [1, 1490],
      [2, 250],
    ]);
    const { body } = await operator.call<BasketTotals>('GET', '/api/baskets/totals');
    expect(body.totals.map(({ unpaid }) => unpaid.total).sort()).toEqual([1490, 250]);
  });

  it('Another workspace can neither see nor change a basket.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const basket = await basketOf('ann');
    const stranger = await newCaller(app.url);
    expect((await stranger.call<BasketList>('GET', '/api/baskets')).body.baskets).toEqual([]);
    const ref = { id: basket.id, version: basket.version };
    const theirShow = await stranger.activeShow(ITEMS, { currency: 'EUR' });
    await stranger.say(theirShow.id, 'ann', 'sold 12');
    const [theirBasket] = (await stranger.call<BasketList>('GET', '/api/baskets')).body.baskets;
    const { body } = await stranger.call<BasketOutcomes>('POST', '/api/baskets/pay', {
      baskets: [ref, { id: theirBasket?.id, version: theirBasket?.version }],
    });
    expect(body.outcomes).toMatchObject([{ ok: false, error: { code: 'NOT_FOUND' } }, { ok: true }]);
    expect(await basketOf('ann')).toMatchObject({ state: 'open', version: basket.version });
  });

  it('If two operators take the same step simultaneously, the second is rejected because the basket has changed.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const { id, version } = await basketOf('ann');
    const otherOperator = await newMember(app.url, operator, 'operator');
    const viewer = await newMember(app.url, operator, 'viewer');
    const body = { baskets: [{ id, version }] };
    const pay = (token: string) => call<ErrorBody>(app.url, token, 'POST', '/api/baskets/pay', body);
    expect((await pay(viewer.accessToken)).status).toBe(403);
    const responses = await Promise.all([pay(operator.session.accessToken), pay(otherOperator.accessToken)]);
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(responses.find(({ status }) => status === 409)?.body.error.code).toBe('BASKET_CHANGED');
  });
});
