import type { BlockedBuyer } from '@sellary/contracts';
import { TestBed } from '@angular/core/testing';
import { BlockedBuyers } from '../../../blocks/blocked-buyers';
import { ConsoleBench, PREVIEW_URL } from '../../../../../testing/console-bench';
import { aBuyer, aParsedReview, aPreview } from '../../../../../testing/wire';

describe('previews in Needs you', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  const addReview = (viewer: string): string =>
    bench.server.addReview({
      buyer: aBuyer(viewer),
      text: 'sold 101 if it fits',
      parsed: aParsedReview('condition', { item: '101', word: 'sold' }),
    });
  const row = (): string =>
    (bench.page.querySelector('app-needs-you [data-need]')?.textContent ?? '').replace(/\s+/g, ' ');
  const waits = aPreview({ outcome: 'waitlist', unitsLeft: 0, position: 2 });
  const open = async (): Promise<void> => {
    await bench.open();
    await bench.press(/Needs you/);
    await bench.answerPreview(waits);
    expect(row()).toContain('position 2 ·');
  };

  it("A claim on a row's item marks the row's preview as updating until the preview is reloaded.", async () => {
    addReview('zoe');
    await open();
    bench.server.addComment('kim', '101');
    await bench.send();
    expect(row()).toContain('position 2 (updating) ·');
    await bench.answerPreview(aPreview({ outcome: 'waitlist', unitsLeft: 0, position: 3 }));
    expect(row()).toContain('position 3 ·');
    await bench.advance(5_000);
    bench.http.expectNone(PREVIEW_URL);
  });

  it('A claim on another item marks a preview as updating only if it comes from the same buyer.', async () => {
    bench.server.addItem('102', 5);
    addReview('zoe');
    await open();
    bench.server.addComment('kim', '102');
    await bench.send();
    expect(row()).toContain('position 2 ·');
    bench.http.expectNone(PREVIEW_URL);
    bench.server.addComment('zoe', '102');
    await bench.send();
    expect(row()).toContain('position 2 (updating)');
  });

  it('Blocking or unblocking a buyer reloads only the previews that involve that buyer.', async () => {
    const id = addReview('zoe');
    await open();
    const blocks = TestBed.inject(BlockedBuyers);
    const isList = ({ url }: { url: string }): boolean => url.endsWith('/blocked-buyers');
    for (const request of bench.http.match(isList)) request.flush({ blockedBuyers: [], nextCursor: null });
    await bench.advance(50);
    const isBlockCall = ({ url }: { url: string }): boolean => url.endsWith('/block');
    const block = async (viewer: string): Promise<void> => {
      const buyer = aBuyer(viewer);
      const done = blocks.block(buyer, { block: 'refuse', reason: 'Did not pay' });
      bench.http
        .expectOne(isBlockCall)
        .flush({ buyer, block: 'refuse', reason: 'Did not pay', by: { kind: 'unknown' }, at: '' });
      await done;
      await bench.advance(50);
    };
    await block('kim');
    expect(row()).toContain('position 2 ·');
    await block('zoe');
    expect(row()).toContain('position 2 (updating) ·');
    const marked = { ...waits, counts: { waitlist: 1 }, blocked: 1 };
    expect(await bench.answerPreview(marked)).toEqual([{ action: 'accept', commentIds: [id] }]);
    expect(row()).toContain('position 2 · the buyer is blocked');
    const done = blocks.unblock(blocks.blockOf(aBuyer('zoe').id) as BlockedBuyer);
    bench.http.expectOne(isBlockCall).flush(null);
    await done;
    await bench.advance(50);
    expect(row()).toContain('(updating)');
    await bench.answerPreview(waits);
    expect(row()).not.toContain('blocked');
  });

  it('The previews for all rows are loaded together, with one call at a time and at most one call per second.', async () => {
    const ids = ['zoe', 'ann'].map(addReview);
    await bench.open();
    await bench.press(/Needs you/);
    bench.server.addComment('kim', '101');
    await bench.send();
    await bench.advance(3_000);
    const first = bench.http.expectOne(PREVIEW_URL);
    expect(first.request.body).toEqual({
      requests: ids.map((id) => ({ action: 'accept', commentIds: [id] })),
    });
    const lastSeq = bench.server.events.length;
    first.flush({ lastSeq, previews: [waits, waits] });
    for (let claims = 0; claims < 3; claims++) {
      bench.server.addComment(`viewer-${claims}`, '101');
      await bench.send();
    }
    expect(bench.http.match(PREVIEW_URL)).toHaveLength(1);
  });

  it('After a failed call, the row keeps its old preview, marked as updating, and the console retries.', async () => {
    addReview('zoe');
    await open();
    bench.server.addComment('kim', '101');
    await bench.send();
    await bench.advance(1_000);
    bench.http.expectOne(PREVIEW_URL).flush(null, { status: 503, statusText: '' });
    await bench.advance(3_000);
    expect(row()).toContain('position 2 (updating)');
    bench.http.expectNone(PREVIEW_URL);
    await bench.advance(3_000);
    bench.http.expectOne(PREVIEW_URL);
  });
});
