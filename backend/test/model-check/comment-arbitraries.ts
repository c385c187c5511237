import fc from 'fast-check';
import { ITEM_KEYS, type CommentPlan, VIEWERS } from './plan';

/** Chooses from the objects that exist when the act runs. */
export const pick = fc.nat(1_000);
/** Item that most viewers want at the same time, so that lines form. */
export const POPULAR_ITEM = fc.constant(0);
const time = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: 'none' }) },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('ago'), ms: fc.nat(60), wholeSeconds: fc.boolean() }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('ahead'), ms: fc.constantFrom(1, 500, 3_600_000) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('edge'),
      pick,
      delta: fc.constantFrom(-1_000, -999, -1, 0, 1, 999),
      wholeSeconds: fc.boolean(),
    }),
  },
);
/** A comment with one of these phrases. */
export const commentWith = (phrases: number[]): fc.Arbitrary<CommentPlan> =>
  fc.record({
    user: fc.nat(VIEWERS.length - 1),
    item: fc.oneof(POPULAR_ITEM, fc.nat(ITEM_KEYS.length - 1)),
    phrase: fc.constantFrom(...phrases),
    time,
    isLate: fc.boolean(),
  });
