import { type AcceptRequest, MAX_GROUPED_REVIEWS, type ResolveRequest } from '@sellary/contracts';
import { ApiError, type Reader } from '../../kernel';
import { type CommentRow, isOpenReview } from '../records/comment-record';
import type { ShowWithCatalog } from '../records/show-state';
import { reviewsWithWord } from './counted-word';
import { editedProposal } from './edits';
import { readComments, readContext, readOpenReviews, type RequestedReview } from './open-reviews';
import { groupOf, proposedIntents, type ReviewContext } from './proposals';

/** @throws ApiError VALIDATION_FAILED */
export const withProposals = (
  rows: readonly CommentRow[],
  context: ReviewContext,
  edit?: AcceptRequest,
): RequestedReview[] =>
  rows.map((row) => ({ row, ...editedProposal(proposedIntents(row, context), context, edit) }));

/** True if the request names a single comment. In that case, the operator has seen the comment. */
export const namesSingleComment = ({ commentIds }: ResolveRequest): boolean => commentIds?.length === 1;

/**
 * The open reviews that requests refer to by id, group, or word, for resolving them or previewing the result.
 */
export class RequestedReviews {
  private constructor(
    private readonly catalog: ShowWithCatalog['catalog'],
    readonly context: ReviewContext,
    private readonly namedRows: ReadonlyMap<string, CommentRow>,
    /** Loaded only if a request names a group or a word instead of comments. */
    private readonly openRows: readonly CommentRow[],
  ) {}

  /** Reads the comments of all requests in a fixed number of queries. */
  static async read(
    reader: Reader,
    show: ShowWithCatalog,
    requests: readonly ResolveRequest[],
  ): Promise<RequestedReviews> {
    const ids = [...new Set(requests.flatMap(({ commentIds = [] }) => commentIds))];
    const needsOpenRows = requests.some(({ action, commentIds }) => action === 'count-word' || !commentIds);
    const namedRows = ids.length === 0 ? [] : await readComments(reader, show.row.id, ids);
    const openRows = needsOpenRows ? await readOpenReviews(reader, show.row.id, MAX_GROUPED_REVIEWS) : [];
    const context = await readContext(reader, show, [...namedRows, ...openRows]);
    const rowsById = new Map(namedRows.map((row) => [row.id, row]));
    return new RequestedReviews(show.catalog, context, rowsById, openRows);
  }

  /**
   * The request's reviews, in claim-time order.
   * @throws ApiError NOT_FOUND (a comment in another show), VALIDATION_FAILED
   */
  reviewsOf(request: ResolveRequest): RequestedReview[] {
    const { action, word = '', edit } = request;
    if (action === 'count-word') return reviewsWithWord(this.openRows, this.context, this.catalog, word);
    return withProposals(this.rowsOf(request), this.context, edit);
  }

  /** @throws ApiError NOT_FOUND */
  rowsOf({ commentIds, group }: ResolveRequest): CommentRow[] {
    if (commentIds === undefined) {
      return this.openRows.filter((row) => groupOf(row, this.context).key === group);
    }
    const ids = new Set(commentIds);
    const rows = [...this.namedRows.values()].filter(({ id }) => ids.has(id));
    if (rows.length < ids.size) throw ApiError.notFound('comment');
    return rows.filter(isOpenReview);
  }
}
