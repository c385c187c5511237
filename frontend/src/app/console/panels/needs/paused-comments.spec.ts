import { ConsoleBench } from '../../../../../testing/console-bench';
import { BEN, aBuyer, aClaim, aComment } from '../../../../../testing/wire';

describe('comments from a pause', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    localStorage.clear();
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  /** A comment that claims the item, or passes on it, arrives during a pause, which then ends. */
  async function commentDuringPause(item = '101', act: 'claim' | 'pass' = 'claim'): Promise<void> {
    bench.server.setStatus('paused');
    const intents = [
      {
        act,
        item,
        itemText: item,
        qty: 1,
        word: 'sold',
        rule: 'word_number',
        span: { start: 0, end: 8 },
      },
    ];
    const comment = aComment('late', 'outside_show', {
      parsed: { route: 'auto', intents, reason: null, grammar: '1' },
    });
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'comment.received',
      at: comment.receivedAt,
      data: { comment, parsed: comment.parsed },
    });
    await bench.send();
    expect(bench.text).toContain('PAUSED');
    expect(bench.button(/Needs you/).textContent).not.toContain('1');
    bench.server.setStatus('active');
    await bench.send();
    await bench.press(/Needs you/);
  }

  it('Comments from a pause appear in Needs you after the pause, until they are dismissed.', async () => {
    await bench.open();
    await commentDuringPause();
    expect(bench.text).toContain('not counted, because the show was paused · #101: none left');
    await bench.press(/Dismiss @late’s comment/);
    await bench.advance(9_000);
    expect(bench.text).toContain('Nothing needs you');
  });

  it('A comment from a pause that names no variant does not say that none are left, and offers no award.', async () => {
    bench.server.addItemWithVariants('102', ['S', 'M']);
    await bench.open();
    await commentDuringPause('102');
    expect(bench.text).toContain('not counted, because the show was paused');
    expect(bench.text).not.toContain('none left');
    expect(bench.text).not.toContain('Award #102');
  });

  it('A comment from a pause that passes on an item offers no award, and the accept key awards nothing.', async () => {
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102', 'pass');
    for (const key of ['v', 'y']) await bench.pressKey(key);
    bench.http.expectNone(({ url }) => url.endsWith('/award'));
    expect(bench.page.querySelectorAll('app-needs-you [data-need]')).toHaveLength(1);
    bench.page.querySelector<HTMLElement>('app-needs-you [role=row]')?.click();
    await bench.advance(50);
    expect(bench.text).toContain('Passes on #102');
    expect(bench.text).not.toContain('Award #102');
  });

  it('An award hides the comment from a pause, and undoing the award brings it back.', async () => {
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102');
    await bench.press(/Award #102/);
    const claim = aClaim('x', { buyer: aBuyer('late') });
    bench.http.expectOne(({ url }) => url.endsWith('/award')).flush({ claim, actSeq: 90 });
    await bench.advance(300);
    expect(bench.text).toContain('Nothing needs you');
    const input = { act: 'award', seq: 90, itemId: 'item-102', claimIds: [] } as const;
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'operator.act',
      at: claim.createdAt,
      by: BEN,
      data: { act: 'undo', batch: 1, undoable: false, input },
    });
    await bench.send();
    expect(bench.button(/Award #102/)).toBeDefined();
  });

  it('If an award fails, the row of the comment from a pause shows why.', async () => {
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102');
    await bench.press(/Award #102/);
    const error = { code: 'ITEM_WITHDRAWN', message: 'The item is withdrawn.', details: [] };
    bench.http
      .expectOne(({ url }) => url.endsWith('/award'))
      .flush({ error }, { status: 409, statusText: 'Conflict' });
    await bench.advance(50);
    expect(bench.page.querySelector('app-needs-you')?.textContent).toContain('The item is withdrawn.');
  });
});
