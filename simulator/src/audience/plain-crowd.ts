import { createRequire } from 'node:module';

/**
 * Types for the crowd, which is plain JavaScript because `npm run rehearse` also runs from a clone without a
 * build. `plain-crowd.spec.ts` compares the types with the `.cjs` files.
 */
export interface Chance {
  /** 0 ≤ n < 1 */
  next(): number;
  /** A whole number, 0 ≤ n < limit. */
  below(limit: number): number;
  pick<T>(choices: readonly T[]): T;
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K;
  /** Milliseconds until the next independent event. */
  gapMs(perSecond: number): number;
}

export interface AudienceComment {
  type: 'comment';
  afterMs: number;
  purpose: 'chatter' | 'claim' | 'pass' | 'question' | 'typo' | 'unknown-item' | 'duplicate';
  key: string;
  userId: string;
  userHandle: string;
  text: string;
}

export interface ItemShown {
  type: 'item-shown';
  afterMs: number;
  itemNumber: string;
}

export interface OfferedItem {
  itemNumber: string;
  variants?: readonly string[];
}

export interface AudienceOptions {
  seed: number;
  items: readonly OfferedItem[];
  rate?: number;
  burst?: number;
  viewers?: number;
  words?: ShowWords;
}

export interface ShowWords {
  claimWords: readonly string[];
  passWords: readonly string[];
}

const load = createRequire(__filename);

const chance = load('./chance.cjs') as { Chance: new (seed: number) => Chance };
const crowd = load('./audience.cjs') as {
  audience: (options: AudienceOptions) => Generator<AudienceComment | ItemShown, never, void>;
};
const stock = load('./stock.cjs') as {
  STOCK: readonly { itemNumber: string; title: string; totalQuantity: number }[];
};

/** Repeatable random choices: the same seed gives the same choices. */
export const seeded = (seed: number): Chance => new chance.Chance(seed);
export const { audience } = crowd;
export const { STOCK } = stock;
