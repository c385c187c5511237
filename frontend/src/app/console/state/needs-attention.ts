import { Injectable, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { ConsoleStore } from './console-store';

/** Counts what an operator has to decide, in one place for tabs, title, icon, and sounds. */
@Injectable()
export class NeedsAttention {
  private readonly store = inject(ConsoleStore);
  private readonly dismissed = signal<ReadonlySet<string>>(new Set());
  readonly unmatched = computed(() => this.store.state()?.unmatched.size ?? 0);
  readonly reviews = computed(() => this.store.state()?.review.size ?? 0);
  readonly flagged = computed(() => this.store.state()?.flagged.size ?? 0);
  /** Sources with a problem, by the last heartbeat. */
  readonly troubled = computed(() =>
    (this.store.pulse()?.sources ?? []).filter(({ state }) => state === 'trouble'),
  );
  /**
   * Comments from a pause that is over, without the dismissed ones. During a pause there is nothing to
   * decide.
   */
  readonly notCounted = computed<readonly Comment[]>(() => {
    const state = this.store.state();
    if (!state || state.show.status !== 'active' || state.show.startedAt === null) return [];
    const began = Date.parse(state.show.startedAt);
    const dismissed = this.dismissed();
    return state.notCounted.filter(
      ({ id, commentedAt }) => !dismissed.has(id) && Date.parse(commentedAt) >= began,
    );
  });
  readonly count = computed(
    () =>
      this.unmatched() + this.reviews() + this.flagged() + this.troubled().length + this.notCounted().length,
  );

  /** Hides comments on this console only, because nothing is decided by it. */
  dismiss(ids: readonly string[]): void {
    this.dismissed.update((all) => new Set([...all, ...ids]));
  }
}
