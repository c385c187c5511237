import type { Currency } from '@sellary/contracts';
import { moneyText } from '../ui/money';

/** Headings of the amount columns, which a report's tables have if there is a currency. */
export const SALES_HEADING = $localize`:@@reports.column.sales:Sales`;
export const PAYMENT_HEADINGS: readonly string[] = [
  $localize`:Sum of the baskets' extra lines, such as shipping|@@reports.column.extras:Extra lines`,
  $localize`:@@reports.column.paid:Paid`,
  $localize`:@@reports.column.unpaid:Not paid`,
];

/** Amounts in the order of `PAYMENT_HEADINGS`. */
export const paymentTexts = (
  { extras, paid, unpaid }: { extras: number; paid: number; unpaid: number },
  currency: Currency,
): string[] => [extras, paid, unpaid].map((sum) => moneyText(sum, currency));
