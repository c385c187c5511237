import { Injectable, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { ConsoleStore } from './console-store';
import { type InboxRow, inboxOf } from './inbox';

/** The decisions that wait for an operator, in one place for the inbox, tabs, title, icon, and sounds. */
@Injectable()
export class NeedsAttention {
  private readonly store = inject(ConsoleStore);
  private readonly dismissed = signal<ReadonlySet<string>>(new Set());
  private readonly dismissedNumbers = signal<ReadonlyMap<string, number>>(new Map());
  /** Sources with a problem, by the last heartbeat. */
  readonly troubled = computed(() =>
    (this.store.pulse()?.sources ?? []).filter(({ state }) => state === 'trouble'),
  );
  /**
   * Comments from a pause that is over, without the dismissed ones. During a pause there is nothing to
   * decide.
   */
  private readonly notCounted = computed<readonly Comment[]>(() => {
    const state = this.store.deferredState();
    if (!state || state.show.status !== 'active' || state.show.startedAt === null) return [];
    const began = Date.parse(state.show.startedAt);
    const dismissed = this.dismissed();
    return state.notCounted.filter(
      ({ id, commentedAt }) => !dismissed.has(id) && Date.parse(commentedAt) >= began,
    );
  });
  /** Open decisions, the most important first. */
  readonly rows = computed<readonly InboxRow[]>(() => {
    const state = this.store.deferredState();
    if (!state) return [];
    return inboxOf({
      state,
      sources: this.troubled(),
      paused: this.notCounted(),
      dismissedNumbers: this.dismissedNumbers(),
    });
  });
  /** Number of open rows. */
  readonly count = computed(() => this.rows().length);

  /**
   * Hides comments from a pause or unknown numbers on this console only, because nothing is decided by it:
   * the claims keep their places.
   * @returns brings them back
   */
  hide(...rows: readonly InboxRow[]): () => void {
    const ids = rows.flatMap((row) => (row.kind === 'paused' ? [row.comment.id] : []));
    const numbers = rows.flatMap((row) =>
      row.kind === 'number' ? [[row.number, row.claims.length] as const] : [],
    );
    this.dismissed.update((all) => new Set([...all, ...ids]));
    this.dismissedNumbers.update((all) => new Map([...all, ...numbers]));
    return () => {
      this.dismissed.update((all) => new Set([...all].filter((id) => !ids.includes(id))));
      this.dismissedNumbers.update(
        (all) => new Map([...all].filter(([number]) => !numbers.some(([hidden]) => hidden === number))),
      );
    };
  }
}
