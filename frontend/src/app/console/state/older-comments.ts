import type { Comment } from '@sellary/contracts';
import {
  MAX_COMMENTS,
  MAX_REQUESTS_OUTSIDE_SHOW,
  type ShowState,
  byArrival,
  countedOutcome,
  countedRangeOf,
  isOpenReview,
  isRequestOutsideShow,
  isUncounted,
} from './show-state';

/**
 * Counts a page of older comments and keeps them while there is room. All open reviews are kept. The page may
 * also contain comments newer than the state's last event. Such comments arrive as events and must not be
 * counted twice, so only comments that arrived no later than the oldest counted comment are added.
 */
export function withOlderComments(state: ShowState, page: readonly Comment[], isLast: boolean): ShowState {
  const { since, ties } = state.countedRange;
  const older = page
    .filter((comment) => isUncounted(state, comment))
    .map((comment) => asInState(state, comment));
  if (older.length === 0) {
    return isLast === state.hasCountedAll ? state : { ...state, hasCountedAll: isLast };
  }
  const outcomes = { ...state.outcomes };
  for (const comment of older) {
    const outcome = countedOutcome(comment);
    if (outcome in outcomes) outcomes[outcome]++;
  }
  // Once newer comments have pushed older ones out, a page from further back would leave a gap.
  const room = state.hasDroppedComments ? 0 : MAX_COMMENTS - state.comments.length;
  const range = countedRangeOf(older);
  const reviews = older.filter(isOpenReview);
  return {
    ...state,
    comments: room > 0 ? [...state.comments, ...older.slice(0, room)] : state.comments,
    hasDroppedComments: state.hasDroppedComments || older.length > room,
    requestsOutsideShow: [...state.requestsOutsideShow, ...older.filter(isRequestOutsideShow)].slice(
      0,
      MAX_REQUESTS_OUTSIDE_SHOW,
    ),
    review: reviews.length > 0 ? byArrival([...state.review.values(), ...reviews]) : state.review,
    outcomes,
    countedRange: range.since === since ? { since, ties: new Set([...ties, ...range.ties]) } : range,
    hasCountedAll: isLast,
  };
}

/** The comment with the state's review or decision, because the page may be older or newer than the state. */
function asInState({ review, resolved }: ShowState, comment: Comment): Comment {
  const resolution = resolved.get(comment.id);
  if (resolution === undefined) return review.get(comment.id) ?? comment;
  return { ...comment, outcome: resolution.outcome ?? 'review', resolution };
}
