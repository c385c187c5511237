import type { Basket, Item, PickList } from '@sellary/contracts';
import sharp from 'sharp';
import { useCaller, useTestApp } from '../../../test';
import { baskets } from '../../../test/baskets';

describe('Photos on packing pages', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it("The pick list and the basket lines show the item's current photo, even after the payment.", async () => {
    const show = await operator.activeShow(
      [
        { itemNumber: '1', totalQuantity: 1, price: 100 },
        { itemNumber: '2', totalQuantity: 1, price: 100 },
      ],
      { currency: 'EUR' },
    );
    const path = `/api/shows/${show.id}/items/${show.items[0]?.id}/photo`;
    const background = { r: 9, g: 9, b: 9 };
    const picture = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
      .png()
      .toBuffer();
    const photo = (await operator.call<Item>('PUT', path, picture)).body.photo;
    for (const number of [1, 2]) await operator.say(show.id, 'ann', `sold ${number}`);
    const { basketOf, takeStep } = baskets(operator);
    const basket = await basketOf('ann');
    const shownPhotos = async () => {
      const { lines } = (await operator.call<Basket>('GET', `/api/baskets/${basket.id}`)).body;
      const picks = await operator.call<PickList>('GET', '/api/baskets/pick-list?state=paid,unpaid');
      return [lines, picks.body.items].map((rows) => rows.map((row) => row.photo));
    };
    expect(photo).toEqual(expect.any(String));
    expect(await shownPhotos()).toEqual([
      [photo, undefined],
      [photo, undefined],
    ]);
    await takeStep('pay', basket);
    expect((await shownPhotos())[0]).toEqual([photo, undefined]);
    await operator.call('DELETE', path);
    expect((await shownPhotos()).flat()).toEqual([undefined, undefined, undefined, undefined]);
  });
});
