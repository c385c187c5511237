import { aBuyer, aClaim } from '../../../testing/wire';
import { namesakesOf } from './namesakes';

const hidden = (id: string) => ({ ...aBuyer(id), hidden: true });
const claim = (id: string, buyer = aBuyer(id)) => aClaim(id, { buyer });

describe("A buyer's namesakes", () => {
  it('The other buyers in the claims found for a handle are each listed once.', () => {
    const others = namesakesOf(aBuyer('ivy'), [claim('ivy'), claim('other'), claim('other')]);
    expect(others.map(({ id }) => id)).toEqual([claim('other').buyer.id]);
  });

  it('Hidden viewers never count as namesakes, and have none.', () => {
    expect(namesakesOf(aBuyer('ivy'), [claim('x', hidden('x'))])).toEqual([]);
    expect(namesakesOf(hidden('x'), [claim('x', hidden('x')), claim('y', hidden('y')), claim('z')])).toEqual(
      [],
    );
  });
});
