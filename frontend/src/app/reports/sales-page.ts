import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  signal,
} from '@angular/core';
import { ActivatedRoute, Router } from '@angular/router';
import type { CurrencySales, SalesPeriod, SalesTable } from '@sellary/contracts';
import { SALES_TABLES } from '@sellary/contracts';
import { ApiError } from '../api/api-error';
import { ReportsApi } from '../api/reports-api';
import { SessionStore } from '../auth/session-store';
import { deviceTimeZone, formatNumber } from '../i18n/format-locale';
import { EmptyState } from '../ui/empty-state';
import { NotLoaded } from '../ui/not-loaded';
import { moneyText } from '../ui/money';
import { SegmentedControl } from '../ui/segmented-control';
import { type DayRange, dayRangeOf, isDayText, PERIOD_NAMES, type PeriodName, periodText } from './period';
import { SalesOverTime } from './sales-over-time';
import { SalesTableView } from './sales-table-view';
import { salesTotals } from './sales-totals';

/** Identifies a currency in a report. Empty for shows without prices. */
const currencyKeyOf = ({ currency }: Pick<CurrencySales, 'currency'>): string =>
  currency === undefined ? '' : `${currency.code}${currency.digits}`;

/** Page with sales across all shows. The address contains the period and the table. */
@Component({
  selector: 'app-sales-page',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [EmptyState, NotLoaded, SegmentedControl, SalesOverTime, SalesTableView],
  templateUrl: './sales-page.html',
})
export class SalesPage {
  private readonly api = inject(ReportsApi);
  private readonly router = inject(Router);
  private readonly route = inject(ActivatedRoute);
  private readonly initialParams = this.route.snapshot.queryParamMap;
  protected readonly mayRead = inject(SessionStore).mayAct('operator');
  private readonly timeZone = deviceTimeZone();

  protected readonly periods: readonly { value: PeriodName; name: string }[] = [
    { value: 'this-month', name: $localize`:@@reports.period.this-month:This month` },
    { value: 'last-month', name: $localize`:@@reports.period.last-month:Last month` },
    { value: 'last-30-days', name: $localize`:@@reports.period.last-30-days:Last 30 days` },
    { value: 'this-year', name: $localize`:@@reports.period.this-year:This year` },
    { value: 'own', name: $localize`:@@reports.period.own:Other period` },
  ];
  protected readonly period = signal(
    PERIOD_NAMES.find((name) => name === this.initialParams.get('period')) ?? 'this-month',
  );
  /** The days that the user entered. Initially the days in the address, or last month. */
  protected readonly enteredDays = signal<DayRange>(
    dayRangeOrNull(this.initialParams.get('from'), this.initialParams.get('to')) ??
      dayRangeOf('last-month', new Date()),
  );
  protected readonly days = computed<DayRange>(() => {
    const name = this.period();
    return name === 'own' ? this.enteredDays() : dayRangeOf(name, new Date());
  });
  protected readonly periodText = computed(() => {
    return $localize`:@@reports.period.text:${periodText(this.days())}:days:, time zone ${this.timeZone}:zone:`;
  });
  protected readonly table = signal<SalesTable>(
    SALES_TABLES.find((name) => name === this.initialParams.get('table')) ?? 'items',
  );

  protected readonly report = resource({
    params: (): SalesPeriod | undefined =>
      this.mayRead && this.days().from <= this.days().to
        ? { ...this.days(), timeZone: this.timeZone }
        : undefined,
    loader: ({ params }) => this.api.sales(params),
  });
  /** Key of the chosen currency, which is kept when the period changes. */
  protected readonly chosenKey = signal<string | null>(null);
  /** Sales without prices last, so that the page first shows amounts, however many units have no price. */
  private readonly currencies = computed(() =>
    [...(this.report.hasValue() ? this.report.value().currencies : [])].sort(
      (a, b) => Number(a.currency === undefined) - Number(b.currency === undefined),
    ),
  );
  protected readonly shownSales = computed<CurrencySales | undefined>(() => {
    const currencies = this.currencies();
    return currencies.find((currency) => currencyKeyOf(currency) === this.chosenKey()) ?? currencies[0];
  });
  /** Computed here, because in a template `shownSales()?.currency` would be null instead of undefined. */
  protected readonly currency = computed(() => this.shownSales()?.currency);
  protected readonly shownKey = computed(() => currencyKeyOf(this.shownSales() ?? {}));
  protected readonly currencyChoices = computed(() =>
    this.currencies().map((entry) => ({
      value: currencyKeyOf(entry),
      name:
        entry.currency === undefined
          ? $localize`:@@reports.currency.none:No prices (units: ${formatNumber(entry.units)}:count:)`
          : `${entry.currency.code} ${moneyText(entry.amount, entry.currency)}`,
    })),
  );
  protected readonly totals = computed(() => {
    const shownSales = this.shownSales();
    return shownSales === undefined ? [] : salesTotals(shownSales);
  });
  protected readonly problem = computed(() => {
    const { from, to } = this.days();
    if (from > to) return $localize`:@@reports.period.reversed:The first day is after the last day.`;
    const [detail] = this.report.error() === undefined ? [] : ApiError.from(this.report.error()).details;
    return detail?.message ?? null;
  });

  constructor() {
    effect(() => {
      const days = this.period() === 'own' ? this.enteredDays() : null;
      const queryParams = {
        period: this.period() === 'this-month' ? null : this.period(),
        from: days?.from ?? null,
        to: days?.to ?? null,
        table: this.table() === 'items' ? null : this.table(),
      };
      void this.router.navigate([], { relativeTo: this.route, queryParams, replaceUrl: true });
    });
  }

  protected changeDay(field: keyof DayRange, day: string): void {
    if (isDayText(day)) this.enteredDays.update((days) => ({ ...days, [field]: day }));
  }
}

const dayRangeOrNull = (from: string | null, to: string | null): DayRange | null =>
  isDayText(from) && isDayText(to) ? { from, to } : null;
