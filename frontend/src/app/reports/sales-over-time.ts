import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { BucketUnit, CurrencySales, SalesBucket, SalesReport } from '@sellary/contracts';
import { ReportsApi } from '../api/reports-api';
import { formatNumber } from '../i18n/format-locale';
import { type ExportChoice, ExportButtons } from '../ui/export-buttons';
import { moneyText } from '../ui/money';
import { PAYMENT_HEADINGS, paymentTexts, SALES_HEADING } from './payment-columns';
import { dayRangeText, monthText } from './period';

const HEADINGS: Record<BucketUnit, string> = {
  day: $localize`:@@reports.over-time.by-day:Sales by day`,
  week: $localize`:@@reports.over-time.by-week:Sales by week`,
  month: $localize`:@@reports.over-time.by-month:Sales by month`,
};

interface Bar {
  readonly label: string;
  readonly figure: string;
  readonly units: string;
  /** Extra lines, paid, and not paid; empty without a currency. */
  readonly payments: readonly string[];
  /** Height as a percentage of the highest bar. */
  readonly height: number;
}

/** A period's sales as bars, and as a table for screen readers and paper. */
@Component({
  selector: 'app-sales-over-time',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [ExportButtons],
  templateUrl: './sales-over-time.html',
  host: { class: 'block' },
})
export class SalesOverTime {
  readonly sales = input.required<CurrencySales>();
  readonly report = input.required<SalesReport>();
  private readonly api = inject(ReportsApi);

  protected readonly amountHeadings = [SALES_HEADING, ...PAYMENT_HEADINGS];
  protected readonly heading = computed(() => HEADINGS[this.report().bucketUnit]);
  protected readonly bars = computed<readonly Bar[]>(() => {
    const { buckets, currency } = this.sales();
    const highest = Math.max(1, ...buckets.map((bucket) => this.sizeOf(bucket)));
    return buckets.map((bucket) => ({
      label: this.labelOf(bucket),
      figure: this.figureOf(bucket),
      units: formatNumber(bucket.units),
      payments: currency === undefined ? [] : paymentTexts(bucket, currency),
      height: (this.sizeOf(bucket) / highest) * 100,
    }));
  });
  /** Labels below the bars: the first, the middle, and the last. */
  protected readonly axisLabels = computed(() => {
    const labels = this.bars().map(({ label }) => label);
    const last = labels.length - 1;
    return [...new Set([0, Math.floor(last / 2), last])].map((index) => labels[index] ?? '');
  });
  protected readonly best = computed(() => {
    const { buckets } = this.sales();
    const best = buckets.reduce((highest, bucket) =>
      this.sizeOf(bucket) > this.sizeOf(highest) ? bucket : highest,
    );
    return $localize`:@@reports.over-time.best:Highest: ${this.figureOf(best)}:amount: (${this.labelOf(best)}:days:).`;
  });
  protected readonly exports = computed<readonly ExportChoice[]>(() => {
    const { from, to, timeZone } = this.report();
    const { currency } = this.sales();
    const name = $localize`:@@reports.export.over-time:Export sales over time`;
    return [
      { name, load: (style) => this.api.exportSales('timeline', { from, to, timeZone }, currency, style) },
    ];
  });

  private sizeOf({ units, amount }: SalesBucket): number {
    return this.sales().currency === undefined ? units : amount;
  }

  private figureOf({ units, amount }: SalesBucket): string {
    const { currency } = this.sales();
    return currency === undefined ? formatNumber(units) : moneyText(amount, currency);
  }

  private labelOf(bucket: SalesBucket): string {
    const isMonth = this.report().bucketUnit === 'month' && bucket.from !== bucket.to;
    return isMonth ? monthText(bucket) : dayRangeText(bucket);
  }
}
