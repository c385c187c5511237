import type { Item } from '@sellary/contracts';
import type { Oracle } from './oracle';

/** Differences between an item as the product reports it and the oracle's, in words. */
export function itemDifferences(oracle: Oracle, row: Item): string[] {
  const item = oracle.itemById(row.id);
  if (item === undefined) return [`item ${row.itemNumber} is unknown`];
  const [won, waiting] = [oracle.winners(item.key).length, oracle.line(item.key).length];
  const [is, due] = [
    `${row.claimedCount}/${row.totalQuantity} +${row.waitlistCount}`,
    `${won}/${item.total} +${waiting}`,
  ];
  return [
    ...(is === due ? [] : [`item ${row.itemNumber} counts ${is}, should be ${due}`]),
    ...((row.withdrawnAt !== null) === item.withdrawn
      ? []
      : [`item ${row.itemNumber} is withdrawn at ${row.withdrawnAt}`]),
    ...(row.winners.length === won
      ? []
      : [`item ${row.itemNumber} names ${row.winners.length} winners of ${won}`]),
  ];
}
