import { type Signal, effect, signal } from '@angular/core';

/**
 * A copy of `source` that updates one frame later, so that the response to a press is painted before
 * expensive parts. Call it in an injection context.
 * @param initial the value before the first frame
 */
export function afterPaint<T>(source: () => T, initial: T): Signal<T> {
  const delayed = signal(initial);
  effect((onCleanup) => {
    const value = source();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => (timer = setTimeout(() => delayed.set(value))));
    onCleanup(() => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    });
  });
  return delayed.asReadonly();
}
