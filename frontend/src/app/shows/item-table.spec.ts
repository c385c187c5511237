import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import type { Item } from '@sellary/contracts';
import { settled } from '../../../testing/session';
import { aShow, anItem } from '../../../testing/wire';
import { apiErrors } from '../api/api-errors';
import { ItemTable } from './item-table';

describe('the items of a show', () => {
  let http: HttpTestingController;
  let fixture: ComponentFixture<ItemTable>;
  let page: HTMLElement;
  let changed: readonly Item[] | null;

  beforeEach(async () => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(withInterceptors([apiErrors])), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    fixture = TestBed.createComponent(ItemTable);
    changed = null;
    const items = [anItem('101'), anItem('102', { totalQuantity: 3 })];
    fixture.componentRef.setInput('show', { ...aShow({ status: 'draft' }), items });
    fixture.componentRef.setInput('items', items);
    fixture.componentRef.setInput('mayEdit', true);
    fixture.componentInstance.changed.subscribe((after) => (changed = after));
    page = fixture.nativeElement as HTMLElement;
    await fixture.whenStable();
  });
  afterEach(() => http.verify());

  function box(label: string): HTMLInputElement {
    const found = page.querySelector<HTMLInputElement>(`input[aria-label="${label}"]`);
    if (!found) throw new Error(`no field ${label}`);
    return found;
  }
  function leave(label: string, value: string): void {
    box(label).value = value;
    box(label).dispatchEvent(new Event('blur'));
  }
  const refusal = (code: string, message: string) => [{ error: { code, message } }, { status: 409, statusText: '' }] as const;

  it('adds with the next number when only a title was typed, and waits for the next title', async () => {
    box('Title').value = 'Green hat';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    const request = http.expectOne('/api/shows/show-1/items');
    expect(request.request.body).toEqual({ items: [{ itemNumber: '103', title: 'Green hat', totalQuantity: 1 }] });
    request.flush({ items: [anItem('103')] });
    await settled();
    expect(changed?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102', '103']);
    expect(box('Title').value).toBe('');
  });

  it('keeps what was typed when the number is taken, and says so there', async () => {
    box('Number').value = '101';
    box('Title').value = 'Green hat';
    page.querySelector('form')?.dispatchEvent(new Event('submit'));
    http.expectOne('/api/shows/show-1/items').flush(...refusal('ITEM_NUMBER_TAKEN', '101 is taken.'));
    await settled();
    await fixture.whenStable();
    expect(page.querySelector('form [role=alert]')?.textContent).toContain('101 is taken.');
    expect(box('Title').value).toBe('Green hat');
    expect(changed).toBeNull();
  });

  it('saves a title on leaving its field, and nothing when nothing changed', async () => {
    leave('Title of 101', 'Thing 101');
    http.expectNone('/api/shows/show-1/items/item-101');
    leave('Title of 101', 'Blue dress');
    const request = http.expectOne('/api/shows/show-1/items/item-101');
    expect(request.request.method).toBe('PATCH');
    expect(request.request.body).toEqual({ title: 'Blue dress' });
    request.flush(anItem('101', { title: 'Blue dress' }));
    await settled();
    expect(changed?.[0]?.title).toBe('Blue dress');
  });

  it('puts the units back when the server refuses, with its reason in the row', async () => {
    leave('Units of 102', '1');
    http.expectOne('/api/shows/show-1/items/item-102').flush(...refusal('QUANTITY_BELOW_CLAIMED', '2 units are won.'));
    await settled();
    await fixture.whenStable();
    expect(box('Units of 102').value).toBe('3');
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('Not saved: 2 units are won.');
  });

  it('keeps what was typed while nothing answers, and tries again when asked', async () => {
    leave('Title of 101', 'Blue dress');
    http.expectOne('/api/shows/show-1/items/item-101').error(new ProgressEvent('error'));
    await settled();
    await fixture.whenStable();
    expect(box('Title of 101').value).toBe('Blue dress');
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('did not answer');
    [...page.querySelectorAll<HTMLButtonElement>('tr [role=alert] button')][0]?.click();
    const again = http.expectOne('/api/shows/show-1/items/item-101');
    expect(again.request.body).toEqual({ title: 'Blue dress' });
    again.flush(anItem('101', { title: 'Blue dress' }));
    await settled();
    await fixture.whenStable();
    expect(page.querySelector('tr [role=alert]')).toBeNull();
    expect(changed?.[0]?.title).toBe('Blue dress');
  });

  it('does not ask the server for units that cannot be', async () => {
    leave('Units of 102', '31');
    await fixture.whenStable();
    expect(page.querySelector('tr [role=alert]')?.textContent).toContain('Units go from 1 to 30');
  });

  it('deletes an item, and brings it back to its place when that is taken back', async () => {
    page.querySelector<HTMLButtonElement>('button[aria-label="Delete 102"]')?.click();
    http.expectOne({ method: 'DELETE', url: '/api/shows/show-1/items/item-102' }).flush(null);
    await settled();
    await fixture.whenStable();
    expect(changed?.map(({ itemNumber }) => itemNumber)).toEqual(['101']);

    const undo = [...document.querySelectorAll<HTMLButtonElement>('app-undo-bar button')].at(-1);
    expect(undo?.closest('app-undo-bar')?.textContent).toContain('102 deleted');
    undo?.click();
    await settled();
    const again = http.expectOne({ method: 'POST', url: '/api/shows/show-1/items' });
    expect(again.request.body).toMatchObject({ items: [{ itemNumber: '102', totalQuantity: 3 }] });
    again.flush({ items: [anItem('102', { id: 'new', position: 900 })] });
    await settled();
    const { position } = anItem('102');
    expect(http.match('/api/shows/show-1/items/new').map(({ request }) => request.body as object)).toEqual([{ position }]);
  });

  it('moves an item by the keyboard, saves only what moved, and says where it is now', async () => {
    const handle = page.querySelector('button[aria-label^="Move 102"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowUp', cancelable: true }));
    const request = http.expectOne('/api/shows/show-1/items/item-102');
    expect(request.request.body).toEqual({ position: 50 });
    request.flush(anItem('102', { position: 50 }));
    await settled();
    await fixture.whenStable();
    expect(changed?.map(({ itemNumber }) => itemNumber)).toEqual(['102', '101']);
    expect(page.textContent).toContain('102 is number 1 of 2 now');
  });

  it('puts the order back when it was not saved', async () => {
    const handle = page.querySelector('button[aria-label^="Move 101"]');
    handle?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', cancelable: true }));
    http.expectOne('/api/shows/show-1/items/item-101').flush(...refusal('INVALID_TRANSITION', 'The show has ended.'));
    await settled();
    http.expectOne('/api/shows/show-1').flush(...refusal('NOT_FOUND', 'Gone.'));
    await settled();
    expect(changed?.map(({ itemNumber }) => itemNumber)).toEqual(['101', '102']);
  });
});
