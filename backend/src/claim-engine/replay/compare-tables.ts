import type { Board } from '../domain/allocation';
import type { RecordedClaim, RecordedItem } from './records';

/** Differences between the stored claims and those of the replay, in words. */
export function compareClaims(board: Board, rows: readonly RecordedClaim[]): string[] {
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
      claim.unit === row.unit;
    return isSame ? [] : [`claim ${row.id}: item, buyer, unit or place differ`];
  });
  if (rows.length !== board.claimCount) {
    differences.push(`${rows.length} claims are stored, ${board.claimCount} follow from the record`);
  }
  return differences;
}

/** The same for items. */
export function compareItems(board: Board, rows: readonly RecordedItem[]): string[] {
  const differences = rows.flatMap((row) => {
    const item = board.item(row.item_key);
    const stored = [row.total_quantity, row.claimed_count, row.waitlist_count].join('/');
    const replayed = item === undefined ? 'none' : [item.total, item.claimed, item.waiting].join('/');
    return stored === replayed
      ? []
      : [`item ${row.item_key}: total/won/waiting stored ${stored}, replayed ${replayed}`];
  });
  if (rows.length !== board.itemCount) {
    differences.push(`${rows.length} items are stored, ${board.itemCount} follow from the record`);
  }
  return differences;
}
