import { isDeepStrictEqual } from 'node:util';

/** Values by column, with times as ISO-8601. */
export type Columns = Readonly<Record<string, unknown>>;

/** Text columns that contain no viewer data, so that a difference may show their values. */
const SHOWN_TEXTS: ReadonlySet<string> = new Set(['status', 'outcome']);

/**
 * Compares a stored row with the values derived from the ledger. A column without a derived value is not
 * compared.
 * @returns the columns that differ
 */
export function differingColumns(stored: object, expected: Columns): string[] {
  const differing: string[] = [];
  // Avoids `Object.entries`, because a replay compares every column of every comment.
  for (const column in expected) {
    if (!isSame((stored as Columns)[column], expected[column])) differing.push(column);
  }
  return differing;
}

/** @returns the difference in one column, as text */
export function columnDifference(
  table: string,
  [id, column]: readonly [id: string, column: string],
  stored: unknown,
  expected: unknown,
): string {
  const isShown = canShow(column, stored) && canShow(column, expected);
  return isShown
    ? `${table} ${id}: ${column} is stored as ${String(stored)}, but should be ${String(expected)} according to the ledger`
    : `${table} ${id}: ${column} does not match the ledger`;
}

/** @returns the row's differences, as text */
export const columnDifferences = (table: string, id: string, stored: object, expected: Columns): string[] =>
  differingColumns(stored, expected).map((column) =>
    columnDifference(table, [id, column], (stored as Columns)[column], expected[column]),
  );

export const missingRow = (table: string, id: string): string =>
  `${table} ${id}: should exist according to the ledger, but is not stored`;

export const unexpectedRow = (table: string, id: string): string =>
  `${table} ${id}: is stored, but should not exist according to the ledger`;

function isSame(stored: unknown, expected: unknown): boolean {
  if (stored === expected) return true;
  if (typeof stored !== 'object' || stored === null) return false;
  if (stored instanceof Date) return stored.toISOString() === expected;
  // Most values have their parts in the same order, and comparing their JSON is faster than comparing the
  // parts.
  return JSON.stringify(stored) === JSON.stringify(expected) || isDeepStrictEqual(stored, expected);
}

const canShow = (column: string, value: unknown): boolean =>
  value === null || (typeof value === 'string' ? SHOWN_TEXTS.has(column) : typeof value !== 'object');
