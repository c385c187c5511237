const SCATTER = 0x9e3779b1n;
/** Far more than one run ever creates. */
const IDS_PER_RUN = 1_000_000n;
const RANGE = 2n ** 32n;

/**
 * Ids that never repeat and do not reveal their order, like the platform's. They are consecutive numbers,
 * scattered by an odd factor.
 */
export class Ids {
  private used: bigint;

  /** `run` makes the ids differ between simulator starts with the same seed. */
  constructor(
    private readonly seed: number,
    run: number,
  ) {
    this.used = BigInt(run) * IDS_PER_RUN;
  }

  /** `base` keeps the kinds of ids apart. The id has as many digits as `base`. */
  next(base: bigint): string {
    this.used += 1n;
    return String(base + (((this.used + BigInt(this.seed)) * SCATTER) % RANGE));
  }
}
