import { ApiError } from '../../kernel';

const RETRY_AFTER_SECONDS = 2;

/**
 * Runs a limited number of jobs at the same time and queues a limited number, in order. Further jobs are
 * rejected, so that a flood uses few resources.
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

  /** @throws ApiError RATE_LIMITED if the queue is full, and any error from `job` */
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
      throw ApiError.retryAfter(
        RETRY_AFTER_SECONDS,
        'RATE_LIMITED',
        `The server is busy with other requests. Try again in ${RETRY_AFTER_SECONDS} s.`,
      );
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** Passes a finished job's slot directly to the next job, so that no other job can take it. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next === undefined) this.running -= 1;
    else next();
  }
}
