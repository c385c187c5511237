import type { AcceptedIntent, ActInputs, OperatorAct } from '@sellary/contracts';
import { lineId } from './item-differences';
import type { Understood } from './oracle-types';

/** The oracle's reading of an intent that an operator accepted. */
export const understood = ({ act, item, variant, listed, qty, counted }: AcceptedIntent): Understood => ({
  act,
  key: listed === true ? `${item}/${variant ?? ''}` : item,
  ...(act === 'pass' && counted !== true ? {} : { units: qty ?? 1 }),
});

/** The oracle's items whose quantities the act sets: the item, or its variants. */
export const quantitiesOf = ({
  itemId,
  total,
  variants,
}: ActInputs['quantity']): { id: string; total: number }[] =>
  variants?.after?.map(({ name, totalQuantity }) => ({ id: lineId(itemId, name), total: totalQuantity })) ?? [
    { id: itemId, total },
  ];

/** True if one of `meant` asks for the same, and one for as many units. */
export const isAmong = (meant: readonly Understood[], one: Understood): boolean =>
  meant.some(({ act, key }) => act === one.act && key === one.key) &&
  meant.some(({ units = 1 }) => units === (one.units ?? 1));

/** Edits that change the item and not the variant: a variant that the comment names is one of the new item. */
export const keptVariants = (edits: readonly Understood[], proposal: readonly Understood[]): Understood[] =>
  proposal.flatMap(({ key }) => {
    const [, variant] = key.split('/');
    return variant === undefined ? [] : edits.map((edit) => ({ ...edit, key: `${edit.key}/${variant}` }));
  });

/** True if the act added an item with variants. */
export const addsVariants = (act: OperatorAct): boolean =>
  act.act === 'items_added' && act.input.items.some(({ variants }) => variants !== undefined);

/** All variants of the line's item, one of them with another quantity. */
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
