const waiting: (() => void)[] = [];

/**
 * Pauses long work between two of its steps. Each round of the event loop runs one step, no matter how many calls have long work: other callers wait for
 * one step and not for one of each. A step should take less than 5 ms.
 */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting.shift()?.();
  if (waiting.length > 0) setImmediate(giveTurn);
}
