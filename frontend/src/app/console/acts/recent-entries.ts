import { DestroyRef, inject, signal } from '@angular/core';
import { UNDO_BAR_MS } from '../../ui/undo-bar';

/** Entries by key, each kept for as long as Undo is offered. Create it in an injection context. */
export class RecentEntries<V> {
  private readonly entries = signal<ReadonlyMap<string, V>>(new Map());
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();
  readonly all = this.entries.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.timers.forEach((timer) => clearTimeout(timer)));
  }

  set(key: string, value: V): void {
    this.entries.update((all) => new Map(all).set(key, value));
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      // By value, because the key may have a newer entry by now.
      this.entries.update((all) => new Map([...all].filter(([, other]) => other !== value)));
    }, UNDO_BAR_MS);
    this.timers.add(timer);
  }

  delete(key: string): void {
    this.entries.update((all) => new Map([...all].filter(([entryKey]) => entryKey !== key)));
  }
}
