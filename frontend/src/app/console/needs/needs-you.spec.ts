import { ConsoleBench } from '../../../../testing/console-bench';
import { aComment } from '../../../../testing/wire';

describe('what needs a person', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.stock();
  });
  afterEach(() => bench.close());

  it('counts reviews, unknown numbers and sources in trouble, in the tab, the title and the icon', async () => {
    const icon = document.head.appendChild(document.createElement('link'));
    icon.rel = 'icon';
    icon.href = 'http://localhost/favicon.svg';
    bench.server.doubt();
    bench.server.comment('zed', '199');
    await bench.open();
    expect(bench.button(/Needs you/).textContent?.replace(/\s+/g, ' ')).toContain('2');
    expect(document.title).toBe('(2) Friday show · Sellary');
    expect(icon.href).toContain('data:image/svg');
    bench.socket.pulse('show-1', {
      lastSeq: bench.server.events.length,
      sources: [{ id: 'source-1', state: 'trouble', lagMs: null, lastCommentAt: null, message: 'Facebook throttles us' }],
    });
    await bench.press(/Needs you/);
    expect(document.title).toContain('(3)');
    expect(bench.text).toContain('Facebook throttles us');
    icon.remove();
  });

  it('shows what a doubtful comment seems to ask for, and gives nothing out by itself', async () => {
    bench.server.doubt();
    await bench.open();
    await bench.press(/Needs you/);
    expect(bench.text).toContain('Perhaps claims: nothing was given out for these');
    bench.http.expectNone(({ method }) => method === 'POST');
  });

  it('offers what was said in a pause when the pause is over, until it is looked at', async () => {
    await bench.open();
    bench.server.turn('paused');
    const intents = [
      { act: 'claim' as const, item: '101', itemText: '101', qty: 1, word: 'sold', rule: 'word_number', span: { start: 0, end: 8 } },
    ];
    const comment = aComment('late', 'outside_show', { parsed: { route: 'auto', intents, reason: null, grammar: '1' } });
    bench.server.events.push({
      seq: bench.server.events.length + 1,
      type: 'comment.received',
      at: comment.receivedAt,
      data: { comment, parsed: comment.parsed },
    });
    await bench.send();
    expect(bench.text).toContain('PAUSED');
    expect(bench.button(/Needs you/).textContent).not.toContain('1');
    bench.server.turn('active');
    await bench.send();
    await bench.press(/Needs you/);
    expect(bench.text).toContain('Said while paused, so not counted');
    expect(bench.text).toContain('101: none left');
    await bench.press(/Leave all/);
    expect(bench.text).toContain('Nothing needs you');
  });
});
