import fc from 'fast-check';
import { ALL_PHRASES, ITEM_KEYS, LATE_SOURCE, type CommentPlan, type PlannedAct, VIEWERS } from './plan';
import { commentWith, POPULAR_ITEM, pick } from './comment-arbitraries';

/** Number of items in ITEM_KEYS that exist when the show begins. */
export const FIRST_ITEMS = 3;

/** With MODEL_LARGE, comment batches are as large as those in a busy broadcast. */
const MAX_BULK_COMMENTS = process.env['MODEL_LARGE'] === undefined ? 12 : 80;

const item = fc.oneof(POPULAR_ITEM, fc.nat(FIRST_ITEMS));
const times = fc.constantFrom(1, 1, 1, 2);
const anyItem = fc.nat(ITEM_KEYS.length - 1);
const weighted = <T>(weight: number, fields: { [K in keyof T]: fc.Arbitrary<T[K]> }) => ({
  weight,
  arbitrary: fc.record(fields),
});
const actsOf = (comment: fc.Arbitrary<CommentPlan>): fc.WeightedArbitrary<PlannedAct>[] => [
  weighted(14, { kind: fc.constant('say'), comment, times }),
  weighted(4, {
    kind: fc.constant('bulk'),
    comments: fc.array(comment, { minLength: 2, maxLength: MAX_BULK_COMMENTS, size: 'max' }),
  }),
  weighted(2, { kind: fc.constant('repeat'), pick, edited: fc.boolean() }),
  weighted(2, { kind: fc.constant('delete'), pick }),
  weighted(4, { kind: fc.constant('release'), pick, times }),
  weighted(3, {
    kind: fc.constant('award'),
    item,
    user: fc.nat(VIEWERS.length),
    by: fc.constantFrom('id', 'handle'),
    times,
  }),
  weighted(4, { kind: fc.constant('undo'), pick: fc.nat(4), times }),
  weighted(4, { kind: fc.constant('quantity'), item, total: fc.integer({ min: 1, max: 5 }) }),
  weighted(2, {
    kind: fc.constant('addItem'),
    item: anyItem,
    total: fc.integer({ min: 1, max: 3 }),
    hasVariants: fc.constantFrom(false, false, true),
  }),
  weighted(4, {
    kind: fc.constant('withdraw'),
    item,
    to: fc.constantFrom('withdraw', 'restore', 'restore'),
    times,
  }),
  weighted(1, { kind: fc.constant('removeItem'), item: anyItem }),
  weighted(1, { kind: fc.constant('renumber'), item: anyItem, to: anyItem }),
  weighted(2, { kind: fc.constant('status'), step: fc.constantFrom('pause', 'resume', 'resume') }),
  weighted(2, {
    kind: fc.constant('rules'),
    rules: fc.record({
      maxClaimsPerComment: fc.constantFrom(1, 2),
      repeatClaims: fc.constantFrom('ignore', 'add'),
      maxUnitsPerItem: fc.constantFrom(0, 0, 1, 3),
      maxUnitsPerShow: fc.constantFrom(0, 0, 2, 4),
      deletedComments: fc.constantFrom('keep', 'review', 'release'),
      fairnessWindowSeconds: fc.constantFrom(0, 0, 0, 1),
      viewerDelaySeconds: fc.constantFrom(
        {},
        { [`rehearsal/${LATE_SOURCE}`]: 0.1 },
        { rehearsal: 0.2, [`rehearsal/${LATE_SOURCE}`]: 0 },
      ),
    }),
  }),
  weighted(1, { kind: fc.constant('flag'), pick }),
  weighted(1, { kind: fc.constant('nowShowing'), item }),
  weighted(1, { kind: fc.constant('dismissNumber'), item: anyItem, dismissed: fc.boolean() }),
  weighted(4, {
    kind: fc.constant('accept'),
    pick,
    edit: fc.constantFrom('none', 'none', 'pass', 'item', 'variant', 'variant'),
    item: anyItem,
    times,
  }),
  weighted(1, { kind: fc.constant('dismiss'), pick }),
  weighted(2, {
    kind: fc.constant('resolve'),
    action: fc.constantFrom('accept', 'accept', 'dismiss'),
    count: fc.integer({ min: 1, max: 8 }),
    times,
  }),
  weighted(1, { kind: fc.constant('countWord') }),
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
