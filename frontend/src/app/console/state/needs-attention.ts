import { Injectable, computed, effect, inject, signal, untracked } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { ConsoleStore } from './console-store';
import { type InboxRow, inboxOf, sourceRowOf } from './inbox';

/** The decisions that wait for an operator, in one place for the inbox, tabs, title, icon, and sounds. */
@Injectable()
export class NeedsAttention {
  private readonly store = inject(ConsoleStore);
  private readonly dismissed = signal<ReadonlySet<string>>(new Set());
  private readonly dismissedNumbers = signal<ReadonlyMap<string, number>>(new Map());
  private readonly seenProblems = signal<ReadonlySet<string>>(new Set());
  /** Sources with a problem or with a newer broadcast to use, by the last heartbeat. */
  private readonly sourceRows = computed(() =>
    (this.store.pulse()?.sources ?? [])
      .filter(({ state, problem, successor }) => state === 'trouble' || problem || successor)
      .map(sourceRowOf),
  );
  /** Those that are not dismissed on this console. */
  private readonly openSources = computed(() =>
    this.sourceRows().filter(({ key }) => !this.seenProblems().has(key)),
  );
  /** Keys of the problems that are not dismissed. A newer broadcast alone is none. */
  readonly problems = computed(() =>
    this.openSources()
      .filter(({ source }) => source.state === 'trouble' || source.problem)
      .map(({ key }) => key),
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
      sources: this.openSources(),
      paused: this.notCounted(),
      dismissedNumbers: this.dismissedNumbers(),
    });
  });
  /** Number of open rows. */
  readonly count = computed(() => this.rows().length);

  constructor() {
    // A problem that is over is new when it comes again.
    effect(() => {
      const keys = new Set(this.sourceRows().map(({ key }) => key));
      const seen = untracked(this.seenProblems);
      if ([...seen].some((key) => !keys.has(key))) {
        this.seenProblems.set(new Set([...seen].filter((key) => keys.has(key))));
      }
    });
  }

  /**
   * Hides comments from a pause, unknown numbers, or problems of sources on this console only, because nothing
   * is decided by it: the claims keep their places.
   * @returns brings them back
   */
  hide(...rows: readonly InboxRow[]): () => void {
    const ids = rows.flatMap((row) => (row.kind === 'paused' ? [row.comment.id] : []));
    const problems = rows.flatMap((row) => (row.kind === 'source' ? [row.key] : []));
    const numbers = rows.flatMap((row) =>
      row.kind === 'number' ? [[row.number, row.claims.length] as const] : [],
    );
    this.dismissed.update((all) => new Set([...all, ...ids]));
    this.seenProblems.update((all) => new Set([...all, ...problems]));
    this.dismissedNumbers.update((all) => new Map([...all, ...numbers]));
    return () => {
      this.dismissed.update((all) => new Set([...all].filter((id) => !ids.includes(id))));
      this.seenProblems.update((all) => new Set([...all].filter((key) => !problems.includes(key))));
      this.dismissedNumbers.update(
        (all) => new Map([...all].filter(([number]) => !numbers.some(([hidden]) => hidden === number))),
      );
    };
  }
}
