const SCATTER = 0x9e3779b1n;
const RANGE = 2n ** 32n;

/**
 * Ids that never repeat and say nothing about order, as the platform's do not: consecutive numbers, scattered by an odd factor.
 */
export class Ids {
  private used = 0n;

  constructor(private readonly seed: number) {}

  /** `base` keeps the kinds of ids apart; the result has as many digits. */
  next(base: bigint): string {
    this.used += 1n;
    return String(base + (((this.used + BigInt(this.seed)) * SCATTER) % RANGE));
  }
}
