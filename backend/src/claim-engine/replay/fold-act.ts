import type { OperatorAct } from '@sellary/contracts';
import type { ClaimChange } from '../acts/act';
import { decide, type Decision, type Input } from '../domain/allocation';
import type { ReplayState, AffectedRows } from './replay-state';

/** Fields of `operator.act` rows. Each act writes its own part. */
interface ActInput {
  claimId?: string;
  itemId?: string | null;
  itemKey?: string;
  buyerId?: string;
  at?: string;
  total?: number;
  before?: number;
  renumbered?: boolean;
  seq?: number;
  items?: { id: string; itemKey: string; totalQuantity: number }[];
  changes?: ClaimChange[];
  idle?: number;
}

interface Fold {
  inputs: Input[];
  touch: AffectedRows;
}

/** Folds one operator act through `decide()`. Acts that move no claim decide nothing. */
export function foldAct(state: ReplayState, act: OperatorAct, earlier: (seq: number) => OperatorAct | undefined): Decision[] {
  const input = act.input as ActInput;
  prepare(state, act.act, input);
  const fold = foldOf(state, act.act, input, earlier);
  if (fold === null) return [];
  return decide(state.slice(fold.touch), fold.inputs);
}

/** Changes of the items themselves, which no decision makes. */
function prepare(state: ReplayState, name: OperatorAct['act'], input: ActInput): void {
  for (const item of name === 'items_added' ? (input.items ?? []) : []) {
    state.addItem({ id: item.id, key: item.itemKey, total: item.totalQuantity, claimed: 0, waiting: 0, lastPlace: 0 });
  }
  const item = input.itemId == null ? undefined : state.itemById(input.itemId);
  if (item === undefined) return;
  if (name === 'item_removed') state.items.delete(item.key);
  if (input.renumbered === true && input.itemKey !== undefined) {
    state.items.delete(item.key);
    state.addItem({ ...item, key: input.itemKey });
  }
}

function foldOf(
  state: ReplayState,
  name: OperatorAct['act'],
  input: ActInput,
  earlier: (seq: number) => OperatorAct | undefined,
): Fold | null {
  const item = input.itemId == null ? undefined : state.itemById(input.itemId);
  const claim = input.claimId === undefined ? undefined : state.claims.get(input.claimId);
  switch (name) {
    case 'release':
      if (claim === undefined) return null;
      return {
        inputs: [{ kind: 'release', claimId: claim.id }],
        touch: { itemKeys: [claim.itemKey], pairs: [], claimIds: [claim.id], heads: 2 },
      };
    case 'award': {
      if (item === undefined || input.buyerId === undefined || input.claimId === undefined) return null;
      const award: Input = {
        kind: 'award',
        itemKey: item.key,
        buyerId: input.buyerId,
        claimId: input.claimId,
        at: Date.parse(input.at ?? ''),
      };
      return { inputs: [award], touch: { itemKeys: [item.key], pairs: [{ itemKey: item.key, buyerId: input.buyerId }], heads: 0 } };
    }
    case 'items_added':
    case 'item_changed':
    case 'quantity': {
      const keys =
        name === 'items_added'
          ? (input.items ?? []).map((added) => added.itemKey)
          : input.renumbered === true && item !== undefined
            ? [item.key]
            : [];
      const inputs: Input[] = keys.map((itemKey) => ({ kind: 'item_appears', itemKey }));
      const total = name === 'quantity' ? input.total : undefined;
      if (total !== undefined && item !== undefined) inputs.unshift({ kind: 'quantity', itemKey: item.key, total });
      const touched = item === undefined ? keys : [...keys, item.key];
      return {
        inputs,
        touch: {
          itemKeys: touched,
          pairs: [],
          unmatchedOf: keys,
          heads: total === undefined ? 0 : Math.max(0, total - (item?.total ?? 0)),
        },
      };
    }
    case 'undo':
      return foldUndo(state, input, earlier(input.seq ?? 0));
    default:
      return null;
  }
}

function foldUndo(state: ReplayState, input: ActInput, undone: OperatorAct | undefined): Fold | null {
  const { changes = [], idle = 0 } = (undone?.input ?? {}) as ActInput;
  const touched = changes.flatMap((change) => state.claims.get(change.claimId) ?? []);
  const item = input.itemId == null ? undefined : state.itemById(input.itemId);
  const itemKey = item?.key ?? touched[0]?.itemKey;
  if (itemKey === undefined) return null;
  const total = input.total ?? null;
  const restore = [...changes].reverse().map(({ claimId, before }) => ({ claimId, status: before ?? ('released' as const) }));
  return {
    inputs: [{ kind: 'undo', itemKey, total, restore, idle }],
    touch: {
      itemKeys: [itemKey],
      pairs: touched.map((claim) => ({ itemKey: claim.itemKey, buyerId: claim.buyerId })),
      claimIds: touched.map((claim) => claim.id),
      heads: touched.length + Math.max(0, (total ?? 0) - (item?.total ?? 0)),
    },
  };
}
