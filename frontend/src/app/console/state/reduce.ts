import type { Claim, Comment, ShowEvent } from '@sellary/contracts';
import { actOf } from './acts';
import { StateBuilder } from './state-builder';
import { statusDivider, rowOfClaim, rowOfComment } from './feed-row';
import type { ShowState } from './show-state';
import { actorName } from '../../ui/actor-name';

/**
 * Rows missing between the last applied row and the received row. The console then requests all rows with a
 * `seq` greater than `after`.
 */
interface Gap {
  after: number;
  received: number;
}

interface ReduceResult {
  state: ShowState;
  gap: Gap | null;
}

/** Pure: the same state and event always give the same state. */
export function reduce(state: ShowState, event: ShowEvent): ReduceResult {
  return reduceAll(state, [event]);
}

/** Applies a batch. Skips rows that are already applied, and stops at a gap. */
export function reduceAll(state: ShowState, events: readonly ShowEvent[]): ReduceResult {
  const builder = new StateBuilder(state);
  let gap: Gap | null = null;
  for (const event of events) {
    if (event.seq <= builder.lastSeq) continue;
    if (event.seq > builder.lastSeq + 1) {
      gap = { after: builder.lastSeq, received: event.seq };
      break;
    }
    apply(builder, event);
    builder.lastSeq = event.seq;
  }
  return { state: builder.lastSeq === state.lastSeq ? state : builder.finish(), gap };
}

function apply(builder: StateBuilder, event: ShowEvent): void {
  switch (event.type) {
    case 'comment.received':
      builder.addComment(event.data.comment);
      addCommentRow(builder, event.seq, event.data.comment);
      return;
    case 'comment.updated':
      builder.replaceComment(event.data.comment);
      builder.updateReview(event.data.comment);
      return;
    case 'claim.created':
    case 'claim.updated':
    case 'claim.released':
      if (event.type === 'claim.created') builder.countNewClaim();
      applyClaim(builder, event, event.data.claim);
      if (event.type === 'claim.released' && event.data.promotedClaim) {
        applyClaim(builder, event, event.data.promotedClaim, 'p');
      }
      if (event.data.item) builder.putItem(event.data.item);
      return;
    case 'item.updated':
      if ('removed' in event.data) builder.removeItem(event.data.itemId);
      else builder.putItem(event.data.item);
      return;
    case 'session.status':
      applyStatus(builder, event);
      return;
    case 'show.updated':
      builder.replaceShow(event.data.show);
      return;
    case 'review.updated':
      if (event.data.resolution === 'decided') {
        builder.decidePending(event.data.comment);
        return;
      }
      builder.replaceComment(event.data.comment);
      builder.updateReview(event.data.comment);
      if (event.data.resolution === 'accepted') addCommentRow(builder, event.seq, event.data.comment);
      return;
    case 'error':
      builder.addRow({
        kind: 'divider',
        key: `${event.seq}`,
        at: event.at,
        tone: 'bad',
        text: event.data.message,
      });
      return;
    case 'operator.act':
      // `decide_due` is not an operator's act, because the engine runs it many times a minute.
      if (event.data.act !== 'decide_due') builder.addAct(actOf(event));
      if (event.data.act === 'now_showing') builder.updateShow({ nowShowingItemId: event.data.input.itemId });
      return;
    default:
      // An event from a newer server. Its `seq` counts as applied, but its content is ignored.
      return;
  }
}

/** Adds a feed row if the comment got no claim, or fewer claims than it asked for. */
function addCommentRow(builder: StateBuilder, seq: number, comment: Comment): void {
  const row = rowOfComment(seq, comment);
  if (row) builder.addRow(row);
}

/** Stores the claim. Adds a feed row if its status or buyer changed, but not for a note or flag change. */
function applyClaim(builder: StateBuilder, event: ShowEvent, claim: Claim, suffix = ''): void {
  const before = builder.claim(claim.id);
  builder.putClaim(claim);
  if (before?.status === claim.status && before.buyer.id === claim.buyer.id) return;
  builder.addRow(
    rowOfClaim(
      `${event.seq}${suffix}`,
      claim,
      before ?? (event.type === 'claim.created' ? undefined : claim),
      event.at,
      event.by === undefined ? null : actorName(event.by),
    ),
  );
}

function applyStatus(
  builder: StateBuilder,
  { seq, at, by, data }: Extract<ShowEvent, { type: 'session.status' }>,
): void {
  builder.updateStatus(data.status, at);
  // Ignores the event's `stats`, because they may include later rows of the same act, which would then be
  // counted twice.
  builder.addRow(statusDivider(seq, at, data.status, by === undefined ? null : actorName(by)));
}
