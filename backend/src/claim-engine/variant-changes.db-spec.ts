import type { Item, Show, ShowWithItems } from '@sellary/contracts';
import { refusal, reviews, sales, unitTexts, useCaller, useTestApp } from '../../test';

describe('Variant changes', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  const { undo, variantTexts } = sales(operator);
  const { check } = reviews(app, operator);

  const sale = (variants = 'S 2, M 1', itemNumber = '12'): Promise<ShowWithItems> =>
    operator.activeShow([{ itemNumber, variants }]);
  const patch = (show: ShowWithItems, change: object) =>
    operator.call<Item>('PATCH', `/api/shows/${show.id}/items/${show.items[0]?.id}`, change);

  it("A variant's new units go to the buyers in its line, and an undo takes them back.", async () => {
    const show = await sale('S 1, M 1');
    for (const name of ['ann', 'bob', 'cat']) await operator.say(show.id, name, 'sold 12 M');
    await operator.say(show.id, 'dan', 'sold 12 S');
    const { status, body } = await patch(show, { variants: 'S 1, M 2' });
    expect([status, await variantTexts(show)]).toEqual([200, 'S 1/1+0, M 2/2+1']);
    expect(await patch(show, { variants: 'S 1, M 1' })).toMatchObject(refusal(409, 'QUANTITY_BELOW_CLAIMED'));
    await undo(show, body.actSeq ?? 0);
    expect(await variantTexts(show)).toBe('S 1/1+0, M 1/1+2');
    await check(show);
  });

  it('Undoing added units also removes an added variant, and is rejected if that variant has claims.', async () => {
    const show = await sale('S 1, M 1');
    for (const name of ['ann', 'bob']) await operator.say(show.id, name, 'sold 12 M');
    const { body } = await patch(show, { variants: 'S 1, M 2, L 3' });
    expect(await variantTexts(show)).toBe('S 0/1+0, M 2/2+0, L 0/3+0');
    expect((await undo(show, body.actSeq ?? 0)).status).toBe(200);
    expect(await variantTexts(show)).toBe('S 0/1+0, M 1/1+1');
    expect((await operator.say(show.id, 'cat', 'sold 12 L')).outcome).toBe('review');
    const after = await operator.call<Show>('GET', `/api/shows/${show.id}`);
    expect(after.body.stats.unitsTotal).toBe(2);
    await check(show);
    const again = await patch(show, { variants: 'S 1, M 2, L 3' });
    await operator.say(show.id, 'dan', 'sold 12 L');
    const refused = await undo(show, again.body.actSeq ?? 0);
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      'Nothing was changed. #12 L has been claimed since then, so the variant cannot be removed.',
    ]);
    await check(show);
  });

  it('Undoing a quantity reduction brings back a removed variant.', async () => {
    const show = await sale('S 1, M 3, L 2');
    const { body } = await patch(show, { variants: 'S 1, M 1' });
    expect(await variantTexts(show)).toBe('S 0/1+0, M 0/1+0');
    await operator.say(show.id, 'ann', 'sold 12 M');
    expect((await undo(show, body.actSeq ?? 0)).status).toBe(200);
    expect(await variantTexts(show)).toBe('S 0/1+0, M 1/3+0, L 0/2+0');
    await check(show);
  });

  it('An undo restores the prices and codes that the act changed, except those that have changed since.', async () => {
    const show = await operator.activeShow(
      [
        {
          itemNumber: '12',
          variants: [
            { name: 'S', totalQuantity: 1, price: 900, sku: 'S1' },
            { name: 'M', totalQuantity: 1, price: 900, sku: 'M1' },
          ],
        },
      ],
      { currency: 'USD' },
    );
    const { body } = await patch(show, {
      variants: [
        { name: 'S', totalQuantity: 2, price: 1200, sku: 'S2' },
        { name: 'M', totalQuantity: 1, price: 1200, sku: 'M2' },
      ],
    });
    await patch(show, {
      variants: [
        { name: 'S', totalQuantity: 2, price: 1500, sku: 'S2' },
        { name: 'M', totalQuantity: 1, price: 1200, sku: 'M3' },
      ],
    });
    expect((await undo(show, body.actSeq ?? 0)).status).toBe(200);
    expect((await operator.readShow(show.id)).items[0]?.variants).toMatchObject([
      { name: 'S', totalQuantity: 1, price: 1500, sku: 'S1' },
      { name: 'M', totalQuantity: 1, price: 900, sku: 'M3' },
    ]);
    await operator.say(show.id, 'ann', 'sold 12 S');
    await check(show);
  });

  it('Undoing a quantity change also restores the price that the act changed, unless it has changed since.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 1, price: 900 }], {
      currency: 'USD',
    });
    const first = await patch(show, { totalQuantity: 2, price: 1200 });
    const result = await undo(show, first.body.actSeq ?? 0);
    expect(result.body.item).toMatchObject({ totalQuantity: 1, price: 900 });
    const second = await patch(show, { totalQuantity: 3, price: 1000 });
    await patch(show, { price: 1100 });
    await undo(show, second.body.actSeq ?? 0);
    expect((await operator.readShow(show.id)).items[0]).toMatchObject({ totalQuantity: 1, price: 1100 });
    await operator.say(show.id, 'ann', 'sold 12');
    await check(show);
  });

  it("Two operators who change different variants of the same list keep each other's changes.", async () => {
    const show = await sale('S 1, M 1, L 1');
    const variantsBefore = 'S 1, M 1, L 1';
    await patch(show, { variantsBefore, variants: 'S 1, M 2, L 1, XL 2' });
    await patch(show, { variantsBefore, variants: 'S 1, M 1, XS 3' });
    expect(await variantTexts(show)).toBe('S 0/1+0, M 0/2+0, XS 0/3+0, XL 0/2+0');
    await patch(show, { variantsBefore, variants: 'S 4, M 1, L 1' });
    expect(await variantTexts(show)).toBe('S 0/4+0, M 0/2+0, XS 0/3+0, XL 0/2+0');
    await patch(show, { variants: 'S 1' });
    expect(await variantTexts(show)).toBe('S 0/1+0');
    expect(await patch(show, { variantsBefore: 'S 0', variants: 'S 2' })).toMatchObject(
      refusal(400, 'VALIDATION_FAILED'),
    );
    await check(show);
  });

  it('Variants can be added, and can be removed if they have no claims.', async () => {
    const show = await sale('S 1, M 1');
    await operator.say(show.id, 'ann', 'sold 12 M');
    expect(await patch(show, { variants: 'S 1' })).toMatchObject({
      status: 409,
      body: { error: { code: 'ITEM_HAS_CLAIMS', message: expect.stringContaining('M') } },
    });
    expect(await patch(show, { variants: null })).toMatchObject({ status: 409 });
    expect((await patch(show, { variants: 'M 1, L 4' })).body).toMatchObject({ totalQuantity: 5 });
    expect((await operator.say(show.id, 'bob', 'sold 12 L')).outcome).toBe('winner');
    expect((await operator.say(show.id, 'bob', 'sold 12 S')).outcome).toBe('review');
    await check(show);
    const plain = await operator.activeShow([{ itemNumber: '5', totalQuantity: 4 }]);
    expect((await patch(plain, { variants: 'Leopard print 2, Rose gold 1' })).body.totalQuantity).toBe(3);
    expect(unitTexts((await operator.say(plain.id, 'ann', 'sold 5 leopard print')).claims)).toEqual([
      'Leopard print 1 winner',
    ]);
    await check(plain);
    const after = await operator.call<Show>('GET', `/api/shows/${plain.id}`);
    expect(after.body.stats).toMatchObject({ unitsTotal: 3, unitsClaimed: 1 });
  });
});
