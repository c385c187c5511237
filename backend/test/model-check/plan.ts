import type { ShowRules } from '@sellary/contracts';
import type { OracleComment, OracleIntent } from './oracle-types';

/** A planned comment's time. `pick` chooses from the edges that exist when the act runs. */
export type PlannedTime =
  | { kind: 'none' }
  | { kind: 'ago'; ms: number; wholeSeconds: boolean }
  | { kind: 'ahead'; ms: number }
  /** Around the start or the end of a span in which the show was active. */
  | { kind: 'edge'; pick: number; delta: number; wholeSeconds: boolean };

export interface CommentPlan {
  user: number;
  item: number;
  phrase: number;
  time: PlannedTime;
  /** Written in the broadcast that viewers see late. */
  isLate: boolean;
}

export type PlannedAct =
  | { kind: 'say'; comment: CommentPlan; times: number }
  | { kind: 'bulk'; comments: CommentPlan[] }
  /** An earlier comment is delivered again, perhaps edited. */
  | { kind: 'repeat'; pick: number; edited: boolean }
  /** The platform reports that the comment was deleted. */
  | { kind: 'delete'; pick: number }
  | { kind: 'release'; pick: number; times: number }
  | { kind: 'award'; item: number; user: number; by: 'id' | 'handle'; times: number }
  | { kind: 'undo'; pick: number; times: number }
  | { kind: 'quantity'; item: number; total: number }
  | { kind: 'addItem'; item: number; total: number; hasVariants: boolean }
  | { kind: 'removeItem'; item: number }
  | { kind: 'withdraw'; item: number; to: 'withdraw' | 'restore'; times: number }
  | { kind: 'renumber'; item: number; to: number }
  | { kind: 'status'; step: 'pause' | 'resume' | 'stop' }
  | { kind: 'rules'; rules: PlannedRules }
  | { kind: 'flag'; pick: number }
  | { kind: 'nowShowing'; item: number }
  | { kind: 'dismissNumber'; item: number; dismissed: boolean }
  /** `edit` changes the intent to a pass, to another item, or to a variant and a number of units. */
  | { kind: 'accept'; pick: number; edit: 'none' | 'pass' | 'item' | 'variant'; item: number; times: number }
  | { kind: 'dismiss'; pick: number }
  | { kind: 'resolve'; action: 'accept' | 'dismiss'; count: number; times: number }
  | { kind: 'countWord' };

type PlannedRules = Pick<
  ShowRules,
  | 'maxClaimsPerComment'
  | 'repeatClaims'
  | 'maxUnitsPerItem'
  | 'maxUnitsPerShow'
  | 'deletedComments'
  | 'viewerDelaySeconds'
  | 'fairnessWindowSeconds'
>;

/** Canonical item numbers. The first few exist from the start. */
export const ITEM_KEYS = ['1', '2', 'A4', '25', '7', '130'] as const;
/** The same numbers as an operator might type them. */
export const ITEM_NUMBERS = ['1', '#02', 'a-4', '25', '007', '130'] as const;

/** Two viewers have the same name. The seller comments as `host`. */
export const VIEWERS = [
  ...['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus'].map((name) => ({
    userId: `id-${name}`,
    handle: name,
  })),
  { userId: 'id-twin-1', handle: 'twin' },
  { userId: 'id-twin-2', handle: 'Twin' },
  { userId: 'host', handle: 'seller' },
] as const;
/** A name under which no viewer has written a comment. */
export const STRANGER = 'walk-in';

/** Live id of the show's second broadcast, which viewers see late. */
export const LATE_SOURCE = 'late';

/** A word that becomes a claim word only when an operator counts it. */
export const COUNTED_WORD = 'claim';

type Meaning = (key: string) => OracleComment['meaning'];
const claimOf = (key: string): OracleIntent => ({ act: 'claim', key });
const claim: Meaning = claimOf;
const units =
  (act: 'claim' | 'pass', count: number): Meaning =>
  (key) => ({ act, key, units: count });
/** Goes to review until the word is counted. */
const weakClaim: Meaning = (key) => ({ act: 'claim', key, word: COUNTED_WORD });
const pass: Meaning = (key) => ({ act: 'pass', key });
const waitlist: Meaning = (key) => ({ act: 'waitlist', key });

/** Comments with a clear meaning, because the model check tests decisions. Other tests cover the grammar. */
export const PHRASES: readonly { text: (key: string) => string; meaning: Meaning }[] = [
  { text: (key) => `sold ${key}`, meaning: claim },
  { text: (key) => `SOLD #${key}!`, meaning: claim },
  { text: (key) => `sold on ${key}`, meaning: claim },
  { text: (key) => `sold ${key} 🔥🔥`, meaning: claim },
  { text: (key) => `sold ${key} 2 pcs`, meaning: units('claim', 2) },
  { text: (key) => `sold ${key} 3 pcs`, meaning: units('claim', 3) },
  {
    text: (key) => `sold ${key} and sold A4`,
    meaning: (key) => [claimOf(key), ...(key === 'A4' ? [] : [claimOf('A4')])],
  },
  { text: (key) => `pass ${key} 1 pcs`, meaning: units('pass', 1) },
  { text: (key) => `pass ${key} 2 pcs`, meaning: units('pass', 2) },
  { text: (key) => `pass ${key}`, meaning: pass },
  { text: (key) => `pass on ${key}`, meaning: pass },
  { text: (key) => `backup ${key}`, meaning: waitlist },
  { text: (key) => `claim ${key}`, meaning: weakClaim },
  { text: (key) => `CLAIM #${key}!`, meaning: weakClaim },
  { text: () => 'hello everyone', meaning: () => 'chatter' },
];

/** Number and variant names of an item that has variants and exists from the start. */
export const SIZED_ITEM = '9';
export const SIZES = ['S', 'M'] as const;
const sizeOf = (size: (typeof SIZES)[number]): string => `${SIZED_ITEM}/${size}`;

/** Comments about the item with variants. A claim that names no variant goes to review. */
const SIZED_PHRASES: typeof PHRASES = [
  { text: () => 'sold 9 S', meaning: () => claimOf(sizeOf('S')) },
  { text: () => 'medium sold 9', meaning: () => claimOf(sizeOf('M')) },
  { text: () => 'sold 9 S x2', meaning: () => units('claim', 2)(sizeOf('S')) },
  { text: () => 'sold 9 M x3', meaning: () => units('claim', 3)(sizeOf('M')) },
  { text: () => 'sold 9 small and sold A4', meaning: () => [claimOf(sizeOf('S')), claimOf('A4')] },
  { text: () => 'backup 9 M', meaning: () => waitlist(sizeOf('M')) },
  { text: () => 'pass 9 M', meaning: () => pass(sizeOf('M')) },
  { text: () => 'pass 9', meaning: () => pass(SIZED_ITEM) },
  { text: () => 'pass 9 x1', meaning: () => units('pass', 1)(SIZED_ITEM) },
  { text: () => 'sold 9', meaning: () => claimOf(SIZED_ITEM) },
  { text: () => 'sold 9 purple x2', meaning: () => units('claim', 2)(SIZED_ITEM) },
];
export const ALL_PHRASES: typeof PHRASES = [...PHRASES, ...SIZED_PHRASES];

export const pickFrom = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[Math.abs(pick) % list.length];
