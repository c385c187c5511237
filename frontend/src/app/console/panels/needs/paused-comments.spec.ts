import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';
import { BEN, aBuyer, aClaim, aComment, at } from '../../../../../testing/wire';

describe('comments from a pause', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    localStorage.clear();
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  /** A comment that claims the item, or passes on it, arrives during a pause, which then ends. */
  async function commentDuringPause(item = '101', act: 'claim' | 'pass' = 'claim', count = 1): Promise<void> {
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
    for (let i = 0; i < count; i++) {
      const comment = aComment(i === 0 ? 'late' : `late${i}`, 'outside_show', {
        parsed: { route: 'auto', intents, reason: null, grammar: '1' },
      });
      bench.server.events.push({
        seq: bench.server.events.length + 1,
        type: 'comment.received',
        at: comment.receivedAt,
        data: { comment, parsed: comment.parsed },
      });
    }
    await bench.send();
    expect(bench.text).toContain('PAUSED');
    expect(bench.text).toContain(count > 500 ? '500+ claims not counted' : '1 claim not counted');
    expect(bench.button(/Needs you/).textContent).not.toContain('1');
    bench.server.setStatus('active');
    await bench.send();
    await bench.press(/Needs you/);
  }

  /** Another operator undoes the award with seq 90. */
  async function undoAward(): Promise<void> {
    const input = { act: 'award', seq: 90, itemId: 'item-102', claimIds: [] } as const;
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'operator.act',
      at: at(0),
      by: BEN,
      data: { act: 'undo', batch: 1, undoable: false, input },
    });
    await bench.send();
  }

  it('Comments from a pause appear in Needs you after the pause, until they are dismissed.', async () => {
    await bench.open();
    await commentDuringPause();
    expect(bench.text).toContain('not counted, because the show was paused · #101: none left');
    await bench.press(/Dismiss @late’s comment/);
    await bench.advance(9_000);
    expect(bench.text).toContain('Nothing needs you');
  });

  it('If a comment from a pause names no variant, its row does not say that none are left, and offers no award.', async () => {
    bench.server.addItemWithVariants('102', ['S', 'M']);
    await bench.open();
    await commentDuringPause('102');
    expect(bench.text).toContain('not counted, because the show was paused');
    expect(bench.text).not.toContain('none left');
    expect(bench.text).not.toContain('Award #102');
  });

  it('If a comment from a pause passes on an item, no award is offered, and the accept key awards nothing.', async () => {
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102', 'pass');
    for (const key of ['v', 'y']) await bench.pressKey(key);
    bench.http.expectNone(({ url }) => url.endsWith('/award'));
    expect(bench.page.querySelectorAll('app-needs-you [data-need]')).toHaveLength(1);
    await bench.click(bench.page.querySelector<HTMLElement>('app-needs-you [role=row]'));
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
    await undoAward();
    expect(bench.button(/Award #102/)).toBeDefined();
  });

  it('If the page was reloaded after an award, undoing the award still brings the comment back.', async () => {
    localStorage.setItem(
      'sellary.hidden',
      JSON.stringify({ showId: SHOW, comments: ['late'], awardSeqs: { late: 90 } }),
    );
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102');
    expect(bench.text).toContain('Nothing needs you');
    await undoAward();
    expect(bench.button(/Award #102/)).toBeDefined();
  });

  it('A comment from a pause for a withdrawn item offers no award.', async () => {
    bench.server.addItem('102', 5);
    bench.server.withdraw('102');
    await bench.open();
    await commentDuringPause('102');
    expect(bench.text).toContain('#102: none left');
    expect(bench.text).not.toContain('Award #102');
  });

  it('If a pause has more comments than the console holds, their number is shown as a minimum.', async () => {
    bench.server.addItem('102', 5);
    await bench.open();
    await commentDuringPause('102', 'claim', 501);
    expect(bench.text).toContain('500+ comments not counted, because the show was paused');
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
