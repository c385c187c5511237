import type { NeedsRow } from '../../state/needs-rows';

/** The end of a row: the result of an act here, or of another operator's act. */
interface Past {
  readonly text: string;
  /** True while the act can be undone in the row. */
  readonly undoable: boolean;
}

export interface ShownRow {
  readonly key: string;
  readonly row: NeedsRow;
  /** Null while the decision is open. */
  readonly past: Past | null;
}

export interface ShownInput {
  /** Open rows in order of importance, with the rows of unfolded ones after their parents. */
  readonly open: readonly NeedsRow[];
  /** Rows that were just resolved here, by key. They stay in place with their results. */
  readonly settled: ReadonlyMap<string, { readonly row: NeedsRow; readonly past: Past }>;
  readonly before: readonly ShownRow[];
  /** True while the list must not move, because a pointer or the focus is in it. */
  readonly holds: boolean;
  /** Explains why an open row is gone, although nothing was decided here. */
  readonly endOf: (row: NeedsRow) => string;
}

/**
 * The rows of Needs you as shown. While the list must not move, every row keeps its place: a resolved row
 * shows its result, and new rows are added at the end. Otherwise rows are in order of importance, and only
 * rows that were just resolved here stay, each after the same number of rows as before.
 */
export function shownRows({ open, settled, before, holds, endOf }: ShownInput): ShownRow[] {
  const fresh = open.filter(({ key }) => !settled.has(key));
  if (holds) return heldRows(fresh, { settled, before, endOf });
  const rows = fresh.map(asOpen);
  for (const [index, { key }] of before.entries()) {
    const result = settled.get(key);
    if (result) rows.splice(Math.min(index, rows.length), 0, { key, ...result });
  }
  return rows;
}

function heldRows(
  fresh: readonly NeedsRow[],
  { settled, before, endOf }: Omit<ShownInput, 'open' | 'holds'>,
): ShownRow[] {
  const byKey = new Map(fresh.map((row) => [row.key, row]));
  const known = new Set(before.map(({ key }) => key));
  const unfolded = new Set(before.map(({ row }) => row.parent));
  const added = fresh.filter(({ key }) => !known.has(key));
  const kept = before.flatMap(({ key, row, past }): ShownRow[] => {
    const now = byKey.get(key);
    // The rows of a parent that was unfolded just now appear below it.
    const children = unfolded.has(key) ? [] : added.filter(({ parent }) => parent === key).map(asOpen);
    const end = settled.get(key);
    if (end) return [{ key, ...end }];
    if (now) return [asOpen(now), ...children];
    if (row.parent !== null && !isUnfolded(row.parent, fresh, byKey)) return [];
    return [{ key, row, past: { text: past?.text ?? endOf(row), undoable: false } }];
  });
  const shown = new Set(kept.map(({ key }) => key));
  return [...kept, ...added.filter(({ key }) => !shown.has(key)).map(asOpen)];
}

function isUnfolded(
  parent: string,
  fresh: readonly NeedsRow[],
  byKey: ReadonlyMap<string, NeedsRow>,
): boolean {
  return !byKey.has(parent) || fresh.some((row) => row.parent === parent);
}

function asOpen(row: NeedsRow): ShownRow {
  return { key: row.key, row, past: null };
}
