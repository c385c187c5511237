/** Every act recorded in the ledger, defined once for both performing and replaying it. */
import type { OperatorAct, OperatorActName } from '@sellary/contracts';
import { accept } from './accept.act';
import { award } from './award.act';
import type { ActDefinition } from './act-definition';
import { claimsPaid } from './claims-paid.act';
import { decideDue } from './decide-due.act';
import { dismiss } from './dismiss.act';
import { flag } from './flag.act';
import { itemChanged } from './item-changed.act';
import { itemRemoved } from './item-removed.act';
import { itemRestored } from './item-restored.act';
import { itemWithdrawn } from './item-withdrawn.act';
import { itemsAdded } from './items-added.act';
import { linesServed } from './lines-served.act';
import { nowShowing } from './now-showing.act';
import { numbersDismissed } from './numbers-dismissed.act';
import { quantity } from './quantity.act';
import { release } from './release.act';
import { undo } from './undo.act';

const ACTS = {
  release,
  claims_paid: claimsPaid,
  award,
  accept,
  dismiss,
  decide_due: decideDue,
  lines_served: linesServed,
  quantity,
  items_added: itemsAdded,
  item_changed: itemChanged,
  item_removed: itemRemoved,
  item_withdrawn: itemWithdrawn,
  item_restored: itemRestored,
  now_showing: nowShowing,
  numbers_dismissed: numbersDismissed,
  flag,
  undo,
} satisfies { [Name in OperatorActName]: ActDefinition<Name> };

/**
 * @returns the definition that performed a recorded act, or undefined if this product version does not have
 * it
 */
export function definitionOf(act: OperatorAct): ActDefinition<OperatorActName> | undefined {
  const definition = ACTS[act.act] as ActDefinition<OperatorActName> | undefined;
  return definition?.version === (act.version ?? 1) ? definition : undefined;
}
