import { anItem } from '../../../testing/wire';
import { itemInputOf } from './item-input';

it("A deleted item that is added again keeps its variants' prices and codes.", () => {
  const variant = { claimedCount: 0, waitlistCount: 0, status: 'unclaimed' } as const;
  const item = anItem('101', {
    totalQuantity: 3,
    sku: 'DRESS',
    variants: [
      { ...variant, name: 'S', totalQuantity: 2, price: 1900, sku: '4006381333931' },
      { ...variant, name: 'M', totalQuantity: 1 },
    ],
  });
  expect(itemInputOf(item)).toMatchObject({
    itemNumber: '101',
    sku: 'DRESS',
    variants: [
      { name: 'S', totalQuantity: 2, price: 1900, sku: '4006381333931' },
      { name: 'M', totalQuantity: 1, price: null, sku: null },
    ],
  });
});
