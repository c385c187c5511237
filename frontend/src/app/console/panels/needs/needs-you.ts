import {
  ChangeDetectionStrategy,
  ChangeDetectorRef,
  Component,
  ElementRef,
  computed,
  inject,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { EmptyState } from '../../../ui/empty-state';
import { ConsoleActs } from '../../acts/console-acts';
import { ConsoleDialogs } from '../../acts/console-dialogs';
import { NeedsActs } from '../../acts/needs-acts';
import { SourceActs } from '../../acts/source-acts';
import { NewestFirst } from '../../list/newest-first';
import type { RowFocus } from '../../list/row-focus';
import { RowHeights } from '../../list/row-heights';
import { ConsoleStore } from '../../state/console-store';
import { Drawer } from '../../state/drawer';
import { type NeedsRow, commentOf, innerRows } from '../../state/needs-rows';
import { NeedsAttention } from '../../state/needs-attention';
import { endText } from './need-end';
import { ReviewPreviews } from './review-previews';
import { objectKeyOf, acceptLabel } from './row-acts';
import { NeedRow } from './need-row';
import { inShownGroups } from './shown-groups';
import { type ShownRow, shownRows } from './shown-rows';

/** Needs you: everything that only an operator can decide, with one row for each decision. */
@Component({
  selector: 'app-needs-you',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, NeedRow, NewestFirst],
  templateUrl: './needs-you.html',
  host: {
    class: 'flex min-h-0 flex-1 flex-col',
    role: 'region',
    tabindex: '-1',
    '[attr.aria-label]': 'label',
  },
})
export class NeedsYou {
  protected readonly label = $localize`:@@console.needs.label:Needs you`;
  protected readonly heights = inject(RowHeights);
  private readonly store = inject(ConsoleStore);
  private readonly acts = inject(ConsoleActs);
  private readonly dialogs = inject(ConsoleDialogs);
  private readonly needs = inject(NeedsActs);
  private readonly previews = inject(ReviewPreviews);
  private readonly sources = inject(SourceActs);
  private readonly drawer = inject(Drawer);
  private readonly attention = inject(NeedsAttention);
  private readonly changeDetector = inject(ChangeDetectorRef);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly list = viewChild<NewestFirst<ShownRow>>(NewestFirst);
  protected readonly keyOf = (row: ShownRow): string => row.key;
  /** Keys of the rows whose single comments or claims are shown below them. */
  protected readonly unfolded = signal<ReadonlySet<string>>(new Set());
  protected readonly scope = computed(() => [...this.unfolded()].join(' '));
  private readonly input = computed(() => {
    const resolved = new Map(
      [...this.needs.resolvedRows()].map(([key, { row, text, undo }]) => [
        key,
        { row, end: { text, canUndo: undo !== null } },
      ]),
    );
    return {
      openRows: this.attention.rows(),
      unfolded: this.unfolded(),
      resolved,
      isFrozen: this.list()?.isFrozen() ?? false,
    };
  });
  protected readonly rows = linkedSignal<ReturnType<typeof this.input>, readonly ShownRow[]>({
    source: this.input,
    computation: ({ openRows, unfolded, resolved, isFrozen }, previous) => {
      const previousRows = previous?.value ?? [];
      const grouped = isFrozen ? inShownGroups(openRows, previousRows) : openRows;
      return shownRows({
        openRows: grouped.flatMap((row) => (unfolded.has(row.key) ? [row, ...innerRows(row)] : [row])),
        resolved,
        previousRows,
        isFrozen,
        endText: (row) => endText(row, this.store.state(), this.store.me()?.id),
      });
    },
  });

  protected open({ row }: ShownRow): void {
    const comment = commentOf(row);
    if (comment) this.drawer.open({ kind: 'comment', id: comment.id, comment });
    else if (row.kind === 'flag' || row.kind === 'deleted') {
      this.drawer.open({ kind: 'claim', id: row.claim.id });
    } else if (row.kind === 'source') this.sources.manage();
    else if (row.kind === 'fold' || row.kind === 'review') this.toggle(row.key);
  }

  private toggle(key: string): void {
    this.unfolded.update((all) =>
      all.has(key) ? new Set([...all].filter((other) => other !== key)) : new Set(all).add(key),
    );
  }

  protected acceptRow(shown: ShownRow): void {
    const { row, end } = shown;
    if (end !== null) this.focusNext(shown);
    else if (row.kind === 'number') void this.dialogs.quickAdd(row.number);
    else if (row.kind === 'fold' || row.kind === 'flag') this.open(shown);
    else if (row.kind === 'review' && this.previews.needsChoice(row)) {
      if (row.comments.length === 1) this.editRow(shown);
      else this.open(shown);
    } else this.resolve(shown, () => void this.acceptDirectly(row));
  }

