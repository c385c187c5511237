import type { OperatorAct } from '@sellary/contracts';

/** Comments that the act resolved: from review, or from the fairness window. */
export function reviewsOf(act: OperatorAct): string[] {
  if (act.act === 'accept') return act.input.comments.map(({ commentId }) => commentId);
  if (act.act === 'decide_due') {
    return act.input.comments.flatMap(({ commentId, again }) => (again === true ? [] : [commentId]));
  }
  if (act.act === 'dismiss') return act.input.commentIds;
  return act.act === 'award' && act.input.commentId !== undefined ? [act.input.commentId] : [];
}
