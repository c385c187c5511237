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
} from '@angular/core';
import {
  type Basket,
  type BasketExtra,
  type Currency,
  MAX_BASKET_EXTRA_LABEL,
  MAX_BASKET_EXTRAS,
} from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { BasketsApi } from '../api/baskets-api';
import { Icon } from '../ui/icon';
import { moneyText } from '../ui/money';
import { Notices } from '../ui/notices';
import { signedAmount, signedAmountText } from './signed-amount';

interface Draft {
  readonly label: string;
  readonly amount: string;
}

const NO_LABEL = $localize`:@@baskets.extras.no-label:Enter what the amount is for`;

/** The sums of a basket with its extra lines: shipping, tax, a discount. Operators type the amounts. */
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
  protected readonly maxLabelLength = MAX_BASKET_EXTRA_LABEL;
  protected readonly maxExtras = MAX_BASKET_EXTRAS;
  protected readonly money = moneyText;
  protected readonly canEdit = computed(() => {
    const { state, currency } = this.basket();
    return this.mayAct() && currency !== undefined && (state === 'open' || state === 'requested');
  });
  /** The lines as they are typed. What was typed stays when the basket is read again with the same lines. */
  protected readonly drafts = linkedSignal<string, readonly Draft[]>({
    source: () => JSON.stringify([this.basket().id, this.basket().extras]),
    computation: () => {
      const { extras, currency } = this.basket();
      return currency === undefined ? [] : extras.map((extra) => draftOf(extra, currency));
    },
  });
  protected readonly isChanged = computed(() => {
    const { extras, currency } = this.basket();
    if (currency === undefined) return false;
    return JSON.stringify(this.drafts()) !== JSON.stringify(extras.map((extra) => draftOf(extra, currency)));
  });
  protected readonly busy = signal(false);
  protected readonly problem = signal<{ row: number; text: string } | null>(null);

  protected amountLabel({ label }: Draft): string {
    return $localize`:@@baskets.extras.amount-of:Amount of ${label}:line:`;
  }

  protected add(label = ''): void {
    this.drafts.update((before) => [...before, { label, amount: '' }]);
    const column = label === '' ? 'label' : 'amount';
    afterNextRender(
      () => [...this.element.querySelectorAll<HTMLElement>(`[data-column=${column}]`)].at(-1)?.focus(),
      { injector: this.injector },
    );
  }

  protected addShipping(): void {
    this.add($localize`:Label of an extra line|@@baskets.extras.shipping:Shipping`);
  }

  protected write(row: number, change: Partial<Draft>): void {
    this.problem.set(null);
    this.drafts.update((before) =>
      before.map((draft, index) => (index === row ? { ...draft, ...change } : draft)),
    );
  }

  protected remove(row: number): void {
    this.problem.set(null);
    this.drafts.update((before) => before.filter((_, index) => index !== row));
  }

  protected reset(): void {
    const { extras, currency } = this.basket();
    this.problem.set(null);
    if (currency !== undefined) this.drafts.set(extras.map((extra) => draftOf(extra, currency)));
  }

  protected async save(): Promise<void> {
    const { id, version } = this.basket();
    const extras = this.read();
    if (extras === null || this.busy()) return;
    this.busy.set(true);
    try {
      this.saved.emit(await this.api.setExtras(id, { version, extras }));
      this.notices.say($localize`:@@baskets.extras.saved:Saved`);
    } catch (failure) {
      this.problem.set({ row: -1, text: ApiError.from(failure).message });
    } finally {
      this.busy.set(false);
    }
  }

  /** The typed lines; null if one is not complete, which is reported. Empty lines are left out. */
  private read(): BasketExtra[] | null {
    const { currency } = this.basket();
    const extras: BasketExtra[] = [];
    for (const [row, draft] of this.drafts().entries()) {
      const label = draft.label.trim();
      if (currency === undefined || (label === '' && draft.amount.trim() === '')) continue;
      const amount = label === '' ? { problem: NO_LABEL } : signedAmount(draft.amount, currency);
      if ('problem' in amount) {
        this.problem.set({ row, text: amount.problem });
        return null;
      }
      extras.push({ label, amount: amount.minor });
    }
    return extras;
  }
}

const draftOf = ({ label, amount }: BasketExtra, currency: Currency): Draft => ({
  label,
  amount: signedAmountText(amount, currency),
});
