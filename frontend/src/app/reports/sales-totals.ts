import type { CurrencySales } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { moneyText } from '../ui/money';

interface SalesTotal {
  name: string;
  figure: string;
  detail: string;
}

/** Sales figures in one currency, most important first. */
export function salesTotals({
  currency,
  amount,
  extras,
  paid,
  unpaid,
  units,
  unpriced,
  buyers,
  shows,
}: CurrencySales): readonly SalesTotal[] {
  return [
    ...(currency === undefined
      ? []
      : [
          {
            name: $localize`:@@reports.totals.sales:Sales`,
            figure: moneyText(amount, currency),
            detail:
              unpriced === 0
                ? $localize`:@@reports.totals.sales-detail:total price of units won`
                : $localize`:@@reports.totals.unpriced:units without a price, not included: ${formatNumber(unpriced)}:count:`,
          },
          {
            name: $localize`:@@reports.totals.paid:Paid`,
            figure: moneyText(paid, currency),
            detail:
              extras === 0
                ? $localize`:@@reports.totals.paid-detail:of these sales`
                : $localize`:@@reports.totals.paid-extras:out of ${moneyText(amount + extras, currency)}:total:, including ${moneyText(extras, currency)}:amount: in extra lines`,
          },
          {
            name: $localize`:@@reports.totals.unpaid:Not paid`,
            figure: moneyText(unpaid, currency),
            detail: $localize`:@@reports.totals.unpaid-detail:the rest`,
          },
        ]),
    {
      name: $localize`:@@reports.totals.units:Units won`,
      figure: formatNumber(units),
      detail: $localize`:@@reports.totals.units-detail:released units are left out`,
    },
    {
      name: $localize`:@@reports.totals.buyers:Buyers`,
      figure: formatNumber(buyers),
      detail: $localize`:@@reports.totals.buyers-detail:with at least one unit`,
    },
    {
      name: $localize`:@@reports.totals.shows:Shows`,
      figure: formatNumber(shows),
      detail: $localize`:@@reports.totals.shows-detail:with at least one unit won`,
    },
  ];
}
