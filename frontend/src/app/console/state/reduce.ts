import type { Claim, ShowEvent } from '@sellary/contracts';
import { actOf } from './acts';
import { Draft } from './state-builder';
import { dividerOfStatus, rowOfClaim, rowOfComment } from './feed-row';
import type { ShowState } from './show-state';

/** Rows are missing between what was applied and what came: ask again from `after`. */
export interface Gap {
  after: number;
  got: number;
}

export interface Reduction {
  state: ShowState;
  gap: Gap | null;
}

/** The one reducer: the same state and event give the same state, always. */
export function reduce(state: ShowState, event: ShowEvent): Reduction {
  return reduceAll(state, [event]);
}

/** Folds a batch. Rows already applied are skipped; nothing from a gap onwards is applied. */
export function reduceAll(state: ShowState, events: readonly ShowEvent[]): Reduction {
  const draft = new Draft(state);
  let gap: Gap | null = null;
  for (const event of events) {
    if (event.seq <= draft.lastSeq) continue;
    if (event.seq > draft.lastSeq + 1) {
      gap = { after: draft.lastSeq, got: event.seq };
      break;
    }
    apply(draft, event);
    draft.lastSeq = event.seq;
  }
  return { state: draft.lastSeq === state.lastSeq ? state : draft.finish(), gap };
}

function apply(draft: Draft, event: ShowEvent): void {
  switch (event.type) {
    case 'comment.received': {
      draft.addComment(event.data.comment);
      const row = rowOfComment(event.seq, event.data.comment);
      if (row) draft.addRow(row);
      return;
    }
    case 'comment.updated':
      draft.replaceComment(event.data.comment);
      return;
    case 'claim.created':
      draft.countNewClaim();
      applyClaim(draft, event, event.data.claim);
      if (event.data.item) draft.putItem(event.data.item);
      return;
    case 'claim.updated':
      applyClaim(draft, event, event.data.claim);
      if (event.data.item) draft.putItem(event.data.item);
      return;
    case 'claim.released':
      applyClaim(draft, event, event.data.claim);
      if (event.data.promotedClaim) applyClaim(draft, event, event.data.promotedClaim, 'p');
      if (event.data.item) draft.putItem(event.data.item);
      return;
    case 'item.updated':
      if ('removed' in event.data) draft.removeItem(event.data.itemId);
      else draft.putItem(event.data.item);
      return;
    case 'session.status':
      applyStatus(draft, event);
      return;
    case 'show.updated':
      draft.updateShow(event.data.show);
      return;
    case 'review.updated':
      draft.replaceComment(event.data.comment);
      if (event.data.resolution === 'reopened') draft.openReview(event.data.comment);
      else draft.closeReview(event.data.comment);
      return;
    case 'error':
      draft.addRow({ kind: 'divider', key: `${event.seq}`, at: event.at, tone: 'bad', text: event.data.message });
      return;
    case 'operator.act':
      draft.addAct(actOf(event));
      if (event.data.act === 'now_showing') draft.updateShow({ nowShowingItemId: asId(event.data.input['itemId']) });
      return;
    default:
      // A kind that only a newer server knows: its seq counts, its content does not.
      return;
  }
}

/** A row is written when the claim came to stand differently, not when a note or a flag on it changed. */
function applyClaim(draft: Draft, event: ShowEvent, claim: Claim, suffix = ''): void {
  const before = draft.claim(claim.id);
  draft.putClaim(claim);
  if (before?.status === claim.status && before.buyer.id === claim.buyer.id) return;
  const known = before ?? (event.type === 'claim.created' ? undefined : claim);
  draft.addRow(rowOfClaim(`${event.seq}${suffix}`, claim, known, event.at, event.by?.name ?? null));
}

function applyStatus(draft: Draft, { seq, at, by, data }: Extract<ShowEvent, { type: 'session.status' }>): void {
  const change = { status: data.status, ...(data.status === 'ended' && { endedAt: at }) };
  draft.updateShow(change);
  draft.turn(data.status, at);
  // Its `stats` are not taken over: rows of the same act may follow this one, and would count twice.
  draft.addRow(dividerOfStatus(seq, at, data.status, by?.name ?? null));
}

function asId(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
