import {
  type CommentPage,
  type CommentQuery,
  NO_USAGE,
  PlatformError,
  type ReadComment,
} from '@sellary/extension-kit';
import { toyComment as comment } from '../../../test/toy-source';
import { CommentScan, type ScanOptions } from './comment-scan';

type Answer = ReadComment[] | PlatformError;

/**
 * Creates a scan of a list with the given pages. A page's cursor is its number. An error is thrown once, and
 * then its page is empty.
 */
function scanOfPages(
  pages: Answer[],
  stored: string[] = [],
  since = 0,
  ordered = false,
): { scan: CommentScan; requestedPages: string[] } {
  const requestedPages: string[] = [];
  const thrown = new Set<number>();
  const read = async ({ after }: Pick<CommentQuery, 'after'>): Promise<CommentPage> => {
    const index = Number(after?.['after'] ?? 0);
    requestedPages.push(String(index));
    const page = pages[index] ?? [];
    if (page instanceof PlatformError && !thrown.has(index)) {
      thrown.add(index);
      throw page;
    }
    const next = pages.length > index + 1 ? String(index + 1) : null;
    return pageOf(page instanceof PlatformError ? [] : page, next);
  };
  const isStored = ({ commentId }: ReadComment): boolean => stored.includes(commentId);
  return { scan: scanOf(read, { since, ordered, isStored }), requestedPages };
}
const pageOf = (comments: ReadComment[], after: string | null): CommentPage => ({
  comments,
  next: after === null ? null : { after },
  usage: NO_USAGE,
  skewMs: null,
  total: null,
});
const scanOf = (read: ScanOptions['read'], options: Partial<ScanOptions> = {}): CommentScan =>
  new CommentScan({ liveId: '1', since: 0, ordered: false, isStored: () => false, read, ...options });
const ids = (scan: CommentScan): string[] => scan.found.map(({ commentId }) => commentId);

describe('A comment scan', () => {
  it('A scan continues past short and empty pages until there is no next page.', async () => {
    const { scan } = scanOfPages([[comment('c', 30)], [], [], [comment('b', 20)], [comment('a', 10)]]);
    await scan.readPages(10);
    expect([scan.isDone, scan.newest, ids(scan)]).toEqual([true, 30, ['a', 'b', 'c']]);
  });

  it('A scan returns comments oldest first, and comments with the same timestamp by id.', async () => {
    const { scan } = scanOfPages([[comment('b', 10), comment('a', 10), comment('c', 5)]]);
    await scan.readPages(1);
    expect(ids(scan)).toEqual(['c', 'a', 'b']);
  });

  it('A scan does not stop at a page of stored comments, because new comments may follow it.', async () => {
    const { scan } = scanOfPages([[comment('c', 30)], [comment('new', 20)]], ['c'], 0);
    await scan.readPages(10);
    expect(ids(scan)).toEqual(['new']);
  });

  it('A scan stops at a page of old comments that are stored.', async () => {
    const { scan, requestedPages } = scanOfPages(
      [[comment('c', 30)], [comment('b', 9)], [comment('a', 5)]],
      ['b', 'a'],
      10,
    );
    await scan.readPages(10);
    expect([requestedPages, ids(scan)]).toEqual([['0', '1'], ['c']]);
  });

  it('A scan continues past pages of old comments that are not stored.', async () => {
    const { scan } = scanOfPages([[comment('b', 9)], [comment('buried', 40)]], [], 10);
    await scan.readPages(10);
    expect(ids(scan)).toContain('buried');
  });

  it('If a list is certain to be sorted newest first, a scan stops at the first old page.', async () => {
    const { scan, requestedPages } = scanOfPages(
      [[comment('c', 30)], [comment('b', 9)], [comment('a', 5)]],
      [],
      10,
      true,
    );
    await scan.readPages(10);
    expect(requestedPages).toEqual(['0', '1']);
  });

  it("A scan restarts if the cursor's comment was deleted, and does not lose comments.", async () => {
    const { scan, requestedPages } = scanOfPages([
      [comment('c', 30)],
      new PlatformError('rejected', 'cursor'),
      [comment('a', 10)],
    ]);
    await scan.readPages(10);
    expect([requestedPages, ids(scan)]).toEqual([
      ['0', '1', '0', '1', '2'],
      ['a', 'c'],
    ]);
  });

  it('A scan fails if its cursor stays invalid, and the next call starts over.', async () => {
    let isInvalid = true;
    const scan = scanOf(async ({ after }) => {
      if (after === null) return pageOf([comment('b', 20)], '1');
      if (isInvalid) throw new PlatformError('rejected', 'cursor');
      return pageOf([comment('a', 10)], null);
    });
    await expect(scan.readPages(100)).rejects.toThrow('cursor');
    isInvalid = false;
    await scan.readPages(100);
    expect([scan.isDone, ids(scan)]).toEqual([true, ['a', 'b']]);
  });

  it('A scan continues past a page of old, stored comments if the list is not newest first.', async () => {
    const { scan } = scanOfPages([[comment('a', 5), comment('b', 9)], [comment('new', 20)]], ['a', 'b'], 10);
    await scan.readPages(10);
    expect(ids(scan)).toEqual(['new']);
  });

  it('A scan continues if a ranked list repeats pages before it returns the rest.', async () => {
    const rows = Array.from({ length: 12 }, (_, n) => comment(`c${n}`, (n * 7) % 12));
    const pages = rows.map((row) => [row]);
    const { scan } = scanOfPages([...pages.slice(0, 8), ...pages.slice(0, 8), ...pages.slice(8)]);
    await scan.readPages(100);
    expect(scan.found).toHaveLength(12);
  });

  it('A scan reads the same page again after a failure.', async () => {
    const { scan, requestedPages } = scanOfPages([
      [comment('c', 30)],
      new PlatformError('transient', 'reset'),
      [comment('a', 10)],
    ]);
    await expect(scan.readPages(10)).rejects.toThrow('reset');
    await scan.readPages(10);
    expect([requestedPages, ids(scan)]).toEqual([
      ['0', '1', '1', '2'],
      ['a', 'c'],
    ]);
  });

  it('A scan whose page keeps failing starts over, and finds new comments.', async () => {
    const newest = [comment('c', 30)];
    const scan = scanOf(async ({ after }) => {
      if (after !== null) throw new PlatformError('transient', 'reset');
      return pageOf(newest, '1');
    });
    for (let n = 0; n < 5; n++) await expect(scan.readPages(10)).rejects.toThrow('reset');
    newest.push(comment('d', 40));
    await expect(scan.readPages(10)).rejects.toThrow('reset');
    expect([scan.isDone, ids(scan)]).toEqual([false, ['c', 'd']]);
  });

  it('A scan reads up to the maximum number of pages, and the next call continues from there.', async () => {
    const { scan } = scanOfPages([[comment('c', 30)], [comment('b', 20)], [comment('a', 10)]]);
    await scan.readPages(2);
    expect([scan.isDone, scan.heldCount]).toEqual([false, 2]);
    await scan.readPages(2);
    expect([scan.isDone, ids(scan)]).toEqual([true, ['a', 'b', 'c']]);
  });

  it('A scan stops if its list repeats itself forever.', async () => {
    const scan = scanOf(async ({ after }) =>
      pageOf([comment('a', 10)], String(Number(after?.['after'] ?? 0) + 1)),
    );
    await scan.readPages(100);
    expect([scan.isDone, ids(scan)]).toEqual([true, ['a']]);
  });
});
