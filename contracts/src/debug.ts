import type { Claim } from './claims';
import type { Comment, Outcome } from './comments';
import type { PlatformId } from './platforms';

/** A viewer's comment. */
interface EmittedComment {
  userId: string;
  userHandle: string;
  text: string;
  timestamp?: string;
  commentId?: string;
  liveId?: string;
  platform?: PlatformId;
}

export interface EmitCommentRequest extends EmittedComment {
  showId: string;
}

export interface EmitCommentResult {
  outcome: Outcome | 'duplicate';
  claim?: Claim;
  claims: Claim[];
  promoted?: Claim;
  comment: Comment;
}

export interface BulkComment extends EmittedComment {
  /** Delay before this comment, in ms. The delays in a request add up to at most 60,000. */
  delay?: number;
}

export interface BulkCommentsRequest {
  showId: string;
  comments: BulkComment[];
}

export interface BulkCommentsResult {
  processed: number;
  outcomes: Partial<Record<Outcome | 'duplicate', number>>;
  results: { commentId: string; outcome: Outcome | 'duplicate' }[];
}
