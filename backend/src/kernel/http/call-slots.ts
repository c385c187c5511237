import { ApiError } from '../errors/api-error';

/** The user and workspace that a call counts for. */
export interface SlotHolder {
  userId: string;
  workspaceId: string;
}

/** Maximum numbers of simultaneous calls. A limit that is left out does not apply. */
export interface SlotLimits {
  perUser?: number;
  perWorkspace?: number;
  total?: number;
  /** Calls of one workspace that may wait for a slot. */
  waitingPerWorkspace: number;
  /** Maximum time for which a call waits before it is refused. */
  maxWaitMs: number;
  /** Name of the calls for the refusal: "large reads". */
  name: string;
}

interface Waiter {
  holder: SlotHolder;
  start: () => void;
}

/**
 * Limits how many calls of one kind run at once in this process, for each user, each workspace and in total. A call beyond waits a moment, then it is
 * refused. A freed slot goes to the workspace with the fewest running calls, so that one workspace's queue does not delay the others.
 */
export class CallSlots {
  private readonly running: SlotHolder[] = [];
  private waiting: Waiter[] = [];

  constructor(private readonly limits: SlotLimits) {}

  /** Takes a slot. @returns gives it back; calling it again does nothing. @throws ApiError RATE_LIMITED */
  async acquire(holder: SlotHolder): Promise<() => void> {
    if (!this.fits(holder)) await this.wait(holder);
    else this.running.push(holder);
    return () => {
      const index = this.running.indexOf(holder);
      if (index < 0) return;
      this.running.splice(index, 1);
      this.startNext();
    };
  }

  /** @throws ApiError RATE_LIMITED, and what `work` throws */
  async run<T>(holder: SlotHolder, work: () => Promise<T>): Promise<T> {
    const release = await this.acquire({ ...holder });
    try {
      return await work();
    } finally {
      release();
    }
  }

  private fits({ userId, workspaceId }: SlotHolder): boolean {
    const { perUser = Infinity, perWorkspace = Infinity, total = Infinity } = this.limits;
    return (
      this.running.length < total &&
      this.running.filter((one) => one.userId === userId).length < perUser &&
      this.runningOf(workspaceId) < perWorkspace
    );
  }

  private runningOf(workspaceId: string): number {
    return this.running.filter((one) => one.workspaceId === workspaceId).length;
  }

  private wait(holder: SlotHolder): Promise<void> {
    const ahead = this.waiting.filter((one) => one.holder.workspaceId === holder.workspaceId).length;
    if (ahead >= this.limits.waitingPerWorkspace) throw this.refusal();
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.waiting = this.waiting.filter((one) => one !== waiter);
        reject(this.refusal());
      }, this.limits.maxWaitMs).unref();
      const waiter: Waiter = {
        holder,
        start: () => {
          clearTimeout(giveUp);
          resolve();
        },
      };
      this.waiting.push(waiter);
    });
  }

  private startNext(): void {
    for (;;) {
      const ready = this.waiting.filter(({ holder }) => this.fits(holder));
      const load = new Map(ready.map(({ holder: { workspaceId } }) => [workspaceId, this.runningOf(workspaceId)]));
      const least = Math.min(...load.values());
      const next = ready.find(({ holder }) => load.get(holder.workspaceId) === least);
      if (next === undefined) return;
      this.waiting = this.waiting.filter((one) => one !== next);
      this.running.push(next.holder);
      next.start();
    }
  }

  private refusal(): ApiError {
    const seconds = Math.max(1, Math.ceil(this.limits.maxWaitMs / 1000));
    return new ApiError('RATE_LIMITED', `Too many ${this.limits.name} run at once. Try again in ${seconds} seconds.`, undefined, seconds);
  }
}
