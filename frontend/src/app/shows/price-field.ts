import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Currency } from '@sellary/contracts';
import { FieldKeys } from '../ui/field-keys';
import { moneyText } from '../ui/money';
import { amountText } from './amount-text';
import { priceProblem, parseTypedPrice } from './price-problem';

/**
 * A price, edited in place. Emits the price when the field loses focus, or the problem with the typed text.
 */
@Component({
  selector: 'app-price-field',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [FieldKeys],
  template: `
    @if (readOnly()) {
      @if (price() !== undefined) {
        <span
          class="block truncate pr-2.5 text-right tabular-nums"
          [class]="isComparePrice() ? 'text-meta text-soft line-through' : ''"
          ><span class="sr-only">{{ isComparePrice() ? compareText : '' }} </span>{{ money() }}</span
        >
      }
    } @else {
      <input
        #box
        class="field w-full border-transparent! bg-transparent! text-right tabular-nums hover:border-line!"
        [class]="
          isComparePrice()
            ? 'h-6! pl-0! text-meta text-soft not-placeholder-shown:not-focus:line-through'
            : ''
        "
        [placeholder]="isComparePrice() ? compareText : ''"
        inputmode="decimal"
        autocomplete="off"
        maxlength="30"
        [attr.aria-label]="label()"
        [attr.aria-invalid]="invalid()"
        [value]="text()"
        appFieldKeys
        (entered)="box.blur()"
        (escaped)="box.value = text(); problem.emit(null); box.blur()"
        (blur)="save(box)"
      />
    }
  `,
  host: { class: 'block' },
})
export class PriceField {
  readonly price = input.required<number | undefined>();
  readonly currency = input.required<Currency>();
  readonly label = input.required<string>();
  readonly invalid = input(false);
  readonly readOnly = input(false);
  /** True for an earlier or usual price, which is written smaller and struck through. */
  readonly isComparePrice = input(false);
  /** Null if the field was cleared. */
  readonly changed = output<number | null>();
  readonly problem = output<string | null>();
  protected readonly compareText = $localize`:An earlier or usual price@@shows.item.compare:Compare at`;
  protected readonly text = computed(() => amountText(this.price(), this.currency()));

  protected readonly money = computed(() => moneyText(this.price(), this.currency()));

  protected save(box: HTMLInputElement): void {
    if (box.value.trim() === this.text()) {
      this.problem.emit(null);
      return;
    }
    const parsed = parseTypedPrice(box.value, this.currency());
    const problem = priceProblem(parsed, box.value.trim(), this.currency());
    this.problem.emit(problem);
    if (problem !== null) return;
    const price = parsed.kind === 'price' ? parsed.minor : null;
    box.value = amountText(price ?? undefined, this.currency());
    if (price !== (this.price() ?? null)) this.changed.emit(price);
  }
}
