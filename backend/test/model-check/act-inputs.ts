import type { AcceptedIntent, ActInputs, OperatorAct } from '@sellary/contracts';
import { lineId } from './item-differences';
import type { OracleIntent } from './oracle-types';

/** Converts an intent accepted by an operator to the oracle's format. */
export const toIntent = ({ act, item, variant, listed, qty, counted }: AcceptedIntent): OracleIntent => ({
  act,
  key: listed === true ? `${item}/${variant ?? ''}` : item,
  ...(act === 'pass' && counted !== true ? {} : { units: qty ?? 1 }),
});

/** Returns the oracle's items whose quantities the act sets: the item or its variants. */
export const quantitiesOf = ({
  itemId,
  total,
  variants,
}: ActInputs['quantity']): { id: string; total: number }[] =>
  variants?.after?.map(({ name, totalQuantity }) => ({ id: lineId(itemId, name), total: totalQuantity })) ?? [
    { id: itemId, total },
  ];

/**
 * True if one expected intent has the same act and item, and one (perhaps another) has the same number of
 * units.
 */
export const isAmong = (expected: readonly OracleIntent[], intent: OracleIntent): boolean =>
  expected.some(({ act, key }) => act === intent.act && key === intent.key) &&
  expected.some(({ units = 1 }) => units === (intent.units ?? 1));

/** Returns every edit once for each variant that the comment names, with that variant added to its item. */
export const editsWithVariants = (edits: OracleIntent[], proposal: OracleIntent[]): OracleIntent[] =>
  proposal.flatMap(({ key }) => {
    const [, variant] = key.split('/');
    return variant === undefined ? [] : edits.map((edit) => ({ ...edit, key: `${edit.key}/${variant}` }));
  });

/** True if the act added an item with variants. */
export const addsVariants = (act: OperatorAct): boolean =>
  act.act === 'items_added' && act.input.items.some(({ variants }) => variants !== undefined);

/** Returns all variants of the line's item, with `total` as this line's quantity. */
export function variantsWith(
  items: readonly { id: string; total: number }[],
  line: string,
  total: number,
): { name: string; totalQuantity: number }[] {
  const [itemId = ''] = line.split('/');
  return items
    .filter(({ id }) => id.startsWith(`${itemId}/`))
    .map(({ id, total: units }) => ({
      name: id.slice(itemId.length + 1),
      totalQuantity: id === line ? total : units,
    }));
}
