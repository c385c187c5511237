import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
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
import { foundText } from '../../list/clearable-search';
import { NewestFirst } from '../../list/newest-first';
import { SearchableList } from '../../list/searchable-list';
import { Timer } from '../../list/timer';
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
export class CommentStream extends SearchableList<Comment> {
  private readonly store = inject(ConsoleStore);
  private readonly api = inject(ShowsApi);
  private readonly drawer = inject(Drawer);
  protected readonly blocks = inject(BlockedBuyers);
  protected readonly wordOf = commentWord;
  protected readonly changeOf = laterChange;
  /** Search results from the server, including comments not loaded here. */
  private readonly serverMatches = signal<readonly Comment[]>([]);
  private readonly timer = new Timer();
  protected readonly keyOf = (comment: Comment): string => comment.id;
  protected readonly parts = matchParts;
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
  protected readonly found = computed(() =>
    this.term() === '' ? '' : foundText(this.comments().length, this.state()?.stats.comments ?? 0),
  );
  protected readonly note = computed(() => {
    const state = this.state();
    if (!state?.hasDroppedComments || this.term()) return null;
    return $localize`:@@console.comments.cut:This list shows the newest ${formatNumber(state.comments.length)}:count: comments. Search to find older ones.`;
  });

  constructor() {
    super();
    effect(() => {
      const term = this.query().trim();
      this.store.snapshotCount();
      untracked(() => this.searchServer(term));
    });
  }

  protected isSame({ id }: Comment, other: Comment): boolean {
    return id === other.id;
  }

  private searchServer(term: string): void {
    this.timer.stop();
    this.serverMatches.set([]);
    const state = this.state();
    if (term.length < 2 || !state || (state.hasCountedAll && !state.hasDroppedComments)) return;
    const snapshotCount = this.store.snapshotCount();
    const isLatest = (): boolean =>
      this.query().trim() === term && this.store.snapshotCount() === snapshotCount;
    this.timer.start(SEARCH_DELAY_MS, () => {
      this.api.comments(state.show.id, { q: term, limit: MAX_FOUND }).then(
        ({ comments }) => isLatest() && this.serverMatches.set(comments),
        // Without the server, the search covers only the loaded comments.
        () => undefined,
      );
    });
  }

  protected open(comment: Comment): void {
    // A claim that ended before the page was loaded is not part of the state.
    const claim = this.store.state()?.claims.get(comment.claimId ?? '');
    this.drawer.open(claim ? { kind: 'claim', id: claim.id } : { kind: 'comment', id: comment.id, comment });
  }
}
