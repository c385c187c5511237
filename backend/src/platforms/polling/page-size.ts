import { type CommentQuery, PlatformError } from '@sellary/extension-kit';

/** Number of good pages in a row before a larger page is tried again. */
const GOOD_PAGES_BEFORE_GROWTH = 50;
const MAX_GOOD_PAGES_BEFORE_GROWTH = 1_600;

/**
 * Size of the pages requested for a source. If a page is too large for the platform, the size is halved, down
 * to one row. After that, only essential fields are requested. The size grows back slowly, and more slowly
 * each time it has grown too far.
 */
export class PageSize {
  private rows: number;
  private brief = false;
  private goodPages = 0;
  private neededGoodPages = GOOD_PAGES_BEFORE_GROWTH;
  private hasJustGrown = false;

  constructor(private readonly maxRows: number) {
    this.rows = maxRows;
  }

  /**
   * Requests a page, and retries with a smaller one while it is too large.
   * @throws PlatformError `too-large` at the minimum size, and any other error from `read`
   */
  async request<T>(read: (size: Pick<CommentQuery, 'brief' | 'limit'>) => Promise<T>): Promise<T> {
    for (;;) {
      try {
        const page = await read({ limit: this.rows, brief: this.brief });
        this.recordGoodPage();
        return page;
      } catch (error) {
        if (!(error instanceof PlatformError && error.kind === 'too-large' && this.shrink())) throw error;
      }
    }
  }

  /** @returns false if the size is at its minimum */
  private shrink(): boolean {
    if (this.rows === 1 && this.brief) return false;
    if (this.hasJustGrown) {
      this.neededGoodPages = Math.min(this.neededGoodPages * 2, MAX_GOOD_PAGES_BEFORE_GROWTH);
    }
    this.hasJustGrown = false;
    this.goodPages = 0;
    if (this.rows === 1) this.brief = true;
    else this.rows = Math.ceil(this.rows / 2);
    return true;
  }

  private recordGoodPage(): void {
    if (this.rows === this.maxRows && !this.brief) return;
    this.hasJustGrown &&= this.goodPages === 0;
    this.goodPages += 1;
    if (this.goodPages < this.neededGoodPages) return;
    this.goodPages = 0;
    this.hasJustGrown = true;
    if (this.brief) this.brief = false;
    else this.rows = Math.min(this.maxRows, this.rows * 2);
  }
}
