import { ChangeDetectionStrategy, Component, computed, inject, input, model } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { BuyerSales, Currency, SalesPeriod, SalesRows, SalesTable } from '@sellary/contracts';
import { ReportsApi } from '../api/reports-api';
import { formatNumber } from '../i18n/format-locale';
import { buyerName } from '../ui/buyer-name';
import { type ExportChoice, ExportButtons } from '../ui/export-buttons';
import { NotLoaded } from '../ui/not-loaded';
import { LoadMore } from '../ui/load-more';
import { moneyText } from '../ui/money';
import { paged } from '../ui/paged';
import { SegmentedControl } from '../ui/segmented-control';
import { DayPipe } from '../ui/times';
import { PAYMENT_HEADINGS, paymentTexts, SALES_HEADING } from './payment-columns';

const PAGE_SIZE = 50;

type Row = { [T in SalesTable]: { table: T } & SalesRows[T] }[SalesTable];

interface TableText {
  tab: string;
  export: string;
  empty: string;
}

const TEXTS: Record<SalesTable, TableText> = {
  items: {
    tab: $localize`:@@reports.table.items:Items`,
    export: $localize`:@@reports.export.items:Export items`,
    empty: $localize`:@@reports.table.items.empty:No items were sold in this period.`,
  },
  buyers: {
    tab: $localize`:@@reports.table.buyers:Buyers`,
    export: $localize`:@@reports.export.buyers:Export buyers`,
    empty: $localize`:@@reports.table.buyers.empty:No buyers in this period.`,
  },
  shows: {
    tab: $localize`:@@reports.table.shows:Shows`,
    export: $localize`:@@reports.export.shows:Export shows`,
    empty: $localize`:@@reports.table.shows.empty:No shows sold anything in this period.`,
  },
  unsold: {
    tab: $localize`:@@reports.table.unsold:Unsold`,
    export: $localize`:@@reports.export.unsold:Export unsold items`,
    empty: $localize`:@@reports.table.unsold.empty:No units are left from the shows that started in this period.`,
  },
};

/** A report's tables: items, buyers, shows, and unsold items. */
@Component({
  selector: 'app-sales-table-view',
  changeDetection: ChangeDetectionStrategy.OnPush,
  imports: [RouterLink, ExportButtons, NotLoaded, LoadMore, SegmentedControl, DayPipe],
  templateUrl: './sales-table-view.html',
  host: { class: 'block' },
})
export class SalesTableView {
  readonly period = input.required<SalesPeriod>();
  readonly currency = input.required<Currency | undefined>();
  readonly table = model.required<SalesTable>();
  private readonly api = inject(ReportsApi);
  private readonly days = computed(() => {
    const { from, to, timeZone } = this.period();
    return { from, to, timeZone };
  });
  protected readonly tabs = (Object.keys(TEXTS) as SalesTable[]).map((value) => ({
    value,
    name: TEXTS[value].tab,
  }));
  protected readonly texts = computed(() => TEXTS[this.table()]);
  protected readonly list = paged(
    () => ({ table: this.table(), days: this.days(), currency: this.currency() }),
    async ({ table, days, currency }, cursor) => {
      const page = { limit: PAGE_SIZE, cursor };
      const { rows, nextCursor } = await this.api.salesTable(table, days, currency, page);
      // The cast pairs the table with its rows, which TypeScript cannot infer from the call.
      return { rows: rows.map((row) => ({ table, ...row }) as Row), nextCursor };
    },
    ({ rows }) => rows,
  );
  protected readonly exports = computed<readonly ExportChoice[]>(() => {
    const [table, days, currency] = [this.table(), this.days(), this.currency()];
    return [
      { name: this.texts().export, load: (style) => this.api.exportSales(table, days, currency, style) },
    ];
  });
  protected readonly number = formatNumber;
  protected readonly money = moneyText;
  protected readonly payments = paymentTexts;
  protected readonly salesHeading = SALES_HEADING;
  protected readonly paymentHeadings = PAYMENT_HEADINGS;
  protected readonly noTitle = $localize`:@@reports.table.no-title:No title`;

  protected nameOf({ name, buyer }: Pick<BuyerSales, 'name' | 'buyer'>): string {
    return name ?? buyerName(buyer);
  }
}
