import type { Item, ItemVariant } from '@sellary/contracts';
import type { Oracle } from './oracle';

/** Returns the oracle's id for an item or one of its variants. */
export const lineId = (itemId: string, variant: string | undefined): string =>
  variant === undefined ? itemId : `${itemId}/${variant}`;

/** Differences between an item in the product and in the oracle, as text. */
export function itemDifferences(oracle: Oracle, row: Item): string[] {
  const { variants } = row;
  if (variants === undefined) return [...lineDifferences(oracle, row, row), ...winnerDifferences(row)];
  const sum = (field: 'totalQuantity' | 'claimedCount' | 'waitlistCount'): number =>
    variants.reduce((units, variant) => units + variant[field], 0);
  const [actual, expected] = [
    `${row.claimedCount}/${row.totalQuantity} +${row.waitlistCount}`,
    `${sum('claimedCount')}/${sum('totalQuantity')} +${sum('waitlistCount')}`,
  ];
  return [
    ...variants.flatMap((variant) => lineDifferences(oracle, row, variant)),
    ...(actual === expected ? [] : [`item ${row.itemNumber} counts ${actual}, its variants ${expected}`]),
    ...winnerDifferences(row),
  ];
}

function lineDifferences(oracle: Oracle, row: Item, line: Item | ItemVariant): string[] {
  const variant = 'name' in line ? line.name : undefined;
  const name = lineId(row.itemNumber, variant);
  const item = oracle.itemById(lineId(row.id, variant));
  if (item === undefined) return [`the oracle has no item ${name}`];
  const [won, waiting] = [oracle.winners(item.key).length, oracle.line(item.key).length];
  const [actual, expected] = [
    `${line.claimedCount}/${line.totalQuantity} +${line.waitlistCount}`,
    `${won}/${item.total} +${waiting}`,
  ];
  return [
    ...(actual === expected ? [] : [`item ${name} counts ${actual}, should be ${expected}`]),
    ...((row.withdrawnAt !== null) === item.withdrawn
      ? []
      : [`item ${name} has the wrong withdrawnAt: ${row.withdrawnAt}`]),
  ];
}

const winnerDifferences = ({ itemNumber, winners, claimedCount }: Item): string[] =>
  winners.length === claimedCount
    ? []
    : [`item ${itemNumber} lists ${winners.length} winners, should list ${claimedCount}`];
