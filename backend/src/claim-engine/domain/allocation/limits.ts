import type { LimitRule, ShowRules } from '@sellary/contracts';
import type { BoardFact } from './buyer-facts';

/** A buyer's active claims, counted before the buyer gets another unit of an item. */
interface Holdings {
  /** Claims on the item, across all of its variants. */
  onItem(): number;
  /** Claims in the whole show, by item. Needs the fact `holdings`. */
  inShow(): ReadonlyMap<string, number>;
}

/** A rule that limits a buyer. */
interface Limit {
  readonly needs: readonly BoardFact[];
  /** Additional units of the item that the buyer may claim. */
  readonly remainingUnits: (limit: number, holdings: Holdings) => number;
}

const sum = (counts: Iterable<number>): number => [...counts].reduce((all, count) => all + count, 0);

const LIMITS = {
  maxUnitsPerItem: { needs: [], remainingUnits: (limit, buyer) => limit - buyer.onItem() },
  maxUnitsPerShow: {
    needs: ['holdings'],
    remainingUnits: (limit, buyer) => limit - sum(buyer.inShow().values()),
  },
} satisfies Record<LimitRule, Limit>;

const NO_HOLDINGS: Holdings = { onItem: () => 0, inShow: () => new Map() };

const limitsIn = (rules: ShowRules): LimitRule[] =>
  (Object.keys(LIMITS) as LimitRule[]).filter((rule) => rules[rule] > 0);

/** Facts needed for a show's limits. */
export const limitFacts = (rules: ShowRules): BoardFact[] =>
  limitsIn(rules).flatMap((rule): readonly BoardFact[] => LIMITS[rule].needs);

/**
 * Additional units of an item that the show's limits let a buyer claim; infinite without limits. If
 * `holdings` is omitted, the buyer has no claims.
 */
export const unitsWithinLimits = (rules: ShowRules, holdings: Holdings = NO_HOLDINGS): number =>
  Math.min(...limitsIn(rules).map((rule) => LIMITS[rule].remainingUnits(rules[rule], holdings)));
