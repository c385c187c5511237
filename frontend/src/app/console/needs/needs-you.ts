import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { RouterLink } from '@angular/router';
import { SessionStore } from '../../auth/session-store';
import { Chip } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Icon } from '../../ui/icon';
import { ShowMore } from '../../ui/show-more';
import { Steady } from '../../ui/steady';
import { ClockPipe } from '../../ui/times';
import { TONE_TEXT } from '../../ui/tone';
import { PLATFORM_NAMES, counted } from '../../ui/words';
import { NeedsAttention } from './needs-attention';
import { ConsoleActs } from '../acts/console-acts';
import { ConsoleStore } from '../state/console-store';
import { Drawer } from '../drawer/drawer';
import { proposalsOf } from './proposals';
import { mendingOf, troubleTone, troubleWord } from '../strip/source-trouble';

const HANDLES_SHOWN = 4;
/** Hundreds may wait after a while: so many of each kind are drawn, and the rest on request. */
const SHOWN_AT_FIRST = 30;

/** What only a person can settle: numbers that no item has, comments that may be claims, sources in trouble, flags. */
@Component({
  selector: 'app-needs-you',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Chip, EmptyState, Icon, ShowMore, Steady, ClockPipe],
  templateUrl: './needs-you.html',
  host: { class: 'block min-h-0 flex-1 overflow-y-auto', tabindex: '0', role: 'region', 'aria-label': 'Needs you' },
})
export class NeedsYou {
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly attention = inject(NeedsAttention);
  protected readonly mayConnect = inject(SessionStore).mayAct('admin');
  protected readonly troubled = computed(() => {
    const sources = this.store.state()?.show.sources ?? [];
    return this.attention.troubled().map((pulse) => {
      const source = sources.find(({ id }) => id === pulse.id);
      const name = source ? PLATFORM_NAMES[source.platform] : 'Source';
      const { id, nextTryAt, message = 'Comments are not arriving.' } = pulse;
      return { id, name, nextTryAt, message, word: troubleWord(pulse), text: TONE_TEXT[troubleTone(pulse)], mending: mendingOf(pulse) };
    });
  });
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  protected readonly shown = {
    unmatched: signal(SHOWN_AT_FIRST),
    notCounted: signal(SHOWN_AT_FIRST),
    reviews: signal(SHOWN_AT_FIRST),
    flagged: signal(SHOWN_AT_FIRST),
  };
  protected readonly reviews = computed(() => {
    const newestFirst = [...(this.store.deferredState()?.review.values() ?? [])].reverse();
    return this.withProposals(newestFirst.slice(0, this.shown.reviews()));
  });
  protected readonly notCounted = computed(() => this.withProposals(this.attention.notCounted().slice(0, this.shown.notCounted())));
  protected readonly flagged = computed(() => {
    const state = this.store.state();
    return [...(state?.flagged ?? [])].flatMap((id) => state?.claims.get(id) ?? []);
  });
  protected readonly unmatched = computed(() => {
    const state = this.store.deferredState();
    if (!state) return [];
    return [...state.unmatched]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([number, ids]) => {
        const handles = ids.slice(0, HANDLES_SHOWN).flatMap((id) => state.claims.get(id)?.buyer.handle ?? []);
        const more = ids.length - handles.length;
        return { number, count: counted(ids.length, 'claim'), handles: handles.join(', ') + (more > 0 ? ` and ${more} more` : '') };
      });
  });

  private withProposals(comments: readonly Comment[]) {
    const state = this.store.state();
    return comments.map((comment) => ({ comment, proposal: state ? (proposalsOf(state, comment)[0] ?? null) : null }));
  }

  protected openComment(comment: Comment): void {
    this.drawer.open({ kind: 'comment', id: comment.id, comment });
  }

  protected award(comment: Comment, itemId: string): void {
    const item = this.store.state()?.items.get(itemId);
    const { handle, platformUserId } = comment.buyer;
    if (!item) return;
    void this.acts
      .award(item, { handle, platformUserId, platform: comment.platform })
      .then((done) => done && this.attention.dismiss([comment.id]));
  }

  protected leaveAll(): void {
    this.attention.dismiss(this.attention.notCounted().map(({ id }) => id));
  }

  focus(): void {
    (this.host.querySelector<HTMLElement>('[data-need]') ?? this.host).focus();
  }

  /** Moves the focus among the entries. */
  move(by: number): void {
    const entries = [...this.host.querySelectorAll<HTMLElement>('[data-need]')];
    const from = entries.findIndex((entry) => entry.contains(document.activeElement));
    entries[Math.min(Math.max(from + by, 0), entries.length - 1)]?.focus();
  }

  /** Presses the one thing that the entry with the focus offers; false where there is none. */
  accept(): boolean {
    const button = this.selected()?.querySelector<HTMLButtonElement>('button[data-accept]:not(:disabled)');
    button?.click();
    return button != null;
  }

  hasFocus(): boolean {
    return this.host.contains(document.activeElement);
  }

  /** Leaves the selected entry as it is, where that is for this console to decide. */
  dismiss(): boolean {
    const id = this.selected()?.dataset['comment'];
    const mine = this.attention.notCounted().some((comment) => comment.id === id);
    if (mine && id) this.attention.dismiss([id]);
    return mine;
  }

  openSelected(): boolean {
    const id = this.selected()?.dataset['comment'];
    const row = [...this.reviews(), ...this.notCounted()].find(({ comment }) => comment.id === id);
    if (row) this.openComment(row.comment);
    return row !== undefined;
  }

  private selected(): HTMLElement | null {
    return this.hasFocus() ? (document.activeElement?.closest<HTMLElement>('[data-need]') ?? null) : null;
  }
}
