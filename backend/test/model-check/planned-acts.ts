import fc from 'fast-check';
import { ALL_PHRASES, ITEM_KEYS, LATE_SOURCE, type CommentPlan, type PlannedAct, VIEWERS } from './plan';
import { commentWith, POPULAR_ITEM, pick } from './comment-arbitraries';

/** Number of items in ITEM_KEYS that exist when the show begins. */
export const FIRST_ITEMS = 3;

/** With MODEL_LARGE, comment batches are as large as those in a busy broadcast. */
const MAX_BULK_COMMENTS = process.env['MODEL_LARGE'] === undefined ? 12 : 80;

const item = fc.oneof(POPULAR_ITEM, fc.nat(FIRST_ITEMS));
const times = fc.constantFrom(1, 1, 1, 2);
const actsOf = (comment: fc.Arbitrary<CommentPlan>): fc.WeightedArbitrary<PlannedAct>[] => [
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('say' as const), comment, times }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('bulk' as const),
      comments: fc.array(comment, { minLength: 2, maxLength: MAX_BULK_COMMENTS, size: 'max' }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('repeat' as const), pick, edited: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('delete' as const), pick }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('release' as const), pick, times }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('award' as const),
      item,
      user: fc.nat(VIEWERS.length),
      by: fc.constantFrom('id' as const, 'handle' as const),
      times,
    }),
  },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('undo' as const), pick: fc.nat(4), times }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('quantity' as const),
      item,
      total: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('addItem' as const),
      item: fc.nat(ITEM_KEYS.length - 1),
      total: fc.integer({ min: 1, max: 3 }),
      hasVariants: fc.constantFrom(false, false, true),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('withdraw' as const),
      item,
      to: fc.constantFrom('withdraw' as const, 'restore' as const, 'restore' as const),
      times,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('removeItem' as const), item: fc.nat(ITEM_KEYS.length - 1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('renumber' as const),
      item: fc.nat(ITEM_KEYS.length - 1),
      to: fc.nat(ITEM_KEYS.length - 1),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('status' as const),
      step: fc.constantFrom('pause' as const, 'resume' as const, 'resume' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rules' as const),
      rules: fc.record({
        maxClaimsPerComment: fc.constantFrom(1, 2),
        repeatClaims: fc.constantFrom('ignore' as const, 'add' as const),
        maxUnitsPerItem: fc.constantFrom(0, 0, 1, 3),
        maxUnitsPerShow: fc.constantFrom(0, 0, 2, 4),
        deletedComments: fc.constantFrom('keep' as const, 'review' as const, 'release' as const),
        fairnessWindowSeconds: fc.constantFrom(0, 0, 0, 1),
        viewerDelaySeconds: fc.constantFrom(
          {},
          { [`rehearsal/${LATE_SOURCE}`]: 0.1 },
          { rehearsal: 0.2, [`rehearsal/${LATE_SOURCE}`]: 0 },
        ),
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('flag' as const), pick }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('nowShowing' as const), item }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('dismissNumber' as const),
      item: fc.nat(ITEM_KEYS.length - 1),
      dismissed: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('accept' as const),
      pick,
      edit: fc.constantFrom(...(['none', 'none', 'pass', 'item', 'variant', 'variant'] as const)),
      item: fc.nat(ITEM_KEYS.length - 1),
      times,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('dismiss' as const), pick }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('resolve' as const),
      action: fc.constantFrom('accept' as const, 'accept' as const, 'dismiss' as const),
      count: fc.integer({ min: 1, max: 8 }),
      times,
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('countWord' as const) }) },
];

const PHRASE_INDEXES = ALL_PHRASES.map((_, index) => index);
const WAITLIST_INDEXES = PHRASE_INDEXES.filter(
  (index) => ALL_PHRASES[index]?.text('1').startsWith('backup') === true,
);
const isUndo = ({ arbitrary }: fc.WeightedArbitrary<PlannedAct>): boolean =>
  fc.sample(arbitrary, 1)[0]?.kind === 'undo';
/** Mixes of acts, by name. */
export const MIXES = {
  'every act': fc.oneof(...actsOf(commentWith(PHRASE_INDEXES))),
  'every act but waitlist comments': fc.oneof(
    ...actsOf(commentWith(PHRASE_INDEXES.filter((index) => !WAITLIST_INDEXES.includes(index)))),
  ),
  'every act but undo': fc.oneof(...actsOf(commentWith(PHRASE_INDEXES)).filter((act) => !isUndo(act))),
};
