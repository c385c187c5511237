import type {
  ErrorBody,
  Item,
  ItemInput,
  MergeResult,
  SalesList,
  SalesReport,
  SalesTable,
  Show,
} from '@sellary/contracts';
import type { Client } from 'pg';
import { newCaller, useCallerPerTest, useTestApp } from '../../../test';
import { readWorkbook } from '../../../test/workbook';

describe('Sales reports', () => {
  const app = useTestApp();
  const operator = useCallerPerTest(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  const sell = async (
    currency: string | null,
    items: ItemInput[],
    comments: [viewer: string, text: string][],
  ): Promise<Show & { items: Item[] }> => {
    const { body: show } = await operator.call<Show>('POST', '/api/shows', {
      name: `Show in ${currency ?? 'nothing'}`,
      currency,
      sources: [{ platform: 'rehearsal' }],
    });
    await operator.call('POST', `/api/shows/${show.id}/items`, { items });
    await operator.call('POST', `/api/shows/${show.id}/activate`, {});
    for (const [viewer, text] of comments) await operator.say(show.id, viewer, text);
    return (await operator.call<Show & { items: Item[] }>('GET', `/api/shows/${show.id}`)).body;
  };
  /** Moves a show and its claims to another time. */
  const backdate = async ({ id }: Show, at: string): Promise<void> => {
    await database.query('UPDATE claims SET claimed_at = $2 WHERE show_id = $1', [id, at]);
    await database.query('UPDATE shows SET started_at = $2, created_at = $2 WHERE id = $1', [id, at]);
  };
  const october = 'from=2026-10-01&to=2026-10-31&timeZone=Europe/Berlin';
  const report = async (query = october, caller = operator): Promise<SalesReport> => {
    const { status, body } = await caller.call<SalesReport>('GET', `/api/reports/sales?${query}`);
    expect(status).toBe(200);
    return body;
  };
  const table = async <T extends SalesTable>(name: T, query = ''): Promise<SalesList<T>> => {
    const path = `/api/reports/sales/${name}?${october}&${query}`;
    const { status, body } = await operator.call<SalesList<T>>('GET', path);
    expect(status).toBe(200);
    return body;
  };
  const EUR = 'currency=EUR&digits=2';
  const unpaid = (amount: number) => ({ amount, extras: 0, paid: 0, unpaid: amount });

  it("Each currency's sums match its shows.", async () => {
    const euros = await sell(
      'EUR',
      [
        { itemNumber: '1', totalQuantity: 3, price: 1490 },
        { itemNumber: '2', variants: [{ name: 'S', totalQuantity: 1, price: 501 }], price: 400 },
        { itemNumber: '3' },
      ],
      [
        ['ann', 'sold 1'],
        ['bob', 'sold 1'],
        ['bob', 'sold 2 S'],
        ['cat', 'sold 3'],
      ],
    );
    const yen = await sell('JPY', [{ itemNumber: '1', price: 3000 }], [['ann', 'sold 1']]);
    const withoutCurrency = await sell(null, [{ itemNumber: '1' }], [['dan', 'sold 1']]);
    for (const show of [euros, yen, withoutCurrency]) await backdate(show, '2026-10-20T18:00:00Z');
    const { currencies, ...totals } = await report();
    expect(totals).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      timeZone: 'Europe/Berlin',
      bucketUnit: 'day',
      units: 6,
      buyers: 4,
      shows: 3,
    });
    expect(currencies.map(({ buckets, ...sums }) => sums)).toEqual([
      { currency: { code: 'EUR', digits: 2 }, units: 4, unpriced: 1, ...unpaid(3481), buyers: 3, shows: 1 },
      { currency: { code: 'JPY', digits: 0 }, units: 1, unpriced: 0, ...unpaid(3000), buyers: 1, shows: 1 },
      { units: 1, unpriced: 1, ...unpaid(0), buyers: 1, shows: 1 },
    ]);
    expect(currencies[0]?.amount).toBe(euros.stats.amountWon);
    expect(currencies[0]?.buckets).toHaveLength(31);
    expect(currencies[0]?.buckets.filter(({ units }) => units > 0)).toEqual([
      { from: '2026-10-20', to: '2026-10-20', units: 4, ...unpaid(3481) },
    ]);
  });

  it('A unit is counted on the day of its claim in the requested time zone, and not at all after a release.', async () => {
    const item = { itemNumber: '1', price: 100, totalQuantity: 9 };
    const show = await sell('EUR', [item], [['ann', 'sold 1']]);
    await backdate(show, '2026-09-30T22:30:00Z');
    expect((await report()).currencies[0]?.buckets[0]).toMatchObject({ from: '2026-10-01', units: 1 });
    expect((await report('from=2026-10-01&to=2026-10-31')).units).toBe(0);
    expect((await report('from=2026-09-01&to=2026-09-30')).units).toBe(1);
    const { rows } = await database.query<{ id: string }>('SELECT id FROM claims WHERE show_id = $1', [
      show.id,
    ]);
    await operator.call('POST', `/api/claims/${rows[0]?.id}/release`, {});
    expect(await report()).toMatchObject({ units: 0, buyers: 0, shows: 0, currencies: [] });
  });

  it('Items are grouped by number and title, and there are no gaps between pages.', async () => {
    const items = [
      { itemNumber: 'A1', title: 'Hat', price: 500, totalQuantity: 5 },
      { itemNumber: '2', title: 'Scarf', price: 900 },
      { itemNumber: '3', title: 'Sock', price: 100 },
    ];
    const first = await sell('EUR', items, [
      ['ann', 'sold A1'],
      ['bob', 'sold 2'],
    ]);
    const renamed = items.map((item) => ({ ...item, title: item.itemNumber === '2' ? 'Shawl' : item.title }));
    const second = await sell('EUR', renamed, [
      ['ann', 'sold a1'],
      ['bob', 'sold a1'],
      ['bob', 'sold 2'],
    ]);
    for (const show of [first, second]) await backdate(show, '2026-10-20T18:00:00Z');
    const rows = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: SalesList<'items'> = await table('items', `${EUR}&limit=1${cursor && `&cursor=${cursor}`}`);
      rows.push(...page.rows.map(({ id, ...row }) => row));
      cursor = page.nextCursor;
    }
    expect(rows[0]).toEqual({ itemNumber: 'A1', title: 'Hat', units: 3, amount: 1500, shows: 2 });
    expect(
      rows
        .slice(1)
        .map(({ title, amount }) => [title, amount])
        .sort(),
    ).toEqual([
      ['Scarf', 900],
      ['Shawl', 900],
    ]);
    expect((await table('items', 'currency=USD&digits=2')).rows).toEqual([]);
    const shows = await table('shows', EUR);
    expect(shows.rows).toMatchObject([
      { id: second.id, name: 'Show in EUR', units: 3, amount: 1900, buyers: 2 },
      { id: first.id, units: 2, amount: 1400, buyers: 2 },
    ]);
  });

  it('A person with several accounts is counted as one buyer.', async () => {
    const show = await sell(
      'EUR',
      [{ itemNumber: '1', price: 700, totalQuantity: 9 }],
      [
        ['ann', 'sold 1'],
        ['ann.shop', 'sold 1'],
        ['bob', 'sold 1'],
      ],
    );
    await backdate(show, '2026-10-20T18:00:00Z');
    const { rows: buyers } = await database.query<{ id: string; handle: string }>(
      'SELECT b.id, b.handle FROM buyers b JOIN claims c ON c.buyer_id = b.id WHERE c.show_id = $1 ORDER BY handle',
      [show.id],
    );
    const [ann, annShop] = buyers;
    await operator.call<MergeResult>('POST', `/api/people/${ann?.id}/merges`, { with: annShop?.id });
    await operator.call('PATCH', `/api/people/${ann?.id}`, { name: 'Ann Lee' });
    expect(await report()).toMatchObject({ units: 3, buyers: 2 });
    const { rows } = await table('buyers', EUR);
    expect(rows).toMatchObject([
      { id: ann?.id, name: 'Ann Lee', buyer: { handle: 'ann' }, units: 2, amount: 1400, shows: 1 },
      { name: null, buyer: { handle: 'bob' }, units: 1, amount: 700 },
    ]);
  });

  it('Unsold units in the period are listed with their total price, except units of withdrawn items.', async () => {
    const show = await sell(
      'EUR',
      [
        { itemNumber: '1', price: 500, totalQuantity: 3 },
        {
          itemNumber: '2',
          price: 100,
          variants: [
            { name: 'S', totalQuantity: 2 },
            { name: 'M', totalQuantity: 2, price: 1000 },
          ],
        },
        { itemNumber: '3', price: 200 },
        { itemNumber: '4', price: 9999 },
      ],
      [
        ['ann', 'sold 1'],
        ['ann', 'sold 2 M'],
        ['ann', 'sold 3'],
      ],
    );
    await operator.call('POST', `/api/shows/${show.id}/items/${show.items[3]?.id}/withdraw`);
    await backdate(show, '2026-10-20T18:00:00Z');
    expect((await table('unsold', EUR)).rows).toMatchObject([
      {
        itemNumber: '2',
        units: 3,
        totalQuantity: 4,
        amount: 1200,
        show: { id: show.id, name: 'Show in EUR' },
      },
      { itemNumber: '1', units: 2, totalQuantity: 3, amount: 1000 },
    ]);
  });

  it("Amounts in files have the currency's decimal digits, and the audit log records each download.", async () => {
    const show = await sell(
      'EUR',
      [{ itemNumber: '007', title: '=1+1', price: 1490, totalQuantity: 2 }],
      [
        ['ann', 'sold 007'],
        ['bob', 'sold 007'],
      ],
    );
    await backdate(show, '2026-10-20T18:00:00Z');
    const file = async (query: string): Promise<ArrayBuffer> => {
      const path = `${app.url}/api/reports/sales/export?${october}&${EUR}&${query}`;
      const headers = { authorization: `Bearer ${operator.session.accessToken}` };
      const response = await fetch(path, { headers });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain('2026-10-01 2026-10-31');
      return response.arrayBuffer();
    };
    const text = async (query: string): Promise<string[]> =>
      new TextDecoder()
        .decode(await file(query))
        .trim()
        .split('\r\n');
    expect(await text('table=items&separator=;')).toEqual([
      'item_number;item_title;units;shows;amount;currency',
      `"007";"'=1+1";2;1;29,80;"EUR"`,
    ]);
    expect(await text('table=buyers')).toEqual([
      'buyer,user_handle,platform,platform_user_id,units,shows,amount,extras,paid,unpaid,currency',
      '"ann","ann","rehearsal","ann",1,1,14.90,0.00,0.00,14.90,"EUR"',
      '"bob","bob","rehearsal","bob",1,1,14.90,0.00,0.00,14.90,"EUR"',
    ]);
    expect((await text('table=timeline')).filter((line) => !line.includes('",0,'))).toEqual([
      'from,to,units,amount,extras,paid,unpaid,currency',
      '"2026-10-20","2026-10-20",2,29.80,0.00,0.00,29.80,"EUR"',
    ]);
    expect(await text('table=unsold')).toHaveLength(1);
    const workbook = readWorkbook(Buffer.from(await file('table=shows&format=xlsx')));
    expect(JSON.stringify(workbook)).toContain('29.8');
    const { rows } = await database.query(
      `SELECT after FROM audit_log WHERE workspace_id = $1 AND action = 'report.export'`,
      [operator.session.workspace.id],
    );
    expect(rows).toHaveLength(5);
    expect(rows[0]).toEqual({
      after: { table: 'items', from: '2026-10-01', to: '2026-10-31', currency: 'EUR' },
    });
  });

  it("Another workspace's report is empty, and invalid queries are rejected.", async () => {
    const show = await sell('EUR', [{ itemNumber: '1', price: 1 }], [['ann', 'sold 1']]);
    await backdate(show, '2026-10-20T18:00:00Z');
    const stranger = await newCaller(app.url);
    expect(await report(october, stranger)).toMatchObject({ units: 0, currencies: [] });
    for (const query of [
      'from=2026-10-01',
      'from=2026-02-30&to=2026-03-01',
      'from=2026-10-02&to=2026-10-01',
      'from=2020-01-01&to=2026-01-01',
      `${october}&currency=euro`,
      `${october}&timeZone=Nowhere`,
      `${october}&cursor=${Buffer.from(JSON.stringify(['x', show.id])).toString('base64url')}`,
    ]) {
      const { status, body } = await operator.call<ErrorBody>('GET', `/api/reports/sales/items?${query}`);
      expect([query, status, body.error.code]).toEqual([query, 400, 'VALIDATION_FAILED']);
    }
  });
});
