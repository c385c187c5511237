import type { Comment } from '@sellary/contracts';
import type { ShowState } from './show-state';

/**
 * Adds a page of comments read backwards from the server. The page may also hold comments that came after the state's last
 * event: those will arrive as events and must not count twice, so only what arrived no later than the oldest one known is taken.
 */
export function withOlderComments(state: ShowState, page: readonly Comment[], complete: boolean): ShowState {
  const oldest = state.comments.at(-1)?.receivedAt;
  const known = new Set(state.comments.map(({ id }) => id));
  const older = page.filter(({ id, receivedAt }) => !known.has(id) && (oldest === undefined || receivedAt <= oldest));
  if (older.length === 0) return complete === state.commentsComplete ? state : { ...state, commentsComplete: complete };
  const outcomes = { ...state.outcomes };
  for (const { outcome } of older) if (outcome in outcomes) outcomes[outcome]++;
  return { ...state, comments: [...state.comments, ...older], outcomes, commentsComplete: complete };
}
