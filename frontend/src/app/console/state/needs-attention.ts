import { Injectable, computed, effect, inject, linkedSignal, signal, untracked } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { ConsoleStore } from './console-store';
import { readSetting, storeSetting } from '../../ui/local-setting';
import { type NeedsRow, type PausedRow, needsRowsOf, sourceRowOf } from './needs-rows';

/**
 * The decisions waiting for an operator, in one place for the Needs you panel, the tabs, the title, the icon,
 * and the sounds.
 */
@Injectable()
export class NeedsAttention {
  private readonly store = inject(ConsoleStore);
  private readonly showId = computed(() => this.store.state()?.show.id ?? null);
  /** The show's comments that are hidden on this device. They stay hidden after a page reload. */
  private readonly hidden = linkedSignal<string | null, Hidden>({
    source: this.showId,
    computation: (showId) => readHidden(showId),
  });
  private readonly hiddenComments = computed<ReadonlySet<string>>(() => new Set(this.hidden().comments));
  private readonly dismissedKeys = signal<ReadonlySet<string>>(new Set());
  /** A row for each source that has a problem or a newer broadcast, as of the last heartbeat. */
  private readonly sourceRows = computed(() =>
    (this.store.heartbeat()?.sources ?? [])
      .filter(({ state, problem, successor }) => state === 'trouble' || problem || successor)
      .map(sourceRowOf),
  );
  /** Rows that are not dismissed on this console. */
  private readonly openSourceRows = computed(() =>
    this.sourceRows().filter(({ key }) => !this.dismissedKeys().has(key)),
  );
  /** Keys of the problems that are not dismissed. A newer broadcast alone is not a problem. */
  readonly problems = computed(() =>
    this.openSourceRows()
      .filter(({ source }) => source.state === 'trouble' || source.problem)
      .map(({ key }) => key),
  );
  /**
   * Comments from pauses that are over, excluding hidden comments. During a pause, there is nothing to
   * decide.
   */
  private readonly pausedComments = computed<readonly Comment[]>(() => {
    const state = this.store.deferredState();
    if (!state || state.show.status !== 'active' || state.show.startedAt === null) return [];
    const startedAt = Date.parse(state.show.startedAt);
    const hiddenComments = this.hiddenComments();
    return state.requestsOutsideShow.filter(
      ({ id, commentedAt }) => !hiddenComments.has(id) && Date.parse(commentedAt) >= startedAt,
    );
  });
  /** Open decisions, most important first. */
  readonly rows = computed<readonly NeedsRow[]>(() => {
    const state = this.store.deferredState();
    if (!state) return [];
    return needsRowsOf({ state, sources: this.openSourceRows(), paused: this.pausedComments() });
  });
  readonly count = computed(() => this.rows().length);

  constructor() {
    // A problem that returns after it was over is a new problem.
    effect(() => {
      const keys = new Set(this.sourceRows().map(({ key }) => key));
      const dismissed = untracked(this.dismissedKeys);
      if ([...dismissed].some((key) => !keys.has(key))) {
        this.dismissedKeys.set(new Set([...dismissed].filter((key) => keys.has(key))));
      }
    });
    const acts = computed(() => this.store.state()?.acts ?? []);
    effect(() => {
      const undone = new Set(acts().flatMap(({ undoes }) => undoes ?? []));
      untracked(() => this.showAgain(undone));
    });
  }

  /**
   * Hides comments from a pause, or source problems, on this console only, because hiding decides nothing.
   * @returns a function that shows them again
   */
  hide(...rows: readonly NeedsRow[]): () => void {
    const ids = rows.flatMap((row) => (row.kind === 'paused' ? [row.comment.id] : []));
    const keys = rows.flatMap((row) => (row.kind === 'source' ? [row.key] : []));
    this.updateHidden((all) => {
      const others = withoutComments(all, ids);
      return { ...others, comments: [...others.comments, ...ids] };
    });
    this.dismissedKeys.update((all) => new Set([...all, ...keys]));
    return () => {
      this.updateHidden((all) => withoutComments(all, ids));
      this.dismissedKeys.update((all) => new Set([...all].filter((key) => !keys.includes(key))));
    };
  }

  /** Hides a comment from a pause because its buyer was awarded a unit. An undo of the award shows it again. */
  hideAwarded(row: PausedRow, awardSeq: number): void {
    this.hide(row);
    this.updateHidden((all) => ({ ...all, awardSeqs: { ...all.awardSeqs, [row.comment.id]: awardSeq } }));
  }

  /** Shows the comments again whose buyers lost their awarded unit through an undo. */
  private showAgain(undoneSeqs: ReadonlySet<number>): void {
    const ids = Object.entries(this.hidden().awardSeqs ?? {}).flatMap(([id, seq]) =>
      undoneSeqs.has(seq) ? [id] : [],
    );
    if (ids.length > 0) this.updateHidden((all) => withoutComments(all, ids));
  }

  private updateHidden(update: (hidden: Hidden) => Hidden): void {
    this.hidden.update(update);
    const showId = this.showId();
    if (showId !== null) storeSetting(STORAGE_KEY, { ...this.hidden(), showId });
  }
}

interface Hidden {
  /** Ids of comments from a pause. */
  readonly comments: readonly string[];
  /** Seqs of the awards because of which comments are hidden, by comment id. */
  readonly awardSeqs?: Readonly<Record<string, number>>;
}

const withoutComments = ({ comments, awardSeqs = {} }: Hidden, ids: readonly string[]): Hidden => ({
  comments: comments.filter((id) => !ids.includes(id)),
  awardSeqs: Object.fromEntries(Object.entries(awardSeqs).filter(([id]) => !ids.includes(id))),
});

/** Holds the hidden comments of the latest show only, so that the browser's storage does not grow. */
const STORAGE_KEY = 'sellary.hidden';
const NONE: Hidden = { comments: [] };

function readHidden(showId: string | null): Hidden {
  const stored = readSetting(STORAGE_KEY, isStored, null);
  return stored !== null && stored.showId === showId ? stored : NONE;
}

function isStored(value: unknown): value is (Hidden & { readonly showId: string }) | null {
  return (
    typeof value === 'object' &&
    value !== null &&
    'showId' in value &&
    'comments' in value &&
    Array.isArray(value.comments) &&
    (!('awardSeqs' in value) || (typeof value.awardSeqs === 'object' && value.awardSeqs !== null))
  );
}
