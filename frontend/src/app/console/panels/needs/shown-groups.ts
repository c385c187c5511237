import type { FoldRow, NeedsRow } from '../../state/needs-rows';
import type { ShownRow } from './shown-rows';

/**
 * Groups open rows as they are on screen, for a list that must not move. A row shown by itself does not join a
 * fold, and a shown fold keeps its rows. Otherwise, they would seem to be resolved.
 */
export function inShownGroups(rows: readonly NeedsRow[], shown: readonly ShownRow[]): NeedsRow[] {
  const singles = new Set(
    shown.flatMap(({ key, row }) => (row.kind !== 'fold' && row.parent === null ? [key] : [])),
  );
  const openKeys = new Set(rows.map(({ key }) => key));
  const keptFolds = shown.flatMap(({ row, end }): FoldRow[] => {
    if (row.kind !== 'fold' || end !== null || openKeys.has(row.key)) return [];
    const keys = new Set(row.rows.map(({ key }) => key));
    const members = rows.filter(({ key }) => keys.has(key));
    return members.length > 1 ? [{ ...row, rows: members }] : [];
  });
  const inFolds = new Set(keptFolds.flatMap((fold) => fold.rows.map(({ key }) => key)));
  const others = rows.filter(({ key }) => !inFolds.has(key));
  return [...keptFolds, ...others.flatMap((row) => (row.kind === 'fold' ? split(row, singles) : [row]))];
}

/** Takes the rows shown by themselves out of a fold. A fold of one row is that row. */
function split(fold: FoldRow, singles: ReadonlySet<string>): NeedsRow[] {
  const alone = fold.rows.filter(({ key }) => singles.has(key));
  const rest = fold.rows.filter(({ key }) => !singles.has(key));
  return rest.length > 1 ? [...alone, { ...fold, rows: rest }] : [...alone, ...rest];
}
