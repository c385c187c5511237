import { DEFAULT_RULES } from '@sellary/contracts';
import { DEFAULT_POLICY } from '.';
import { factsFor } from './board-facts';
import { HoldingsByBuyer } from './holdings-by-buyer';
import { unitsWithinLimits } from './limits';

const holdings = (onItem: number, elsewhere: number) => ({
  onItem: () => onItem,
  inShow: () =>
    new Map([
      ['12', onItem],
      ['13', elsewhere],
    ]),
});

describe('Buyer limits', () => {
  it('A limit of 0 means no limit.', () => {
    expect(unitsWithinLimits(DEFAULT_RULES, holdings(900, 900))).toBe(Infinity);
  });

  it('The strictest limit applies, and a buyer above a limit gets no more units.', () => {
    const rules = { ...DEFAULT_RULES, maxUnitsPerItem: 3, maxUnitsPerShow: 4 };
    expect(unitsWithinLimits(rules)).toBe(3);
    expect(unitsWithinLimits(rules, holdings(1, 2))).toBe(1);
    expect(unitsWithinLimits(rules, holdings(1, 5))).toBeLessThanOrEqual(0);
  });

  it("Facts are loaded only for a limit that is on, in addition to the policy's facts.", () => {
    const facts = (maxUnitsPerShow: number) =>
      factsFor({ ...DEFAULT_POLICY, needs: ['wholeLine'] }, { ...DEFAULT_RULES, maxUnitsPerShow });
    expect([...facts(0)]).toEqual(['wholeLine']);
    expect([...facts(2)]).toEqual(['wholeLine', 'holdings']);
  });

  it("A buyer's holdings of an item are the claims before a batch plus the batch's changes.", () => {
    const byBuyer = new HoldingsByBuyer(new Map([['ann', { 12: 2, 13: 1 }]]));
    byBuyer.add('ann', '12', -1);
    byBuyer.add('ann', '14', 1);
    byBuyer.add('bob', '12', 1);
    expect(['ann', 'bob', 'cat'].map((buyer) => Object.fromEntries(byBuyer.byItem(buyer)))).toEqual([
      { 12: 1, 13: 1, 14: 1 },
      { 12: 1 },
      {},
    ]);
  });
});
