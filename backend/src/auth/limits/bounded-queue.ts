import { ApiError } from '../../kernel';

const RETRY_AFTER_SECONDS = 2;

/**
 * Runs a bounded number of jobs at once and lets a bounded number wait, in order. Further jobs are refused,
 * so that a flood is cheap.
 */
export class BoundedQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly maxAtOnce: number,
    private readonly maxWaiting: number,
  ) {}

  get isIdle(): boolean {
    return this.running === 0;
  }

  /** @throws ApiError RATE_LIMITED if the queue is full, and what `job` throws */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await job();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.running < this.maxAtOnce) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.maxWaiting) {
      throw new ApiError(
        'RATE_LIMITED',
        `The server is busy with other sign-ins. Try again in ${RETRY_AFTER_SECONDS} s.`,
        undefined,
        RETRY_AFTER_SECONDS,
      );
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Passes the slot of a finished job directly to the next one, so that no other job can take it. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
