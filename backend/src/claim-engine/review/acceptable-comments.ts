import type { ReviewGroup, ReviewMarks, ReviewPreview, ShowRules } from '@sellary/contracts';
import { Step } from '../../kernel';
import { type AcceptableComment, toAcceptable } from './accept-reads';
import type { CommentPreview } from './acceptance-preview';
import type { Missing } from './edits';
import type { RequestedReview } from './open-reviews';

const NEEDS: Record<Missing, ReviewPreview> = {
  item: { outcome: 'needs_item', unitsLeft: null, position: null },
  variant: { outcome: 'needs_variant', unitsLeft: null, position: null },
};

/** Preview of a comment that cannot be accepted as it is. */
export const missingChoicePreview = ({ missing }: RequestedReview): ReviewPreview => NEEDS[missing ?? 'item'];

/** The reviews that can be accepted as they are, by comment id. See `toAcceptable`. */
export async function acceptableComments(
  reviews: readonly RequestedReview[],
  rules: ShowRules,
  isSingle: boolean,
): Promise<Map<string, AcceptableComment>> {
  const acceptable = new Map<string, AcceptableComment>();
  const step = new Step();
  for (const { row, intents } of reviews) {
    if (step.isOver) await step.pause();
    if (intents !== null) acceptable.set(row.id, toAcceptable(row, intents, rules, isSingle));
  }
  return acceptable;
}

/** Number of reviews per previewed outcome. */
export function countOutcomes(
  reviews: readonly RequestedReview[],
  previews: ReadonlyMap<string, CommentPreview>,
): ReviewGroup['preview'] {
  const counts: ReviewGroup['preview'] = {};
  for (const review of reviews) {
    const { outcome } = previews.get(review.row.id)?.preview ?? missingChoicePreview(review);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  return counts;
}

/** Facts that an operator needs to know before accepting the comments. */
export const marksOf = (reviews: readonly RequestedReview[]): ReviewMarks => ({
  blocked: reviews.filter(({ row }) => row.block === 'refuse').length,
  deleted: reviews.filter(({ row }) => row.deletedAt !== null).length,
});
