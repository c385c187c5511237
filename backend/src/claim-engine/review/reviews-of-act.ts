import type { OperatorAct } from '@sellary/contracts';

/** Comments whose reviews the act resolved. */
export function reviewsOf(act: OperatorAct): string[] {
  if (act.act === 'accept') return act.input.comments.map(({ commentId }) => commentId);
  if (act.act === 'dismiss') return act.input.commentIds;
  return act.act === 'award' && act.input.commentId !== undefined ? [act.input.commentId] : [];
}
