import { aShow, anItem, at } from '../../../../testing/wire';
import { itemBeside } from './item-beside';
import { fromSnapshot } from './show-state';

describe('the next and the previous item', () => {
  const withdrawnAt = at(0);
  const items = [
    anItem('101', { withdrawnAt }),
    anItem('102'),
    anItem('103', { withdrawnAt }),
    anItem('104'),
    anItem('105', { withdrawnAt }),
  ].map((item, position) => ({ ...item, position }));
  const state = fromSnapshot({ show: aShow(), items, claims: [], comments: [], review: [], lastSeq: 0 });
  const numberBeside = (from: string | null, step: 1 | -1): string | undefined =>
    itemBeside(state, items.find(({ itemNumber }) => itemNumber === from) ?? null, step)?.itemNumber;

  it('Withdrawn items are left out, in both directions and at both ends.', () => {
    expect(numberBeside(null, 1)).toBe('102');
    expect(numberBeside('102', 1)).toBe('104');
    expect(numberBeside('104', 1)).toBeUndefined();
    expect(numberBeside('104', -1)).toBe('102');
    expect(numberBeside('102', -1)).toBeUndefined();
    expect(numberBeside(null, -1)).toBeUndefined();
  });

  it('The next item after a withdrawn item is the next item on sale.', () => {
    expect(numberBeside('103', 1)).toBe('104');
  });
});
