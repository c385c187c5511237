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
import { NewestFirst } from '../../list/newest-first';
import { RowHeights } from '../../list/row-heights';
import type { ShowState } from '../../state/show-state';
import { commentWord } from '../../../shows/claim-status-words';
import { laterChange } from './later-change';
import { matchParts } from './match-parts';

const ASK_AFTER_MS = 300;
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
  private readonly box = viewChild(SearchField);
  /** Search results from the server: comments that are too old to be on this page. */
  private readonly older = signal<readonly Comment[]>([]);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly keyOf = (comment: Comment): string => comment.id;
  protected readonly parts = matchParts;
  protected readonly words = afterPaint(() => this.query().trim().toLowerCase(), '');
  protected readonly scope = computed(() => `${this.words()} ${this.older().length}`);
  /**
   * True if the drawer covers the list. A covered list does not update, so that the drawer is drawn first.
   */
  readonly covered = input(false);
  private readonly seen = afterPaint(() => !this.covered(), true);
  private readonly state = linkedSignal<{ now: ShowState | null; still: boolean }, ShowState | null>({
    source: () => ({ now: this.store.deferredState(), still: this.covered() || !this.seen() }),
    computation: ({ now, still }, before) => (still && before ? before.value : now),
  });
  protected readonly comments = computed(() => {
    const comments = this.state()?.comments ?? [];
    const words = this.words();
    if (!words) return comments;
    const found = comments.filter(
      ({ text, buyer }) =>
        text.toLowerCase().includes(words) || buyerName(buyer).toLowerCase().includes(words),
    );
    const known = new Set(found.map(({ id }) => id));
    return [...found, ...this.older().filter(({ id }) => !known.has(id))];
  });
  protected readonly note = computed(() => {
    const state = this.state();
    if (!state?.commentsCut || this.words()) return null;
    return $localize`:@@console.comments.cut:This list shows the newest ${formatNumber(state.comments.length)}:count: comments. Search to find older ones.`;
  });

  constructor() {
    effect(() => {
      const words = this.query().trim();
      untracked(() => this.askServer(words));
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  private askServer(words: string): void {
    clearTimeout(this.timer);
    this.older.set([]);
    const state = this.state();
    if (words.length < 2 || !state || (state.commentsComplete && !state.commentsCut)) return;
    this.timer = setTimeout(() => {
      this.api.comments(state.show.id, { q: words, limit: MAX_FOUND }).then(
        ({ comments }) => this.query().trim() === words && this.older.set(comments),
        // The search then covers only the comments on this page.
        () => undefined,
      );
    }, ASK_AFTER_MS);
  }

  protected open(comment: Comment): void {
    this.drawer.open(
      comment.claimId === null
        ? { kind: 'comment', id: comment.id, comment }
        : { kind: 'claim', id: comment.claimId },
    );
  }

  focus(): void {
    this.list()?.focus();
  }

  hasFocus(): boolean {
    return this.list()?.hasFocus() ?? false;
  }

  /** Goes from the search field to the first hit. */
  protected enterFirst(): void {
    this.list()?.enterFirst();
  }

  move(by: number): void {
    this.list()?.move(by);
  }

  active(): Comment | null {
    return this.list()?.active() ?? null;
  }

  search(): void {
    this.box()?.focus();
  }
}
