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
import { needShowRow, RuleCatalog, rulesOf } from '../../shows';
import { AcceptancePreview, type Foreseen } from './acceptance-preview';
import { foreseenOf, marksOf, needsChoice } from './foreseen';
import type { RequestedReview } from './open-reviews';
import type { ReviewContext } from './proposals';
import { namesOne, RequestedReviews } from './requested-reviews';

/** A request with its reviews, the oldest first, as many as one act resolves. */
interface Requested {
  request: ResolveRequest;
  reviews: RequestedReview[];
  clear: ReadonlyMap<string, Foreseen>;
  left: number;
}

/**
 * Reports what requests to resolve reviews would do now, each by itself, from one database snapshot. The
 * caller has checked that the show is visible.
 */
@Injectable()
export class ReviewPreviews {
  constructor(
    private readonly transactions: Transactions,
    private readonly catalog: RuleCatalog,
  ) {}

  read(showId: string, requests: readonly ResolveRequest[]): Promise<PreviewResult> {
    return this.transactions.snapshot(async (tx) => {
      const row = await needShowRow(tx, showId);
      const show = { row, catalog: this.catalog };
      const reader = await RequestedReviews.read(tx, show, requests);
      const requested: (Requested | null)[] = [];
      for (const request of requests) {
        const all = reviewsOf(reader, request);
        const reviews = all.slice(0, MAX_RESOLVED_AT_ONCE);
        const clear = await foreseenOf(reviews, rulesOf(row), namesOne(request));
        const left = all.length - reviews.length;
        requested.push(reviews.length === 0 ? null : { request, reviews, clear, left });
      }
      const foreseen = requested.flatMap((request) => [...(request?.clear.values() ?? [])]);
      const acceptance = await AcceptancePreview.read(tx, show, foreseen);
      const previews: PreviewResult['previews'] = [];
      for (const request of requested) {
        previews.push(request === null ? null : await previewOf(request, acceptance, reader.context));
      }
      return { lastSeq: row.last_seq, previews };
    }, BOUNDED_READ);
  }
}

/** @returns none for a request that would be refused, or that accepts nothing */
function reviewsOf(reader: RequestedReviews, request: ResolveRequest): RequestedReview[] {
  if (request.action === 'dismiss') return [];
  try {
    return reader.reviewsOf(request);
  } catch (error) {
    if (error instanceof ApiError) return [];
    throw error;
  }
}

async function previewOf(
  { request, reviews, clear, left }: Requested,
  acceptance: AcceptancePreview,
  context: ReviewContext,
): Promise<ResolvePreview> {
  const foreseen = [...clear.values()];
  const decided = await acceptance.together(foreseen);
  const counts: ResolvePreview['counts'] = {};
  for (const review of reviews) {
    const { outcome } = decided.get(review.row.id)?.preview ?? needsChoice(review);
    counts[outcome] = (counts[outcome] ?? 0) + 1;
  }
  const [only, ...more] = reviews;
  return {
    counts,
    ...marksOf(reviews),
    items: itemsOf(foreseen, context),
    left,
    ...(only === undefined || more.length > 0 ? {} : { intents: intentsOf(only) }),
    dependsOn: [
      ...acceptance.itemIdsOf(foreseen),
      ...(request.commentIds === undefined ? new Set(reviews.map(({ row }) => row.buyerId)) : []),
    ],
  };

  function intentsOf(review: RequestedReview): IntentPreview[] {
    const results = decided.get(review.row.id)?.intents;
    if (results === undefined) {
      const { withoutVariant: item } = review;
      const { itemNumber } = item === null ? { itemNumber: null } : nameOf({ item }, context);
      return [{ ...needsChoice(review), itemNumber }];
    }
    return results.flatMap((result, index) => {
      const intent = review.intents?.[index];
      return intent === undefined ? [] : [{ ...result, ...nameOf(intent, context) }];
    });
  }
}

type Named = ResolvePreview['items'][number];

/** The item as the operator wrote it. */
const nameOf = (
  { item, variant, listed }: Pick<Foreseen['intents'][number], 'item' | 'variant' | 'listed'>,
  { items }: ReviewContext,
): Named => ({
  itemNumber: items.get(item)?.itemNumber ?? item,
  ...(listed === true && variant !== undefined ? { variant } : {}),
});

function itemsOf(foreseen: readonly Foreseen[], context: ReviewContext): Named[] {
  const named = new Map<string, Named>();
  for (const { intents } of foreseen) {
    for (const intent of intents) {
      if (named.size === MAX_PREVIEWED_ITEMS) return [...named.values()];
      const name = nameOf(intent, context);
      named.set(`${name.itemNumber}/${name.variant ?? ''}`, name);
    }
  }
  return [...named.values()];
}
