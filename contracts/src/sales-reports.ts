import type { Buyer } from './claims';
import type { Currency } from './money';

/** Maximum length of the period of a report, in days. */
export const MAX_REPORT_DAYS = 1_100;

/** A period of a report: days of a time zone. */
export interface SalesPeriod {
  /** First day, such as `2026-10-01`. */
  from: string;
  /** Last day. */
  to: string;
  /** IANA name. */
  timeZone: string;
}

export const BUCKET_UNITS = ['day', 'week', 'month'] as const;
export type BucketUnit = (typeof BUCKET_UNITS)[number];

/**
 * Money that buyers paid and owe, as their baskets add it up, in minor units: `paid` + `unpaid` = `amount` +
 * `extras`. The extra lines of a basket (shipping, a discount) count with its first unit: on the day, for the
 * buyer, and in the show of that unit.
 */
export interface Payments {
  extras: number;
  /** Units and extra lines that are paid. */
  paid: number;
  /** Units and extra lines that are not paid. */
  unpaid: number;
}

export interface SalesBucket extends Payments {
  /** First and last day; weeks begin on Monday. */
  from: string;
  to: string;
  units: number;
  /** In minor units. */
  amount: number;
}

/** Units that were won in one currency. Amounts of several currencies are never added. */
export interface CurrencySales extends Payments {
  /** Absent for shows that sold without prices. */
  currency?: Currency;
  units: number;
  /** Units that were won without a price, and are not in the amount. */
  unpriced: number;
  /** In minor units. */
  amount: number;
  buyers: number;
  shows: number;
  /** The whole period without gaps. */
  buckets: SalesBucket[];
}

/**
 * `GET /api/reports/sales`: units that are won at this moment, by the day of their claim. A released unit no
 * longer counts, on any day.
 */
export interface SalesReport extends SalesPeriod {
  units: number;
  /** People, each with all of their accounts. */
  buyers: number;
  /** Shows with a unit that was won in the period. */
  shows: number;
  bucketUnit: BucketUnit;
  /** The currency with the most units first. */
  currencies: CurrencySales[];
}

/** Tables of a report: each of one currency, with the highest amount first. */
export const SALES_TABLES = ['items', 'buyers', 'shows', 'unsold'] as const;
export type SalesTable = (typeof SALES_TABLES)[number];
/** Files of a report. */
export const SALES_EXPORTS = [...SALES_TABLES, 'timeline'] as const;
export type SalesExport = (typeof SALES_EXPORTS)[number];

/** The items with the same number and title, from all shows. */
export interface ItemSales {
  /** Id of one of the items. */
  id: string;
  itemNumber: string;
  title: string | null;
  units: number;
  amount: number;
  shows: number;
}

export interface BuyerSales extends Payments {
  /** The person: the id of their first account. */
  id: string;
  /** Name that operators gave the person. */
  name: string | null;
  buyer: Buyer;
  units: number;
  amount: number;
  shows: number;
}

export interface ShowSales extends Payments {
  id: string;
  name: string;
  startedAt: string | null;
  units: number;
  amount: number;
  buyers: number;
}

/** An item with units that were not won, of a show that started in the period. */
export interface UnsoldItem {
  id: string;
  itemNumber: string;
  title: string | null;
  show: { id: string; name: string };
  /** Units that were not won. */
  units: number;
  totalQuantity: number;
  /** Sum of their prices. */
  amount: number;
}

export interface SalesRows {
  items: ItemSales;
  buyers: BuyerSales;
  shows: ShowSales;
  unsold: UnsoldItem;
}

/** `GET /api/reports/sales/{table}` */
export interface SalesList<T extends SalesTable = SalesTable> {
  rows: SalesRows[T][];
  nextCursor: string | null;
}
