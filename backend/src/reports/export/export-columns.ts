import { type Currency, decimalText, type ExportType } from '@sellary/contracts';
import { countedSql } from '../../claim-engine';
import { rowsInSlices, type Tx } from '../../kernel';

/**
 * Rows per slice: enough to make round trips negligible, and few enough that converting them does not block
 * the process.
 */
const ROWS_PER_SLICE = 250;

export type Cell = string | number | Date | null;
type Row = Record<string, Cell>;

/**
 * `money` is a number of minor units, written with the currency's decimal places. `text` is never read as a
 * number or date, even if it looks like one; `count` is a number; `time` is a point in time.
 */
export interface Column {
  name: string;
  type: 'text' | 'count' | 'time' | 'money';
  /** Value of every cell. */
  constant?: string;
}

export interface Sheet {
  name: string;
  columns: readonly Column[];
  /** Currency of the sheet's amounts, or null if it has none. */
  currency: Currency | null;
}

/** A sheet whose lines are a query's rows. The query's columns have the same names as the sheet's. */
export interface QuerySheet extends Sheet {
  sql: string;
}

interface SheetPlan extends Omit<QuerySheet, 'currency'> {
  /** Additional columns if the show has a currency. */
  moneyColumns: readonly string[];
}

const textColumns = (...names: string[]): Column[] => names.map((name) => ({ name, type: 'text' }));

/** Name of the claim's variant, from the end of its item key, or null if there is none. */
const VARIANT = `substring(c.item_key FROM '/(.*)$')`;

/** The variant's code, or the item's if the variant has none. */
const SKU = `coalesce((SELECT v->>'sku' FROM jsonb_array_elements(i.variants) v WHERE v->>'name' = ${VARIANT} LIMIT 1), i.sku)`;

const CLAIMS: SheetPlan = {
  name: 'Claims',
  moneyColumns: ['price'],
  columns: [
    { name: 'timestamp', type: 'time' },
    ...textColumns('item_number', 'item_title', 'user_handle', 'status'),
    { name: 'waitlist_position', type: 'count' },
    ...textColumns('platform', 'platform_user_id', 'variant', 'sku', 'paid'),
  ],
  sql: `SELECT c.claimed_at AS timestamp, coalesce(i.item_number, c.item_key) AS item_number, i.title AS item_title, b.handle AS user_handle, c.status,
      CASE WHEN c.status = 'waitlist' THEN row_number() OVER (PARTITION BY c.item_id, c.item_key, c.status ORDER BY c.place) END AS waitlist_position,
      b.platform, b.platform_user_id, CASE WHEN c.status = 'winner' THEN c.price END AS price, coalesce(${VARIANT}, c.why->>'variantAsked') AS variant, ${SKU} AS sku,
      CASE WHEN c.status = 'winner' THEN CASE WHEN c.paid THEN 'yes' ELSE 'no' END END AS paid
    FROM claims c JOIN buyers b ON b.id = c.buyer_id LEFT JOIN show_items i ON i.id = c.item_id
    WHERE c.show_id = $1 AND ${countedSql('c')} ORDER BY c.claimed_at, c.received_at, c.id`,
};

// One line per buyer who won something.
const BUYERS: SheetPlan = {
  name: 'Buyers',
  moneyColumns: ['amount_paid', 'amount'],
  columns: [
    ...textColumns('user_handle', 'items_claimed'),
    { name: 'total_items', type: 'count' },
    ...textColumns('platform', 'platform_user_id'),
  ],
  sql: `SELECT b.handle AS user_handle, won.items_claimed, won.total_items, b.platform, b.platform_user_id, won.amount_paid, won.amount
    FROM (SELECT buyer_id, sum(units)::bigint AS total_items, sum(amount)::bigint AS amount, sum(paid)::bigint AS amount_paid,
        string_agg(CASE WHEN units = 1 THEN item ELSE item || ' ×' || units END, ', ' ORDER BY position, item) AS items_claimed
      FROM (SELECT c.buyer_id, i.position, i.item_number || coalesce(' ' || ${VARIANT}, '') AS item, count(*) AS units, coalesce(sum(c.price), 0) AS amount,
          coalesce(sum(c.price) FILTER (WHERE c.paid), 0) AS paid FROM claims c JOIN show_items i ON i.id = c.item_id
        WHERE c.show_id = $1 AND c.status = 'winner' GROUP BY c.buyer_id, i.id, c.item_key) line
      GROUP BY buyer_id) won JOIN buyers b ON b.id = won.buyer_id
    ORDER BY lower(b.handle), b.id`,
};

const PLANS: Record<ExportType, SheetPlan> = { claims: CLAIMS, buyers: BUYERS };

/** A show's sheet, with amounts if the show has a currency. `$1` in its query is the show id. */
export function sheetOf(type: ExportType, currency: Currency | null): QuerySheet {
  const { moneyColumns, columns, ...plan } = PLANS[type];
  return { ...plan, ...withMoney(columns, moneyColumns, currency), currency };
}

/** Adds money columns and a currency column, unless `currency` is null. */
export const withMoney = (
  columns: readonly Column[],
  moneyColumns: readonly string[],
  currency: Currency | null,
): Pick<Sheet, 'columns'> => ({
  columns:
    currency === null
      ? columns
      : [
          ...columns,
          ...moneyColumns.map((name): Column => ({ name, type: 'money' })),
          { name: 'currency', type: 'text', constant: currency.code },
        ],
});

/** Writes a money cell as a decimal number, such as `14.90`. */
export const moneyText = (cell: Cell, currency: Currency, decimalSign: '.' | ','): string | null =>
  typeof cell === 'number' ? decimalText(cell, currency, decimalSign) : null;

/**
 * Reads the sheet's lines in batches (the last one may be empty), as fast as the caller consumes them. If the
 * caller stops, nothing more is read.
 */
export async function* exportRows(
  tx: Tx,
  sheet: QuerySheet,
  parameters: unknown[],
): AsyncGenerator<Cell[][]> {
  for await (const rows of rowsInSlices<Row>(tx, sheet.sql, parameters, ROWS_PER_SLICE)) {
    yield rows.map((row) => sheet.columns.map(({ name, constant }) => constant ?? row[name] ?? null));
  }
}
