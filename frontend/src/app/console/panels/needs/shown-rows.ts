import type { NeedsRow } from '../../state/needs-rows';

/** The result of a row that is no longer open, after an act here or a change elsewhere. */
interface RowEnd {
  readonly text: string;
  /** True while the act can be undone in the row. */
  readonly canUndo: boolean;
}

export interface ShownRow {
  readonly key: string;
  readonly row: NeedsRow;
  /** Null while the decision is open. */
  readonly end: RowEnd | null;
}

export interface ShownInput {
  /** Open rows in order of importance. The inner rows of an unfolded row follow it. */
  readonly openRows: readonly NeedsRow[];
  /** Rows just resolved here, by key. They stay in place with their results. */
  readonly resolved: ReadonlyMap<string, { readonly row: NeedsRow; readonly end: RowEnd }>;
  readonly previousRows: readonly ShownRow[];
  /** True while the list must not move, because a pointer or the focus is in it. */
  readonly isFrozen: boolean;
  /** Explains why a row that was not decided here is gone. */
  readonly endText: (row: NeedsRow) => string;
}

/**
 * The Needs you rows on screen. While the list must not move, every row keeps its place, a resolved row shows
 * its result, and new rows are added at the end. Otherwise, rows are in order of importance, and the only
 * resolved rows are rows just resolved here, each at its previous index, or at the end if the list is now
 * shorter.
 */
export function shownRows({ openRows, resolved, previousRows, isFrozen, endText }: ShownInput): ShownRow[] {
  const unresolved = openRows.filter(({ key }) => !resolved.has(key));
  if (isFrozen) return frozenRows(unresolved, { resolved, previousRows, endText });
  const rows = unresolved.map(asOpen);
  for (const [index, { key }] of previousRows.entries()) {
    const result = resolved.get(key);
    if (result) rows.splice(Math.min(index, rows.length), 0, { key, ...result });
  }
  return rows;
}

function frozenRows(
  unresolved: readonly NeedsRow[],
  { resolved, previousRows, endText }: Omit<ShownInput, 'openRows' | 'isFrozen'>,
): ShownRow[] {
  const byKey = new Map(unresolved.map((row) => [row.key, row]));
  const known = new Set(previousRows.map(({ key }) => key));
  const unfoldedBefore = new Set(previousRows.map(({ row }) => row.parent));
  const added = unresolved.filter(({ key }) => !known.has(key));
  const kept = previousRows.flatMap(({ key, row, end }): ShownRow[] => {
    const openRow = byKey.get(key);
    // A newly unfolded row's inner rows appear below it.
    const children = unfoldedBefore.has(key) ? [] : added.filter(({ parent }) => parent === key).map(asOpen);
    const result = resolved.get(key);
    if (result) return [{ key, ...result }];
    if (openRow) return [asOpen(openRow), ...children];
    if (row.parent !== null && isFolded(row.parent, unresolved, byKey)) return [];
    return [{ key, row, end: { text: end?.text ?? endText(row), canUndo: false } }];
  });
  const shown = new Set(kept.map(({ key }) => key));
  return [...kept, ...added.filter(({ key }) => !shown.has(key)).map(asOpen)];
}

function isFolded(key: string, rows: readonly NeedsRow[], byKey: ReadonlyMap<string, NeedsRow>): boolean {
  return byKey.has(key) && !rows.some(({ parent }) => parent === key);
}

function asOpen(row: NeedsRow): ShownRow {
  return { key: row.key, row, end: null };
}
