import type { Buyer } from './claims';
import type { Currency } from './money';

/** Maximum length of a report's period, in days. */
export const MAX_REPORT_DAYS = 1_100;

/** A report's period: whole days in a time zone. */
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
 * Money that buyers have paid and still owe according to their baskets, in minor units: `paid` + `unpaid` =
 * `amount` + `extras`. A basket's extra lines (shipping, a discount) are counted with its first unit, under
 * that unit's day, buyer, and show.
 */
export interface Payments {
  extras: number;
  /** Paid units and extra lines. */
  paid: number;
  /** Unpaid units and extra lines. */
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

/** Units won in one currency. Amounts in different currencies are never added. */
export interface CurrencySales extends Payments {
  /** Absent for shows that sold without prices. */
  currency?: Currency;
  units: number;
  /** Units won without a price, which are not in the amount. */
  unpriced: number;
  /** In minor units. */
  amount: number;
  buyers: number;
  shows: number;
  /** The whole period without gaps. */
  buckets: SalesBucket[];
}

/**
 * `GET /api/reports/sales`: units currently won, by the day of their claim. Once released, a unit is no
 * longer counted on any day.
 */
export interface SalesReport extends SalesPeriod {
  units: number;
  /** Number of people. All accounts of a person count as one buyer. */
  buyers: number;
  /** Shows with a unit won in the period. */
  shows: number;
  bucketUnit: BucketUnit;
  /** The currency with the most units first. */
  currencies: CurrencySales[];
}

/** Report tables, each in one currency, sorted by descending amount, or by units if shows have no prices. */
export const SALES_TABLES = ['items', 'buyers', 'shows', 'unsold'] as const;
export type SalesTable = (typeof SALES_TABLES)[number];
/** Files that a report can be exported to. */
export const SALES_EXPORTS = [...SALES_TABLES, 'timeline'] as const;
export type SalesExport = (typeof SALES_EXPORTS)[number];

/** Items with the same number and title, across shows. */
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
  /** Name that operators have given the person. */
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

/** An item with unsold units, in a show that started in the period. */
export interface UnsoldItem {
  id: string;
  itemNumber: string;
  title: string | null;
  show: { id: string; name: string };
  /** Units that were not won. */
  units: number;
  totalQuantity: number;
  /** Sum of the unsold units' prices. */
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
