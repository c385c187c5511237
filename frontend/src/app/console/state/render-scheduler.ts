import { DOCUMENT, DestroyRef, Injectable, inject } from '@angular/core';

/** At most four paints a second: faster cannot be read, and a burst must not make the page slow. */
const PAINT_EVERY_MS = 250;
/** What a hand has just asked for is drawn alone; rows that arrive meanwhile wait for it. */
const HAND_FIRST_MS = 120;
/** Whoever types on and on still sees what comes. */
const MAX_WAIT_MS = 500;

/** When what has arrived may be drawn: often enough to be read, and never between a press and what it does. Times are of `performance.now()`. */
@Injectable()
export class RenderScheduler {
  private paintedAt = Number.NEGATIVE_INFINITY;
  private pressedAt = Number.NEGATIVE_INFINITY;

  constructor() {
    const document = inject(DOCUMENT);
    const ending = new AbortController();
    for (const type of ['pointerdown', 'keydown'] as const) {
      document.addEventListener(type, () => (this.pressedAt = performance.now()), { capture: true, passive: true, signal: ending.signal });
    }
    inject(DestroyRef).onDestroy(() => ending.abort());
  }

  /** @returns ms until what has waited since then may be drawn, for a part that is drawn at its own times */
  msUntilHandIsDone(since: number): number {
    return Math.max(0, Math.min(this.pressedAt + HAND_FIRST_MS, since + MAX_WAIT_MS) - performance.now());
  }

  /** @returns ms until the page's next paint */
  msUntilPaint(since: number): number {
    return Math.max(this.msUntilHandIsDone(since), this.paintedAt + PAINT_EVERY_MS - performance.now());
  }

  painted(): void {
    this.paintedAt = performance.now();
  }
}
