import type { ShowRules } from '@sellary/contracts';
import type { OracleComment, Understood } from './oracle-types';

/** Time of a planned comment. Numbers pick from what exists when the act runs. */
export type PlannedTime =
  | { kind: 'none' }
  | { kind: 'ago'; ms: number; seconds: boolean }
  | { kind: 'ahead'; ms: number }
  /** Around an edge of a stretch in which the show was active. */
  | { kind: 'edge'; pick: number; delta: number; seconds: boolean };

export interface Line {
  user: number;
  item: number;
  phrase: number;
  time: PlannedTime;
  /** Written in the broadcast that its viewers see late. */
  late: boolean;
}

export type PlannedAct =
  | { kind: 'say'; line: Line; times: number }
  | { kind: 'bulk'; lines: Line[] }
  /** A comment from before is delivered again, perhaps edited. */
  | { kind: 'again'; pick: number; edited: boolean }
  /** The platform reports that the comment was deleted. */
  | { kind: 'delete'; pick: number }
  | { kind: 'release'; pick: number; times: number }
  | { kind: 'award'; item: number; user: number; by: 'id' | 'handle'; times: number }
  | { kind: 'undo'; pick: number; times: number }
  | { kind: 'quantity'; item: number; total: number }
  /** `sized`: with variants, which no comment names. */
  | { kind: 'addItem'; item: number; total: number; sized: boolean }
  | { kind: 'removeItem'; item: number }
  | { kind: 'withdraw'; item: number; to: 'withdraw' | 'restore'; times: number }
  | { kind: 'renumber'; item: number; to: number }
  | { kind: 'press'; press: 'pause' | 'resume' | 'stop' }
  | { kind: 'rules'; rules: PlannedRules }
  | { kind: 'flag'; pick: number }
  | { kind: 'nowShowing'; item: number }
  | { kind: 'dismissNumber'; item: number; dismissed: boolean }
  /** `edit`: to a pass, to another item, or to a variant and a number of units. */
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

/** Canonical numbers of the items; the first few exist from the start. */
export const ITEM_KEYS = ['1', '2', 'A4', '25', '7', '130'] as const;
/** The same numbers as an operator might type them. */
export const ITEM_NUMBERS = ['1', '#02', 'a-4', '25', '007', '130'] as const;

/** Two of them share a name; the seller speaks as `host`. */
export const VIEWERS = [
  ...['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus'].map((name) => ({
    userId: `id-${name}`,
    handle: name,
  })),
  { userId: 'id-twin-1', handle: 'twin' },
  { userId: 'id-twin-2', handle: 'Twin' },
  { userId: 'host', handle: 'seller' },
] as const;
/** No viewer with this name has written a comment. */
export const STRANGER = 'walk-in';

/** A second broadcast of the show, by its live id. */
export const LATE_SOURCE = 'late';

/** No claim word of the show when it begins. */
export const COUNTED_WORD = 'claim';

type Says = (key: string) => OracleComment['says'];
const claimOf = (key: string): Understood => ({ act: 'claim', key });
const claim: Says = claimOf;
const units =
  (act: 'claim' | 'pass', count: number): Says =>
  (key) => ({ act, key, units: count });
/** Certain only after the word is counted. */
const weakClaim: Says = (key) => ({ act: 'claim', key, word: COUNTED_WORD });
const pass: Says = (key) => ({ act: 'pass', key });
const waitlist: Says = (key) => ({ act: 'waitlist', key });

/** Comments with a certain meaning: other tests check the grammar, this one checks only the decisions. */
export const PHRASES: readonly { text: (key: string) => string; says: Says }[] = [
  { text: (key) => `sold ${key}`, says: claim },
  { text: (key) => `SOLD #${key}!`, says: claim },
  { text: (key) => `sold on ${key}`, says: claim },
  { text: (key) => `sold ${key} 🔥🔥`, says: claim },
  { text: (key) => `sold ${key} 2 pcs`, says: units('claim', 2) },
  { text: (key) => `sold ${key} 3 pcs`, says: units('claim', 3) },
  {
    text: (key) => `sold ${key} and sold A4`,
    says: (key) => [claimOf(key), ...(key === 'A4' ? [] : [claimOf('A4')])],
  },
  { text: (key) => `pass ${key} 1 pcs`, says: units('pass', 1) },
  { text: (key) => `pass ${key} 2 pcs`, says: units('pass', 2) },
  { text: (key) => `pass ${key}`, says: pass },
  { text: (key) => `pass on ${key}`, says: pass },
  { text: (key) => `backup ${key}`, says: waitlist },
  { text: (key) => `claim ${key}`, says: weakClaim },
  { text: (key) => `CLAIM #${key}!`, says: weakClaim },
  { text: () => 'hello everyone', says: () => 'chatter' },
];

/** Number of the item with variants, and their names. It exists from the start. */
export const SIZED_ITEM = '9';
export const SIZES = ['S', 'M'] as const;
const sizeOf = (size: (typeof SIZES)[number]): string => `${SIZED_ITEM}/${size}`;

/** Comments about the item with variants; one that names none of them goes to review. */
const SIZED_PHRASES: typeof PHRASES = [
  { text: () => 'sold 9 S', says: () => claimOf(sizeOf('S')) },
  { text: () => 'medium sold 9', says: () => claimOf(sizeOf('M')) },
  { text: () => 'sold 9 S x2', says: () => units('claim', 2)(sizeOf('S')) },
  { text: () => 'sold 9 M x3', says: () => units('claim', 3)(sizeOf('M')) },
  { text: () => 'sold 9 small and sold A4', says: () => [claimOf(sizeOf('S')), claimOf('A4')] },
  { text: () => 'backup 9 M', says: () => waitlist(sizeOf('M')) },
  { text: () => 'pass 9 M', says: () => pass(sizeOf('M')) },
  { text: () => 'pass 9', says: () => pass(SIZED_ITEM) },
  { text: () => 'pass 9 x1', says: () => units('pass', 1)(SIZED_ITEM) },
  { text: () => 'sold 9', says: () => claimOf(SIZED_ITEM) },
  { text: () => 'sold 9 purple x2', says: () => units('claim', 2)(SIZED_ITEM) },
];
export const ALL_PHRASES: typeof PHRASES = [...PHRASES, ...SIZED_PHRASES];

export const pickFrom = <T>(list: readonly T[], pick: number): T | undefined =>
  list.length === 0 ? undefined : list[Math.abs(pick) % list.length];
