import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { buyerName } from '../../../ui/buyer-name';
import { ActButton } from '../../../ui/act-button';
import { Chip } from '../../../ui/chip';
import { EmptyState } from '../../../ui/empty-state';
import { Icon } from '../../../ui/icon';
import { SearchField } from '../../../ui/search-field';
import { MisclickGuard } from '../../../ui/misclick-guard';
import { ClockPipe } from '../../../ui/times';
import { labels } from '../labels';
import { ConsoleDialogs } from '../../acts/console-dialogs';
import { claimCount } from '../../state/counts';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { foundText } from '../../list/clearable-search';
import { NewestFirst } from '../../list/newest-first';
import { SearchableList } from '../../list/searchable-list';
import type { ClaimRow, FeedRow } from '../../state/feed-row';
import { ClaimRowView } from './claim-row-view';
import {
  type FoldRow,
  type Folds,
  type Slot,
  foldIn,
  foldSentence,
  currentFoldText,
  foldTimes,
} from './fold';

@Component({
  selector: 'app-claim-feed',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [
    ActButton,
    NewestFirst,
    ClaimRowView,
    Chip,
    EmptyState,
    Icon,
    SearchField,
    MisclickGuard,
    ClockPipe,
  ],
  templateUrl: './claim-feed.html',
  host: { class: 'flex min-h-0 flex-1 flex-col' },
})
export class ClaimFeed extends SearchableList<Slot> {
  protected readonly store = inject(ConsoleStore);
  protected readonly dialogs = inject(ConsoleDialogs);
  protected readonly drawer = inject(Drawer);
  protected readonly onlyFlagged = signal(false);
  protected readonly expanded = signal<ReadonlySet<string>>(new Set());
  protected readonly keyOf = (row: Slot): string => row.key;
  protected readonly timesOf = foldTimes;
  /**
   * Returns a fold's text. Once an item with the unknown number exists, the text is only the number of
   * claims, because they no longer wait for the item.
   */
  protected readonly sentence = (fold: FoldRow): string =>
    this.currentText(fold) === null ? foldSentence(fold) : claimCount(fold.rows.length);
  protected readonly labels = labels;
  protected readonly flaggedCount = computed(() => this.store.state()?.flagged.size ?? 0);
  protected readonly scope = computed(() => [this.term(), this.onlyFlagged(), ...this.expanded()].join(' '));
  /** True if another tab covers the feed. A covered feed does not update, so that the other tab is fast. */
  readonly covered = input(false);
  private readonly feed = linkedSignal<{ latest: readonly FeedRow[]; covered: boolean }, readonly FeedRow[]>({
    source: () => ({ latest: this.store.state()?.feed ?? [], covered: this.covered() }),
    computation: ({ latest, covered }, before) => (covered && before ? before.value : latest),
  });
  private readonly folds = linkedSignal<readonly FeedRow[], Folds>({
    source: this.feed,
    computation: (feed, before) => foldIn(feed, before?.value),
  });
  protected readonly rows = computed<readonly Slot[]>(() => {
    const term = this.term();
    if (term || this.onlyFlagged()) return this.feed().filter((row) => this.matches(row, term));
    const { slots } = this.folds();
    const expanded = this.expanded();
    return expanded.size === 0
      ? slots
      : slots.flatMap((slot) => (expanded.has(slot.key) ? unfolded(slot) : slot));
  });
  protected readonly found = computed(() =>
    this.term() === ''
      ? ''
      : foundText(this.rows().length, this.feed().filter(({ kind }) => kind === 'claim').length),
  );
  protected readonly hint = computed(() => {
    const show = this.store.state()?.show;
    if (show?.status === 'draft') {
      return $localize`:@@console.claims.empty-draft:The show is a draft. After you go live, every claim appears here immediately.`;
    }
    const example = `${show?.claimWords[0] ?? 'sold'} 101`;
    return $localize`:@@console.claims.empty-text:When a viewer writes “${example}:comment:”, the claim appears here.`;
  });

  protected isSame(row: Slot, { key }: Slot): boolean {
    return row.key === key || (row.kind === 'fold' && row.rows.some((folded) => folded.key === key));
  }

  private matches(row: FeedRow, term: string): boolean {
    if (row.kind !== 'claim') return false;
    if (this.onlyFlagged() && !(row.claimId !== null && this.store.state()?.flagged.has(row.claimId))) {
      return false;
    }
    return (
      !term ||
      [buyerName(row.buyer), row.itemNumber, row.itemTitle, row.text].some((part) =>
        part?.toLowerCase().includes(term),
      )
    );
  }

  protected canAddItem({ unmatched, itemNumber }: FoldRow): boolean {
    return unmatched && this.store.isOperator() && (this.store.state()?.unmatched.has(itemNumber) ?? false);
  }

  protected currentText(fold: FoldRow): string | null {
    const state = this.store.state();
    return state && currentFoldText(state, fold);
  }

  protected toggle(key: string): void {
    this.expanded.update((all) =>
      all.has(key) ? new Set([...all].filter((other) => other !== key)) : new Set(all).add(key),
    );
  }

  protected open(row: Slot): void {
    if (row.kind === 'fold') this.toggle(row.key);
    else if (row.kind === 'claim') this.openWhy(row);
  }

  private openWhy({ claimId, comment }: ClaimRow): void {
    if (claimId !== null) this.drawer.open({ kind: 'claim', id: claimId });
    else if (comment !== null) this.drawer.open({ kind: 'comment', id: comment.id, comment });
  }

  /** The focused row, on which keys act. */
  active(): ClaimRow | null {
    const row = this.rowFocus?.active();
    return row?.kind === 'claim' ? row : null;
  }

  /** Gives the template's row its type. */
  protected asSlot(row: Slot): Slot {
    return row;
  }
}

function unfolded(slot: Slot): Slot[] {
  return slot.kind === 'fold'
    ? [slot, ...slot.rows.map((row) => ({ ...row, key: `${slot.key}/${row.key}` }))]
    : [slot];
}
