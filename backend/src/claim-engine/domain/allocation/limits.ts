import type { LimitRule, ShowRules } from '@sellary/contracts';
import type { BoardFact } from './buyer-facts';

/** A buyer's active claims, counted before the buyer gets another unit of an item. */
interface Holdings {
  /** Claims on the item, over all of its variants. */
  onItem(): number;
  /** Claims in the whole show, by item. Needs the fact `holdings`. */
  inShow(): ReadonlyMap<string, number>;
}

/** A rule that limits a buyer. */
interface Limit {
  readonly needs: readonly BoardFact[];
  /** Further units of the item that the buyer may claim. */
  readonly room: (limit: number, holdings: Holdings) => number;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

const LIMITS = {
  maxUnitsPerItem: { needs: [], room: (limit, buyer) => limit - buyer.onItem() },
  maxUnitsPerShow: { needs: ['holdings'], room: (limit, buyer) => limit - sum(buyer.inShow().values()) },
} satisfies Record<LimitRule, Limit>;

const NO_HOLDINGS: Holdings = { onItem: () => 0, inShow: () => new Map() };

const limitsIn = (rules: ShowRules): LimitRule[] =>
  (Object.keys(LIMITS) as LimitRule[]).filter((rule) => rules[rule] > 0);

/** Facts that the limits of a show need. */
export const limitFacts = (rules: ShowRules): BoardFact[] =>
  limitsIn(rules).flatMap((rule): readonly BoardFact[] => LIMITS[rule].needs);

/**
 * Further units of an item that the limits of the show let a buyer claim; infinite without limits. Without
 * `holdings`: for a buyer without claims.
 */
export const unitsWithinLimits = (rules: ShowRules, holdings: Holdings = NO_HOLDINGS): number =>
  Math.min(...limitsIn(rules).map((rule) => LIMITS[rule].room(rules[rule], holdings)));
