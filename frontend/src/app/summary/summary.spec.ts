import type { BuyerLine, Claim, ShowSummary } from '@sellary/contracts';
import { UNAVAILABLE } from '../../../testing/api';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { aSummary, aSummaryItem } from '../../../testing/summary';
import { NO_STATS, aBuyer, aClaim, at } from '../../../testing/wire';
import { Summary } from './summary';

// jsdom has no canvas, so the tests check the data that the chart receives.
const draw = jest.fn<
  { destroy: () => void; resize: () => void },
  [unknown, readonly { label: string; claims: number }[]]
>(() => ({
  destroy: () => undefined,
  resize: () => undefined,
}));
jest.mock('./timeline-chart', () => ({
  drawTimeline: (canvas: unknown, buckets: never[]) => draw(canvas, buckets),
}));

const buyerLine = (handle: string, won: number): BuyerLine => ({
  buyer: aBuyer(handle),
  items: won > 0 ? [{ itemNumber: '104', title: 'Blue dress', quantity: won }] : [],
  totalItems: won,
  waitlisted: 1,
});

describe('summary page', () => {
  let bench: PageBench;

  beforeEach(async () => {
    draw.mockClear();
    window.matchMedia = () =>
      ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }) as never;
    bench = new PageBench();
    await bench.open(Summary, 'operator', { id: 'show-1' });
  });
  afterEach(() => bench.close());

  const texts = (selector: string): string[] =>
    [...bench.page.querySelectorAll(selector)].map((element) => bench.text(element));
  const text = (selector: string): string => texts(selector)[0] ?? '';

  async function answer(
    summary: ShowSummary,
    { buyers = [], flagged = [] }: { buyers?: BuyerLine[]; flagged?: Claim[] } = {},
  ): Promise<void> {
    await bench.answer('/api/shows/show-1/summary', summary);
    await bench.answerAll(({ url }) => url.endsWith('/buyers'), { buyers, nextCursor: null });
    await bench.answerAll(({ url }) => url.endsWith('/claims'), { claims: flagged, nextCursor: null });
  }

  const aBusySummary = (): ShowSummary =>
    aSummary({
      totals: {
        ...NO_STATS,
        items: 60,
        itemsClaimed: 41,
        unitsTotal: 112,
        unitsClaimed: 59,
        uniqueBuyers: 37,
        waitlisted: 96,
        comments: 3_214,
        claims: 160,
        released: 2,
        passed: 3,
        flagged: 1,
        unitsPaid: 0,
      },
      items: Array.from({ length: 60 }, (_, n) =>
        aSummaryItem(`${101 + n}`, { claims: n, waitlistCount: n % 7 }),
      ),
      timeline: {
        bucketSeconds: 60,
        buckets: Array.from({ length: 90 }, (_, n) => ({
          at: at(n * 60_000),
          claims: n === 14 ? 31 : 1,
          comments: 5,
        })),
        outside: { claims: 2, comments: 3 },
      },
      fastestSellOut: { itemId: 'item-104', itemNumber: '104', title: 'Blue dress', ms: 4_200 },
      busiestMinute: { at: at(14 * 60_000), claims: 31 },
      mostWanted: { itemId: 'item-106', itemNumber: '106', title: null, waiting: 26 },
    });

  it('Sales are split into paid and unpaid once a basket is paid.', async () => {
    const currency = { code: 'EUR', digits: 2 };
    const { show, totals } = aSummary();
    await answer(
      aSummary({
        show: { ...show, currency },
        totals: { ...totals, amountWon: 4490, amountPaid: 2990, unitsPaid: 1 },
      }),
    );
    expect(text('section[aria-label=Totals]')).toContain('€29.90 paid, €15.00 unpaid');
  });

  it('The summary shows the totals and the recap.', async () => {
    await answer(aBusySummary());
    expect(text('h1')).toBe('Friday show');
    expect(text('section[aria-label=Totals]')).toContain('Units won 59 of 112 units');
    expect(text('section[aria-label=Totals]')).toContain('Passed or released 5 3 passed, 2 released');
    expect(text('app-recap')).toMatch(
      /Fastest sell-out 4\.2 s #104 Blue dress .*31 claims .*26 waiting Item #106/,
    );
  });

  it('The timeline shows every claim in the chart, and in a table of at most 24 intervals plus a row for the rest.', async () => {
    await answer(aBusySummary());
    expect(draw.mock.calls.at(-1)?.[1]).toHaveLength(90);
    const rows = texts('app-claims-timeline tbody tr');
    expect(rows.length).toBeLessThanOrEqual(24 + 1);
    const claims = [...bench.page.querySelectorAll('app-claims-timeline tbody td:nth-of-type(1)')].reduce(
      (sum, cell) => sum + Number(cell.textContent),
      0,
    );
    expect(claims).toBe(89 + 31 + 2);
    expect(bench.page.querySelector('canvas')?.getAttribute('aria-label')).toContain(
      'Claims: 120 in 1 h 30 min. Peak: 31 in 1 min, from',
    );
  });

  it('The items can be sorted by any column, and the printout contains all of them.', async () => {
    await answer(aBusySummary());
    const numbers = (): string[] =>
      [...bench.page.querySelectorAll('app-summary-items tbody th')].map(
        (element) => element.firstChild?.textContent?.trim() ?? '',
      );
    expect(numbers().slice(0, 2)).toEqual(['101', '102']);
    expect(numbers()).toHaveLength(50);
    await bench.press('Claims');
    expect(numbers().slice(0, 2)).toEqual(['160', '159']);
    expect(bench.page.querySelector('[aria-sort=descending]')?.textContent).toContain('Claims');
    window.dispatchEvent(new Event('beforeprint'));
    expect(numbers()).toHaveLength(60);
    expect(bench.page.querySelector('details')?.open).toBe(true);
    window.dispatchEvent(new Event('afterprint'));
    await bench.render();
    expect(numbers()).toHaveLength(50);
    await bench.press('Show 10 more items');
    expect(numbers()).toHaveLength(60);
  });

  it('The buyer search waits for a pause in typing and keeps the rows until the response.', async () => {
    await answer(aBusySummary(), { buyers: [buyerLine('ivy', 2), buyerLine('rita', 1)] });
    expect(texts('app-summary-buyers tbody tr')).toEqual([
      expect.stringContaining('@ivy'),
      expect.stringContaining('@rita'),
    ]);
    const box = bench.page.querySelector<HTMLInputElement>('app-summary-buyers input');
    for (const value of ['r', 'ri', 'rit']) {
      setField(box, value);
      await jest.advanceTimersByTimeAsync(50);
    }
    bench.http.expectNone(({ url }) => url.endsWith('/buyers'));
    await bench.render();
    expect(texts('app-summary-buyers tbody tr')).toHaveLength(2);
    await bench.answer(
      ({ url, params }) =>
        url.endsWith('/buyers') && params.get('q') === 'rit' && params.get('won') === 'true',
      { buyers: [buyerLine('rita', 1)], nextCursor: null },
    );
    expect(texts('app-summary-buyers tbody tr')).toEqual([expect.stringContaining('@rita')]);
    await bench.press('Winners and waiting');
    await bench.answer(({ url, params }) => url.endsWith('/buyers') && params.get('won') === 'false', {
      buyers: [],
      nextCursor: null,
    });
    expect(text('app-summary-buyers')).toContain('No buyers have this handle or name');
  });

  it('If Load more fails, the loaded buyers stay and the problem is shown.', async () => {
    await bench.answer('/api/shows/show-1/summary', aBusySummary());
    await bench.answer(({ url }) => url.endsWith('/buyers'), {
      buyers: [buyerLine('ivy', 2)],
      nextCursor: 'next',
    });
    await bench.press('Load more buyers');
    await bench.reject(({ params }) => params.get('cursor') === 'next', ...UNAVAILABLE);
    expect(text('app-summary-buyers')).toContain('The database is not responding.');
    expect(texts('app-summary-buyers tbody tr')).toHaveLength(1);
    await bench.press('Load more buyers');
    await bench.answer(({ params }) => params.get('cursor') === 'next', {
      buyers: [buyerLine('rita', 1)],
      nextCursor: null,
    });
    expect(texts('app-summary-buyers tbody tr')).toHaveLength(2);
  });

  it('The flagged claims show their status, comment, and note.', async () => {
    await answer(aBusySummary(), {
      flagged: [aClaim('ivy', { flagged: true, operatorNotes: 'Says she was first', rawText: 'SOLD 104!!' })],
    });
    expect(text('app-flagged-claims')).toMatch(/104 @ivy Won “SOLD 104!!” Note: Says she was first/);
  });

  it('Each section of a show without claims states that it is empty.', async () => {
    await answer(aSummary());
    expect(text('app-recap')).toContain('No items sold out');
    expect(text('app-claims-timeline')).toContain('This show has no comments yet');
    expect(text('app-summary-items')).toContain('This show has no items');
    expect(text('app-summary-buyers')).toContain('No buyers have won a unit');
    expect(draw).not.toHaveBeenCalled();
  });

  it('The summary shows why loading failed, and Try again reloads it.', async () => {
    await bench.reject('/api/shows/show-1/summary', ...UNAVAILABLE);
    expect(text('[role=alert]')).toContain('The database is not responding.');
    await bench.press('Try again');
    await answer(aSummary());
    expect(text('h1')).toBe('Friday show');
  });

  it('A failed export shows the problem beside the buttons.', async () => {
    await answer(aBusySummary());
    await bench.press('Export claims');
    const items = [...document.querySelectorAll<HTMLButtonElement>('[role=menuitem]')];
    expect(items.map((item) => item.textContent.trim())).toEqual([
      expect.stringContaining('Excel workbook (.xlsx)'),
      expect.stringContaining('CSV with commas'),
      expect.stringContaining('CSV with semicolons'),
    ]);
    await bench.click(items[2]);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    await bench.drop(`/api/shows/show-1/export?type=claims&format=csv&separator=;&timeZone=${timeZone}`);
    expect(text('app-export-buttons [role=alert]')).toMatch(
      /Nothing was saved\. .*No response from the server/,
    );
  });
});
