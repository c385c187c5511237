import type { LiveComment, ReportedChange } from './live-comment';
import type { OpenConnection } from './platform-adapter';
import type { Usage } from './usage';

/** `saidAt` is in the platform's clock. */
export type ReadComment = LiveComment & { saidAt: number };

/**
 * Reading comments page by page, from the newest back.
 * @throws PlatformError
 */
export interface NewestFirstPages {
  readonly kind: 'newest-first';
  /** The list has no time limit, so the reader stops by itself. */
  readonly unbounded: boolean;
  /** Newest first is guaranteed, so that no new comment follows an old one. */
  readonly ordered: boolean;
  /** Rows that one page may hold. */
  readonly maxPageSize: number;
  read(connection: OpenConnection, query: CommentQuery): Promise<CommentPage>;
  /** Advice for users if the platform counts comments and does not return them; one sentence. */
  readonly missingCommentsAdvice: string;
}

export interface CommentQuery {
  liveId: string;
  /** Platform time, ms: older ones are not wanted. */
  since: number;
  after: Record<string, string> | null;
  /** Rows wanted. */
  limit: number;
  /** Only indispensable fields: the response was too large. */
  brief: boolean;
  /** Also how many comments the platform counts. */
  withTotal: boolean;
}

export interface CommentPage {
  comments: ReadComment[];
  next: Record<string, string> | null;
  usage: Usage;
  skewMs: number | null;
  /**
   * Comments that the platform counts, including those it hides or filters; null if it was not asked or does
   * not report it.
   */
  total: number | null;
}

/**
 * Reading comments page by page, forward from a cursor. The cursor is stored after the page's comments are,
 * so a page may be read twice and is never skipped.
 * @throws PlatformError; `rejected` or `not-found` if it no longer knows the cursor
 */
export interface CursorPages {
  readonly kind: 'cursor';
  next(connection: OpenConnection, query: CursorQuery): Promise<CursorPage>;
}

export interface CursorQuery {
  liveId: string;
  /** Of the page before; null at the beginning, and after the platform has lost it. */
  cursor: string | null;
  /** Platform time, ms: older ones are not wanted. */
  since: number;
}

export interface CursorPage {
  comments: ReadComment[];
  /** Edits and deletions that the page reports. */
  changes?: ReportedChange[];
  /** Beginning of the next page; null keeps the cursor of the query. */
  cursor: string | null;
  /** Time that the platform asks to wait, ms; 0 if more is waiting. The workspace's interval if left out. */
  nextPollMs?: number;
  /** No more comments will be written. */
  ended?: boolean;
  usage?: Usage;
  /** Lead of the platform's clock over ours, ms. */
  skewMs?: number;
}

/**
 * Comments that the platform sends over a connection of its own. The next batch is taken after the one before
 * is committed, and the stream is opened again after it ends or fails.
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
  /** Place to begin from after a reconnect; the cursor before if left out. */
  cursor?: string;
};

export type CommentReadingCapability = NewestFirstPages | CursorPages | CommentStream;
