import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import {
  type Basket,
  type BasketExtra,
  type Currency,
  MAX_BASKET_EXTRA_LABEL,
  MAX_BASKET_EXTRAS,
} from '@sellary/contracts';
import { BasketsApi } from '../api/baskets-api';
import { Icon } from '../ui/icon';
import { moneyText } from '../ui/money';
import { Notices } from '../ui/notices';
import { OneAtATime } from '../ui/one-at-a-time';
import { signedAmount, signedAmountText } from './signed-amount';

interface TypedExtra {
  readonly label: string;
  readonly amount: string;
}

const NO_LABEL = $localize`:@@baskets.extras.no-label:Enter what the amount is for`;

/** A basket's sums, with its extra lines: shipping, tax, a discount. Operators enter the amounts. */
@Component({
  selector: 'app-basket-extras',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [Icon],
  templateUrl: './basket-extras.html',
  host: { class: 'block px-5 py-3 tabular-nums sm:px-6' },
})
export class BasketExtras {
  private readonly api = inject(BasketsApi);
  private readonly notices = inject(Notices);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly basket = input.required<Basket>();
  readonly mayAct = input.required<boolean>();
  readonly saved = output<Basket>();
  /** Emits after a rejected save, because the basket on the page may be out of date. */
  readonly rejected = output();
  protected readonly maxLabelLength = MAX_BASKET_EXTRA_LABEL;
  protected readonly maxExtras = MAX_BASKET_EXTRAS;
  protected readonly money = moneyText;
  protected readonly canEdit = computed(() => {
    const { state, currency } = this.basket();
    return this.mayAct() && currency !== undefined && (state === 'open' || state === 'requested');
  });
  private readonly savedExtras = computed(() => {
    const { extras, currency } = this.basket();
    return currency === undefined ? [] : extras.map((extra) => typedExtra(extra, currency));
  });
  /** Stays as typed when the basket is reloaded with the same lines. */
  protected readonly typedExtras = linkedSignal<string, readonly TypedExtra[]>({
    source: computed(() => JSON.stringify([this.basket().id, this.savedExtras()])),
    computation: () => untracked(this.savedExtras),
  });
  protected readonly isChanged = computed(
    () => JSON.stringify(this.typedExtras()) !== JSON.stringify(this.savedExtras()),
  );
  protected readonly work = new OneAtATime(({ message }) => {
    this.problem.set({ row: -1, text: message });
    this.rejected.emit();
  });
  /** `row` is -1 for a problem with the whole basket. */
  protected readonly problem = signal<{ row: number; text: string } | null>(null);

  protected amountLabel({ label }: TypedExtra): string {
    return $localize`:@@baskets.extras.amount-of:Amount for ${label}:line:`;
  }

  protected add(label = ''): void {
    this.typedExtras.update((before) => [...before, { label, amount: '' }]);
    const column = label === '' ? 'label' : 'amount';
    afterNextRender(
      () => [...this.element.querySelectorAll<HTMLElement>(`[data-column=${column}]`)].at(-1)?.focus(),
      { injector: this.injector },
    );
  }

  protected addShipping(): void {
    this.add($localize`:Label for an extra line|@@baskets.extras.shipping:Shipping`);
  }

  protected write(row: number, change: Partial<TypedExtra>): void {
    this.problem.set(null);
    this.typedExtras.update((before) =>
      before.map((extra, index) => (index === row ? { ...extra, ...change } : extra)),
    );
  }

  protected remove(row: number): void {
    this.problem.set(null);
    this.typedExtras.update((before) => before.filter((_, index) => index !== row));
  }

  protected reset(): void {
    this.problem.set(null);
    this.typedExtras.set(this.savedExtras());
  }

  protected async save(): Promise<void> {
    const { id, version } = this.basket();
    const extras = this.readExtras();
    if (extras === null) return;
    await this.work.run(async () => {
      this.saved.emit(await this.api.setExtras(id, { version, extras }));
      // If the saved lines did not change, the new basket does not remove what was typed, such as empty lines.
      this.reset();
      this.notices.show($localize`:@@baskets.extras.saved:Saved`);
    });
  }

  /** The typed lines, except empty ones. If a line is invalid, shows the problem and returns null. */
  private readExtras(): BasketExtra[] | null {
    const { currency } = this.basket();
    const extras: BasketExtra[] = [];
    for (const [row, extra] of this.typedExtras().entries()) {
      const label = extra.label.trim();
      if (currency === undefined || (label === '' && extra.amount.trim() === '')) continue;
      const amount = label === '' ? { problem: NO_LABEL } : signedAmount(extra.amount, currency);
      if ('problem' in amount) {
        this.problem.set({ row, text: amount.problem });
        return null;
      }
      extras.push({ label, amount: amount.minor });
    }
    return extras;
  }
}

const typedExtra = ({ label, amount }: BasketExtra, currency: Currency): TypedExtra => ({
  label,
  amount: signedAmountText(amount, currency),
});
