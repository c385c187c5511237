import {
  type CommentPage,
  type CommentQuery,
  NO_USAGE,
  PlatformError,
  type ReadComment,
  type Usage,
} from '@sellary/extension-kit';

/** Sorts comments oldest first, and comments with the same timestamp by id. */
export const inChronologicalOrder = (comments: Iterable<ReadComment>): ReadComment[] =>
  [...comments].sort((a, b) => a.writtenAt - b.writtenAt || (a.commentId < b.commentId ? -1 : 1));

/** Maximum number of restarts without a wait. */
const MAX_RESTARTS = 8;
/**
 * After this many failures of the same page, the scan starts over from the top, so that it finds new
 * comments.
 */
const MAX_FAILURES = 5;
/** A broken list repeats the same pages forever, each time with a new cursor. */
const MIN_REPEATED_PAGES = 3;
const MAX_EMPTY_PAGES = 50;

export interface ScanOptions {
  liveId: string;
  /** Platform time to read back to, ms. */
  since: number;
  /** True if the list is certain to be newest first. */
  ordered: boolean;
  /** True if the comment is already stored and does not add a missing author. */
  isStored: (comment: ReadComment) => boolean;
  read: (query: Omit<CommentQuery, 'brief' | 'limit' | 'withTotal'>) => Promise<CommentPage>;
}

/**
 * One scan through a list of comments, newest first, a few pages at a time. It ends at the last page, or at a
 * page older than needed. A ranked list may place new comments after old ones. If the list may be ranked, an
 * old page ends the scan only if all its comments are stored and all rows so far were newest first. The scan
 * also ends if the list repeats itself or returns only empty pages.
 */
export class CommentScan {
  private readonly unstored = new Map<string, ReadComment>();
  private readonly seen = new Set<string>();
  private after: Record<string, string> | null = null;
  private restarts = 0;
  /** Number of failures since the last page. */
  private failures = 0;
  /** Pages and rows since the last new comment. */
  private repeated = { pages: 0, rows: 0 };
  private emptyPages = 0;
  /** Time of the last row, ms. The list is newest first as long as no row is newer than the previous row. */
  private lastWrittenAt = Infinity;
  private isNewestFirst = true;
  isDone = false;
  pages = 0;
  /** Platform time of the newest comment so far, ms; null before the first. */
  newest: number | null = null;
  usage: Usage = NO_USAGE;

  constructor(private readonly options: ScanOptions) {}

  /**
   * Reads up to `maxPages` pages. After an error, the next call reads the same page again, or starts over from
   * the top if that page has failed several times.
   * @throws PlatformError
   */
  async readPages(maxPages: number): Promise<void> {
    for (let read = 0; read < maxPages && !this.isDone; read++) {
      const page = await this.readPage();
      if (page !== null) this.addPage(page);
    }
  }

  /** Comments found but not yet stored, oldest first. */
  get found(): ReadComment[] {
    return inChronologicalOrder(this.unstored.values());
  }

  /** Clears stored comments. Called only after the commit, because until then only the scan has them. */
  clearStored(commentIds: ReadonlySet<string>): void {
    for (const id of commentIds) this.unstored.delete(id);
  }

  /** Number of comments found but not yet stored. */
  get heldCount(): number {
    return this.unstored.size;
  }

  private async readPage(): Promise<CommentPage | null> {
    const { liveId, since } = this.options;
    try {
      return await this.options.read({ liveId, since, after: this.after });
    } catch (error) {
      // A cursor becomes invalid when its comment is deleted. The scan then starts over from the top, which
      // costs extra pages but does not lose comments.
      const isCursorInvalid =
        this.after !== null &&
        error instanceof PlatformError &&
        ['rejected', 'not-found'].includes(error.kind);
      this.failures += 1;
      if (!isCursorInvalid && this.failures < MAX_FAILURES) throw error;
      this.restart();
      if (isCursorInvalid && this.restarts < MAX_RESTARTS) return null;
      this.restarts = 0;
      throw error;
    }
  }

  private restart(): void {
    this.restarts += 1;
    this.after = null;
    this.lastWrittenAt = Infinity;
    this.repeated = { pages: 0, rows: 0 };
  }

  private addPage(page: CommentPage): void {
    const { comments, next } = page;
    const { since, ordered, isStored } = this.options;
    this.pages += 1;
    this.failures = 0;
    this.usage = page.usage;
    const isStoredPage = comments.every(isStored);
    const isOldPage = comments.length > 0 && comments.every((comment) => comment.writtenAt < since);
    const hasNewComment = comments.some((comment) => !this.seen.has(comment.commentId));
    for (const comment of comments) {
      this.seen.add(comment.commentId);
      this.isNewestFirst &&= comment.writtenAt <= this.lastWrittenAt;
      this.lastWrittenAt = comment.writtenAt;
      this.newest = Math.max(this.newest ?? comment.writtenAt, comment.writtenAt);
      if (!isStored(comment)) this.unstored.set(comment.commentId, comment);
    }
    this.repeated = hasNewComment
      ? { pages: 0, rows: 0 }
      : { pages: this.repeated.pages + 1, rows: this.repeated.rows + comments.length };
    this.emptyPages = comments.length === 0 ? this.emptyPages + 1 : 0;
    this.after = next;
    const mayHaveMore = !isOldPage || (!ordered && !(isStoredPage && this.isNewestFirst));
    this.isDone = next === null || !mayHaveMore || this.isLooping || this.emptyPages >= MAX_EMPTY_PAGES;
  }

  /**
   * True if the rows read since the last new comment are more than twice as many as the comments seen. A
   * ranked list changes during the scan, so fewer repeated rows are normal.
   */
  private get isLooping(): boolean {
    return this.repeated.pages >= MIN_REPEATED_PAGES && this.repeated.rows > 2 * this.seen.size;
  }
}
