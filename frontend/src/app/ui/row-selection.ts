import { type Signal, computed, signal } from '@angular/core';

/** List rows selected by id, one by one or as a range, as in a mail program. */
export class RowSelection {
  private readonly selectedIds = signal<ReadonlySet<string>>(new Set());
  /**
   * The row at which a range begins: the last toggled row or, if there is none, the first row passed to
   * `extendTo`.
   */
  private anchor: string | null = null;
  /** The selected ids in list order, without rows that are no longer in the list. */
  readonly ids = computed(() => this.order().filter((id) => this.selectedIds().has(id)));
  readonly hasAll = computed(() => this.order().length > 0 && this.ids().length === this.order().length);

  /** @param order the ids of the listed rows, from top to bottom */
  constructor(private readonly order: Signal<readonly string[]>) {}

  has(id: string): boolean {
    return this.selectedIds().has(id);
  }

  toggle(id: string): void {
    const selectedIds = new Set(this.selectedIds());
    if (!selectedIds.delete(id)) selectedIds.add(id);
    this.anchor = id;
    this.selectedIds.set(selectedIds);
  }

  /** Selects the rows from the anchor to this row, or only this row if the anchor is not in the list. */
  extendTo(id: string): void {
    const order = this.order();
    const to = order.indexOf(id);
    const from = this.anchor === null ? to : order.indexOf(this.anchor);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.selectedIds.set(new Set([...this.selectedIds(), ...order.slice(first, last + 1)]));
    this.anchor ??= id;
  }

  setAll(isSelected: boolean): void {
    this.replace(isSelected ? this.order() : []);
  }

  replace(ids: readonly string[]): void {
    this.anchor = null;
    this.selectedIds.set(new Set(ids));
  }
}
