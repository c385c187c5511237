import { aBuyer, aClaim } from '../../../testing/wire';
import { namesakesOf } from './namesakes';

const hidden = (id: string) => ({ ...aBuyer(id), hidden: true });
const by = (id: string, buyer = aBuyer(id)) => aClaim(id, { buyer });

describe('Namesakes of a buyer', () => {
  it('Each other buyer is listed once.', () => {
    const others = namesakesOf(aBuyer('ivy'), [by('ivy'), by('other'), by('other')]);
    expect(others.map(({ id }) => id)).toEqual([by('other').buyer.id]);
  });

  it('Hidden viewers never count as namesakes, and have none.', () => {
    expect(namesakesOf(aBuyer('ivy'), [by('x', hidden('x'))])).toEqual([]);
    expect(namesakesOf(hidden('x'), [by('x', hidden('x')), by('y', hidden('y')), by('z')])).toEqual([]);
  });
});
