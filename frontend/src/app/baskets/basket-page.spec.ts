import type { Basket, Role } from '@sellary/contracts';
import { aBasket, aStepResult } from '../../../testing/baskets';
import { PageBench } from '../../../testing/page-bench';
import { BEN, at } from '../../../testing/wire';
import { BasketPage } from './basket-page';

describe('the basket page', () => {
  let bench: PageBench;
  beforeEach(() => (bench = new PageBench()));
  afterEach(() => bench.close());

  async function open(basket: Basket, role: Role = 'operator'): Promise<void> {
    await bench.open(BasketPage, role, { id: basket.id });
    await answer(basket);
  }
  async function answer(basket: Basket): Promise<void> {
    await bench.answerAll(`/api/baskets/${basket.id}`, basket);
    const text = { text: 'Hi Ann!\nTotal: 34.70', language: 'en', inOwnLanguage: true };
    await bench.answerAll(({ url }) => url.endsWith('/text'), text);
  }
  const fields = () => [...bench.page.querySelectorAll<HTMLInputElement>('app-basket-extras input')];

  it("A line shows its item's small photo, which is loaded immediately for printing.", async () => {
    const { lines } = aBasket('ann');
    await open(aBasket('ann', { lines: lines.map((line) => ({ ...line, photo: 'abc' })) }));
    const photo = bench.page.querySelector<HTMLImageElement>('app-basket-lines img');
    expect([photo?.getAttribute('src'), photo?.getAttribute('loading')]).toEqual([
      '/photos/abc-small.webp',
      null,
    ]);
  });

  it('The page shows units with links to their explanations, the sums, the text, and the history.', async () => {
    const history: Basket['history'] = [
      {
        id: 'change-1',
        at: at(0),
        by: BEN,
        step: 'pay',
        from: 'open',
        to: 'paid',
        undone: true,
        method: 'Cash',
        reference: 'R-7',
      },
    ];
    await open(aBasket('ann', { history }));
    const text = bench.text();
    expect(text).toContain('104 Blue dress · M €29.80');
    expect(text).toContain('Total €34.70');
    expect(text).toContain('Hi Ann! Total: 34.70');
    expect(text).toMatch(/Marked paid\s*undone.* · Ben\s*Cash · R-7/);
    expect(bench.page.querySelector('app-basket-lines a')?.getAttribute('href')).toBe(
      '/shows/show-1/console?claim=claim-1',
    );
  });

  it('Extra lines are saved with the basket version, and a discount is negative.', async () => {
    await open(aBasket('ann'));
    await bench.press('Add another line');
    expect(document.activeElement).toBe(fields()[2]);
    await bench.enter(fields()[2], 'Discount');
    await bench.press('Save lines');
    expect(bench.text()).toContain('Enter an amount, or remove the line');
    await bench.enter(fields()[3], '-1,234');
    await bench.press('Save lines');
    expect(bench.text()).toContain('can be €1,234.00 or €1.23');
    bench.http.expectNone(({ method }) => method === 'PUT');
    await bench.enter(fields()[3], '-2.5');
    await bench.press('Save lines');
    const call = bench.http.expectOne('/api/baskets/basket-ann/extras');
    const extras = [
      { label: 'Shipping', amount: 490 },
      { label: 'Discount', amount: -250 },
    ];
    expect(call.request.body).toEqual({ version: 'v1', extras });
    call.flush(aBasket('ann', { version: 'v2', extras, total: 3_220 }));
    await bench.render();
    expect(bench.text()).toContain('Total €32.20');
    expect(bench.text()).not.toContain('Save lines');
  });

  it('The typed amounts are kept after a change is rejected.', async () => {
    await open(aBasket('ann'));
    await bench.enter(fields()[1], '5');
    await bench.press('Save lines');
    await bench.reject('/api/baskets/basket-ann/extras', 409, 'BASKET_CHANGED', 'The basket changed.');
    expect(bench.text()).toContain('The basket changed.');
    expect(fields()[1]?.value).toBe('5');
  });

  it('After a change is rejected, the basket is reloaded, so that the next attempt applies to its new version.', async () => {
    await open(aBasket('ann'));
    await bench.enter(fields()[1], '5');
    await bench.press('Save lines');
    await bench.reject('/api/baskets/basket-ann/extras', 409, 'BASKET_CHANGED', 'The basket changed.');
    await answer(aBasket('ann', { version: 'v2' }));
    expect(bench.text()).toContain('The basket changed.');
    expect(fields()[1]?.value).toBe('5');
    await bench.press('Save lines');
    expect(bench.http.expectOne('/api/baskets/basket-ann/extras').request.body).toEqual({
      version: 'v2',
      extras: [{ label: 'Shipping', amount: 500 }],
    });
  });

  it('The fields for extra lines cannot be changed while they are being saved, and keep the focus.', async () => {
    await open(aBasket('ann'));
    await bench.enter(fields()[1], '5');
    fields()[1]?.focus();
    bench.page.querySelector('app-basket-extras form')?.dispatchEvent(new Event('submit'));
    await bench.render();
    expect(fields().map(({ readOnly }) => readOnly)).toEqual([true, true]);
    expect(document.activeElement).toBe(fields()[1]);
    await bench.answer(
      '/api/baskets/basket-ann/extras',
      aBasket('ann', { version: 'v2', extras: [{ label: 'Shipping', amount: 500 }] }),
    );
    expect(fields().map(({ readOnly }) => readOnly)).toEqual([false, false]);
  });

  it('Typed amounts are kept when a step reloads the basket, and empty lines are removed when the lines are saved.', async () => {
    await open(aBasket('ann'));
    await bench.enter(fields()[1], '5');
    await bench.press('Add another line');
    await bench.press('Ask for payment');
    const requested = aBasket('ann', { state: 'requested', undoes: 'request', version: 'v2' });
    await bench.answer('/api/baskets/request', aStepResult(requested));
    await answer(requested);
    expect(fields().map(({ value }) => value)).toEqual(['Shipping', '5', '', '']);
    await bench.enter(fields()[1], '4.90');
    await bench.press('Save lines');
    await bench.answer('/api/baskets/basket-ann/extras', { ...requested, version: 'v3' });
    expect(fields().map(({ value }) => value)).toEqual(['Shipping', '4.90']);
    expect(bench.text()).not.toContain('Save lines');
  });

  it('After a step, the basket is reloaded, and only the steps that are now possible are offered.', async () => {
    await open(aBasket('ann', { state: 'paid', undoes: 'pay' }));
    expect(bench.text()).not.toContain('Ask for payment');
    expect(fields()).toEqual([]);
    await bench.press('Mark packed');
    const packed = aBasket('ann', { state: 'packed', undoes: 'pack', version: 'v2' });
    await bench.answer('/api/baskets/pack', aStepResult(packed));
    await answer(packed);
    expect(bench.text()).toContain('Mark shipped…');
    expect(bench.text()).not.toContain('Mark packed');
  });

  it('If the basket cannot be reloaded after a step, the page says so above the old version and offers to try again.', async () => {
    await open(aBasket('ann', { state: 'paid', undoes: 'pay' }));
    await bench.press('Mark packed');
    const packed = aBasket('ann', { state: 'packed', undoes: 'pack', version: 'v2' });
    await bench.answer('/api/baskets/pack', aStepResult(packed));
    await bench.drop(`/api/baskets/${packed.id}`);
    expect(bench.text()).toContain('This basket could not be loaded');
    expect(bench.text()).toContain('Total €34.70');
    await bench.press('Try again');
    await answer(packed);
    expect(bench.text()).not.toContain('This basket could not be loaded');
    expect(bench.text()).toContain('Mark shipped…');
  });

  it('The notice after a request for payment makes clear that no message was sent.', async () => {
    await open(aBasket('ann'));
    await bench.press('Ask for payment');
    const requested = aBasket('ann', { state: 'requested', undoes: 'request', version: 'v2' });
    await bench.answer('/api/baskets/request', aStepResult(requested));
    expect(bench.text()).toContain('No message was sent: copy the text');
  });

  it('If a basket does not exist, the page links to the list of baskets.', async () => {
    await bench.open(BasketPage, 'operator', { id: 'basket-x' });
    await bench.reject('/api/baskets/basket-x', 404, 'NOT_FOUND', 'Not found.');
    expect(bench.text()).toContain('Basket not found');
    expect(bench.page.querySelector('app-page-not-loaded a')?.getAttribute('href')).toBe('/baskets');
  });

  it('A user with the viewer role sees the basket but cannot change it.', async () => {
    await open(aBasket('ann'), 'viewer');
    expect(bench.text()).toContain('Total €34.70');
    expect(bench.page.querySelector('app-step-buttons, app-basket-text, input')).toBeNull();
  });
});
