import type { OperatorAct } from '@sellary/contracts';
import { quantitiesOf } from './act-inputs';
import { lineId } from './item-differences';
import type { Oracle } from './oracle';

type AppliedAct = Exclude<OperatorAct, { act: 'accept' | 'dismiss' | 'decide_due' }>;

/**
 * Applies an act to the oracle. `Witness` handles the acts that need more than their input. `at` is in ms.
 * @returns the reason why the product should have refused the act, or null if there is none
 */
export function applyAct(oracle: Oracle, seq: number, act: AppliedAct, at: number): string | null {
  switch (act.act) {
    case 'items_added':
      oracle.addItems(
        act.input.items.flatMap(({ id, itemKey, totalQuantity, variants }) =>
          variants === undefined
            ? [{ id, key: itemKey, total: totalQuantity }]
            : variants.map(({ name, totalQuantity: total }) => ({
                id: lineId(id, name),
                key: `${itemKey}/${name}`,
                total,
              })),
        ),
        seq,
      );
      return null;
    case 'item_changed':
      if (act.input.renumbered === true) oracle.renumber(act.input.itemId, act.input.itemKey);
      return null;
    case 'item_removed':
      oracle.removeItem(act.input.itemId);
      return null;
    case 'item_withdrawn':
      oracle.withdraw(act.input.itemId, seq);
      return null;
    case 'item_restored':
      oracle.restore(act.input.itemId, seq);
      return null;
    case 'release':
      oracle.release(act.input.claimId, seq);
      return null;
    case 'quantity':
      return oracle.setQuantities(quantitiesOf(act.input), seq);
    case 'award': {
      const { itemId, variant } = act.input;
      const itemKey = oracle.itemById(lineId(itemId, variant))?.key ?? '';
      const winner = oracle.award(itemKey, act.input.buyerId, at, seq);
      return typeof winner === 'string' ? winner : null;
    }
    case 'undo':
      return oracle.undo(act.input.seq);
    case 'lines_served':
      return 'The policy of a checked show never changes.';
    case 'now_showing':
    case 'numbers_dismissed':
    case 'flag':
    case 'claims_paid':
      return null;
  }
}
