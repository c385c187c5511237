import { DestroyRef, inject } from '@angular/core';

/** A timeout that each `start` restarts. It ends with its component. Create it in an injection context. */
export class Timer {
  private handle: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  start(ms: number, callback: () => void): void {
    this.stop();
    this.handle = setTimeout(callback, ms);
  }

  stop(): void {
    clearTimeout(this.handle);
  }
}
