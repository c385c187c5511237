import { DestroyRef, type Injector, afterNextRender } from '@angular/core';
import type { FixedRows } from './fixed-rows';
import type { RowMover } from './row-grid';

/** Number of frames within which a list just added to the page draws its rows, even on a slow device. */
const MAX_FRAMES = 60;

interface VirtualRows<T> {
  list(): HTMLElement | undefined;
  rows(): readonly T[];
  keyOf(row: T): string;
  rowHeight(): number;
  /** Called before the focus moves. */
  onMove?(): void;
}

/**
 * Moves the focus among the rows of a virtual list, immediately if the row is drawn, so that the next key
 * acts on it. A row not drawn yet gets the focus once it is drawn, unless the user has moved the focus
 * elsewhere. A key pressed in the meantime continues from the target row, so that no press is lost.
 */
export class RowFocus<T> implements RowMover {
  /**
   * The row that gets the focus once it is drawn, and the element that had the focus when the row was chosen.
   */
  private target: { index: number; key: string; from: Element | null } | null = null;
  /** Key of the row that last had the focus, or was last chosen to get it. */
  private lastKey: string | undefined;

  constructor(
    private readonly injector: Injector,
    private readonly strategy: FixedRows,
    private readonly source: VirtualRows<T>,
  ) {
    injector.get(DestroyRef).onDestroy(() => (this.target = null));
  }

  get pageRows(): number {
    const height = this.source.list()?.clientHeight ?? 0;
    return Math.max(1, Math.floor(height / this.source.rowHeight()));
  }

  /** Index of the first fully visible row. */
  private get topIndex(): number {
    return Math.ceil(this.strategy.top / this.source.rowHeight());
  }

  /**
   * The target, or null if there is none or the user has since moved the focus to an element outside the
   * list.
   */
  private get pendingRow(): { index: number; key: string } | null {
    const { activeElement } = document;
    const isFocusHere =
      activeElement === this.target?.from ||
      activeElement === document.body ||
      this.source.list()?.contains(activeElement) === true;
    return isFocusHere ? this.target : null;
  }

  hasFocus(): boolean {
    return this.pendingRow !== null || this.source.list()?.contains(document.activeElement) === true;
  }

  /** The row that has or contains the focus, or is about to get it. */
  active(): T | null {
    return this.source.rows()[this.indexOf(this.pendingRow?.key ?? this.focusedKey())] ?? null;
  }

  onRowFocus(row: HTMLElement): void {
    this.lastKey = row.querySelector<HTMLElement>('[data-key]')?.dataset['key'] ?? row.dataset['key'];
  }

  enter(): void {
    const [topIndex, lastIndex] = [this.topIndex, this.indexOf(this.lastKey)];
    this.moveTo(lastIndex >= topIndex && lastIndex < topIndex + this.pageRows ? lastIndex : topIndex);
  }

  /** Moves the focus by rows. From outside the list, the focus enters at the first visible row. */
  move(by: number): void {
    const from = this.pendingRow?.index ?? this.indexOf(this.focusedKey());
    const to = from < 0 ? this.topIndex : from + by;
    this.moveTo(Math.min(Math.max(to, 0), this.source.rows().length - 1));
  }

  /** Moves the focus to a row, and scrolls as far as needed. */
  moveTo(index: number): void {
    if (index < 0) return;
    this.source.onMove?.();
    this.reveal(index);
    this.focusRow(index);
  }

  /** Moves the focus to the first matching row, or else to the first row. */
  focusFirst(isMatch: (row: T) => boolean): void {
    this.moveTo(Math.max(0, this.source.rows().findIndex(isMatch)));
  }

  /** Scrolls only as far as needed to make the row visible. */
  reveal(index: number): void {
    const list = this.source.list();
    if (!list) return;
    const [topIndex, height, visibleRows] = [this.topIndex, this.source.rowHeight(), this.pageRows];
    if (index < topIndex) list.scrollTop = index * height;
    else if (index >= topIndex + visibleRows) list.scrollTop = (index - visibleRows + 1) * height;
    this.strategy.onContentScrolled();
  }

  private focusRow(index: number): void {
    const element = this.rowAt(index);
    if (element !== null) {
      this.target = null;
      element.focus({ preventScroll: true });
      return;
    }
    const row = this.source.rows()[index];
    if (row === undefined) return;
    this.lastKey = this.source.keyOf(row);
    this.target = { index, key: this.lastKey, from: document.activeElement };
    this.focusWhenDrawn(index, MAX_FRAMES);
  }

  private focusWhenDrawn(index: number, frames: number): void {
    afterNextRender(
      () => {
        if (this.target?.index !== index) return;
        const { pendingRow } = this;
        const row = this.rowAt(index);
        if (pendingRow !== null && row === null && frames > 1) {
          requestAnimationFrame(() => this.target?.index === index && this.focusWhenDrawn(index, frames - 1));
          return;
        }
        this.target = null;
        if (pendingRow !== null) row?.focus({ preventScroll: true });
      },
      { injector: this.injector },
    );
  }

  /** Finds a row by its key, because new rows may have moved it since the last paint. */
  private indexOf(key: string | undefined): number {
    return key === undefined ? -1 : this.source.rows().findIndex((row) => this.source.keyOf(row) === key);
  }

  private focusedKey(): string | undefined {
    const row = document.activeElement?.closest<HTMLElement>('[data-key]');
    return row && this.source.list()?.contains(row) ? row.dataset['key'] : undefined;
  }

  /** Finds a row's element by its key, because after a change the drawn indexes are out of date. */
  private rowAt(index: number): HTMLElement | null {
    const row = this.source.rows()[index];
    if (row === undefined) return null;
    const key = this.source.keyOf(row);
    const drawn = [...(this.source.list()?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    return drawn.find(({ dataset }) => dataset['key'] === key) ?? null;
  }
}
