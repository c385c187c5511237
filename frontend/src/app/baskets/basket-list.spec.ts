import type { BasketRow, Role } from '@sellary/contracts';
import { aBasket, aBasketRow, aStepResult, someTotals } from '../../../testing/baskets';
import { PageBench } from '../../../testing/page-bench';
import { BasketList } from './basket-list';
import { BasketPage } from './basket-page';

const ROWS = [
  aBasketRow('ann'),
  aBasketRow('bob', { state: 'requested', requestedTotal: 2_000, undoes: 'request' }),
  aBasketRow('cem', { state: 'paid', undoes: 'pay', paidAt: '2026-11-24T10:00:00.000Z', method: 'Cash' }),
];

describe('the basket list', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function open(rows: BasketRow[] = ROWS, role: Role = 'operator'): Promise<void> {
    await bench.open(BasketList, role);
    await answer(rows);
  }
  async function answer(rows: BasketRow[], nextCursor: string | null = null): Promise<void> {
    await bench.answerAll(({ url }) => url === '/api/shows', { shows: [], nextCursor: null });
    await answerTotals();
    await bench.answerAll(({ url }) => url === '/api/baskets', { baskets: rows, nextCursor });
  }
  const answerTotals = () => bench.answerAll(({ url }) => url === '/api/baskets/totals', someTotals());
  const listRequests = () => bench.http.match(({ url }) => url === '/api/baskets');
  /** Marks a basket as packed on its own page. */
  async function packOnPage(): Promise<BasketRow> {
    await bench.open(BasketPage, 'operator', { id: 'basket-dee' });
    await bench.answer('/api/baskets/basket-dee', aBasket('dee', { state: 'paid', undoes: 'pay' }));
    await bench.press('Mark packed');
    const packed = aBasketRow('dee', { state: 'packed', undoes: 'pack', version: 'v2' });
    await bench.answer('/api/baskets/pack', aStepResult(packed));
    return packed;
  }
  const boxes = () => [...bench.page.querySelectorAll<HTMLInputElement>('tbody input')];
  const row = (name: string): string =>
    [...bench.page.querySelectorAll('tbody tr')]
      .map((element) => (element.textContent ?? '').replace(/\s+/g, ' '))
      .find((text) => text.includes(name)) ?? '';
  async function pressKey(name: string, more: KeyboardEventInit = {}): Promise<void> {
    document.activeElement?.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...more }),
    );
    await bench.render();
  }

  it('The list first requests only unpaid baskets, and shows the state and total of each, and the requested total if it differs.', async () => {
    await bench.open(BasketList);
    const [request] = listRequests();
    expect(request?.request.params.toString()).toBe('limit=100&state=open&state=requested');
    request?.flush({ baskets: ROWS, nextCursor: null });
    await answer([]);
    expect(row('ann')).toMatch(/^ann.*2 €34\.70 .*Open/);
    expect(row('bob')).toMatch(/€34\.70 .*Requested.*asked for: €20\.00/);
    expect(row('cem')).toMatch(/Paid .*Cash/);
    expect(bench.text()).toContain('Unpaid €69.40 Baskets: 2 · Units: 4');
  });

  it('Several baskets are marked paid with one method and reference. A rejected one stays selected, with the reason.', async () => {
    await open();
    boxes()[0]?.click();
    boxes()[2]?.dispatchEvent(new MouseEvent('click', { shiftKey: true, bubbles: true }));
    await bench.render();
    expect(bench.text()).toContain('Selected: 3 baskets · €104.10');
    await bench.press('Mark paid… (2)');
    await bench.fill('Method', 'Bank transfer');
    await bench.fill('Reference, if you have one', 'TR-1');
    await bench.press('Mark paid');
    const { body } = await bench.answer('/api/baskets/pay', {
      outcomes: [
        { id: 'basket-ann', ok: true, changed: true, basket: { ...ROWS[0], state: 'paid', undoes: 'pay' } },
        {
          id: 'basket-bob',
          ok: false,
          error: { code: 'BASKET_CHANGED', message: 'Ben changed this basket.' },
        },
      ],
    });
    expect(body).toEqual({
      method: 'Bank transfer',
      reference: 'TR-1',
      baskets: [
        { id: 'basket-ann', version: 'v1' },
        { id: 'basket-bob', version: 'v1' },
      ],
    });
    // The basket is reloaded, so that the next attempt applies to its current state.
    await bench.answer('/api/baskets/basket-bob', { ...ROWS[1], version: 'v2', units: 9 });
    await answerTotals();
    expect(row('ann')).toContain('Paid');
    expect(row('bob')).toContain('9');
    expect(bench.text()).toContain('Not changed: Ben changed this basket.');
    expect(bench.text()).toContain('There was a problem with bob’s basket. The reason is below it.');
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(document.querySelector('app-undo-bar')?.textContent).toContain('Marked ann’s basket as paid');
  });

  it("The list shows that a step on a basket's page was undone after the user left the page.", async () => {
    const packed = await packOnPage();
    await open([packed]);
    expect(row('dee')).toContain('Packed');
    await bench.press('Undo');
    const undone = aBasketRow('dee', { state: 'paid', undoes: 'pay', version: 'v3' });
    await bench.answer('/api/baskets/undo', aStepResult(undone));
    expect(row('dee')).toContain('Paid');
  });

  it('If an undo is rejected after the user left the page, a notice gives the reason.', async () => {
    await packOnPage();
    await open([]);
    await bench.press('Undo');
    await bench.reject('/api/baskets/undo', 409, 'INVALID_TRANSITION', 'The basket is shipped.');
    expect(document.querySelector('mat-snack-bar-container')?.textContent).toContain(
      'Not changed: The basket is shipped.',
    );
  });

  it('If the response to a step is lost, the basket is reloaded, because the step may have been done.', async () => {
    await open();
    await bench.click(boxes()[2]);
    await bench.press('Mark packed');
    await bench.drop('/api/baskets/pack');
    expect(row('cem')).toContain('Paid');
    await bench.answer('/api/baskets/basket-cem', { ...ROWS[2], state: 'packed', version: 'v2' });
    expect(row('cem')).toContain('Packed');
    expect(bench.text()).toContain('this may or may not have been done');
    expect(boxes()[2]?.checked).toBe(true);
  });

  it('If a single basket is rejected, the error is shown beside it.', async () => {
    await open();
    await bench.click(boxes()[2]);
    await bench.press('Mark packed');
    await bench.reject('/api/baskets/pack', 409, 'INVALID_TRANSITION', 'The basket is canceled.');
    expect(bench.text()).toContain('Not changed: The basket is canceled.');
  });

  it('After payment is requested, the text for each buyer can be copied.', async () => {
    await open();
    await bench.click(boxes()[0]);
    await bench.press('Ask for payment');
    const requested = aBasketRow('ann', { state: 'requested', undoes: 'request' });
    await bench.answer('/api/baskets/request', aStepResult(requested));
    await answerTotals();
    expect(bench.text()).toContain('Payment requested for ann’s basket');
    expect(bench.text()).toContain('No message was sent.');
    await bench.press('Copy text');
    const text = { text: 'Hi', language: 'en', inOwnLanguage: true };
    await bench.answer(({ url }) => url === '/api/baskets/basket-ann/text', text);
  });

  it('j and the arrow keys move the focus, Shift with an arrow key extends the selection, Escape clears it, and a letter applies its step to the focused basket.', async () => {
    await open();
    boxes()[0]?.focus();
    await pressKey('j');
    expect(document.activeElement).toBe(boxes()[1]);
    await pressKey('ArrowDown', { shiftKey: true });
    expect(boxes().map(({ checked }) => checked)).toEqual([false, true, true]);
    await pressKey('Escape');
    expect(boxes().some(({ checked }) => checked)).toBe(false);
    // A Thai keyboard, on which the C key types a different letter.
    await pressKey('แ', { code: 'KeyC' });
    expect(bench.http.expectOne('/api/baskets/pack').request.body).toEqual({
      baskets: [{ id: 'basket-cem', version: 'v1' }],
    });
  });

  it('A code that a scanner types into the table triggers no step, and is searched for in all shows.', async () => {
    await open();
    bench.page.querySelector('select')?.append(new Option('Tuesday sale', 'tuesday', false, true));
    bench.page.querySelector('select')?.dispatchEvent(new Event('change'));
    await answer(ROWS);
    boxes()[2]?.focus();
    for (const name of ['7', 'p', 'c', 'u', '9', 'Enter']) {
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
      );
    }
    await bench.render();
    expect(bench.page.querySelector<HTMLInputElement>('app-search-field input')?.value).toBe('7pcu9');
    expect(bench.page.querySelector('select')?.value).toBe('');
    bench.http.expectNone(({ method }) => method === 'POST');
    expect(document.querySelector('mat-dialog-container')).toBeNull();
  });

  it('Marking a basket shipped asks for confirmation, because it cannot be undone.', async () => {
    await open([aBasketRow('dee', { state: 'packed', undoes: 'pack' })]);
    await bench.click(boxes()[0]);
    await bench.press('Mark shipped…');
    bench.http.expectNone('/api/baskets/ship');
    await bench.press('Mark shipped');
    bench.http.expectOne('/api/baskets/ship');
  });

  it('A dialog that is closed without confirmation sends nothing.', async () => {
    await open();
    await bench.click(boxes()[0]);
    await bench.press('Mark paid…');
    await bench.press('Cancel');
    await bench.press('More options for the selected baskets');
    await bench.press('Cancel and release units…');
    await bench.press('Keep reserved');
    bench.http.expectNone(({ method }) => method === 'POST');
  });

  it('Before several baskets are canceled, the dialog describes the effect for all of them.', async () => {
    await open();
    boxes()[0]?.click();
    await bench.click(boxes()[1]);
    await bench.press('More options for the selected baskets');
    await bench.press('Cancel and release units…');
    expect(bench.text()).toContain('Cancel 2 baskets? All units of these baskets will be released.');
    await bench.press('Cancel and release units');
    await bench.answer('/api/baskets/cancel', {
      outcomes: ROWS.slice(0, 2).map((basket) => ({
        id: basket.id,
        ok: true,
        changed: true,
        basket: { ...basket, state: 'cancelled', undoes: 'cancel' },
      })),
    });
    expect(document.querySelector('app-undo-bar')?.textContent).toMatch(
      /Canceled 2 baskets\s*Undo: everything goes back to how it was/,
    );
  });

  it('A user with the viewer role sees the baskets but cannot change them.', async () => {
    await open(ROWS, 'viewer');
    expect(row('ann')).toContain('€34.70');
    expect(bench.page.querySelector('tbody input, app-basket-bar')).toBeNull();
    bench.page.querySelector<HTMLElement>('tbody a')?.focus();
    await pressKey('c');
    bench.http.expectNone('/api/baskets/pack');
  });

  it('A search without results offers to show all baskets, and a failed read can be retried.', async () => {
    await open([]);
    expect(bench.text()).toContain('No baskets match these filters.');
    await bench.press('Show all baskets');
    const [request] = listRequests();
    expect(request?.request.params.toString()).toBe('limit=100');
    request?.error(new ProgressEvent('error'));
    await bench.render();
    expect(bench.text()).toContain('The baskets could not be loaded');
    await bench.press('Try again');
    await answer([]);
    expect(bench.text()).toContain('No baskets yet');
  });

  it('The baskets are shown even if the totals could not be loaded.', async () => {
    await bench.open(BasketList);
    bench.http
      .match(({ url }) => url === '/api/baskets/totals')
      .forEach((request) => request.error(new ProgressEvent('error')));
    listRequests().forEach((request) => request.flush({ baskets: ROWS, nextCursor: null }));
    await bench.render();
    expect(bench.text()).toContain('The totals could not be loaded.');
    expect(row('ann')).toContain('Open');
  });

  it('Sums in different currencies are shown separately.', async () => {
    await open([
      aBasketRow('ann'),
      aBasketRow('eve', { currency: { code: 'JPY', digits: 0 }, total: 1_500 }),
    ]);
    const all = bench.page.querySelector<HTMLInputElement>('thead input');
    if (all) all.checked = true;
    all?.dispatchEvent(new Event('change'));
    await bench.render();
    expect(bench.text()).toContain('Selected: 2 baskets · €34.70 + ¥1,500');
  });
});
