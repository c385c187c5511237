import type { Currency } from '@sellary/contracts';
import { headerRole } from './sheet-headers';
import { isPrice, isVariantList } from './stock-cell';

/** Meaning of a column in a pasted table. */
export const COLUMN_ROLES = [
  'number',
  'title',
  'units',
  'price',
  'compare',
  'currency',
  'code',
  'ignore',
] as const;
export type ColumnRole = (typeof COLUMN_ROLES)[number];

/** Default roles by position, for columns without a known header. */
const DEFAULT_ROLES = ['number', 'title', 'units'] as const;
const COUNT = /^\d+$/;

/** The column roles from a header line, or null if too few of its words are known. */
export function rolesFromHeader(
  cells: readonly string[],
  currency: Currency | null = null,
): ColumnRole[] | null {
  const roles = withSkuAsCode(
    cells,
    cells.map((cell) => headerRole(cell, currency)),
  );
  const knownCount = roles.filter((role) => role !== 'ignore').length;
  if (!roles.includes('number') && knownCount < 2) return null;
  // If only the number is known, the other columns get their default roles.
  const completed =
    knownCount === 1
      ? withoutRepeats(roles.map((role, index) => (role === 'number' ? role : defaultRole(index))))
      : roles;
  return completed.includes('number') ? withoutRepeats(completed) : withNumber(withoutRepeats(completed));
}

/** The column roles of a table without a header line, inferred from column positions and contents. */
export function rolesFromCells(
  rows: readonly (readonly string[])[],
  currency: Currency | null = null,
): ColumnRole[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const columns = Array.from({ length: width }, (_, index) =>
    rows.map((row) => row[index] ?? '').filter((cell) => cell !== ''),
  );
  const hasCounts = (index: number): boolean => {
    const cells = columns[index] ?? [];
    return cells.filter((cell) => COUNT.test(cell) || isVariantList(cell)).length * 2 > cells.length;
  };
  const hasVariantLists = (index: number): boolean =>
    hasCounts(index) && (columns[index] ?? []).some(isVariantList);
  const hasPrices = (index: number): boolean => (columns[index] ?? []).some(isPrice);
  const roles = columns.map((): ColumnRole => 'ignore');
  if (width > 0) roles[0] = 'number';
  // "101, 3, Dress": the counts come before the titles.
  const countsFirst = hasCounts(1) && width > 2 && !hasCounts(2) && !hasPrices(2);
  const title = countsFirst ? 2 : 1;
  if (title < width) roles[title] = 'title';
  const others = [1, 2, 3, 4].filter((index) => index < width && index !== title);
  const units =
    others.find(hasVariantLists) ?? others.find(hasCounts) ?? (hasPrices(2) ? undefined : others.at(0));
  if (units !== undefined && (hasCounts(units) || !hasPrices(units))) roles[units] = 'units';
  const price =
    currency === null ? -1 : roles.findIndex((role, index) => role === 'ignore' && hasPrices(index));
  if (price !== -1) roles[price] = 'price';
  return roles;
}

/** Gives a column a role. The column that previously had the role is then ignored. */
export function withRole(roles: readonly ColumnRole[], index: number, role: ColumnRole): ColumnRole[] {
  return roles.map((oldRole, column) => {
    if (column === index) return role;
    return oldRole === role ? 'ignore' : oldRole;
  });
}

/** Treats a SKU column as the item number, or as the item's code if there is another number column. */
function withSkuAsCode(cells: readonly string[], roles: readonly ColumnRole[]): ColumnRole[] {
  const isSku = (index: number): boolean => roles[index] === 'number' && /^sku$/i.test(cells[index] ?? '');
  const hasOther = roles.some((role, index) => role === 'number' && !isSku(index));
  return roles.map((role, index) => (hasOther && isSku(index) ? 'code' : role));
}

/** Keeps the first column of each role, and ignores the others. */
function withoutRepeats(roles: readonly ColumnRole[]): ColumnRole[] {
  return roles.map((role, index) => (roles.indexOf(role) === index ? role : 'ignore'));
}

/** Makes the first column without a role the number column. */
function withNumber(roles: readonly ColumnRole[]): ColumnRole[] {
  const firstIgnored = roles.indexOf('ignore');
  return roles.map((role, index) => (index === firstIgnored ? 'number' : role));
}

function defaultRole(index: number): ColumnRole {
  return DEFAULT_ROLES[index] ?? 'ignore';
}
