import type { Currency, SummaryTotals } from '@sellary/contracts';
import { formatNumber } from '../i18n/format-locale';
import { moneyText } from '../ui/money';

export interface Total {
  name: string;
  figure: string;
  /** Explanation of the figure: its maximum, its parts, or its meaning. */
  detail: string;
}

/** Returns a show's figures, most important first. */
export function summaryTotals(totals: SummaryTotals, currency?: Currency): readonly Total[] {
  return [
    ...(currency === undefined
      ? []
      : [
          {
            name: $localize`:@@summary.totals.sales:Sales`,
            figure: moneyText(totals.amountWon, currency),
            detail: salesDetail(totals, currency),
          },
        ]),
    {
      name: $localize`:@@summary.totals.units-won:Units won`,
      figure: formatNumber(totals.unitsClaimed),
      detail: $localize`:@@summary.totals.of-units:of ${formatNumber(totals.unitsTotal)}:total: units`,
    },
    {
      name: $localize`:@@summary.totals.buyers:Buyers`,
      figure: formatNumber(totals.uniqueBuyers),
      detail: $localize`:@@summary.totals.buyers-detail:with at least one unit`,
    },
    {
      name: $localize`:@@summary.totals.items-with-sales:Items with sales`,
      figure: formatNumber(totals.itemsClaimed),
      detail: $localize`:@@summary.totals.of-items:of ${formatNumber(totals.items)}:total: items`,
    },
    {
      name: $localize`:@@summary.totals.waiting:Still waiting`,
      figure: formatNumber(totals.waitlisted),
      detail: $localize`:@@summary.totals.waiting-detail:claims on a waitlist`,
    },
    {
      name: $localize`:@@summary.totals.passed-or-released:Passed or released`,
      figure: formatNumber(totals.passed + totals.released),
      detail: $localize`:@@summary.totals.passed-and-released:${formatNumber(totals.passed)}:passed: passed, ${formatNumber(totals.released)}:released: released`,
    },
    {
      name: $localize`:@@summary.totals.unknown-numbers:Unknown item numbers`,
      figure: formatNumber(totals.unmatched),
      detail: $localize`:@@summary.totals.unknown-numbers-detail:claims that match no item`,
    },
    {
      name: $localize`:@@summary.totals.claims:Claims`,
      figure: formatNumber(totals.claims),
      detail: $localize`:@@summary.totals.claims-detail:of any status`,
    },
    {
      name: $localize`:@@summary.totals.comments:Comments`,
      figure: formatNumber(totals.comments),
      detail:
        totals.review > 0
          ? $localize`:@@summary.totals.still-to-review:${formatNumber(totals.review)}:count: still to review`
          : $localize`:@@summary.totals.all-reviewed:none left to review`,
    },
  ];
}

/**
 * Returns the paid and unpaid sums, or a general text until a unit is paid. Workspaces that do not use
 * baskets always get the general text.
 */
function salesDetail(
  { unitsPaid, amountPaid = 0, amountWon = 0 }: SummaryTotals,
  currency: Currency,
): string {
  if (unitsPaid === 0) return $localize`:@@summary.totals.sales-detail:total price of units won`;
  const [paid, unpaid] = [moneyText(amountPaid, currency), moneyText(amountWon - amountPaid, currency)];
  return $localize`:@@summary.totals.sales-paid:${paid}:paid: paid, ${unpaid}:unpaid: unpaid`;
}
