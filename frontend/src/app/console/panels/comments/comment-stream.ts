import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { BlockedBuyers } from '../../../blocks/blocked-buyers';
import { BlockedMark } from '../../../blocks/blocked-mark';
import { buyerName } from '../../../ui/buyer-name';
import { formatNumber } from '../../../i18n/format-locale';
import { ShowsApi } from '../../../api/shows-api';
import { afterPaint } from '../../../ui/after-paint';
import { Chip } from '../../../ui/chip';
import { EmptyState } from '../../../ui/empty-state';
import { Handle } from '../../../ui/handle';
import { SearchField } from '../../../ui/search-field';
import { ClockPipe } from '../../../ui/times';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { ClearableSearch, foundText } from '../../list/clearable-search';
import { NewestFirst } from '../../list/newest-first';
import { RowHeights } from '../../list/row-heights';
import type { ShowState } from '../../state/show-state';
import { commentWord } from '../../../shows/claim-status-words';
import { laterChange } from './later-change';
import { matchParts } from './match-parts';

const SEARCH_DELAY_MS = 300;
const MAX_FOUND = 200;

@Component({
  selector: 'app-comment-stream',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [BlockedMark, NewestFirst, Chip, EmptyState, Handle, SearchField, ClockPipe],
  templateUrl: './comment-stream.html',
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class CommentStream {
  private readonly store = inject(ConsoleStore);
  private readonly api = inject(ShowsApi);
  private readonly drawer = inject(Drawer);
  protected readonly heights = inject(RowHeights);
  protected readonly blocks = inject(BlockedBuyers);
  protected readonly wordOf = commentWord;
  protected readonly changeOf = laterChange;
  protected readonly query = signal('');
  private readonly list = viewChild<NewestFirst<Comment>>(NewestFirst);
  private readonly searchField = viewChild(SearchField);
  /** Search results from the server, including comments not loaded here. */
  private readonly serverMatches = signal<readonly Comment[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly keyOf = (comment: Comment): string => comment.id;
  protected readonly parts = matchParts;
  protected readonly term = afterPaint(() => this.query().trim().toLowerCase(), '');
  protected readonly scope = computed(() => `${this.term()} ${this.serverMatches().length}`);
  /**
   * True if the drawer covers the list. A covered list does not update, so that the drawer is drawn first.
   */
  readonly covered = input(false);
  private readonly wasVisible = afterPaint(() => !this.covered(), true);
  private readonly state = linkedSignal<{ now: ShowState | null; isPaused: boolean }, ShowState | null>({
    source: () => ({ now: this.store.deferredState(), isPaused: this.covered() || !this.wasVisible() }),
    computation: ({ now, isPaused }, before) => (isPaused && before ? before.value : now),
  });
  protected readonly comments = computed(() => {
    const comments = this.state()?.comments ?? [];
    const term = this.term();
    if (!term) return comments;
    const matches = comments.filter(
      ({ text, buyer }) => text.toLowerCase().includes(term) || buyerName(buyer).toLowerCase().includes(term),
    );
    const known = new Set(matches.map(({ id }) => id));
    return [...matches, ...this.serverMatches().filter(({ id }) => !known.has(id))];
  });
  private readonly clearableSearch = new ClearableSearch<Comment>({
    query: this.query,
    term: this.term,
    list: this.list,
    isSame: ({ id }, other) => id === other.id,
  });
  protected readonly found = computed(() =>
    this.term() === '' ? '' : foundText(this.comments().length, this.state()?.stats.comments ?? 0),
  );
  protected readonly note = computed(() => {
    const state = this.state();
    if (!state?.hasDroppedComments || this.term()) return null;
    return $localize`:@@console.comments.cut:This list shows the newest ${formatNumber(state.comments.length)}:count: comments. Search to find older ones.`;
  });

  constructor() {
    effect(() => {
      const term = this.query().trim();
      this.store.snapshotCount();
      untracked(() => this.searchServer(term));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private searchServer(term: string): void {
    clearTimeout(this.timer);
    this.serverMatches.set([]);
    const state = this.state();
    if (term.length < 2 || !state || (state.hasCountedAll && !state.hasDroppedComments)) return;
    const snapshotCount = this.store.snapshotCount();
    const isLatest = (): boolean =>
      this.query().trim() === term && this.store.snapshotCount() === snapshotCount;
    this.timer = setTimeout(() => {
      this.api.comments(state.show.id, { q: term, limit: MAX_FOUND }).then(
        ({ comments }) => isLatest() && this.serverMatches.set(comments),
        // Without the server, the search covers only the loaded comments.
        () => undefined,
      );
    }, SEARCH_DELAY_MS);
  }

  protected open(comment: Comment): void {
    // A claim that ended before the page was loaded is not part of the state.
    const claim = this.store.state()?.claims.get(comment.claimId ?? '');
    this.drawer.open(claim ? { kind: 'claim', id: claim.id } : { kind: 'comment', id: comment.id, comment });
  }

  focus(): void {
    this.list()?.focus();
  }

  hasFocus(): boolean {
    return this.list()?.hasFocus() ?? false;
  }

  /** Moves the focus from the search field to the first hit. */
  protected enterFirst(): void {
    this.list()?.enterFirst();
  }

  protected search(): void {
    this.searchField()?.focus();
  }

  /** Shows all comments again. A focused row keeps the focus. */
  clearSearch(): void {
    this.clearableSearch.clear();
  }

  move(by: number): void {
    this.list()?.move(by);
  }

  active(): Comment | null {
    return this.list()?.active() ?? null;
  }
}
