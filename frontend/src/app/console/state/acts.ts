import type { OperatorAct, OperatorActName, ShowEvent } from '@sellary/contracts';
import { buyerName } from '../../ui/buyer-name';
import { numberOf } from './stock-lines';
import type { ActRecord } from './act-record';
import type { ShowState } from './show-state';
import { undoText } from './undo-text';
import { isSameUser } from '../../ui/actor-name';

export const MAX_ACTS = 300;
export const UNDO_WITHIN_MS = 5 * 60_000;

export function actOf(event: Extract<ShowEvent, { type: 'operator.act' }>): ActRecord {
  const { data } = event;
  return {
    seq: event.seq,
    at: event.at,
    by: event.by ?? null,
    act: data.act,
    undoable: data.undoable,
    itemId: 'itemId' in data.input ? data.input.itemId : null,
    changes: data.input.changes ?? [],
    undoes: data.act === 'undo' ? data.input.seq : null,
    comments: resolvedCount(data),
    added: data.act === 'items_added' ? data.input.items : [],
    units: data.act === 'quantity' ? { before: data.input.before, after: data.input.total } : null,
  };
}

function resolvedCount(data: OperatorAct): number {
  if (data.act === 'accept') return data.input.comments.length;
  return data.act === 'dismiss' ? data.input.commentIds.length : 0;
}

/** Adds acts from before a reload, so that they can still be undone. */
export function withEarlierActs(state: ShowState, events: readonly ShowEvent[]): ShowState {
  const oldestSeq = state.acts.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  const earlier = events.flatMap((event) =>
    event.type === 'operator.act' && event.seq < oldestSeq ? [actOf(event)] : [],
  );
  return { ...state, acts: [...state.acts, ...earlier.reverse()].slice(0, MAX_ACTS) };
}

/** True if the console still offers to undo an act. The server may still reject the undo. */
export function isUndoable(state: ShowState, act: ActRecord, now: number): boolean {
  return (
    act.undoable &&
    now - Date.parse(act.at) < UNDO_WITHIN_MS &&
    !state.acts.some(({ undoes }) => undoes === act.seq)
  );
}

/**
 * A user's last act that can be undone.
 * @param undone sequence numbers of acts undone on this page; the ledger rows of the undos may not have
 * arrived yet
 */
export function lastUndoableAct(
  state: ShowState,
  userId: string,
  now: number,
  undone: ReadonlySet<number> = new Set(),
): ActRecord | null {
  return (
    state.acts.find(
      (act) => isSameUser(act.by, userId) && !undone.has(act.seq) && isUndoable(state, act, now),
    ) ?? null
  );
}

/** The effect of undoing an act, in clauses such as "#104 goes back to @bella; @tess waits at position 1". */
export function undoSentence(state: ShowState, act: ActRecord): string {
  const itemEffect = itemUndoText(state, act);
  if (itemEffect !== null) return itemEffect;
  const parts: string[] = act.comments > 0 ? [undoText.returnToNeedsYou(act.comments)] : [];
  if (act.comments > 1) return parts.join('');
  let position = 0;
  for (const { claimId, before, after } of act.changes) {
    const claim = state.claims.get(claimId);
    if (!claim) continue;
    const buyer = buyerName(claim.buyer);
    if (before === 'winner') parts.push(undoText.backToBuyer(numberOf(claim), buyer));
    else if (before === 'waitlist') {
      parts.push(
        act.act !== 'award' && after === 'winner'
          ? undoText.waitsAs(buyer, ++position)
          : undoText.waitsAgain(buyer),
      );
    } else if (before === 'unmatched') parts.push(undoText.keepsPlace(buyer, numberOf(claim)));
    else if (before === null) parts.push(undoText.claimRemoved(buyer, numberOf(claim), after));
  }
  if (act.units?.before != null) {
    const number = act.itemId === null ? undefined : state.items.get(act.itemId)?.itemNumber;
    parts.unshift(undoText.backToUnits(number, act.units.before));
  }
  return parts.join('; ');
}

/**
 * The effect of undoing an act that added, withdrew, or restored items, without the effect on their claims.
 */
function itemUndoText(state: ShowState, { act, itemId, added }: ActRecord): string | null {
  const number = state.items.get(itemId ?? '')?.itemNumber ?? '';
  switch (act) {
    case 'item_withdrawn':
      return undoText.backOnSale(number);
    case 'item_restored':
      return undoText.withdrawnAgain(number);
    case 'items_added':
      return undoText.itemsRemoved(added.map(({ itemKey }) => itemKey));
    case 'release':
    case 'award':
    case 'accept':
    case 'dismiss':
    case 'decide_due':
    case 'lines_served':
    case 'quantity':
    case 'claims_paid':
    case 'item_changed':
    case 'item_removed':
    case 'now_showing':
    case 'numbers_dismissed':
    case 'flag':
    case 'undo':
      return null;
  }
}

/** The sentences that name neither a buyer nor a number, by act. */
const ACT_SENTENCES = {
  accept: $localize`:@@console.act.accepted:Accepted from review`,
  dismiss: $localize`:@@console.act.dismissed:Dismissed from review`,
  decide_due: $localize`:@@console.act.decided:Decided after the fairness window`,
  lines_served: $localize`:@@console.act.lines-served:Gave free units to buyers in line`,
  undo: $localize`:@@console.act.undone:Undid a change`,
  now_showing: $localize`:@@console.act.shown:Showed the item`,
  numbers_dismissed: $localize`:@@console.act.numbers-dismissed:Changed the dismissed numbers`,
  claims_paid: $localize`:@@console.act.claims-paid:Changed the payment of a unit`,
  flag: $localize`:@@console.act.flag:Changed a flag or a note`,
  items_added: $localize`:@@console.act.item-added:Added the item`,
  item_changed: $localize`:@@console.act.item-changed:Changed the item`,
  item_withdrawn: $localize`:@@console.act.item-withdrawn:Withdrew the item`,
  item_restored: $localize`:@@console.act.item-restored:Restored the item`,
  item_removed: $localize`:@@console.act.item-removed:Removed the item`,
} satisfies Record<Exclude<OperatorActName, 'release' | 'award' | 'quantity'>, string>;

/** An act in words, for an item's timeline. */
export function actSentence(state: ShowState, act: ActRecord): string {
  const [first, second] = act.changes
    .flatMap(({ claimId }) => state.claims.get(claimId) ?? [])
    .map(({ buyer }) => buyerName(buyer));
  switch (act.act) {
    case 'release':
      if (first === undefined) return $localize`:@@console.act.released-claim:Released a claim`;
      return second === undefined
        ? $localize`:@@console.act.released:Released ${first}:buyer:`
        : $localize`:@@console.act.released-promoted:Released ${first}:buyer:, promoted ${second}:next:`;
    case 'award':
      return first === undefined
        ? $localize`:@@console.act.awarded-unit:Awarded a unit`
        : $localize`:@@console.act.awarded:Awarded to ${first}:buyer:`;
    case 'quantity':
      return act.units?.after == null
        ? $localize`:@@console.act.units-changed:Changed the units`
        : $localize`:@@console.act.units:Changed the units: ${act.units.before ?? '?'}:before: → ${act.units.after}:after:`;
    default:
      return ACT_SENTENCES[act.act];
  }
}
