import { runAfter } from '../background/background';
import { ApiError } from '../errors/api-error';

/**
 * The user and the workspace whose slots a call uses. A caller who is not signed in counts as a separate user
 * and workspace.
 */
export interface SlotHolder {
  userId: string;
  workspaceId: string;
}

/**
 * Maximum amounts in use at once, in calls or in other units, such as bytes of memory. An omitted limit does
 * not apply.
 */
export interface SlotLimits {
  perUser?: number;
  perWorkspace?: number;
  total?: number;
  /** Maximum number of calls per workspace that wait for a slot. */
  waitingPerWorkspace: number;
  /** Maximum time that a call waits before it is rejected. */
  maxWaitMs: number;
  /** Name of the calls in an error message, such as "large reads". */
  name: string;
}

interface Use extends SlotHolder {
  amount: number;
}

interface WaitingCall {
  use: Use;
  start: () => void;
}

/**
 * Limits how many calls of one kind run at once in this process: per user, per workspace, and in total. A
 * call beyond the limit waits for a slot. It is rejected if too many calls are already waiting, or if it does
 * not get a slot in time. A free slot goes to the workspace that uses the fewest slots, so that one
 * workspace's queue does not delay the others.
 */
export class CallSlots {
  private readonly running: Use[] = [];
  private waiting: WaitingCall[] = [];

  constructor(private readonly limits: SlotLimits) {}

  /**
   * Takes a slot.
   * @param amount the number of slots, or of other limited units such as bytes of memory
   * @returns a function that releases it; further calls do nothing
   * @throws ApiError RATE_LIMITED
   */
  async acquire({ userId, workspaceId }: SlotHolder, amount = 1): Promise<() => void> {
    const use = { userId, workspaceId, amount };
    if (!this.fits(use)) await this.wait(use);
    else this.running.push(use);
    return () => {
      const index = this.running.indexOf(use);
      if (index < 0) return;
      this.running.splice(index, 1);
      this.startNext();
    };
  }

  /** @throws ApiError RATE_LIMITED, and what `work` throws */
  async run<T>(holder: SlotHolder, work: () => Promise<T>): Promise<T> {
    const release = await this.acquire(holder);
    try {
      return await work();
    } finally {
      release();
    }
  }

  private fits({ userId, workspaceId, amount }: Use): boolean {
    const { perUser = Infinity, perWorkspace = Infinity, total = Infinity } = this.limits;
    return (
      this.usedBy(() => true) + amount <= total &&
      this.usedBy((holder) => holder.userId === userId) + amount <= perUser &&
      this.usedBy((holder) => holder.workspaceId === workspaceId) + amount <= perWorkspace
    );
  }

  private usedBy(isCounted: (use: Use) => boolean): number {
    return this.running.reduce((sum, use) => (isCounted(use) ? sum + use.amount : sum), 0);
  }

  private wait(use: Use): Promise<void> {
    const ahead = this.waiting.filter((other) => other.use.workspaceId === use.workspaceId).length;
    if (ahead >= this.limits.waitingPerWorkspace) throw this.refusal();
    return new Promise((resolve, reject) => {
      const timer = runAfter('waiting call', this.limits.maxWaitMs, () => {
        this.waiting = this.waiting.filter((other) => other !== call);
        reject(this.refusal());
      }).unref();
      const call: WaitingCall = {
        use,
        start: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      this.waiting.push(call);
    });
  }

  private startNext(): void {
    for (;;) {
      const ready = this.waiting.filter(({ use }) => this.fits(use));
      const load = new Map(
        ready.map(({ use: { workspaceId } }) => [
          workspaceId,
          this.usedBy((holder) => holder.workspaceId === workspaceId),
        ]),
      );
      const lightestLoad = Math.min(...load.values());
      const next = ready.find(({ use }) => load.get(use.workspaceId) === lightestLoad);
      if (next === undefined) return;
      this.waiting = this.waiting.filter((call) => call !== next);
      this.running.push(next.use);
      next.start();
    }
  }

  private refusal(): ApiError {
    const seconds = Math.max(1, Math.ceil(this.limits.maxWaitMs / 1000));
    return ApiError.retryAfter(
      seconds,
      'RATE_LIMITED',
      `Too many ${this.limits.name} are running at once. Try again in ${seconds} seconds.`,
    );
  }
}
