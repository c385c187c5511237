import type { HttpTestingController, TestRequest } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { CurrencySales, Payments, Role, SalesReport } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { aSession, flushPromises } from '../../../testing/session';
import { SessionStore } from '../auth/session-store';
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
  let http: HttpTestingController;
  let fixture: ComponentFixture<SalesPage>;
  let page: HTMLElement;

  async function render(): Promise<void> {
    for (let pass = 0; pass < 3; pass++) {
      fixture.detectChanges();
      await flushPromises();
    }
    fixture.detectChanges();
  }
  async function open(role: Role = 'operator'): Promise<void> {
    jest.useFakeTimers({ now: new Date(2026, 10, 15) });
    http = testApi();
    TestBed.inject(SessionStore).begin(aSession({ role }));
    fixture = TestBed.createComponent(SalesPage);
    page = fixture.nativeElement as HTMLElement;
    await render();
  }
  afterEach(() => jest.useRealTimers());

  const reportRequest = (path: string): TestRequest =>
    http.expectOne(({ url }) => url === `/api/reports/sales${path}`);
  const press = async (name: string): Promise<void> => {
    [...page.querySelectorAll('button')]
      .find(({ textContent }) => textContent.trim().startsWith(name))
      ?.click();
    await render();
  };
  const text = (): string => page.textContent.replace(/\s+/g, ' ');

  it('“Last month” requests the whole month and shows its total.', async () => {
    await open();
    const first = reportRequest('').request.params;
    expect([first.get('from'), first.get('to')]).toEqual(['2026-11-01', '2026-11-15']);
    await press('Last month');
    const last = http.match(({ url }) => url === '/api/reports/sales').at(-1);
    expect([last?.request.params.get('from'), last?.request.params.get('to')]).toEqual([
      '2026-10-01',
      '2026-10-31',
    ]);
    expect(last?.request.params.get('timeZone')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
    last?.flush(report([sales('EUR', 1234550, 9)]));
    await render();
    expect(text()).toContain('€12,345.50');
    expect(text()).toContain('Highest: €12,345.50 (Oct 2).');
  });

  it('Each currency has its own figures and tables, and amounts in different currencies are never added.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6), sales('USD', 500, 2), sales(null, 0, 1)]));
    await render();
    expect(text()).toContain('EUR €10.00');
    expect(text()).toContain('No prices (units: 1)');
    expect(text()).not.toContain('15.00');
    expect(reportRequest('/items').request.params.get('currency')).toBe('EUR');
    await press('USD');
    const { params } = reportRequest('/items').request;
    expect([params.get('currency'), params.get('digits')]).toEqual(['USD', '2']);
    await press('No prices');
    expect(reportRequest('/items').request.params.has('currency')).toBe(false);
  });

  it('A currency is shown first, even if more units have no price.', async () => {
    await open();
    reportRequest('').flush(report([sales(null, 0, 8), sales('EUR', 1000, 6)]));
    await render();
    expect(text()).toContain('Sales €10.00');
    expect(text()).toMatch(/EUR €10\.00 ?No prices \(units: 8\)/);
  });

  it('The tables show their rows, and an unsold item shows how many units are left.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6)]));
    await render();
    const item = { id: 'a', itemNumber: 'A1', title: 'Hat', units: 6, amount: 1000, shows: 2 };
    reportRequest('/items').flush({ rows: [item], nextCursor: null });
    await render();
    expect(page.querySelector('app-sales-table-view tbody th')?.textContent).toContain('#A1');
    await press('Unsold');
    const unsoldItem = { ...item, units: 2, totalQuantity: 3, show: { id: 's', name: 'Friday' } };
    reportRequest('/unsold').flush({ rows: [unsoldItem], nextCursor: null });
    await render();
    expect(text()).toContain('2 of 3');
    expect(text()).toContain('Friday');
  });

  it('Paid and unpaid amounts add up to the sales plus the extra lines, in total and for each buyer.', async () => {
    await open();
    reportRequest('').flush(report([sales('EUR', 1000, 6)]));
    await render();
    const totals = [...page.querySelectorAll('dl > div')].map(({ textContent }) => textContent.trim());
    expect(totals.slice(0, 3).join(' ').replace(/\s+/g, ' ')).toMatch(
      /Sales ?€10\.00.*Paid ?€5\.00 ?out of €14\.90, including €4\.90 in extra lines.*Not paid ?€9\.90/,
    );
    const cells = (row: Element | null | undefined): string[] =>
      [...(row?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent.trim());
    expect(cells(page.querySelector('details tbody tr:last-child'))).toEqual([
      '6',
      '€10.00',
      '€4.90',
      '€5.00',
      '€9.90',
    ]);
    await press('Buyers');
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
    await render();
    expect(cells(page.querySelector('app-sales-table-view tbody tr'))).toEqual([
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
    await render();
    expect(text()).toContain('Nothing was sold in this period');
    expect(reportRequest('/items').request.params.has('currency')).toBe(false);
    expect(text()).not.toContain('could not be loaded');
  });

  it('A user with the viewer role cannot read reports, and nothing is requested.', async () => {
    await open('viewer');
    expect(text()).toContain('Only operators can see the reports');
    http.expectNone(({ url }) => url.startsWith('/api/reports'));
  });
});