  private acceptDirectly(row: NeedsRow): Promise<boolean> {
    switch (row.kind) {
      case 'review':
        return row.question.kind === 'word' && row.comments.length > 1
          ? this.needs.countWord(row, row.question.word)
          : this.needs.accept(row);
      case 'paused':
        return this.needs.awardPaused(row);
      case 'deleted':
        return this.acts.release(row.claim);
      case 'source':
        return this.sources.repair(row);
      case 'number':
      case 'flag':
      case 'fold':
        return Promise.resolve(false);
    }
  }

  protected acceptAll(shown: ShownRow): void {
    const { row } = shown;
    if (row.kind === 'review') this.resolve(shown, () => void this.needs.accept(row));
  }

  protected dismissRow(shown: ShownRow): void {
    const { row, end } = shown;
    if (end === null) this.resolve(shown, () => void this.needs.dismiss(row));
  }

  protected editRow({ row, end }: ShownRow): void {
    if (end !== null || row.kind !== 'review') return;
    if (row.comments.length > 1) this.toggle(row.key);
    else void this.needs.edit(row);
  }

  protected undoRow({ key }: ShownRow): void {
    this.needs.resolvedRows().get(key)?.undo?.();
  }

  /** Acts on a row and immediately moves the focus to the next open row, so that y accepts row after row. */
  private resolve(shown: ShownRow, act: () => void): void {
    const wasUnfolded = this.unfolded().has(shown.key);
    this.unfolded.update((all) => new Set([...all].filter((key) => key !== shown.key)));
    act();
    // The list must have dropped the inner rows before it moves the focus by an index.
    if (wasUnfolded) this.changeDetector.detectChanges();
    this.focusNext(shown);
  }

  private isOpen({ row, end }: ShownRow): boolean {
    return end === null && !this.acts.busy(objectKeyOf(row));
  }

  private focusNext({ key }: ShownRow): void {
    const rows = this.rows();
    const from = rows.findIndex((row) => row.key === key);
    const isOpen = (row: ShownRow): boolean => row.key !== key && this.isOpen(row);
    const below = rows.findIndex((row, index) => index > from && isOpen(row));
    const to = below >= 0 ? below : rows.findLastIndex((row, index) => index < from && isOpen(row));
    if (to >= 0) this.rowFocus?.moveTo(to);
  }

  get rowFocus(): RowFocus<ShownRow> | undefined {
    return this.list()?.rowFocus;
  }

  /** Focuses the first open row, unless an open row has the focus. */
  focus(): void {
    const { rowFocus } = this;
    if (rowFocus === undefined) {
      this.host.focus();
      return;
    }
    const firstOpen = this.rows().findIndex((row) => this.isOpen(row));
    const active = rowFocus.hasFocus() ? rowFocus.active() : undefined;
    if (!rowFocus.hasFocus()) rowFocus.enter();
    else if (firstOpen < 0 || (active && this.isOpen(active))) return;
    rowFocus.moveTo(Math.max(0, firstOpen));
  }

  /**
   * Accepts the selected row, or opens it if it contains several decisions.
   * @returns false if no row is selected, or nothing can be accepted
   */
  accept(): boolean {
    const shown = this.selectedIf((row) => this.canAccept(row));
    if (shown) this.acceptRow(shown);
    return shown !== undefined;
  }

  private canAccept({ row, end }: ShownRow): boolean {
    if (end !== null || row.kind === 'fold' || row.kind === 'flag') return true;
    return acceptLabel(row, this.store.state()) !== null;
  }

  /** @returns false if no row is selected, or the row cannot be dismissed */
  dismiss(): boolean {
    const shown = this.selectedIf(({ row }) => row.kind !== 'flag');
    if (shown) this.dismissRow(shown);
    return shown !== undefined;
  }

  /** @returns false if no row is selected, or the row has no comment to edit */
  edit(): boolean {
    const shown = this.selectedIf(({ row }) => row.kind === 'review');
    if (shown) this.editRow(shown);
    return shown !== undefined;
  }

  private selectedIf(mayAct: (row: ShownRow) => boolean): ShownRow | undefined {
    const row = this.selected();
    return row !== undefined && this.store.isOperator() && mayAct(row) ? row : undefined;
  }

  /** The focused row. Right after the panel is entered, this is the first open row. */
  private selected(): ShownRow | undefined {
    const { rowFocus } = this;
    if (rowFocus?.hasFocus() !== true) return undefined;
    return rowFocus.active() ?? this.rows().find(({ end }) => end === null);
  }
}
