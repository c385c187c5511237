import { ConsoleBench, SHOW } from '../../../../../testing/console-bench';
import { aBuyer } from '../../../../../testing/wire';
import { fromSnapshot } from '../../state/show-state';
import { viewersLike, viewersOf } from './viewers';

describe('item dialogs', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
  });
  afterEach(() => bench.close());

  it('In quick add, typing replaces a suggested number, but not a number from the feed.', async () => {
    bench.server.addComment('zed', '199');
    bench.server.addComment('zoe', '199');
    bench.server.addComment('zoe', '199');
    await bench.open();
    const field = (): HTMLInputElement | null =>
      document.querySelector<HTMLInputElement>('app-quick-add-dialog input');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'n', bubbles: true }));
    await bench.advance(500);
    field()?.focus();
    expect(field()?.value.slice(field()?.selectionStart ?? 0, field()?.selectionEnd ?? 0)).toBe('102');
    await bench.press(/Cancel/, document);
    await bench.advance(500);
    await bench.press(/Add item 199/);
    await bench.advance(500);
    bench.http.expectNone(`/api/shows/${SHOW}/items`);
    field()?.focus();
    expect(field()?.value).toBe('199 ');
    expect(document.querySelector('app-quick-add-dialog')?.textContent).toContain(
      '2 buyers already claimed #199',
    );
  });

  it('Viewers are found by part of a name, with their claim counts, and hidden viewers are left out.', () => {
    bench.server.addItem('102', 1);
    bench.server.addComment('carla', '102');
    const state = fromSnapshot(bench.server.snapshot());
    expect(viewersLike(viewersOf(state), 'RI')).toMatchObject([
      { buyer: { id: aBuyer('rita').id }, won: 0, waiting: 1 },
    ]);
    for (const { buyer } of bench.server.activeClaims) buyer.hidden = true;
    expect(viewersLike(viewersOf(fromSnapshot(bench.server.snapshot())), 'ri')).toEqual([]);
  });
});
