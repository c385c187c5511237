import { ChangeDetectionStrategy, Component, ElementRef, computed, inject, signal } from '@angular/core';
import type { Comment } from '@sellary/contracts';
import { RouterLink } from '@angular/router';
import { awardRequestTo } from '../../../api/award-request';
import { SessionStore } from '../../../auth/session-store';
import { Chip } from '../../../ui/chip';
import { EmptyState } from '../../../ui/empty-state';
import { Icon } from '../../../ui/icon';
import { ShowMore } from '../../../ui/show-more';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { ClockPipe } from '../../../ui/times';
import { SEVERITY_TEXT } from '../../../ui/severity';
import { platformName } from '../../../ui/platform-names';
import { labels } from '../labels';
import { NeedsAttention } from '../../state/needs-attention';
import { ConsoleActs } from '../../acts/console-acts';
import { buyerName } from '../../../ui/buyer-name';
import { ConsoleStore } from '../../state/console-store';
import { claimCount } from '../../state/counts';
import { Drawer } from '../../state/drawer';
import { proposalsOf } from './proposals';
import { repairPlace, troubleTone, troubleWord } from '../strip/source-trouble';

const HANDLES_SHOWN = 4;
/** Number of entries of each kind that are drawn at first, because hundreds may wait. */
const SHOWN_AT_FIRST = 30;

/**
 * Lists what only an operator can decide: unknown numbers, comments that may be claims, sources with a
 * problem, flags.
 */
@Component({
  selector: 'app-needs-you',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Chip, EmptyState, Icon, ShowMore, MisclickGuard, ClockPipe],
  templateUrl: './needs-you.html',
  host: {
    class: 'block min-h-0 flex-1 overflow-y-auto',
    tabindex: '0',
    role: 'region',
    '[attr.aria-label]': 'label',
  },
})
export class NeedsYou {
  protected readonly label = $localize`:@@console.needs.label:Needs you`;
  protected readonly nameOf = buyerName;
  protected readonly labels = labels;
  protected readonly store = inject(ConsoleStore);
  protected readonly acts = inject(ConsoleActs);
  protected readonly drawer = inject(Drawer);
  protected readonly attention = inject(NeedsAttention);
  protected readonly mayConnect = inject(SessionStore).mayAct('admin');
  protected readonly troubled = computed(() => {
    const sources = this.store.state()?.show.sources ?? [];
    return this.attention.troubled().map((pulse) => {
      const source = sources.find(({ id }) => id === pulse.id);
      const name = source
        ? platformName(source.platform)
        : $localize`:Stands in for the name of a comment source@@console.needs.source:Source`;
      const {
        id,
        nextTryAt,
        message = $localize`:@@console.source.no-comments:Comments are not arriving.`,
      } = pulse;
      return {
        id,
        name,
        nextTryAt,
        message,
        word: troubleWord(pulse),
        text: SEVERITY_TEXT[troubleTone(pulse)],
        repairAt: repairPlace(pulse),
      };
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
  protected readonly notCounted = computed(() =>
    this.withProposals(this.attention.notCounted().slice(0, this.shown.notCounted())),
  );
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
        const claims = ids.slice(0, HANDLES_SHOWN).flatMap((id) => state.claims.get(id) ?? []);
        const more = ids.length - claims.length;
        const names = claims.map(({ buyer }) => buyerName(buyer)).join(', ');
        return {
          number,
          count: claimCount(ids.length),
          names:
            more > 0
              ? $localize`:Names of buyers and a number of others@@console.needs.more-handles:${names}:names: and ${more}:count: more`
              : names,
        };
      });
  });

  private withProposals(comments: readonly Comment[]) {
    const state = this.store.state();
    return comments.map((comment) => ({
      comment,
      proposal: state ? (proposalsOf(state, comment)[0] ?? null) : null,
    }));
  }

  protected openComment(comment: Comment): void {
    this.drawer.open({ kind: 'comment', id: comment.id, comment });
  }

  protected award(comment: Comment, itemId: string): void {
    const item = this.store.state()?.items.get(itemId);
    if (!item) return;
    void this.acts
      .award(item, awardRequestTo(comment.buyer))
      .then((done) => done && this.attention.dismiss([comment.id]));
  }

  protected dismissAll(): void {
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

  /**
   * Presses the button of the selected entry.
   * @returns false if there is none
   */
  accept(): boolean {
    const button = this.selected()?.querySelector<HTMLButtonElement>('button[data-accept]:not(:disabled)');
    button?.click();
    return button != null;
  }

  hasFocus(): boolean {
    return this.host.contains(document.activeElement);
  }

  /**
   * Hides the selected entry on this console.
   * @returns false if the entry cannot be hidden
   */
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
