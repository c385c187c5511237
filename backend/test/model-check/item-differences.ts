import type { Item, ItemVariant } from '@sellary/contracts';
import type { Oracle } from './oracle';

/** The oracle's name of an item, or of its variant. */
export const lineId = (itemId: string, variant: string | undefined): string =>
  variant === undefined ? itemId : `${itemId}/${variant}`;

/** Differences between an item of the product and of the oracle, as text. */
export function itemDifferences(oracle: Oracle, row: Item): string[] {
  const { variants } = row;
  if (variants === undefined) return [...lineDifferences(oracle, row, row), ...winnersMissing(row)];
  const sum = (field: 'totalQuantity' | 'claimedCount' | 'waitlistCount'): number =>
    variants.reduce((units, variant) => units + variant[field], 0);
  const [is, due] = [
    `${row.claimedCount}/${row.totalQuantity} +${row.waitlistCount}`,
    `${sum('claimedCount')}/${sum('totalQuantity')} +${sum('waitlistCount')}`,
  ];
  return [
    ...variants.flatMap((variant) => lineDifferences(oracle, row, variant)),
    ...(is === due ? [] : [`item ${row.itemNumber} counts ${is}, its variants ${due}`]),
    ...winnersMissing(row),
  ];
}

function lineDifferences(oracle: Oracle, row: Item, line: Item | ItemVariant): string[] {
  const variant = 'name' in line ? line.name : undefined;
  const name = lineId(row.itemNumber, variant);
  const item = oracle.itemById(lineId(row.id, variant));
  if (item === undefined) return [`item ${name} is unknown`];
  const [won, waiting] = [oracle.winners(item.key).length, oracle.line(item.key).length];
  const [is, due] = [
    `${line.claimedCount}/${line.totalQuantity} +${line.waitlistCount}`,
    `${won}/${item.total} +${waiting}`,
  ];
  return [
    ...(is === due ? [] : [`item ${name} counts ${is}, should be ${due}`]),
    ...((row.withdrawnAt !== null) === item.withdrawn
      ? []
      : [`item ${name} is withdrawn at ${row.withdrawnAt}`]),
  ];
}

const winnersMissing = ({ itemNumber, winners, claimedCount }: Item): string[] =>
  winners.length === claimedCount
    ? []
    : [`item ${itemNumber} names ${winners.length} winners of ${claimedCount}`];
