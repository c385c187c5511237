import { UNAVAILABLE } from '../../../testing/api';
import { ConsoleBench } from '../../../testing/console-bench';

/** Buttons that only navigate or change this screen. Every other button sends an act. */
const SENDS_NOTHING =
  /^(Back|Close|More commands|Mute sounds|Open item|All|Available|Sold out|Waiting|@|#\d+: |\d+ +Summer|101|102|Claims|Needs you|Comments|Items|Now|Copy answer|Replay|Save evidence|Show keyboard)/;

describe('all console lists and acts', () => {
  let bench: ConsoleBench;
  beforeEach(() => {
    bench = new ConsoleBench();
    bench.addItemWithTwoClaims();
    bench.server.addItem('102', 2);
    for (const viewer of ['ann', 'bob', 'cat']) bench.server.addComment(viewer, '102');
    for (const viewer of ['dan', 'eve']) bench.server.addComment(viewer, '777');
    bench.server.addReview();
    bench.server.showItem('101');
  });
  afterEach(() => bench.close());

  const nameOf = (button: Element): string =>
    (button.getAttribute('aria-label') ?? button.textContent ?? '').replace(/\s+/g, ' ').trim();

  it('Every list is a single tab stop with a name, and each of its rows can get the focus.', async () => {
    await bench.open();
    await bench.press(/^\s*102/);
    const seen: string[] = [];
    const checkLists = (): void => {
      for (const list of bench.page.querySelectorAll<HTMLElement>('[role=grid]')) {
        const inner = [...list.querySelectorAll<HTMLElement>('*')];
        expect([nameOf(list), inner.filter(({ tabIndex }) => tabIndex >= 0).map(nameOf)]).toEqual([
          nameOf(list),
          [],
        ]);
        for (const row of list.querySelectorAll('[role=row]')) {
          expect(row.querySelector('[role=gridcell]')).not.toBeNull();
          expect(row.matches('[tabindex]') || row.querySelector('[tabindex]')).toBeTruthy();
        }
        const label = list.getAttribute('aria-labelledby');
        seen.push(nameOf(label === null ? list : (document.getElementById(label) ?? list)));
      }
    };
    checkLists();
    await bench.press(/Needs you/);
    checkLists();
    await bench.press(/Why|@ann/, bench.page.querySelector('app-item-detail') ?? bench.page);
    await bench.press(/^\s*@ann/, bench.page.querySelector('app-drawer-panel') ?? bench.page);
    checkLists();
    expect([...new Set(seen)].sort()).toEqual([
      '1 waiting',
      '2 of 2 units won',
      'Claims',
      'Claims, newest first',
      'Comments, newest first',
      'History, newest first',
      'Items',
      'Needs you',
    ]);
  });

  it('While an act has no response yet, its row is marked as busy, and its button stays visible.', async () => {
    await bench.open();
    const row = (): Element | null | undefined =>
      bench.button(/Release @ann from #102/).closest('app-claim-row');
    const isHidden = (): boolean => bench.button(/Release @ann from #102/).classList.contains('opacity-0');
    expect([row()?.getAttribute('aria-busy'), isHidden()]).toEqual([null, true]);
    await bench.press(/Release @ann from #102/);
    expect([row()?.getAttribute('aria-busy'), isHidden()]).toEqual(['true', false]);
    await bench.reject(({ url }) => url.endsWith('/release'), ...UNAVAILABLE);
    expect(row()?.getAttribute('aria-busy')).toBeNull();
  });

  it('Without a response from the server, every act is shown as unavailable and sends nothing.', async () => {
    await bench.open();
    await bench.press(/^\s*102/);
    await bench.press(/Needs you/);
    const acts = (): HTMLButtonElement[] =>
      [...bench.page.querySelectorAll('button')].filter((button) => !SENDS_NOTHING.test(nameOf(button)));
    const available = (): string[] =>
      acts()
        .filter((button) => !button.disabled && button.getAttribute('aria-disabled') !== 'true')
        .map(nameOf);
    for (const act of [
      'Add an item',
      'Add 1 unit',
      'Withdraw item',
      'Release @ann from #102',
      'Send',
      'Pause',
      'Show now',
    ]) {
      expect(available()).toContainEqual(expect.stringContaining(act));
    }
    await bench.advance(6_000);
    expect(available()).toEqual([]);
    for (const button of acts()) button.click();
    await bench.advance(50);
    // A preview changes nothing.
    const sent = bench.http.match(({ method, url }) => method !== 'GET' && !url.endsWith('/preview'));
    expect(sent.map(({ request }) => request.url)).toEqual([]);
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      'Changes are paused until the live connection to the server is back.',
    );
    await bench.sendHeartbeat();
    expect(available()).toContain('Add an item');
  });
});
