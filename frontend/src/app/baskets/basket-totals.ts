import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { BasketSum, BasketTotals, Currency } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { moneyText } from '../ui/money';

type Figure = 'unpaid' | 'overdue' | 'paidSince' | 'paid';

const NAMES: Record<Figure, string> = {
  unpaid: $localize`:Total of several baskets|@@baskets.totals.unpaid:Unpaid`,
  overdue: $localize`:Total of several baskets|@@baskets.totals.overdue:Overdue`,
  paidSince: $localize`:Total of several baskets|@@baskets.totals.paid-today:Paid today`,
  paid: $localize`:Total of several baskets|@@baskets.totals.paid:Paid in total`,
};

/** Unpaid, overdue, and paid amounts, each with the number of baskets and units. */
@Component({
  selector: 'app-basket-totals',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl class="grid grid-cols-2 gap-3 lg:grid-cols-4">
      @for (figure of figures(); track figure.name) {
        <div class="@container card flex min-w-0 flex-col px-4 py-2.5">
          <dt class="text-meta text-soft">{{ figure.name }}</dt>
          <dd
            class="text-[clamp(0.75rem,12cqi,1.25rem)]/7 font-semibold tabular-nums"
            [class.text-warn]="figure.isWarning"
          >
            {{ figure.sum }}
          </dd>
          <dd class="text-meta text-soft tabular-nums">{{ figure.detail }}</dd>
        </div>
      }
    </dl>
  `,
  host: { class: 'block' },
})
export class BasketTotalsRow {
  readonly totals = input.required<BasketTotals['totals']>();
  protected readonly figures = computed(() =>
    (Object.keys(NAMES) as Figure[]).map((figure) => {
      const sums = this.totals().map((total) => ({ currency: total.currency, ...total[figure] }));
      const baskets = countIn(sums, 'baskets');
      return {
        name: NAMES[figure],
        sum: sumText(sums),
        detail: detailText(baskets, countIn(sums, 'units')),
        isWarning: figure === 'overdue' && baskets > 0,
      };
    }),
  );
}

const countIn = (sums: readonly BasketSum[], key: 'baskets' | 'units'): number =>
  sums.reduce((total, sum) => total + sum[key], 0);

/** "€120.00 + $15.00", or the number of units if nothing has a price. */
function sumText(sums: readonly (BasketSum & { currency: Currency | undefined })[]): string {
  const amounts = sums.flatMap(({ currency, total }) =>
    currency === undefined ? [] : [moneyText(total, currency)],
  );
  return amounts.length > 0 ? amounts.join(' + ') : formatNumber(countIn(sums, 'units'));
}

function detailText(baskets: number, units: number): string {
  const [basketsText, unitsText] = [baskets, units].map(formatNumber);
  return $localize`:@@baskets.totals.detail:Baskets: ${basketsText}:baskets: · Units: ${unitsText}:units:`;
}
