import type { Board } from '../domain/allocation';
import { type RecordedClaim, type RecordedItem, stockLinesOf } from './records';

/** Differences between the claims of a replayed board and the stored ones, as text. */
export function claimDifferences(board: Board, rows: readonly RecordedClaim[]): string[] {
  const differences = rows.flatMap((row) => {
    const claim = board.claim(row.id);
    if (claim === undefined) return [`claim ${row.id} is stored but does not follow from the record`];
    if (claim.status !== row.status) {
      return [`claim ${row.id}: stored ${row.status}, replayed ${claim.status}`];
    }
    const isSame =
      claim.itemId === row.item_id &&
      claim.place === row.place &&
      claim.buyerId === row.buyer_id &&
      claim.itemKey === row.item_key &&
      claim.unit === row.unit &&
      (claim.paid === true) === row.paid;
    return isSame ? [] : [`claim ${row.id}: item, buyer, unit, place or payment differ`];
  });
  if (rows.length === board.claimCount) return differences;
  return [...differences, `${rows.length} claims are stored, ${board.claimCount} follow from the record`];
}

/** Differences between the items and variants of a replayed board and the stored ones, as text. */
export function itemDifferences(board: Board, rows: readonly RecordedItem[]): string[] {
  const lines = rows.flatMap((row) =>
    stockLinesOf(row).map((line) => ({ ...line, withdrawn: row.withdrawn })),
  );
  const differences = lines.flatMap(({ key, counts, withdrawn }) => {
    const item = board.item(key);
    const stored = inWords(counts, withdrawn);
    const replayed =
      item === undefined
        ? 'none'
        : inWords([item.total, item.claimed, item.waiting], item.withdrawn === true);
    return stored === replayed
      ? []
      : [`item ${key}: total/won/waiting stored ${stored}, replayed ${replayed}`];
  });
  if (lines.length === board.itemCount) return differences;
  return [...differences, `${lines.length} items are stored, ${board.itemCount} follow from the record`];
}

const inWords = (counts: number[], withdrawn: boolean): string =>
  counts.join('/') + (withdrawn ? ', withdrawn' : '');
