import type { Comment } from '@sellary/contracts';
import { MAX_COMMENTS, type ShowState, countedBack } from './show-state';

/**
 * Counts a page of comments read backwards from the server, and keeps it as far as there is room. The page may also hold
 * comments that came after the state's last event: those will arrive as events and must not count twice, so only what arrived no
 * later than the oldest one counted is taken.
 */
export function withOlderComments(state: ShowState, page: readonly Comment[], complete: boolean): ShowState {
  const { until, ties } = state.countedBack;
  const older = page.filter(({ id, receivedAt }) => until === null || receivedAt < until || (receivedAt === until && !ties.has(id)));
  if (older.length === 0) return complete === state.commentsComplete ? state : { ...state, commentsComplete: complete };
  const outcomes = { ...state.outcomes };
  for (const { outcome } of older) if (outcome in outcomes) outcomes[outcome]++;
  // Once newer comments have pushed older ones out, a page from further back would leave a hole.
  const room = state.commentsCut ? 0 : MAX_COMMENTS - state.comments.length;
  const back = countedBack(older);
  return {
    ...state,
    comments: room > 0 ? [...state.comments, ...older.slice(0, room)] : state.comments,
    commentsCut: state.commentsCut || older.length > room,
    outcomes,
    countedBack: back.until === until ? { until, ties: new Set([...ties, ...back.ties]) } : back,
    commentsComplete: complete,
  };
}
