import type { Currency } from '@sellary/contracts';
import { type ColumnRole, rolesFromHeader } from './sheet-columns';

/** Maximum number of lines above the header, such as the list's name and date. */
const MAX_LINES_ABOVE = 5;
/** Maximum number of filled cells in such a line. */
const MAX_PREAMBLE_CELLS = 2;

interface SheetHeader {
  /** Index of the header among the lines. */
  index: number;
  /** Null if too few of the header's words are known. */
  roles: ColumnRole[] | null;
}

/** Finds the header line. Returns null if there is none. */
export function findHeader(
  lines: readonly (readonly string[])[],
  currency: Currency | null,
): SheetHeader | null {
  for (const [index, cells] of lines.slice(0, MAX_LINES_ABOVE + 1).entries()) {
    const roles = rolesFromHeader(cells, currency);
    if (roles !== null) return { index, roles };
    if (countFilled(cells) > MAX_PREAMBLE_CELLS) break;
  }
  return isUnknownHeader(lines[0] ?? [], lines.slice(1)) ? { index: 0, roles: null } : null;
}

const countFilled = (cells: readonly string[]): number => cells.filter((cell) => cell !== '').length;

/**
 * True for a line of words above a column of numbers that is not the first column. Such a line is a header
 * with unknown words.
 */
function isUnknownHeader(first: readonly string[], rest: readonly (readonly string[])[]): boolean {
  if (rest.length === 0 || countFilled(first) < 2 || first.some((cell) => /\p{Nd}/u.test(cell))) return false;
  return first.some((cell, index) => {
    const below = rest.map((cells) => cells[index] ?? '').filter((text) => text !== '');
    return cell !== '' && index > 0 && below.length > 0 && below.every((text) => /^\P{L}*\p{Nd}/u.test(text));
  });
}
