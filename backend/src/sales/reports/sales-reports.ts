import { Injectable } from '@nestjs/common';
import type {
  BuyerSales,
  CurrencySales,
  ItemSales,
  Payments,
  SalesList,
  SalesReport,
  SalesRows,
  SalesTable,
  ShowSales,
  UnsoldItem,
} from '@sellary/contracts';
import {
  badCursor,
  BOUNDED_READ,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  type PageQuery,
  toPage,
  Transactions,
  type Tx,
} from '../../kernel';
import { bucketsOf, bucketUnitOf, type Period, periodOf } from './period';
import { pageQuery, TOTALS } from './sales-queries';

const SLOT_MS = 900_000;

export interface PeriodRequest {
  from: string;
  to: string;
  timeZone?: string;
}

interface TableRequest extends PeriodRequest, PageQuery {
  /** ISO 4217 code. Absent for shows without prices. */
  currency?: string;
  digits?: number;
}

interface CurrencyKey {
  code: string | null;
  digits: number | null;
}

/** Sums as PostgreSQL writes them. */
type MoneyTexts = Record<'amount' | keyof Payments, string>;

interface SlotRow extends CurrencyKey, MoneyTexts {
  /** Quarter hours since the epoch. */
  slot: number;
  units: number;
}

interface TotalsRow {
  totals: Pick<SalesReport, 'units' | 'buyers' | 'shows'>;
  currencies: (CurrencyKey & Pick<CurrencySales, 'units' | 'unpriced' | 'buyers' | 'shows'> & MoneyTexts)[];
  slots: SlotRow[];
}

/** Sums up what was won across a workspace's shows. Each response comes from one database snapshot. */
@Injectable()
export class SalesReports {
  constructor(private readonly transactions: Transactions) {}

  /** @throws ApiError VALIDATION_FAILED */
  report(workspaceId: string, request: PeriodRequest): Promise<SalesReport> {
    const period = requestedPeriod(request);
    return this.transactions.snapshot((tx) => readReport(tx, workspaceId, period), BOUNDED_READ);
  }

  /** @throws ApiError VALIDATION_FAILED */
  table<T extends SalesTable>(workspaceId: string, table: T, request: TableRequest): Promise<SalesList<T>> {
    const limit = request.limit ?? DEFAULT_PAGE_SIZE;
    const after = decodeCursor(request.cursor);
    const parameters = tableParameters(workspaceId, requestedPeriod(request), request);
    const rank = after === null ? null : rankOf(after.sortValue);
    return this.transactions.snapshot(async (tx) => {
      const rows = await tx.query<TableRow<T>>(pageQuery(table), [
        ...parameters,
        rank,
        after?.id ?? null,
        limit + 1,
      ]);
      const page = toPage(rows, limit, (row) => ({ sortValue: row.rank, id: row.id }));
      return { rows: page.rows.map((row) => CONVERTERS[table](row)), nextCursor: page.nextCursor };
    }, BOUNDED_READ);
  }
}

/** @throws ApiError VALIDATION_FAILED */
function rankOf(text: string): string {
  if (!/^\d{1,30}$/.test(text)) throw badCursor();
  return text;
}

/** @throws ApiError VALIDATION_FAILED */
export const requestedPeriod = ({ from, to, timeZone }: PeriodRequest): Period =>
  periodOf(from, to, timeZone ?? 'UTC');

/** Parameters for every query in `TABLES`. */
export const tableParameters = (
  workspaceId: string,
  { start, end }: Period,
  { currency, digits }: Pick<TableRequest, 'currency' | 'digits'>,
): unknown[] => [workspaceId, start, end, currency ?? null, digits ?? null];

/** Reads the totals and the sales over time in one statement. */
export async function readReport(tx: Tx, workspaceId: string, period: Period): Promise<SalesReport> {
  const [row] = await tx.query<TotalsRow>(TOTALS, [workspaceId, period.start, period.end]);
  const { totals, currencies, slots } = row as TotalsRow;
  const bucketUnit = bucketUnitOf(period);
  return {
    from: period.from,
    to: period.to,
    timeZone: period.wallClock.timeZone,
    ...totals,
    bucketUnit,
    currencies: currencies.map(({ code, digits, ...sums }) => ({
      ...(code === null || digits === null ? {} : { currency: { code, digits } }),
      ...sums,
      ...exactMoney(sums),
      buckets: fillBuckets(
        period,
        bucketUnit,
        slots.filter((slot) => slot.code === code && slot.digits === digits),
      ),
    })),
  };
}

function fillBuckets(
  period: Period,
  unit: SalesReport['bucketUnit'],
  slots: SlotRow[],
): CurrencySales['buckets'] {
  const buckets = bucketsOf(period, unit).map((range) => ({
    ...range,
    units: 0,
    amount: 0,
    extras: 0,
    paid: 0,
    unpaid: 0,
  }));
  for (const { slot, units, ...sums } of slots) {
    const day = period.wallClock.dayAt(new Date(slot * SLOT_MS));
    const bucket = buckets.findLast(({ from }) => from <= day);
    if (bucket === undefined) throw new Error(`No bucket contains ${day}`);
    const money = exactMoney(sums);
    bucket.units += units;
    for (const name of MONEY_NAMES) bucket[name] += money[name];
  }
  return buckets;
}

/** @throws Error if the sum would lose precision as a number */
function exactAmount(sum: string): number {
  const amount = Number(sum);
  if (!Number.isSafeInteger(amount)) throw new Error(`The sum ${sum} is too large for a report`);
  return amount;
}

export const MONEY_NAMES = ['amount', 'extras', 'paid', 'unpaid'] as const satisfies (keyof MoneyTexts)[];

/** @throws Error if a sum would lose precision as a number */
const exactMoney = ({ amount, extras, paid, unpaid }: MoneyTexts): { amount: number } & Payments => ({
  amount: exactAmount(amount),
  extras: exactAmount(extras),
  paid: exactAmount(paid),
  unpaid: exactAmount(unpaid),
});

type MoneyIn<T> = T extends Payments ? MoneyTexts : Pick<MoneyTexts, 'amount'>;
type Row<T extends { amount: number }> = Omit<T, keyof MoneyIn<T>> &
  MoneyIn<T> & { id: string; rank: string };
interface TableRows {
  items: Row<ItemSales>;
  buyers: Row<Omit<BuyerSales, 'buyer'> & Omit<BuyerSales['buyer'], 'id'>>;
  shows: Row<Omit<ShowSales, 'startedAt'>> & { startedAt: Date | null };
  unsold: Row<Omit<UnsoldItem, 'show'>> & { showId: string; showName: string };
}
type TableRow<T extends SalesTable> = TableRows[T];

const CONVERTERS: { [T in SalesTable]: (row: TableRow<T>) => SalesRows[T] } = {
  items: ({ rank, amount, ...row }) => ({ ...row, amount: exactAmount(amount) }),
  buyers: ({ id, name, units, amount, extras, paid, unpaid, shows, rank, ...buyer }) => ({
    id,
    name,
    buyer: { id, ...buyer },
    units,
    ...exactMoney({ amount, extras, paid, unpaid }),
    shows,
  }),
  shows: ({ rank, startedAt, ...row }) => ({
    ...row,
    ...exactMoney(row),
    startedAt: startedAt?.toISOString() ?? null,
  }),
  unsold: ({ rank, amount, showId, showName, ...row }) => ({
    ...row,
    amount: exactAmount(amount),
    show: { id: showId, name: showName },
  }),
};
