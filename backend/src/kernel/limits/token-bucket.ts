/** Allows `capacity` uses at once, and then `perSecond` uses per second. Times are in ms. */
export class TokenBucket {
  private tokens: number;
  private refilledAt: number;

  constructor(
    private readonly capacity: number,
    private readonly perSecond: number,
    now: number,
  ) {
    this.tokens = capacity;
    this.refilledAt = now;
  }

  /** @returns false, without taking anything, if the caller is too fast */
  tryTake(now: number): boolean {
    this.refill(now);
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  isFull(now: number): boolean {
    this.refill(now);
    return this.tokens === this.capacity;
  }

  private refill(now: number): void {
    const seconds = Math.max(0, now - this.refilledAt) / 1000;
    this.tokens = Math.min(this.capacity, this.tokens + seconds * this.perSecond);
    this.refilledAt = now;
  }
}
