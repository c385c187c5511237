import type { LiveComment, ReportedChange } from './live-comment';
import type { OpenConnection } from './platform-adapter';
import type { Usage } from './usage';

/** `writtenAt` uses the platform's clock. */
export type ReadComment = LiveComment & { writtenAt: number };

/**
 * Reads comments page by page, newest first.
 * @throws PlatformError
 */
export interface NewestFirstPages {
  readonly kind: 'newest-first';
  /** True if the list has no end, so that the caller must decide when to stop reading pages. */
  readonly unbounded: boolean;
  /** True if the order is guaranteed, so that a newer comment never follows an older one. */
  readonly ordered: boolean;
  /** Maximum number of comments per page. */
  readonly maxPageSize: number;
  read(connection: OpenConnection, query: CommentQuery): Promise<CommentPage>;
  /** Advice for users if the platform counts comments but does not return them; one sentence. */
  readonly missingCommentsAdvice: string;
}

export interface CommentQuery {
  liveId: string;
  /** Platform time, ms; older comments are not needed. */
  since: number;
  /** `next` of the previous page; null for the newest page. */
  after: Record<string, string> | null;
  /** Requested number of comments. */
  limit: number;
  /** True to request only the essential fields, because the full response was too large. */
  brief: boolean;
  /** True to also request the platform's comment count. */
  withTotal: boolean;
}

export interface CommentPage {
  comments: ReadComment[];
  next: Record<string, string> | null;
  usage: Usage;
  skewMs: number | null;
  /**
   * The platform's comment count, including comments that it hides or filters; null if it was not requested
   * or the platform does not report it.
   */
  total: number | null;
}

/**
 * Reads comments page by page, forward from a cursor. The cursor is stored after the comments of its page, so
 * a page may be read twice but is never skipped.
 * @throws PlatformError; `rejected` or `not-found` if the platform no longer knows the cursor
 */
export interface CursorPages {
  readonly kind: 'cursor';
  next(connection: OpenConnection, query: CursorQuery): Promise<CursorPage>;
}

export interface CursorQuery {
  liveId: string;
  /** Cursor of the previous page; null at the beginning, and after the platform has lost the cursor. */
  cursor: string | null;
  /** Platform time, ms; older comments are not needed. */
  since: number;
}

export interface CursorPage {
  comments: ReadComment[];
  /** Edits and deletions reported in the page. */
  changes?: ReportedChange[];
  /** Start of the next page; null to keep the query's cursor. */
  cursor: string | null;
  /**
   * Time that the platform asks us to wait, ms; 0 if more comments are waiting. The workspace's interval if
   * left out.
   */
  nextPollMs?: number;
  /** No more comments will be written. */
  ended?: boolean;
  usage?: Usage;
  /** The platform's clock minus ours, ms. */
  skewMs?: number;
}

/**
 * Comments that the platform sends over a stream. Each batch is read after the previous one is committed, and
 * the stream is reopened after it ends or fails.
 */
export interface CommentStream {
  readonly kind: 'stream';
  /**
   * Ends when `signal` is aborted.
   * @throws PlatformError
   */
  open(connection: OpenConnection, query: StreamQuery): AsyncIterable<StreamBatch>;
}

export interface StreamQuery extends CursorQuery {
  signal: AbortSignal;
}

export type StreamBatch = Pick<CursorPage, 'comments' | 'changes' | 'ended' | 'skewMs'> & {
  /** Cursor for a reconnect; the previous cursor if left out. */
  cursor?: string;
};

export type CommentReadingCapability = NewestFirstPages | CursorPages | CommentStream;
