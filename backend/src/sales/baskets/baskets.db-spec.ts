import type { Basket, BasketRow, Claim, ErrorBody, ShowWithItems } from '@sellary/contracts';
import { refusal, replayDifferences, useCallerPerTest, useTestApp } from '../../../test';
import { baskets } from '../../../test/baskets';

describe('Baskets', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let show: ShowWithItems;

  beforeEach(async () => {
    show = await operator.activeShow(
      [
        { itemNumber: '12', title: 'Blue dress', totalQuantity: 2, price: 1490 },
        { itemNumber: '14', totalQuantity: 1, price: 250 },
        { itemNumber: '15', totalQuantity: 5 },
      ],
      { currency: 'EUR' },
    );
  });

  const { sendStep, takeStep, ...basketReads } = baskets(operator);
  const list = (): Promise<BasketRow[]> => basketReads.list(`show=${show.id}`);
  const basketOf = (handle: string): Promise<BasketRow> => basketReads.basketOf(handle, `show=${show.id}`);
  const details = async ({ id }: { id: string }): Promise<Basket> =>
    (await operator.call<Basket>('GET', `/api/baskets/${id}`)).body;
  const claimsOf = (handle: string): Promise<Claim[]> => operator.readClaims(show.id, `q=${handle}`);
  const differences = (): Promise<string[]> => replayDifferences(app, show.id);

  it('A basket contains the units that its buyer won and their sum, and released units leave it.', async () => {
    await operator.say(show.id, 'ann', 'sold 12 x2');
    await operator.say(show.id, 'ann', 'sold 15');
    await operator.say(show.id, 'bob', 'sold 12');
    expect(await list()).toHaveLength(1);
    expect(await basketOf('ann')).toMatchObject({
      state: 'open',
      number: 1,
      units: 3,
      unpricedUnits: 1,
      amount: 2980,
      extrasAmount: 0,
      total: 2980,
      currency: { code: 'EUR', digits: 2 },
      show: { id: show.id },
      requestedAt: null,
      undoes: null,
    });
    const [claim] = (await claimsOf('ann')).filter(
      ({ itemNumber, unit }) => itemNumber === '12' && unit === 2,
    );
    await operator.call('POST', `/api/claims/${claim?.id}/release`, {});
    expect(await basketOf('ann')).toMatchObject({ units: 2, total: 1490 });
    expect(await basketOf('bob')).toMatchObject({ units: 1, total: 1490 });
  });

  it('A basket goes from open to shipped, each step is recorded, and every step except shipping can be undone.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const opened = await basketOf('ann');
    const requested = await takeStep('request', opened);
    expect(requested).toMatchObject({ state: 'requested', requestedTotal: 1490, undoes: 'request' });
    const paid = await takeStep('pay', requested, { method: 'cash', reference: 'R-1' });
    expect(paid).toMatchObject({
      state: 'paid',
      method: 'cash',
      reference: 'R-1',
      undoes: 'pay',
      total: 1490,
    });
    const packed = await takeStep('pack', paid);
    expect(await takeStep('undo', packed)).toMatchObject({ state: 'paid', packedAt: null, reference: 'R-1' });
    const unpaid = await takeStep('undo', await basketOf('ann'));
    expect(unpaid).toMatchObject({ state: 'requested', paidAt: null, method: null, reference: null });
    expect(await takeStep('undo', unpaid)).toMatchObject({ state: 'open', requestedAt: null });
    const shipped = await takeStep('ship', await takeStep('pay', await basketOf('ann')));
    expect(shipped).toMatchObject({ state: 'shipped', undoes: null });
    expect(await sendStep('undo', [shipped])).toMatchObject(refusal(409, 'BASKET_SHIPPED'));
    const { history } = await details(shipped);
    expect(history.map(({ step, undone }) => [step, undone])).toEqual([
      ['ship', false],
      ['pay', false],
      ['undo', false],
      ['undo', false],
      ['undo', false],
      ['pack', true],
      ['pay', true],
      ['request', true],
    ]);
    expect(history[0]?.by).toMatchObject({ kind: 'person', name: 'Olga Operator' });
    expect(await differences()).toEqual([]);
  });

  it('A paid unit cannot be released, a pass on it goes to review, and accepting the pass does not end the claim.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    await takeStep('pay', await basketOf('ann'));
    const [claim] = await claimsOf('ann');
    expect(claim).toMatchObject({ status: 'winner', paid: true });
    const release = await operator.call('POST', `/api/claims/${claim?.id}/release`, {});
    expect(release).toMatchObject(refusal(409, 'CLAIM_PAID'));
    const pass = await operator.say(show.id, 'ann', 'pass 12');
    expect(pass).toMatchObject({ outcome: 'review', comment: { why: { rule: 'paid_unit' } } });
    expect((await claimsOf('ann'))[0]).toMatchObject({ status: 'winner' });
    const accepted = await operator.call('POST', `/api/comments/${pass.comment.id}/accept`, {});
    expect(accepted.status).toBe(200);
    expect((await claimsOf('ann'))[0]).toMatchObject({ status: 'winner', paid: true });
    expect(await differences()).toEqual([]);
  });

  it('Units won after the payment go into the next basket.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    await takeStep('pay', await basketOf('ann'));
    await operator.say(show.id, 'ann', 'sold 14');
    expect((await list()).map(({ number, state, total }) => [number, state, total])).toEqual([
      [2, 'open', 250],
      [1, 'paid', 1490],
    ]);
  });

  it('The units of a canceled basket go to the next buyers, and an undo returns them.', async () => {
    await operator.say(show.id, 'ann', 'sold 14');
    await operator.say(show.id, 'bob', 'sold 14');
    const cancelled = await takeStep('cancel', await basketOf('ann'), { reason: 'Changed her mind' });
    expect(cancelled).toMatchObject({ state: 'cancelled', units: 1, total: 250 });
    expect(await basketOf('bob')).toMatchObject({ units: 1, total: 250 });
    expect((await claimsOf('ann'))[0]).toMatchObject({ status: 'released' });
    const afterUndo = await takeStep('undo', cancelled);
    expect(afterUndo).toMatchObject({ state: 'open', units: 1, total: 250 });
    expect((await list()).map(({ buyer }) => buyer.accounts[0]?.handle)).toEqual(['ann']);
    expect(await differences()).toEqual([]);
  });

  it('A buyer who is also waiting for the item is not promoted when their own basket is canceled.', async () => {
    await operator.say(show.id, 'ann', 'sold 14 x2');
    await operator.say(show.id, 'bob', 'sold 14');
    const statuses = async (handle: string) => (await claimsOf(handle)).map(({ status }) => status).sort();
    expect(await statuses('ann')).toEqual(['waitlist', 'winner']);
    const cancelled = await takeStep('cancel', await basketOf('ann'));
    expect([await statuses('ann'), await statuses('bob')]).toEqual([['released', 'released'], ['winner']]);
    await takeStep('undo', cancelled);
    expect([await statuses('ann'), await statuses('bob')]).toEqual([['waitlist', 'winner'], ['waitlist']]);
    const [waiting] = (await claimsOf('ann')).filter(({ status }) => status === 'waitlist');
    expect(waiting?.waitlistPosition).toBe(1);
    expect(await differences()).toEqual([]);
  });

  it("A person is not promoted with another account when the person's basket is canceled.", async () => {
    for (const handle of ['ann', 'cat', 'bob']) await operator.say(show.id, handle, 'sold 14');
    const [[ann], [cat]] = [await claimsOf('ann'), await claimsOf('cat')];
    await operator.call('POST', `/api/people/${ann?.buyer.id}/merges`, { with: cat?.buyer.id });
    const statuses = async () =>
      (await Promise.all(['ann', 'cat', 'bob'].map(claimsOf))).map(([claim]) => claim?.status);
    const cancelled = await takeStep('cancel', await basketOf('ann'));
    expect(await statuses()).toEqual(['released', 'released', 'winner']);
    await takeStep('undo', cancelled);
    expect(await statuses()).toEqual(['winner', 'waitlist', 'waitlist']);
    expect(await differences()).toEqual([]);
  });

  it('An undo returns the unit even if another account of the person, which had been waiting, has claimed again.', async () => {
    for (const handle of ['ann', 'cat', 'bob']) await operator.say(show.id, handle, 'sold 14');
    const [[ann], [cat]] = [await claimsOf('ann'), await claimsOf('cat')];
    await operator.call('POST', `/api/people/${ann?.buyer.id}/merges`, { with: cat?.buyer.id });
    const cancelled = await takeStep('cancel', await basketOf('ann'));
    await operator.say(show.id, 'cat', 'sold 14');
    await takeStep('undo', cancelled);
    expect((await claimsOf('ann')).map(({ status }) => status)).toEqual(['winner']);
    expect((await claimsOf('bob')).map(({ status }) => status)).toEqual(['waitlist']);
    expect((await claimsOf('cat')).map(({ status }) => status).sort()).toEqual(['released', 'waitlist']);
    expect(await differences()).toEqual([]);
  });

  it('A cancellation cannot be undone after the next buyer has paid for the unit.', async () => {
    await operator.say(show.id, 'ann', 'sold 14');
    await operator.say(show.id, 'bob', 'sold 14');
    const cancelled = await takeStep('cancel', await basketOf('ann'));
    await takeStep('pay', await basketOf('bob'));
    expect(await sendStep('undo', [cancelled])).toMatchObject(refusal(409, 'CLAIM_PAID'));
    expect(await basketOf('bob')).toMatchObject({ state: 'paid' });
    expect(await differences()).toEqual([]);
  });

  it('If a paid unit prevents undoing a group of reviews, the error identifies its claim.', async () => {
    for (const handle of ['ann', 'bob', 'cat']) await operator.say(show.id, handle, 'claim 15');
    const accepted = await operator.call<{ actSeq: number }>('POST', `/api/shows/${show.id}/review/resolve`, {
      action: 'accept',
      group: 'word:claim',
    });
    await takeStep('pay', await basketOf('bob'));
    const path = `/api/shows/${show.id}/acts/${accepted.body.actSeq}/undo`;
    const { status, body } = await operator.call<ErrorBody>('POST', path, {});
    expect([status, body.error.message]).toEqual([
      409,
      "Nothing was changed. @bob's unit of #15 is already paid for. Undo the payment in its basket first.",
    ]);
    expect(await differences()).toEqual([]);
  });

  it('A step for an outdated basket version is rejected, and a repeated request has no further effect.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const basketBefore = await basketOf('ann');
    await operator.say(show.id, 'ann', 'sold 14');
    await list();
    expect(await sendStep('pay', [basketBefore])).toMatchObject(refusal(409, 'BASKET_CHANGED'));
    const current = await basketOf('ann');
    const pay = (method: string) => sendStep('pay', [current], { method });
    expect((await pay('cash')).body.outcomes).toMatchObject([{ changed: true }]);
    expect((await pay('cash')).body.outcomes).toMatchObject([
      { ok: true, changed: false, basket: { state: 'paid' } },
    ]);
    expect((await pay('card')).status).toBe(409);
    expect((await details(current)).history).toHaveLength(1);
  });

  it('A step for many baskets returns an outcome for each basket, in request order.', async () => {
    for (const user of ['ann', 'bob', 'cat']) await operator.say(show.id, user, 'sold 15');
    const [ann, bob, cat] = [await basketOf('ann'), await basketOf('bob'), await basketOf('cat')];
    await takeStep('ship', await takeStep('pay', bob));
    const { status, body } = await sendStep('pay', [ann, bob, cat], { method: 'cash' });
    expect(status).toBe(200);
    expect(body.outcomes).toMatchObject([
      { id: ann.id, ok: true, changed: true },
      { id: bob.id, ok: false, error: { code: 'BASKET_CHANGED' } },
      { id: cat.id, ok: true, changed: true },
    ]);
  });

  it('Extra lines are included in the total, and are final once the basket is paid.', async () => {
    await operator.say(show.id, 'ann', 'sold 12');
    const { id, version } = await basketOf('ann');
    const extras = [
      { label: 'Shipping', amount: 590 },
      { label: 'Discount', amount: -100 },
    ];
    const put = (body: object) => operator.call<Basket & ErrorBody>('PUT', `/api/baskets/${id}/extras`, body);
    expect((await put({ version, extras })).body).toMatchObject({ extras, extrasAmount: 490, total: 1980 });
    expect((await put({ version, extras })).status).toBe(200);
    expect((await put({ version, extras: [] })).body.error.code).toBe('BASKET_CHANGED');
    const withExtras = await basketOf('ann');
    const tooMuch = await put({
      version: withExtras.version,
      extras: [{ label: 'Discount', amount: -1491 }],
    });
    expect(tooMuch.status).toBe(400);
    await operator.say(show.id, 'ann', 'sold 14');
    const larger = await basketOf('ann');
    await put({ version: larger.version, extras: [{ label: 'Discount', amount: -1700 }] });
    await operator.say(show.id, 'ann', 'pass 14');
    const negative = await sendStep('pay', [await basketOf('ann')]);
    expect(negative).toMatchObject(refusal(409, 'INVALID_TRANSITION'));
    expect((await put({ version: (await basketOf('ann')).version, extras })).status).toBe(200);
    const paid = await takeStep('pay', await basketOf('ann'));
    expect(paid.total).toBe(1980);
    expect((await put({ version: paid.version, extras: [] })).body.error.code).toBe('INVALID_TRANSITION');
  });
});
