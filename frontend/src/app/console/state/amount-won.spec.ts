import { aClaim, aShow, anItem, at } from '../../../../testing/wire';
import { reduceAll } from './reduce';
import { fromSnapshot } from './show-state';

describe('show total', () => {
  it('The total is the sum of the prices at which the current winners won, and a new item price does not change it.', () => {
    const show = aShow({ currency: { code: 'EUR', digits: 2 } });
    const before = fromSnapshot({
      items: [],
      comments: [],
      review: [],
      lastSeq: 0,
      show: { ...show, stats: { ...show.stats, winners: 1, amountWon: 1490 } },
      claims: [aClaim('a', { status: 'winner', price: 1490 }), aClaim('b', { status: 'waitlist' })],
    });
    const { state } = reduceAll(before, [
      { seq: 1, type: 'item.updated', at: at(1), data: { item: anItem('101', { price: 9900 }) } },
      {
        seq: 2,
        type: 'claim.released',
        at: at(2),
        data: {
          claim: aClaim('a', { status: 'released' }),
          item: null,
          promotedClaim: aClaim('b', { status: 'winner', price: 9900 }),
        },
      },
      {
        seq: 3,
        type: 'claim.created',
        at: at(3),
        data: { claim: aClaim('c', { status: 'winner', price: 1 }), item: null },
      },
    ]);
    expect(state.stats.amountWon).toBe(9901);
  });
});
