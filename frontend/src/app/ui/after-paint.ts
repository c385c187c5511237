import { type Signal, effect, signal } from '@angular/core';

/**
 * What `source` tells, one drawn frame later: a press is answered first, and what costs more work follows it. Called in an injection context.
 * @param first what is told before that
 */
export function afterPaint<T>(source: () => T, first: T): Signal<T> {
  const told = signal(first);
  effect((onCleanup) => {
    const value = source();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => told.set(value))));
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return told.asReadonly();
}
