import { type Signal, computed, signal } from '@angular/core';

/** Rows of a list that are selected by their ids, one by one or as a range, as in a mail program. */
export class RowSelection {
  private readonly chosen = signal<ReadonlySet<string>>(new Set());
  /** The row from which the next range begins. */
  private anchor: string | null = null;
  /** In the order of the list. Rows that left the list are not selected. */
  readonly ids = computed(() => this.order().filter((id) => this.chosen().has(id)));
  readonly hasAll = computed(() => this.order().length > 0 && this.ids().length === this.order().length);

  /** @param order the ids of the listed rows, from top to bottom */
  constructor(private readonly order: Signal<readonly string[]>) {}

  has(id: string): boolean {
    return this.chosen().has(id);
  }

  toggle(id: string): void {
    const chosen = new Set(this.chosen());
    if (!chosen.delete(id)) chosen.add(id);
    this.anchor = id;
    this.chosen.set(chosen);
  }

  /** Selects everything between the row that was changed last and this row, or only this row. */
  extendTo(id: string): void {
    const order = this.order();
    const to = order.indexOf(id);
    const from = this.anchor === null ? to : order.indexOf(this.anchor);
    const [first, last] = from < 0 ? [to, to] : [Math.min(from, to), Math.max(from, to)];
    this.chosen.set(new Set([...this.chosen(), ...order.slice(first, last + 1)]));
    this.anchor ??= id;
  }

  setAll(selected: boolean): void {
    this.replace(selected ? this.order() : []);
  }

  replace(ids: readonly string[]): void {
    this.anchor = null;
    this.chosen.set(new Set(ids));
  }
}
