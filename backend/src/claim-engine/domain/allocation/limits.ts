import type { LimitRule, ShowRules } from '@sellary/contracts';
import type { BoardFact } from './buyer-facts';

/** Claims of a buyer, before a further unit of an item. */
export interface Holdings {
  /** Units of the item, over all of its variants. */
  unitsOfItem(): number;
  unitsInShow(): number;
}

/** A rule that limits a buyer. */
interface Limit {
  readonly needs: readonly BoardFact[];
  /** Further units of the item that the buyer may claim. */
  readonly room: (limit: number, held: Holdings) => number;
}

const LIMITS = {
  maxUnitsPerItem: { needs: [], room: (limit, held) => limit - held.unitsOfItem() },
  maxUnitsPerShow: { needs: ['holdings'], room: (limit, held) => limit - held.unitsInShow() },
} satisfies Record<LimitRule, Limit>;

const NOTHING: Holdings = { unitsOfItem: () => 0, unitsInShow: () => 0 };

const limitsIn = (rules: ShowRules): LimitRule[] =>
  (Object.keys(LIMITS) as LimitRule[]).filter((rule) => rules[rule] > 0);

/** Facts that the limits of a show need. */
export const limitFacts = (rules: ShowRules): BoardFact[] =>
  limitsIn(rules).flatMap((rule): readonly BoardFact[] => LIMITS[rule].needs);

/**
 * Further units of an item that the limits of the show let a buyer claim; infinite without limits. Default: a buyer
 * without claims.
 */
export const unitsWithinLimits = (rules: ShowRules, held: Holdings = NOTHING): number =>
  Math.min(...limitsIn(rules).map((rule) => LIMITS[rule].room(rules[rule], held)));
