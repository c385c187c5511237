import type { BasketList, BasketOutcomes, BasketRow } from '@sellary/contracts';
import { type ActLog, sendOrThrow } from './act-log';
import type { Caller } from './caller';

/** Takes a basket in a new show from open to shipped, performing every basket act. */
export async function doBasketActs(owner: Caller, addAct: ActLog['addAct']): Promise<void> {
  const items = [{ itemNumber: '1', totalQuantity: 2, price: 1500 }];
  const show = await owner.activeShow(items, { currency: 'EUR', claimWords: ['sold'] });
  await owner.say(show.id, 'vera', 'sold 1');
  await sendOrThrow(owner, 'PATCH', '/api/baskets/settings', { howToPay: 'In cash' });
  addAct('PATCH /api/baskets/settings', 'basket.settings', { howToPay: '' }, { howToPay: 'In cash' });
  const read = async (): Promise<BasketRow> => {
    const { baskets } = await sendOrThrow<BasketList>(owner, 'GET', `/api/baskets?show=${show.id}`);
    const [basket] = baskets;
    if (basket === undefined) throw new Error('The buyer has no basket');
    return basket;
  };
  const takeStep = async (step: string, from: string, to: string, more: object = {}): Promise<void> => {
    const { id, version } = await read();
    await sendOrThrow<BasketOutcomes>(owner, 'POST', `/api/baskets/${step}`, {
      baskets: [{ id, version }],
      ...more,
    });
    addAct(`POST /api/baskets/${step}`, `basket.${step}`, { state: from }, { state: to, units: 1, ...more });
  };
  const { id, version } = await read();
  const extras = [{ label: 'Shipping', amount: 490 }];
  await sendOrThrow(owner, 'PUT', `/api/baskets/${id}/extras`, { version, extras });
  addAct('PUT /api/baskets/{id}/extras', 'basket.extras', { extras: [] }, { extras });
  await takeStep('cancel', 'open', 'cancelled', { reason: 'A mistake' });
  await takeStep('undo', 'cancelled', 'open');
  await takeStep('request', 'open', 'requested');
  await takeStep('pay', 'requested', 'paid', { method: 'cash', reference: 'R-7' });
  await takeStep('pack', 'paid', 'packed');
  await takeStep('ship', 'packed', 'shipped');
}
