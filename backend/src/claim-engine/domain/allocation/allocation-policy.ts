/** A viewer's request for one unit of an item. Times in ms since the epoch. */
export interface ClaimRequest {
  buyerId: string;
  itemKey: string;
  /** Time at which the viewer wrote it; never later than `arrival`. */
  claimTime: number;
  arrival: number;
  /** The viewer asked only to wait ("backup 12"). */
  queueOnly: boolean;
}

/** An item at the moment of the decision. */
export interface ItemView {
  readonly key: string;
  readonly total: number;
  /** Units that are won. */
  readonly claimed: number;
  readonly waiting: number;
}

/** A claim in the line of an item. */
export interface Waiter extends Readonly<ClaimRequest> {
  readonly id: string;
}

/** `rule` is stored with the claim and explains the decision to viewers and operators. */
export interface Verdict {
  verdict: 'win' | 'wait';
  rule: string;
}

/**
 * Decides which requests come first, who wins, who waits, and which waiter gets a freed unit. Synchronous and pure: the same
 * arguments give the same result, always, because every decision is replayed from the ledger. The board checks each result and
 * throws `PolicyViolation` on one that it cannot carry out.
 *
 * The default is `first-come.policy.ts`. Add a policy, or a new version of one, to `policies.ts`; a version that a ledger names is
 * never changed or removed.
 */
export interface AllocationPolicy {
  readonly name: string;
  readonly version: number;
  /** Compares two requests that are decided together. Negative: `a` is decided first. Requests that compare as 0 are decided in order of arrival. */
  order(a: Pick<ClaimRequest, 'claimTime' | 'arrival'>, b: Pick<ClaimRequest, 'claimTime' | 'arrival'>): number;
  decide(request: Readonly<ClaimRequest>, item: ItemView): Verdict;
  /** @param line the first waiters in the order of their places. @returns the one who gets a unit that is free; null leaves it free */
  next(line: readonly Waiter[], item: ItemView): Waiter | null;
}

/** A policy's result that no board can carry out: a unit that does not exist, or a waiter who is not in the line. */
export class PolicyViolation extends Error {
  constructor(policy: AllocationPolicy, what: string) {
    super(`The allocation policy ${policyId(policy)} ${what}`);
  }
}

/** The policy's name and version as the ledger records them, for example `first-come@1`. */
export const policyId = ({ name, version }: Pick<AllocationPolicy, 'name' | 'version'>): string => `${name}@${version}`;
