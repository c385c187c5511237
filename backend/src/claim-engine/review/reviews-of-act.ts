import type { OperatorAct, Resolution } from '@sellary/contracts';

interface ResolvedReviews {
  resolution: Resolution;
  commentIds: string[];
}

/** The comments whose review or fairness window the act ended. Null for acts that do not resolve comments. */
export function reviewsOf(act: OperatorAct): ResolvedReviews | null {
  switch (act.act) {
    case 'accept':
      return { resolution: 'accepted', commentIds: act.input.comments.map(({ commentId }) => commentId) };
    case 'award':
      return act.input.commentId === undefined
        ? null
        : { resolution: 'accepted', commentIds: [act.input.commentId] };
    case 'dismiss':
      return { resolution: 'dismissed', commentIds: act.input.commentIds };
    case 'decide_due': {
      const returnedIds = new Set(act.input.returned?.map(({ commentId }) => commentId));
      const decided = act.input.comments.filter(
        ({ commentId, again }) => again !== true && !returnedIds.has(commentId),
      );
      return { resolution: 'decided', commentIds: decided.map(({ commentId }) => commentId) };
    }
    case 'release':
    case 'claims_paid':
    case 'lines_served':
    case 'quantity':
    case 'items_added':
    case 'item_changed':
    case 'item_removed':
    case 'item_withdrawn':
    case 'item_restored':
    case 'now_showing':
    case 'numbers_dismissed':
    case 'flag':
    case 'undo':
      return null;
  }
}
