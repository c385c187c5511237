import type { ShowRules } from '@sellary/contracts';

/**
 * A viewer's request for one unit of an item. A request for several units is decided unit by unit. Times are
 * in ms since the epoch.
 */
export interface ClaimRequest {
  buyerId: string;
  itemKey: string;
  /** Time at which the viewer wrote it; never later than `arrival`. */
  claimTime: number;
  arrival: number;
  /** The viewer asked only to wait ("backup 12"). */
  queueOnly: boolean;
}

/**
 * The part of a request that decides its place in the order. `fairTime`: the claim time less the source's
 * viewer delay.
 */
export type RequestTimes = Pick<ClaimRequest, 'claimTime' | 'arrival'> & { fairTime: number };

/** An item at the time of the decision. */
export interface ItemView {
  readonly key: string;
  readonly total: number;
  /** Units won. */
  readonly claimed: number;
  readonly waiting: number;
}

/** A claim in an item's line. */
export interface WaitingClaim extends Readonly<ClaimRequest> {
  readonly id: string;
  /** Only for a policy that needs `tags`. */
  readonly tags?: readonly string[];
}

/** @deprecated since 1.1: `WaitingClaim` had this name in version 1.0. */
export type Waiter = WaitingClaim;

/** Facts about a buyer at the time of the decision. */
export interface BuyerFacts {
  /** Units that the buyer has won in the show. */
  winsInShow: number;
  /** Units of the requested item that the buyer has won. */
  unitsOfItem: number;
  /** The policy's `tags` that operators gave to the buyer, in the policy's spelling and order. */
  tags: readonly string[];
}

/**
 * A fact that a policy asks for. `wholeLine`: `next` chooses among all waiting claims; without this fact,
 * `next` gets only the first one.
 */
export type Fact = keyof BuyerFacts | 'wholeLine';

/** The buyer who made a request, with only the facts that the policy needs. */
export type BuyerView<Needed extends Fact = Fact> = { readonly id: string } & Readonly<
  Pick<BuyerFacts, Needed & keyof BuyerFacts>
>;

export const VERDICTS = ['win', 'wait', 'refuse', 'review'] as const;

/**
 * Decision about a request. `refuse`: no claim is made, and the comment's outcome is `refused`. `review`: an
 * operator decides. `rule` is stored with the claim or the comment and explains the decision to viewers and
 * operators.
 */
export interface Verdict {
  verdict: (typeof VERDICTS)[number];
  rule: string;
}

/**
 * Decides which requests come first, who wins, waits, or is refused, and which waiting claim gets a freed
 * unit. Synchronous and pure: the same arguments always give the same result, because every decision is
 * replayed from the ledger. All arguments are frozen. The product checks each result. A result that cannot be
 * carried out switches the show to the policy `operator-decides`, which sends every claim to review.
 *
 * Shows refer to the policy by its name and version. Once a version has decided claims, do not change it:
 * publish a changed policy with the next `version`, and keep the earlier one in `policies` while its shows
 * can still be replayed.
 */
export interface AllocationPolicy<Needed extends Fact = Fact> {
  /** Lowercase letters, digits, and hyphens. Ledgers refer to it, so it never changes. */
  readonly name: string;
  /** 1, 2, 3 … */
  readonly version: number;
  /** Display name in the console; `name` if left out. */
  readonly label?: string;
  /** Facts that `decide` and `next` read. */
  readonly needs: readonly Needed[];
  /**
   * Tags that the policy asks about, in upper or lower case. Required with the fact `tags`. Only these tags
   * are read and recorded with the decision, so that a ledger never contains anything else that operators
   * wrote about a person.
   */
  readonly tags?: readonly string[];
  /**
   * If true, only the first unit of each request is decided, and the rest are left out. Otherwise, every unit
   * is decided.
   */
  readonly onlyFirstUnit?: true;
  /**
   * True if a free unit can go to a buyer who is already in line. There are three such cases: a buyer who
   * asked only to wait now claims the item outright; an undo frees a unit that a buyer claimed outright; and
   * an operator changes a show's policy to this one. In each of these cases, `decide` must return `win`. If
   * false or left out, only new requests can get a free unit.
   */
  readonly servesOutright?: boolean;
  /**
   * Compares two requests that are decided together. If the result is negative, `a` is decided first. If it
   * is 0, the requests are decided in order of arrival.
   */
  order(a: Readonly<RequestTimes>, b: Readonly<RequestTimes>): number;
  decide(
    request: Readonly<ClaimRequest>,
    item: ItemView,
    buyer: BuyerView<Needed>,
    rules: Readonly<ShowRules>,
  ): Verdict;
  /**
   * Chooses the waiting claim for a free unit.
   * @param line waiting claims in order of position (see `Fact`)
   * @returns the claim that gets the free unit; null to leave it free
   */
  next(line: readonly WaitingClaim[], item: ItemView): WaitingClaim | null;
}

/**
 * The time by which claims are ordered, ms: the moment of the broadcast that the viewer saw while writing.
 * `fairTime` is absent if there is no viewer delay.
 */
export const fairTimeOf = ({ claimTime, fairTime }: { claimTime: number; fairTime?: number }): number =>
  fairTime ?? claimTime;

/**
 * Thrown for a policy result that cannot be carried out: a unit that does not exist, no verdict, or two
 * different answers to the same question.
 */
export class PolicyViolation extends Error {
  constructor(
    readonly policy: AllocationPolicy,
    what: string,
  ) {
    super(`The allocation policy ${policyId(policy)} ${what}`);
  }
}

/** The policy's name and version as the ledger records them, for example `first-come@1`. */
export const policyId = ({ name, version }: Pick<AllocationPolicy, 'name' | 'version'>): string =>
  `${name}@${version}`;
