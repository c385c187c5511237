import type { TestRequest } from '@angular/common/http/testing';
import type { CurrencySales, Payments, Role, SalesReport } from '@sellary/contracts';
import { PageBench } from '../../../testing/page-bench';
import { SalesPage } from './sales-page';

/** Half of the sales are paid, and shipping of 4.90 is not. */
const paidHalf = (amount: number): Payments => {
  const extras = amount === 0 ? 0 : 490;
  return { extras, paid: amount / 2, unpaid: amount / 2 + extras };
};
const sales = (code: string | null, amount: number, units: number): CurrencySales => ({
  ...(code === null ? {} : { currency: { code, digits: 2 } }),
  units,
  unpriced: 0,
  amount,
  ...paidHalf(amount),
  buyers: 2,
  shows: 1,
  buckets: [
    { from: '2026-10-01', to: '2026-10-01', units: 0, amount: 0, ...paidHalf(0) },
    { from: '2026-10-02', to: '2026-10-02', units, amount, ...paidHalf(amount) },
  ],
});
const report = (currencies: CurrencySales[]): SalesReport => ({
  from: '2026-10-01',
  to: '2026-10-02',
  timeZone: 'Europe/Berlin',
  bucketUnit: 'day',
  units: 9,
  buyers: 3,
  shows: 2,
  currencies,
});

describe('The sales reports page', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function open(role: Role = 'operator'): Promise<void> {
    jest.setSystemTime(new Date(2026, 10, 15));
    await bench.open(SalesPage, role);
  }
  const reportRequest = (path: string): TestRequest =>
    bench.http.expectOne(({ url }) => url === `/api/reports/sales${path}`);

  it('“Last month” requests the whole month and shows its total.', async () => {
    await open();
    const first = reportRequest('').request.params;
    expect([first.get('from'), first.get('to')]).toEqual(['2026-11-01', '2026-11-15']);
    await bench.press('Last month');
    const last = bench.http.match(({ url }) => url === '/api/reports/sales').at(-1);
    expect([last?.request.params.get('from'), last?.request.params.get('to')]).toEqual([
      '2026-10-01',
      '2026-10-31',
    ]);
    expect(last?.request.params.get('timeZone')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    last?.flush(report([sales('EUR', 1234550, 9)]));
    await bench.render();
    expect(bench.text()).toContain('€12,345.50');
    expect(bench.text()).toContain('Highest: €12,345.50 (Oct 2).');
  });

  it('Each currency has its own figures and tables, and amounts in different currencies are never added.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6), sales('USD', 500, 2), sales(null, 0, 1)]));
    await bench.render();
    expect(bench.text()).toContain('EUR €10.00');
    expect(bench.text()).toContain('No prices (units: 1)');
    expect(bench.text()).not.toContain('15.00');
    expect(reportRequest('/items').request.params.get('currency')).toBe('EUR');
    await bench.press(/^USD/);
    const { params } = reportRequest('/items').request;
    expect([params.get('currency'), params.get('digits')]).toEqual(['USD', '2']);
    await bench.press(/^No prices/);
    expect(reportRequest('/items').request.params.has('currency')).toBe(false);
  });

  it('A currency is shown first, even if more units have no price.', async () => {
    await open();
    reportRequest('').flush(report([sales(null, 0, 8), sales('EUR', 1000, 6)]));
    await bench.render();
    expect(bench.text()).toContain('Sales €10.00');
    expect(bench.text()).toMatch(/EUR €10\.00 ?No prices \(units: 8\)/);
  });

  it('The tables show their rows, and an unsold item shows how many units are left.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6)]));
    await bench.render();
    const item = { id: 'a', itemNumber: 'A1', title: 'Hat', units: 6, amount: 1000, shows: 2 };
    reportRequest('/items').flush({ rows: [item], nextCursor: null });
    await bench.render();
    expect(bench.page.querySelector('app-sales-table-view tbody th')?.textContent).toContain('#A1');
    await bench.press('Unsold');
    const unsoldItem = { ...item, units: 2, totalQuantity: 3, show: { id: 's', name: 'Friday' } };
    reportRequest('/unsold').flush({ rows: [unsoldItem], nextCursor: null });
    await bench.render();
    expect(bench.text()).toContain('2 of 3');
    expect(bench.text()).toContain('Friday');
  });

  it('Paid and unpaid amounts add up to the sales plus the extra lines, in total and for each buyer.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6)]));
    await bench.render();
    const totals = [...bench.page.querySelectorAll('dl > div')].map(({ textContent }) => textContent.trim());
    expect(totals.slice(0, 3).join(' ').replace(/\s+/g, ' ')).toMatch(
      /Sales ?€10\.00.*Paid ?€5\.00 ?out of €14\.90, including €4\.90 in extra lines.*Not paid ?€9\.90/,
    );
    const cells = (row: Element | null | undefined): string[] =>
      [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent.trim());
    expect(cells(bench.page.querySelector('details tbody tr:last-child'))).toEqual([
      '6',
      '€10.00',
      '€4.90',
      '€5.00',
      '€9.90',
    ]);
    await bench.press('Buyers');
    const buyer = {
      id: 'a',
      platform: 'rehearsal',
      platformUserId: 'a',
      handle: 'ann',
      displayName: null,
      hidden: false,
    };
    reportRequest('/buyers').flush({
      rows: [{ id: 'a', name: 'Ann', buyer, units: 6, amount: 1000, ...paidHalf(1000), shows: 2 }],
      nextCursor: null,
    });
    await bench.render();
    expect(cells(bench.page.querySelector('app-sales-table-view tbody tr'))).toEqual([
      '6',
      '2',
      '€10.00',
      '€4.90',
      '€5.00',
      '€9.90',
    ]);
  });

  it('A period without sales shows a message.', async () => {
    await open();
    reportRequest('').flush(report([]));
    await bench.render();
    expect(bench.text()).toContain('Nothing was sold in this period');
    expect(reportRequest('/items').request.params.has('currency')).toBe(false);
    expect(bench.text()).not.toContain('could not be loaded');
  });

  it('A user with the viewer role cannot read reports, and nothing is requested.', async () => {
    await open('viewer');
    expect(bench.text()).toContain('Only operators can see the reports');
    bench.http.expectNone(({ url }) => url.startsWith('/api/reports'));
  });
});
