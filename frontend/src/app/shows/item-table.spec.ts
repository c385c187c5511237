import type { HttpTestingController } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Item } from '@sellary/contracts';
import { testApi } from '../../../testing/api';
import { flushPromises } from '../../../testing/session';
import { aShow, anItem } from '../../../testing/wire';
import { Notices } from '../ui/notices';
import { ItemTable } from './item-table';

describe('item table', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<ItemTable>;
  let page: HTMLElement;
  let changedItems: readonly Item[] | null;

  beforeEach(async () => {
    http = testApi();
    fixture = TestBed.createComponent(ItemTable);
    changedItems = null;
    const items = [anItem('101'), anItem('102', { totalQuantity: 3 })];
    fixture.componentRef.setInput('show', { ...aShow({ status: 'draft' }), items });
    fixture.componentRef.setInput('items', items);
    fixture.componentRef.setInput('mayEdit', true);
    fixture.componentInstance.itemsChanged.subscribe((after) => (changedItems = after));
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });
  afterEach(() => http.verify());

  function box(label: string): HTMLInputElement {
    const found = page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!found) throw new Error(`no field ${label}`);
    return found;
  }
  function fillAndLeave(label: string, value: string): void {
    box(label).value = value;
    box(label).dispatchEvent(new Event('blur'));
  }
  /** Values of the fields that are marked as wrong. */
  const marked = (within: string): string[] =>
    [...page.querySelectorAll<HTMLInputElement>(`${within} [aria-invalid=true]`)].map(({ value }) => value);
  const errorResponse = (code: string, message: string) =>
    [{ error: { code, message } }, { status: 409, statusText: '' }] as const;

  it('An item with only a title gets the next number, and the title field is cleared.', async () => {
    box('Title').value = 'Green hat';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const request = http.expectOne('/api/shows/show-1/items');
    expect(request.request.body).toEqual({
      items: [{ itemNumber: '103', title: 'Green hat', totalQuantity: 1 }],
    });
    request.flush({ items: [anItem('103')] });
    await flushPromises();
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102', '103']);
    expect(box('Title').value).toBe('');
  });

  it('While an item is being added, the table can change, and the next item can be typed.', async () => {
    box('Title').value = 'Green hat';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    expect(box('Title').value).toBe('');
    box('Title').value = 'Red hat';
    box('Units').value = '2';
    fixture.componentRef.setInput('items', [anItem('101', { price: 500 })]);
    http.expectOne('/api/shows/show-1/items').flush({ items: [anItem('103')] });
    await flushPromises();
    expect(changedItems?.map(({ itemNumber, price }) => [itemNumber, price])).toEqual([
      ['101', 500],
      ['103', undefined],
    ]);
    expect([box('Title').value, box('Units').value]).toEqual(['Red hat', '2']);
  });

  it('A number already in use shows the problem in the form, and the typed title is kept.', async () => {
    box('Number').value = '101';
    box('Title').value = 'Green hat';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    http.expectOne('/api/shows/show-1/items').flush(...errorResponse('ITEM_NUMBER_TAKEN', '101 is taken.'));
    await flushPromises();
    await fixture.whenStable();
    expect(page.querySelector('form [role=alert]')?.textContent).toContain('101 is taken.');
    expect(marked('form')).toEqual(['101']);
    expect(box('Title').value).toBe('Green hat');
    expect(changedItems).toBeNull();
  });

  it('A changed title is saved when its field loses focus, and an unchanged one is not.', async () => {
    fillAndLeave('Title of #101', 'Thing 101');
    http.expectNone('/api/shows/show-1/items/item-101');
    fillAndLeave('Title of #101', 'Blue dress');
    const request = http.expectOne('/api/shows/show-1/items/item-101');
    expect(request.request.method).toBe('PATCH');
    expect(request.request.body).toEqual({ title: 'Blue dress' });
    request.flush(anItem('101', { title: 'Blue dress' }));
    await flushPromises();
    expect(changedItems?.[0]?.title).toBe('Blue dress');
  });

  it('Units rejected by the server go back to the stored value, and the row shows the reason.', async () => {
    fillAndLeave('Units of #102', '1');
    http
      .expectOne('/api/shows/show-1/items/item-102')
      .flush(...errorResponse('QUANTITY_BELOW_CLAIMED', '2 units are won.'));
    await flushPromises();
    await fixture.whenStable();
    expect(box('Units of #102').value).toBe('3');
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('Not saved: 2 units are won.');
  });

  it('A title that was not saved stays in its field, and “Try again” saves it.', async () => {
    fillAndLeave('Title of #101', 'Blue dress');
    http.expectOne('/api/shows/show-1/items/item-101').error(new ProgressEvent('error'));
    await flushPromises();
    await fixture.whenStable();
    expect(box('Title of #101').value).toBe('Blue dress');
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('No response from the server');
    [...page.querySelectorAll<HTMLButtonElement>('tr [role=alert] button')][0]?.click();
    const again = http.expectOne('/api/shows/show-1/items/item-101');
    expect(again.request.body).toEqual({ title: 'Blue dress' });
    again.flush(anItem('101', { title: 'Blue dress' }));
    await flushPromises();
    await fixture.whenStable();
    expect(page.querySelector('tr [role=alert]')).toBeNull();
    expect(changedItems?.[0]?.title).toBe('Blue dress');
  });

  it('A code that was not saved is marked, but no other field in the row is.', async () => {
    const items = [anItem('101', { sku: 'HAT' })];
    fixture.componentRef.setInput('items', items);
    await fixture.whenStable();
    fillAndLeave('Code of #101', 'CAP');
    http.expectOne('/api/shows/show-1/items/item-101').flush(...errorResponse('CODE_TAKEN', 'CAP is taken.'));
    await flushPromises();
    await fixture.whenStable();
    expect(marked('tr')).toEqual(['CAP']);
  });

  it.each([
    ['Title', 'items.0.title'],
    ['Units', 'items.0.totalQuantity'],
  ])(
    'If the server rejects the field "%s" of a new item, only that field is marked.',
    async (label, field) => {
      box(label).value = '5';
      page.querySelector('form')?.dispatchEvent(new Event('submit'));
      const error = {
        code: 'VALIDATION_FAILED',
        message: 'Refused.',
        details: [{ field, message: 'Too many.' }],
      };
      http.expectOne('/api/shows/show-1/items').flush({ error }, { status: 400, statusText: '' });
      await flushPromises();
      await fixture.whenStable();
      expect(page.querySelector('form [role=alert]')?.textContent).toContain('Too many.');
      expect(marked('form')).toEqual(['5']);
      expect(box(label).getAttribute('aria-invalid')).toBe('true');
    },
  );

  it('If a price field does not contain a price, it is marked. Compare-at prices have a field if asked for.', async () => {
    const show = aShow({ status: 'draft', currency: { code: 'USD', digits: 2 } });
    fixture.componentRef.setInput('show', { ...show, items: [] });
    await fixture.whenStable();
    box('Number').value = '103';
    box('Price in USD').value = 'abc';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    await fixture.whenStable();
    expect(page.querySelector('form [role=alert]')?.textContent).toContain('“abc” is not a price');
    expect(marked('form')).toEqual(['abc']);
    expect(page.querySelector('[aria-label^="Compare-at price of"]')).toBeNull();
    page.querySelector<HTMLButtonElement>('header button[aria-pressed=false]')?.click();
    await fixture.whenStable();
    fillAndLeave('Compare-at price of #101', 'xyz');
    await fixture.whenStable();
    expect(marked('tr')).toEqual(['xyz']);
  });

  it('If units are out of range, the row shows the range without sending a request.', async () => {
    fillAndLeave('Units of #102', '1000');
    await fixture.whenStable();
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('Enter 1 to 999 units');
  });

  it('Undo restores a deleted item to its position.', async () => {
    page.querySelector<HTMLButtonElement>('button[aria-label="Delete #102"]')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/shows/show-1/items/item-102' }).flush(null);
    await flushPromises();
    await fixture.whenStable();
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101']);

    const undo = [...document.querySelectorAll<HTMLButtonElement>('app-undo-bar button')].at(-1);
    expect(undo?.closest('app-undo-bar')?.textContent).toContain('#102 deleted');
    undo?.click();
    await flushPromises();
    const again = http.expectOne({ method: 'POST', url: '/api/shows/show-1/items' });
    expect(again.request.body).toMatchObject({ items: [{ itemNumber: '102', totalQuantity: 3 }] });
    again.flush({ items: [anItem('102', { id: 'new', position: 900 })] });
    await flushPromises();
    const { position } = anItem('102');
    expect(http.match('/api/shows/show-1/items/new').map(({ request }) => request.body as object)).toEqual([
      { position },
    ]);
  });

  it('Undoing the deletion of a withdrawn item withdraws it again, or says that it is on sale.', async () => {
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    const withdrawnAt = '2026-11-23T20:00:00.000Z';
    const undoDeletion = async (): Promise<void> => {
      fixture.componentRef.setInput('items', [anItem('101'), anItem('102', { withdrawnAt })]);
      await fixture.whenStable();
      page.querySelector<HTMLButtonElement>('button[aria-label="Delete #102"]')?.click();
      http.expectOne({ method: 'DELETE', url: '/api/shows/show-1/items/item-102' }).flush(null);
      await flushPromises();
      fixture.componentRef.setInput('items', changedItems);
      await fixture.whenStable();
      [...document.querySelectorAll<HTMLButtonElement>('app-undo-bar button')].at(-1)?.click();
      await flushPromises();
      http
        .expectOne({ method: 'POST', url: '/api/shows/show-1/items' })
        .flush({ items: [anItem('102', { id: 'new' })] });
      await flushPromises();
    };
    const withdrawal = () => http.expectOne('/api/shows/show-1/items/new/withdraw');
    await undoDeletion();
    withdrawal().flush(anItem('102', { id: 'new', withdrawnAt }));
    await flushPromises();
    http.expectOne('/api/shows/show-1/items/new').flush(anItem('102', { id: 'new', withdrawnAt }));
    await flushPromises();
    http.expectOne('/api/shows/show-1').flush({ ...aShow(), items: [] });
    await flushPromises();
    expect(warn).not.toHaveBeenCalled();

    await undoDeletion();
    withdrawal().flush(...errorResponse('NOT_FOUND', 'Gone.'));
    await flushPromises();
    expect(warn.mock.calls).toEqual([
      [expect.stringMatching('^#102 was restored, but it is on sale again: ')],
    ]);
  });

  it('A restored item stays in the table even if neither its photo nor its position can be restored.', async () => {
    globalThis.fetch = jest.fn().mockRejectedValue(new TypeError('offline'));
    const warn = jest.spyOn(TestBed.inject(Notices), 'warn');
    fixture.componentRef.setInput('items', [anItem('101'), anItem('102', { photo: 'photo-1' })]);
    await fixture.whenStable();
    page.querySelector<HTMLButtonElement>('button[aria-label="Delete #102"]')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/shows/show-1/items/item-102' }).flush(null);
    await flushPromises();
    fixture.componentRef.setInput('items', changedItems);
    await fixture.whenStable();
    [...document.querySelectorAll<HTMLButtonElement>('app-undo-bar button')].at(-1)?.click();
    await flushPromises();
    http
      .expectOne({ method: 'POST', url: '/api/shows/show-1/items' })
      .flush({ items: [anItem('102', { id: 'new', position: 900 })] });
    await flushPromises();
    http.expectOne('/api/shows/show-1/items/new').flush(...errorResponse('NOT_FOUND', 'Gone.'));
    await flushPromises();
    expect(changedItems?.map(({ id }) => id)).toEqual(['item-101', 'new']);
    expect(warn.mock.calls).toEqual([
      ['The photo of #102 was not restored'],
      [expect.stringMatching('^#102 was restored, but it may be in another position: ')],
    ]);
  });

  it('An arrow key moves an item, saves only its position, and announces the new position.', async () => {
    const handle = page.querySelector('button[aria-label^="Move #102"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', cancelable: true }));
    const request = http.expectOne('/api/shows/show-1/items/item-102');
    expect(request.request.body).toEqual({ position: 50 });
    request.flush(anItem('102', { position: 50 }));
    await flushPromises();
    await fixture.whenStable();
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['102', '101']);
    expect(page.textContent).toContain('102 is now in position 1 of 2');
  });

  it('The old order is restored if the new order was not saved.', async () => {
    const handle = page.querySelector('button[aria-label^="Move #101"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
    http
      .expectOne('/api/shows/show-1/items/item-101')
      .flush(...errorResponse('INVALID_TRANSITION', 'The show has ended.'));
    await flushPromises();
    http.expectOne('/api/shows/show-1').flush(...errorResponse('NOT_FOUND', 'Gone.'));
    await flushPromises();
    expect(changedItems?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102']);
  });
});
