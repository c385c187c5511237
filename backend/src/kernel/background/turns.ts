const pausedWork: (() => void)[] = [];

/**
 * Pauses long work between two steps. Each event loop iteration runs one step, no matter how many calls are
 * running long work, so that other callers wait for one step instead of one step per call. A step should take
 * less than 5 ms.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    pausedWork.push(resolve);
    if (pausedWork.length === 1) setImmediate(runNext);
  });
}

function runNext(): void {
  pausedWork.shift()?.();
  if (pausedWork.length > 0) setImmediate(runNext);
}

/** Maximum duration of a step before other callers run. */
const MAX_STEP_MS = 5;

/** Decides when work of unknown length should pause: `if (step.isOver) await step.pause()`. */
export class Step {
  private startedAt = performance.now();

  get isOver(): boolean {
    return performance.now() - this.startedAt > MAX_STEP_MS;
  }

  async pause(): Promise<void> {
    await nextTurn();
    this.startedAt = performance.now();
  }
}
