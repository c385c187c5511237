import type { ShowEvent } from '@sellary/contracts';
import type { ActChange, ActRecord } from './act-record';
import type { ShowState } from './show-state';

export const MAX_ACTS = 300;
export const UNDO_WITHIN_MS = 5 * 60_000;

export function actOf(event: Extract<ShowEvent, { type: 'operator.act' }>): ActRecord {
  const { act, undoable, input } = event.data;
  return {
    seq: event.seq,
    at: event.at,
    by: event.by ?? null,
    act,
    undoable,
    itemId: asText(input['itemId']),
    changes: Array.isArray(input['changes']) ? (input['changes'] as ActChange[]) : [],
    undoes: act === 'undo' ? asNumber(input['seq']) : null,
    units: act === 'quantity' ? { before: asNumber(input['before']), after: asNumber(input['total'] ?? input['after']) } : null,
  };
}

/** Acts read from the ledger before this page's first event, so that what was done a minute ago can still be taken back after a reload. */
export function withEarlierActs(state: ShowState, events: readonly ShowEvent[]): ShowState {
  const oldest = state.acts.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  const earlier = events.flatMap((event) => (event.type === 'operator.act' && event.seq < oldest ? [actOf(event)] : []));
  const turn = events.findLast((event) => event.type === 'session.status');
  return {
    ...state,
    acts: [...state.acts, ...earlier.reverse()].slice(0, MAX_ACTS),
    pausedAt: state.pausedAt !== null && turn?.type === 'session.status' && turn.data.status === 'paused' ? turn.at : state.pausedAt,
  };
}

/** May this act still be offered for taking back? The server has the last word. */
export function isUndoable(state: ShowState, act: ActRecord, now: number): boolean {
  return act.undoable && now - Date.parse(act.at) < UNDO_WITHIN_MS && !state.acts.some(({ undoes }) => undoes === act.seq);
}

/** @param takenBack acts that are known to be undone before the ledger's word of it is here */
export function lastActOf(state: ShowState, userId: string, now: number, takenBack: ReadonlySet<number> = new Set()): ActRecord | null {
  return state.acts.find((act) => act.by?.id === userId && !takenBack.has(act.seq) && isUndoable(state, act, now)) ?? null;
}

/** What taking an act back would do, and to whom: "#104 back to @bella; @tess waits as #1". */
export function undoSentence(state: ShowState, act: ActRecord): string {
  const parts: string[] = [];
  let rank = 0;
  for (const { claimId, before, after } of act.changes) {
    const claim = state.claims.get(claimId);
    if (!claim) continue;
    const handle = claim.buyer.handle;
    if (before === 'winner') parts.push(`#${claim.itemNumber} back to ${handle}`);
    else if (before === 'waitlist') parts.push(`${handle} waits ${act.act !== 'award' && after === 'winner' ? `as #${++rank}` : 'again'}`);
    else if (before === 'unmatched') parts.push(`${handle} keeps their place for ${claim.itemNumber}`);
    else if (before === null) parts.push(`${handle} loses #${claim.itemNumber}`);
  }
  if (act.units?.before != null) {
    const number = act.itemId === null ? '' : `#${state.items.get(act.itemId)?.itemNumber ?? ''} `;
    parts.unshift(`${number}back to ${act.units.before} ${act.units.before === 1 ? 'unit' : 'units'}`);
  }
  return parts.join('; ');
}

/** What an act was, for the item's timeline: "Released @bella from 104". */
export function actSentence(state: ShowState, act: ActRecord): string {
  const who = act.changes.flatMap(({ claimId }) => state.claims.get(claimId)?.buyer.handle ?? []);
  switch (act.act) {
    case 'release':
      return `Released ${who[0] ?? 'a claim'}${who[1] ? `; ${who[1]} promoted` : ''}`;
    case 'award':
      return `Awarded to ${who[0] ?? 'a buyer'}`;
    case 'quantity':
      return act.units?.after == null ? 'Units changed' : `Units ${act.units.before ?? '?'} → ${act.units.after}`;
    case 'undo':
      return 'Took an act back';
    case 'now_showing':
      return 'Put on show';
    case 'flag':
      return 'Flag or note changed';
    case 'items_added':
      return 'Item added';
    case 'item_changed':
      return 'Item changed';
    case 'item_removed':
      return 'Item removed';
  }
}

function asText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function asNumber(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
