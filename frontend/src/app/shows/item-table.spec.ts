import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Item } from '@sellary/contracts';
import { errorResponse } from '../../../testing/api';
import { setField } from '../../../testing/fields';
import { PageBench } from '../../../testing/page-bench';
import { aShow, anItem } from '../../../testing/wire';
import { Notices } from '../ui/notices';
import { ItemTable } from './item-table';

const ITEMS = '/api/shows/show-1/items';
const [ITEM_101, ITEM_102] = [`${ITEMS}/item-101`, `${ITEMS}/item-102`];

describe('item table', () => {
  let bench: PageBench;
  let fixture: ComponentFixture<ItemTable>;
  let changedItems: readonly Item[] | null;

  beforeEach(async () => {
    bench = new PageBench();
    changedItems = null;
    const items = [anItem('101'), anItem('102', { totalQuantity: 3 })];
    const show = { ...aShow({ status: 'draft' }), items };
    fixture = await bench.open(ItemTable, 'operator', { show, items, mayEdit: true });
    fixture.componentInstance.itemsChanged.subscribe((after) => (changedItems = after));
  });
  afterEach(() => {
    bench.http.verify();
    bench.close();
  });

  function box(label: string): HTMLInputElement {
    const found = bench.page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!found) throw new Error(`no field ${label}`);
    return found;
  }
  function fillAndLeave(label: string, value: string): void {
    setField(box(label), value, 'blur');
  }
  async function setItems(...items: Item[]): Promise<void> {
    fixture.componentRef.setInput('items', items);
    await bench.render();
  }
  async function deleteItem102(): Promise<void> {
    await bench.press('Delete #102');
    await bench.answer({ method: 'DELETE', url: ITEM_102 }, null);
  }
  const undoButton = () => [...document.querySelectorAll<HTMLElement>('app-undo-bar button')].at(-1);
  const answerNew = (...items: Item[]) => bench.answer({ method: 'POST', url: ITEMS }, { items });
  /** Values of the fields that are marked as wrong. */
  const marked = (within: string): string[] =>
    [...bench.page.querySelectorAll<HTMLInputElement>(`${within} [aria-invalid=true]`)].map(
      ({ value }) => value,
    );

  it('An item with only a title gets the next number, and the title field is cleared.', async () => {
    box('Title').value = 'Green hat';
    await bench.submit();
    const { body } = await bench.answer(ITEMS, { items: [anItem('103')] });
    expect(body).toEqual({
      items: [{ itemNumber: '103', title: 'Green hat', totalQuantity: 1 }],
    });
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102', '103']);
    expect(box('Title').value).toBe('');
  });

  it('While an item is being added, the table can change, and the next item can be typed.', async () => {
    box('Title').value = 'Green hat';
    await bench.submit();
    expect(box('Title').value).toBe('');
    box('Title').value = 'Red hat';
    box('Units').value = '2';
    fixture.componentRef.setInput('items', [anItem('101', { price: 500 })]);
    await bench.answer(ITEMS, { items: [anItem('103')] });
    expect(changedItems?.map(({ itemNumber, price }) => [itemNumber, price])).toEqual([
      ['101', 500],
      ['103', undefined],
    ]);
    expect([box('Title').value, box('Units').value]).toEqual(['Red hat', '2']);
  });

  it('A number already in use shows the problem in the form, and the typed title is kept.', async () => {
    box('Number').value = '101';
    box('Title').value = 'Green hat';
    await bench.submit();
    await bench.reject(ITEMS, 409, 'ITEM_NUMBER_TAKEN', '101 is taken.');
    expect(bench.page.querySelector('form [role=alert]')?.textContent).toContain('101 is taken.');
    expect(marked('form')).toEqual(['101']);
    expect(box('Title').value).toBe('Green hat');
    expect(changedItems).toBeNull();
  });

  it('A changed title is saved when its field loses focus, and an unchanged one is not.', async () => {
    fillAndLeave('Title of #101', 'Thing 101');
    bench.http.expectNone(ITEM_101);
    fillAndLeave('Title of #101', 'Blue dress');
    const request = await bench.answer(ITEM_101, anItem('101', { title: 'Blue dress' }));
    expect(request.method).toBe('PATCH');
    expect(request.body).toEqual({ title: 'Blue dress' });
    expect(changedItems?.[0]?.title).toBe('Blue dress');
  });

  it('Units rejected by the server go back to the stored value, and the row shows the reason.', async () => {
    fillAndLeave('Units of #102', '1');
    await bench.reject(ITEM_102, 409, 'QUANTITY_BELOW_CLAIMED', '2 units are won.');
    expect(box('Units of #102').value).toBe('3');
    expect(bench.page.querySelector('tr [role=alert]')?.textContent).toContain('Not saved: 2 units are won.');
  });

  it('A title that was not saved stays in its field, and “Try again” saves it.', async () => {
    fillAndLeave('Title of #101', 'Blue dress');
    await bench.drop(ITEM_101);
    expect(box('Title of #101').value).toBe('Blue dress');
    expect(bench.page.querySelector('tr [role=alert]')?.textContent).toContain('No response from the server');
    [...bench.page.querySelectorAll<HTMLButtonElement>('tr [role=alert] button')][0]?.click();
    const { body } = await bench.answer(ITEM_101, anItem('101', { title: 'Blue dress' }));
    expect(body).toEqual({ title: 'Blue dress' });
    expect(bench.page.querySelector('tr [role=alert]')).toBeNull();
    expect(changedItems?.[0]?.title).toBe('Blue dress');
  });

  it('A code that was not saved is marked, but no other field in the row is.', async () => {
    await setItems(anItem('101', { sku: 'HAT' }));
    fillAndLeave('Code of #101', 'CAP');
    await bench.reject(ITEM_101, 409, 'CODE_TAKEN', 'CAP is taken.');
    expect(marked('tr')).toEqual(['CAP']);
  });

  it.each([
    ['Title', 'items.0.title'],
    ['Units', 'items.0.totalQuantity'],
  ])(
    'If the server rejects the field "%s" of a new item, only that field is marked.',
    async (label, field) => {
      box(label).value = '5';
      await bench.submit();
      await bench.reject(ITEMS, 400, 'VALIDATION_FAILED', 'Refused.', [{ field, message: 'Too many.' }]);
      expect(bench.page.querySelector('form [role=alert]')?.textContent).toContain('Too many.');
      expect(marked('form')).toEqual(['5']);
      expect(box(label).getAttribute('aria-invalid')).toBe('true');
    },
  );

  it('If a price field does not contain a price, it is marked. A button adds fields for compare-at prices.', async () => {
    const show = aShow({ status: 'draft', currency: { code: 'USD', digits: 2 } });
    fixture.componentRef.setInput('show', { ...show, items: [] });
    await bench.render();
    box('Number').value = '103';
    box('Price in USD').value = 'abc';
    await bench.submit();
    expect(bench.page.querySelector('form [role=alert]')?.textContent).toContain('“abc” is not a price');
    expect(marked('form')).toEqual(['abc']);
    expect(bench.page.querySelector('[aria-label^="Compare-at price of"]')).toBeNull();
    await bench.click(bench.page.querySelector<HTMLButtonElement>('header button[aria-pressed=false]'));
    fillAndLeave('Compare-at price of #101', 'xyz');
    await bench.render();
    expect(marked('tr')).toEqual(['xyz']);
  });

  it('If units are out of range, the row shows the range without sending a request.', async () => {
    fillAndLeave('Units of #102', '1000');
    await bench.render();
    expect(bench.page.querySelector('tr [role=alert]')?.textContent).toContain('Enter 1 to 999 units');
  });

  it('Undo restores a deleted item to its position.', async () => {
    await deleteItem102();
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101']);

    expect(undoButton()?.closest('app-undo-bar')?.textContent).toContain('#102 deleted');
    await bench.click(undoButton());
    const { body } = await answerNew(anItem('102', { id: 'new', position: 900 }));
    expect(body).toMatchObject({ items: [{ itemNumber: '102', totalQuantity: 3 }] });
    const { position } = anItem('102');
    expect(bench.http.match(`${ITEMS}/new`).map(({ request }) => request.body as object)).toEqual([
      { position },
    ]);
  });

  it('Undoing the deletion of a withdrawn item withdraws it again, or says that it is on sale.', async () => {
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    const withdrawnAt = '2026-11-23T20:00:00.000Z';
    const undoDeletion = async (): Promise<void> => {
      await setItems(anItem('101'), anItem('102', { withdrawnAt }));
      await deleteItem102();
      await setItems(...(changedItems ?? []));
      await bench.click(undoButton());
      await answerNew(anItem('102', { id: 'new' }));
    };
    const withdrawal = () => bench.http.expectOne(`${ITEMS}/new/withdraw`);
    await undoDeletion();
    withdrawal().flush(anItem('102', { id: 'new', withdrawnAt }));
    await bench.render();
    await bench.answer(`${ITEMS}/new`, anItem('102', { id: 'new', withdrawnAt }));
    await bench.answer('/api/shows/show-1', { ...aShow(), items: [] });
    expect(warn).not.toHaveBeenCalled();

    await undoDeletion();
    withdrawal().flush(...errorResponse(404, 'NOT_FOUND', 'Gone.'));
    await bench.render();
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching('^#102 was restored, but it is on sale again: ')],
    ]);
  });

  it('A restored item stays in the table even if neither its photo nor its position can be restored.', async () => {
    globalThis.fetch = jest.fn().mockRejectedValue(new TypeError('offline'));
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    await setItems(anItem('101'), anItem('102', { photo: 'photo-1' }));
    await deleteItem102();
    await setItems(...(changedItems ?? []));
    await bench.click(undoButton());
    await answerNew(anItem('102', { id: 'new', position: 900 }));
    await bench.reject(`${ITEMS}/new`, 404, 'NOT_FOUND', 'Gone.');
    expect(changedItems?.map(({ id }) => id)).toEqual(['item-101', 'new']);
    expect(warn.mock.calls).toEqual([
      ['The photo of #102 was not restored'],
      [expect.stringMatching('^#102 was restored, but it may be in another position: ')],
    ]);
  });

  it('An arrow key moves an item, saves only its position, and announces the new position.', async () => {
    const handle = bench.page.querySelector('button[aria-label^="Move #102"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', cancelable: true }));
    const { body } = await bench.answer(ITEM_102, anItem('102', { position: 50 }));
    expect(body).toEqual({ position: 50 });
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['102', '101']);
    expect(bench.page.textContent).toContain('102 is now in position 1 of 2');
  });

  it('The old order is restored if the new order was not saved.', async () => {
    const handle = bench.page.querySelector('button[aria-label^="Move #101"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
    await bench.reject(ITEM_101, 409, 'INVALID_TRANSITION', 'The show has ended.');
    await bench.reject('/api/shows/show-1', 404, 'NOT_FOUND', 'Gone.');
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102']);
  });
});
