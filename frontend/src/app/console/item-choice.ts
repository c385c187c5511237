import { Injectable, signal } from '@angular/core';

/** Which item's detail is open; any panel may open one. */
@Injectable()
export class ItemChoice {
  readonly id = signal<string | null>(null);
  /** Counts requests, so that a phone can turn to the items panel even when the same item is asked for again. */
  readonly asked = signal(0);

  choose(id: string | null): void {
    this.id.set(id);
    if (id !== null) this.asked.update((times) => times + 1);
  }
}
