import type { ReviewMarks, ReviewPreview, ShowRules } from '@sellary/contracts';
import { Step } from '../../kernel';
import { acceptedTimes, refusalReasonsOf } from './accept-reads';
import type { AcceptableComment } from './acceptance-preview';
import type { Missing } from './edits';
import type { RequestedReview } from './open-reviews';

const NEEDS: Record<Missing, ReviewPreview> = {
  item: { outcome: 'needs_item', unitsLeft: null, position: null },
  variant: { outcome: 'needs_variant', unitsLeft: null, position: null },
};

/** Preview of a comment that cannot be accepted as it is. */
export const missingChoicePreview = ({ missing }: RequestedReview): ReviewPreview => NEEDS[missing ?? 'item'];

/**
 * The reviews that can be accepted as they are, by comment id. If `isSingle`, the operator knowingly accepts
 * one comment, so it is not refused because of a block or a deletion.
 */
export async function acceptableComments(
  reviews: readonly RequestedReview[],
  rules: ShowRules,
  isSingle: boolean,
): Promise<Map<string, AcceptableComment>> {
  const acceptable = new Map<string, AcceptableComment>();
  const step = new Step();
  for (const { row, intents } of reviews) {
    if (step.isOver) await step.pause();
    if (intents === null) continue;
    acceptable.set(row.id, {
      commentId: row.id,
      buyerId: row.buyerId,
      ...acceptedTimes(row, rules),
      ...(isSingle ? {} : refusalReasonsOf(row, rules)),
      intents,
    });
  }
  return acceptable;
}

/** Facts that an operator needs to know before accepting the comments. */
export const marksOf = (reviews: readonly RequestedReview[]): ReviewMarks => ({
  blocked: reviews.filter(({ row }) => row.block === 'refuse').length,
  deleted: reviews.filter(({ row }) => row.deletedAt !== null).length,
});
