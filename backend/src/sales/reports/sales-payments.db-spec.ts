import type { BasketRow, BasketTotals, Payments, SalesList, SalesReport } from '@sellary/contracts';
import { readWorkbook, useCaller, useTestApp } from '../../../test';
import { baskets } from '../../../test/baskets';

const DAY_MS = 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const PERIOD = `from=${dayOf(Date.now() - DAY_MS)}&to=${dayOf(Date.now() + DAY_MS)}&timeZone=UTC`;
const EUR = 'currency=EUR&digits=2';
const PAID_STATES: readonly string[] = ['paid', 'packed', 'shipped'];

describe('Paid and unpaid amounts in reports', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  const { list, takeStep } = baskets(operator);
  let basketRows: BasketRow[];

  beforeAll(async () => {
    // Prices that binary fractions cannot represent exactly, for buyers with baskets in several shows.
    const items = [1, 2, 3, 4, 5].map((n) => ({
      itemNumber: String(n),
      totalQuantity: 9,
      price: 333 * n + 1,
    }));
    for (const viewers of [['ann', 'bob', 'cat'], ['ann', 'cat', 'dan'], ['bob']]) {
      const show = await operator.activeShow([...items, { itemNumber: '6', totalQuantity: 9 }], {
        currency: 'EUR',
      });
      for (const [index, viewer] of viewers.entries()) {
        for (const n of [1, 2, 3, 6]) {
          if (n + index <= 6) await operator.say(show.id, viewer, `sold ${n + index}`);
        }
      }
    }
    const [first, second, third, fourth] = await list();
    await takeStep('pay', await setExtras(first, [{ label: 'Shipping', amount: 490 }]));
    const extras = [
      { label: 'Shipping', amount: 499 },
      { label: 'Discount', amount: -101 },
    ];
    await takeStep('pack', await takeStep('pay', await setExtras(second, extras)));
    await takeStep('request', await setExtras(third, [{ label: 'Shipping', amount: 777 }]));
    await takeStep('cancel', await setExtras(fourth, [{ label: 'Shipping', amount: 5 }]));
    basketRows = await list();
    expect(basketRows.length).toBeGreaterThan(5);
  });

  const setExtras = async (basket: BasketRow | undefined, extras: object[]): Promise<BasketRow> => {
    const body = { version: basket?.version, extras };
    return (await operator.call<BasketRow>('PUT', `/api/baskets/${basket?.id}/extras`, body)).body;
  };
  const get = async <T>(path: string): Promise<T> =>
    (await operator.call<T>('GET', `/api/reports/sales${path}`)).body;
  const download = async (query: string): Promise<Buffer> => {
    const response = await fetch(`${app.url}/api/reports/sales/export?${PERIOD}&${EUR}&${query}`, {
      headers: { authorization: `Bearer ${operator.session.accessToken}` },
    });
    return Buffer.from(await response.arrayBuffer());
  };

  /** Sums of the baskets that are not canceled, grouped by key. */
  const sumsBy = (keyOf: (basket: BasketRow) => string): Map<string, Payments & { amount: number }> => {
    const sums = new Map<string, Payments & { amount: number }>();
    for (const basket of basketRows) {
      const { state, amount = 0, extrasAmount = 0, total = 0 } = basket;
      if (state === 'cancelled') continue;
      const sum = sums.get(keyOf(basket)) ?? { amount: 0, extras: 0, paid: 0, unpaid: 0 };
      sum.amount += amount;
      sum.extras += extrasAmount;
      sum[PAID_STATES.includes(state) ? 'paid' : 'unpaid'] += total;
      sums.set(keyOf(basket), sum);
    }
    return sums;
  };
  const moneyOf = ({ amount, extras, paid, unpaid }: Payments & { amount: number }) => ({
    amount,
    extras,
    paid,
    unpaid,
  });
  const rowsOf = (names: readonly unknown[], rows: readonly (string | number)[][]) =>
    rows.map((row) => {
      const cell = (name: string): number => Number(row[names.indexOf(name)]);
      return { amount: cell('amount'), extras: cell('extras'), paid: cell('paid'), unpaid: cell('unpaid') };
    });
  const sumOf = (rows: readonly (Payments & { amount: number })[]) =>
    rows.map(moneyOf).reduce((sum, row) => ({
      amount: sum.amount + row.amount,
      extras: sum.extras + row.extras,
      paid: sum.paid + row.paid,
      unpaid: sum.unpaid + row.unpaid,
    }));

  it('The report and the sum of its days match the basket totals to the cent.', async () => {
    const { totals } = (await operator.call<BasketTotals>('GET', '/api/baskets/totals')).body;
    const [euros] = (await get<SalesReport>(`?${PERIOD}`)).currencies;
    if (euros === undefined) throw new Error('No sales');
    expect([euros.paid, euros.unpaid]).toEqual([totals[0]?.paid.total, totals[0]?.unpaid.total]);
    expect(euros.paid).toBeGreaterThan(0);
    expect(moneyOf(euros)).toEqual([...sumsBy(() => 'all').values()][0]);
    expect(euros.paid + euros.unpaid).toBe(euros.amount + euros.extras);
    expect(sumOf(euros.buckets)).toEqual(moneyOf(euros));
  });

  it('The sums for each buyer and each show match their baskets.', async () => {
    const buyers = (await get<SalesList<'buyers'>>(`/buyers?${PERIOD}&${EUR}`)).rows;
    expect(Object.fromEntries(buyers.map((row) => [row.id, moneyOf(row)]))).toEqual(
      Object.fromEntries(sumsBy(({ buyer }) => buyer.id)),
    );
    const shows = (await get<SalesList<'shows'>>(`/shows?${PERIOD}&${EUR}`)).rows;
    expect(Object.fromEntries(shows.map((row) => [row.id, moneyOf(row)]))).toEqual(
      Object.fromEntries(sumsBy(({ show }) => show?.id ?? '')),
    );
  });

  it.each(['buyers', 'shows', 'timeline'])('The sums in the %s export match the baskets.', async (table) => {
    const [sum] = [...sumsBy(() => 'all').values()];
    const [head = '', ...lines] = (await download(`table=${table}`)).toString().trim().split('\r\n');
    const cells = lines.map((line) => line.split(',').map((cell) => cell.replace('.', '')));
    expect(sumOf(rowsOf(head.replace('\ufeff', '').split(','), cells))).toEqual(sum);
    const [names = [], ...rows] = readWorkbook(await download(`table=${table}&format=xlsx`)).map((row) =>
      row.map((cell) => cell?.value ?? ''),
    );
    const cents = rows.map((row) =>
      row.map((cell) => (typeof cell === 'number' ? Math.round(cell * 100) : cell)),
    );
    expect(sumOf(rowsOf(names, cents))).toEqual(sum);
  });
});
