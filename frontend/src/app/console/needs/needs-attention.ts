import { Injectable, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { ConsoleStore } from '../state/console-store';

/** What needs a person, counted once for tabs, title, icon and sounds. */
@Injectable()
export class NeedsAttention {
  private readonly store = inject(ConsoleStore);
  private readonly dismissed = signal<ReadonlySet<string>>(new Set());
  readonly unmatched = computed(() => this.store.state()?.unmatched.size ?? 0);
  readonly reviews = computed(() => this.store.state()?.review.size ?? 0);
  readonly flagged = computed(() => this.store.state()?.flagged.size ?? 0);
  /** Sources in trouble, by the server's last word. */
  readonly troubled = computed(() => (this.store.pulse()?.sources ?? []).filter(({ state }) => state === 'trouble'));
  /** Said in a pause that is over, and not looked at yet: during it there is nothing to decide. */
  readonly notCounted = computed<readonly Comment[]>(() => {
    const state = this.store.state();
    if (!state || state.show.status !== 'active' || state.show.startedAt === null) return [];
    const began = Date.parse(state.show.startedAt);
    const dismissed = this.dismissed();
    return state.notCounted.filter(({ id, commentedAt }) => !dismissed.has(id) && Date.parse(commentedAt) >= began);
  });
  readonly count = computed(() => this.unmatched() + this.reviews() + this.flagged() + this.troubled().length + this.notCounted().length);

  /** Looked at and left as it is: for this console only, because nothing is decided by it. */
  dismiss(ids: readonly string[]): void {
    this.dismissed.update((all) => new Set([...all, ...ids]));
  }
}
