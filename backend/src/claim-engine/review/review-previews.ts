import { Injectable } from '@nestjs/common';
import {
  type IntentPreview,
  MAX_PREVIEWED_ITEMS,
  MAX_RESOLVED_AT_ONCE,
  type PreviewResult,
  type ResolvePreview,
  type ResolveRequest,
} from '@sellary/contracts';
import { ApiError, BOUNDED_READ, Transactions } from '../../kernel';
import { requireShowRow, RuleCatalog, rulesOf } from '../../shows';
import type { AcceptableComment } from './accept-reads';
import { AcceptancePreview } from './acceptance-preview';
import { acceptableComments, countOutcomes, marksOf, missingChoicePreview } from './acceptable-comments';
import type { RequestedReview } from './open-reviews';
import type { ReviewContext } from './proposals';
import { namesSingleComment, RequestedReviews } from './requested-reviews';

/** A request with its oldest reviews, as many as one act would resolve. */
interface PreparedRequest {
  request: ResolveRequest;
  reviews: RequestedReview[];
  acceptable: ReadonlyMap<string, AcceptableComment>;
  /** Number of the other reviews, which stay open. */
  left: number;
}

/**
 * Reports, from one database snapshot, what each request to resolve reviews would do now if it were the only
 * request. The caller has checked that the show is visible.
 */
@Injectable()
export class ReviewPreviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalog: RuleCatalog,
  ) {}

  read(showId: string, requests: readonly ResolveRequest[]): Promise<PreviewResult> {
    return this.transactions.snapshot(async (tx) => {
      const row = await requireShowRow(tx, showId);
      const show = { row, catalog: this.catalog };
      const openReviews = await RequestedReviews.read(tx, show, requests);
      const preparedRequests: (PreparedRequest | null)[] = [];
      for (const request of requests) {
        const all = reviewsOf(openReviews, request);
        const reviews = all.slice(0, MAX_RESOLVED_AT_ONCE);
        const acceptable = await acceptableComments(reviews, rulesOf(row), namesSingleComment(request));
        const left = all.length - reviews.length;
        preparedRequests.push(reviews.length === 0 ? null : { request, reviews, acceptable, left });
      }
      const comments = preparedRequests.flatMap((prepared) => [...(prepared?.acceptable.values() ?? [])]);
      const acceptance = await AcceptancePreview.read(tx, show, comments);
      const previews: PreviewResult['previews'] = [];
      for (const prepared of preparedRequests) {
        previews.push(prepared === null ? null : await previewOf(prepared, acceptance, openReviews.context));
      }
      return { lastSeq: row.last_seq, previews };
    }, BOUNDED_READ);
  }
}

/** The request's reviews, or none if the request would be rejected or only dismisses reviews. */
function reviewsOf(openReviews: RequestedReviews, request: ResolveRequest): RequestedReview[] {
  if (request.action === 'dismiss') return [];
  try {
    return openReviews.reviewsOf(request);
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

async function previewOf(
  { request, reviews, acceptable, left }: PreparedRequest,
  acceptance: AcceptancePreview,
  context: ReviewContext,
): Promise<ResolvePreview> {
  const comments = [...acceptable.values()];
  const previews = await acceptance.previewTogether(comments);
  const [first, ...others] = reviews;
  return {
    counts: countOutcomes(reviews, previews),
    ...marksOf(reviews),
    items: itemsOf(comments, context),
    left,
    ...(first === undefined || others.length > 0 ? {} : { intents: intentsOf(first) }),
    dependsOn: [
      ...acceptance.itemIdsOf(comments),
      ...(request.commentIds === undefined ? new Set(reviews.map(({ row }) => row.buyerId)) : []),
    ],
  };

  function intentsOf(review: RequestedReview): IntentPreview[] {
    const results = previews.get(review.row.id)?.intents;
    if (results === undefined) {
      const { itemMissingVariant: item } = review;
      const { itemNumber } = item === null ? { itemNumber: null } : itemNameOf({ item }, context);
      return [{ ...missingChoicePreview(review), itemNumber }];
    }
    return results.flatMap((result, index) => {
      const intent = review.intents?.[index];
      return intent === undefined ? [] : [{ ...result, ...itemNameOf(intent, context) }];
    });
  }
}

type ItemName = ResolvePreview['items'][number];

/** The item's number in the operator's spelling, and the variant if the item has it. */
const itemNameOf = (
  { item, variant, listed }: Pick<AcceptableComment['intents'][number], 'item' | 'variant' | 'listed'>,
  { items }: ReviewContext,
): ItemName => ({
  itemNumber: items.get(item)?.itemNumber ?? item,
  ...(listed === true && variant !== undefined ? { variant } : {}),
});

function itemsOf(comments: readonly AcceptableComment[], context: ReviewContext): ItemName[] {
  const names = new Map<string, ItemName>();
  for (const { intents } of comments) {
    for (const intent of intents) {
      if (names.size === MAX_PREVIEWED_ITEMS) return [...names.values()];
      const name = itemNameOf(intent, context);
      names.set(`${name.itemNumber}/${name.variant ?? ''}`, name);
    }
  }
  return [...names.values()];
}
