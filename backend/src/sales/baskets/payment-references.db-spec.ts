import type { Basket, BasketList, BasketRow } from '@sellary/contracts';
import { call, useCaller, useTestApp } from '../../../test';
import { baskets } from '../../../test/baskets';
import { newMember } from '../../../test/new-member';

describe('Payment references', () => {
  const app = useTestApp();
  const owner = useCaller(app);
  let basket: BasketRow;

  beforeAll(async () => {
    const show = await owner.activeShow([{ itemNumber: '12', totalQuantity: 1, price: 1490 }], {
      currency: 'EUR',
    });
    await owner.say(show.id, 'ann', 'sold 12');
    const { basketOf, takeStep } = baskets(owner);
    basket = await takeStep('pay', await basketOf('ann'), { method: 'transfer', reference: 'TX-4711' });
  });

  const readAs = async (role: 'viewer' | 'operator') => {
    const { accessToken } = await newMember(app.url, owner, role);
    const get = async <T>(path: string): Promise<T> =>
      (await call<T>(app.url, accessToken, 'GET', `/api/baskets${path}`)).body;
    const [row] = (await get<BasketList>('')).baskets;
    return {
      methodAndReference: [row?.method, row?.reference],
      detailsJson: JSON.stringify(await get<Basket>(`/${basket.id}`)),
      foundByReference: (await get<BasketList>('?q=tx-47')).baskets.length,
      foundByName: (await get<BasketList>('?q=ann')).baskets.length,
    };
  };

  it("An operator sees a payment's reference in the basket and its history, and can find the basket by it.", async () => {
    const { methodAndReference, detailsJson, foundByReference } = await readAs('operator');
    expect(methodAndReference).toEqual(['transfer', 'TX-4711']);
    expect(detailsJson.match(/TX-4711/g)).toHaveLength(2);
    expect(foundByReference).toBe(1);
  });

  it('A user with the role `viewer` sees only the payment method, and cannot search by reference.', async () => {
    const { methodAndReference, detailsJson, foundByReference, foundByName } = await readAs('viewer');
    expect(methodAndReference).toEqual(['transfer', null]);
    expect(detailsJson).toContain('transfer');
    expect(detailsJson).not.toContain('TX-4711');
    expect([foundByReference, foundByName]).toEqual([0, 1]);
  });
});
