import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/**
 * At most four paints per second, because users cannot read faster and a burst must not slow down the page.
 */
const PAINT_EVERY_MS = 250;
/** New rows wait this long after a key or pointer press, so that its result is drawn first. */
const MAX_RESULT_WAIT_MS = 120;
/** New rows appear after this time even if the operator never stops typing. */
const MAX_WAIT_MS = 500;

/**
 * Decides when new rows may be drawn: no faster than users can read, and with a short delay after a key or
 * pointer press, so that its result is drawn first. Times are values of `performance.now()`.
 */
@Injectable()
export class RenderScheduler {
  private paintedAt = Number.NEGATIVE_INFINITY;
  private pressedAt = Number.NEGATIVE_INFINITY;

  constructor() {
    const document = inject(DOCUMENT);
    const listeners = new AbortController();
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, () => (this.pressedAt = performance.now()), {
        capture: true,
        passive: true,
        signal: listeners.signal,
      });
    }
    inject(DestroyRef).onDestroy(() => listeners.abort());
  }

  /** @returns ms until the last press stops delaying an update that has been waiting since `since` */
  inputDelayMs(since: number): number {
    return Math.max(
      0,
      Math.min(this.pressedAt + MAX_RESULT_WAIT_MS, since + MAX_WAIT_MS) - performance.now(),
    );
  }

  /** @returns ms until new rows that have been waiting since `since` may be painted */
  paintDelayMs(since: number): number {
    return Math.max(this.inputDelayMs(since), this.paintedAt + PAINT_EVERY_MS - performance.now());
  }

  recordPaint(): void {
    this.paintedAt = performance.now();
  }
}
