import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  ElementRef,
  computed,
  inject,
  input,
  output,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { BasketRow } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { Chip } from '../ui/chip';
import { isComposing } from '../ui/field-keys';
import { Icon } from '../ui/icon';
import { KeyBursts } from '../ui/key-bursts';
import { moneyText } from '../ui/money';
import type { RowSelection } from '../ui/row-selection';
import { SEVERITY_TEXT } from '../ui/severity';
import { DayAndTimePipe, longDuration } from '../ui/times';
import { OPEN_BOX, basketBuyerName } from './basket-words';
import { unpaidFor } from './unpaid-age';
import { BasketStateChip } from './state-chip';
import type { OperatorStep } from './step-rules';

const STEP_KEYS: Partial<Record<string, OperatorStep>> = {
  a: 'request',
  p: 'pay',
  c: 'pack',
  s: 'ship',
  u: 'undo',
};
const MOVES: Partial<Record<string, 1 | -1>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 };

/** The Latin letter of a key, even on a keyboard for another script. */
const latinKey = ({ key, code }: KeyboardEvent): string =>
  key.length === 1 && key > '\x7f' && code.startsWith('Key') ? code.slice(3).toLowerCase() : lower(key);

const lower = (key: string): string => (key.length === 1 ? key.toLowerCase() : key);

/**
 * Table of baskets with keyboard control: arrow keys move between rows, Space selects, Shift with an arrow
 * key selects a range, and letters apply steps. The keys work only while the focus is in the table.
 */
@Component({
  selector: 'app-basket-table',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, Chip, Icon, BasketStateChip, DayAndTimePipe],
  templateUrl: './basket-table.html',
  host: { class: '@container block', '(keydown)': 'press($event)' },
})
export class BasketTable {
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly router = inject(Router);
  readonly rows = input.required<readonly BasketRow[]>();
  readonly selection = input.required<RowSelection>();
  readonly refusals = input.required<ReadonlyMap<string, string>>();
  /** False if the rows can only be read and opened. */
  readonly mayAct = input.required<boolean>();
  /** True if each row shows the show's name, because the baskets are from several shows. */
  readonly hasShowNames = input.required<boolean>();
  readonly loading = input(false);
  readonly now = input.required<number>();
  readonly stepChosen = output<OperatorStep>();
  /** A code that a scanner typed into the table, such as the code on a label. */
  readonly scanned = output<string>();
  private readonly bursts = new KeyBursts();

  protected readonly columnCount = computed(() => 6 + Number(this.mayAct()) + Number(this.hasShowNames()));
  protected readonly nameOf = basketBuyerName;
  protected readonly money = moneyText;
  protected readonly number = formatNumber;
  protected readonly toneText = SEVERITY_TEXT;
  protected readonly openBox = OPEN_BOX;

  constructor() {
    inject(DestroyRef).onDestroy(() => this.bursts.clear());
  }

  protected unpaid(row: BasketRow) {
    return unpaidFor(row, this.now());
  }

  protected overdueText({ endsAt }: NonNullable<BasketRow['hold']>): string {
    const age = longDuration(this.now() - Date.parse(endsAt));
    return $localize`:Time since a hold ended@@baskets.table.overdue-for:Overdue: ${age}:age:`;
  }

  /** "#2" for a buyer's second basket. */
  protected numberText({ number }: BasketRow): string {
    return number > 1 ? `#${number}` : '';
  }

  protected totalChanged({ requestedTotal, total, state }: BasketRow): boolean {
    return state === 'requested' && requestedTotal !== undefined && requestedTotal !== total;
  }

  protected selectLabel(row: BasketRow): string {
    return $localize`:@@baskets.table.select:Select ${basketBuyerName(row.buyer)}:buyer:’s basket`;
  }

  protected select(box: HTMLInputElement, event: MouseEvent, id: string): void {
    if (event.shiftKey) this.selection().extendTo(id);
    else this.selection().toggle(id);
    // The browser has already changed the checkbox, and Angular does not write an unchanged value again.
    box.checked = this.selection().has(id);
  }

  protected selectAll(box: HTMLInputElement): void {
    this.selection().setAll(box.checked);
  }

  /** Moves the focus into the table. */
  focus(): void {
    this.focusAt(0);
  }

  protected press(event: KeyboardEvent): void {
    if (event.altKey || isComposing(event)) return;
    const key = latinKey(event);
    if (event.ctrlKey || event.metaKey) {
      if (key === 'a' && this.mayAct()) this.runInstead(event, () => this.selection().setAll(true));
      return;
    }
    const code = key === 'Enter' ? this.bursts.end(event.timeStamp) : null;
    if (code !== null) this.runInstead(event, () => this.scanned.emit(code));
    else if ([...event.key].length === 1 && key !== ' ') this.pressUnlessScanned(key, event);
    else if (key !== 'Shift') {
      this.bursts.flush();
      this.pressNow(key, event);
    }
  }

  /** Handles a key, unless the key is part of a scanned code. */
  private pressUnlessScanned(key: string, event: KeyboardEvent): void {
    const isScanned = this.bursts.add(event.key, event.timeStamp, () => this.pressNow(key, event));
    if (isScanned) event.preventDefault();
  }

  private pressNow(key: string, event: KeyboardEvent): void {
    const move = MOVES[key];
    if (move === undefined) this.pressRowKey(key, event);
    else this.runInstead(event, () => this.move(move, event.shiftKey));
  }

  private pressRowKey(key: string, event: KeyboardEvent): void {
    const { shiftKey, target } = event;
    const row = this.focusedRow();
    if (key === 'Enter' && row !== undefined && target instanceof HTMLInputElement) {
      this.runInstead(event, () => void this.router.navigate(['/baskets', row.id]));
    } else if (!this.mayAct()) return;
    else if (key === 'Escape') this.runInstead(event, () => this.selection().setAll(false));
    else if (key === ' ' && shiftKey && row) this.runInstead(event, () => this.selection().extendTo(row.id));
    else {
      const step = shiftKey || event.repeat ? undefined : STEP_KEYS[key];
      if (step !== undefined) this.runInstead(event, () => this.step(step, row));
    }
  }

  /** Applies the step to the focused row if nothing is selected. */
  private step(step: OperatorStep, row: BasketRow | undefined): void {
    if (this.selection().ids().length === 0 && row !== undefined) this.selection().toggle(row.id);
    this.stepChosen.emit(step);
  }

  private runInstead(event: KeyboardEvent, work: () => void): void {
    event.preventDefault();
    work();
  }

  private move(by: 1 | -1, isRange: boolean): void {
    const index = this.rows().findIndex(({ id }) => id === this.focusedRow()?.id);
    const from = this.rows()[index];
    const to = this.rows()[index + by];
    if (to === undefined) return;
    if (isRange && this.mayAct()) {
      if (from !== undefined && !this.selection().has(from.id)) this.selection().toggle(from.id);
      this.selection().extendTo(to.id);
    }
    this.focusAt(index + by);
  }

  private focusedRow(): BasketRow | undefined {
    const key = document.activeElement?.closest<HTMLElement>('[data-key]')?.dataset['key'];
    return this.rows().find(({ id }) => id === key);
  }

  private focusAt(index: number): void {
    const row = this.element.querySelectorAll<HTMLElement>('[data-key]')[index];
    row?.querySelector<HTMLElement>('input, a')?.focus();
  }
}
