import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { Router, provideRouter } from '@angular/router';
import type { Item } from '@sellary/contracts';
import { CopyShowDialog } from './copy-show-dialog';
import { nextName } from './next-name';
import { SaveTemplateDialog } from './save-template-dialog';
import { ShowCopies } from './show-copies';

const item = (id: string, totalQuantity: number, claimedCount: number, more: Partial<Item> = {}): Item => ({
  id,
  itemNumber: id,
  title: `Item ${id}`,
  description: null,
  position: 0,
  winners: [],
  totalQuantity,
  claimedCount,
  waitlistCount: 0,
  status: 'unclaimed',
  withdrawnAt: null,
  ...more,
});

const variant = (name: string, totalQuantity: number, claimedCount: number) => ({
  name,
  totalQuantity,
  claimedCount,
  waitlistCount: 0,
  status: 'partial' as const,
});

async function open(items: Item[]) {
  const closedWith: unknown[] = [];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      { provide: MatDialogRef, useValue: { close: (result: unknown) => closedWith.push(result) } },
      { provide: MAT_DIALOG_DATA, useValue: { id: 'show', name: 'Friday sale 9' } },
    ],
  });
  const http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(CopyShowDialog);
  TestBed.tick();
  http.expectOne('/api/shows/show').flush({ id: 'show', items, currency: { code: 'EUR', digits: 2 } });
  await fixture.whenStable();
  const page = fixture.nativeElement as HTMLElement;
  const boxes = () => [...page.querySelectorAll<HTMLInputElement>('li input[type=checkbox]')];
  const button = (name: string) =>
    [...page.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === name);
  const type = async (box: HTMLInputElement, value: string) => {
    box.value = value;
    box.dispatchEvent(new Event('input'));
    await fixture.whenStable();
  };
  const click = async (element: HTMLElement | undefined) => {
    element?.click();
    await fixture.whenStable();
  };
  return { page, http, boxes, button, type, click, closedWith };
}

describe('Copying a show', () => {
  it('Unsold items are selected with their remaining units, and the copy gets what the rows show.', async () => {
    const { page, http, boxes, button, type, click, closedWith } = await open([
      item('1', 3, 1),
      item('2', 1, 1),
      item('3', 2, 0, { withdrawnAt: '2026-01-01T00:00:00.000Z' }),
      item('4', 4, 1, { variants: [variant('S', 1, 1), variant('M', 3, 0)] }),
    ]);
    expect(boxes().map(({ checked }) => checked)).toEqual([true, false, false, true]);
    expect(page.querySelector('[role=status]')?.textContent).toMatch(/2 items\s*·\s*5 units/);
    await click(boxes()[1]);
    const [first] = page.querySelectorAll<HTMLInputElement>('input[type=number]');
    await type(first as HTMLInputElement, '0');
    expect(page.querySelector('[role=alert]')?.textContent).toContain('1 to 999 units');
    await click(button('Copy show'));
    http.expectNone('/api/shows/show/copy');
    await type(first as HTMLInputElement, '5');
    button('Copy show')?.click();
    const request = http.expectOne('/api/shows/show/copy').request;
    expect(request.body).toEqual({
      name: 'Friday sale 10',
      items: [
        { itemId: '1', totalQuantity: 5 },
        { itemId: '2', totalQuantity: 1 },
        { itemId: '4', variants: [{ name: 'M', totalQuantity: 3 }] },
      ],
    });
    expect(closedWith).toEqual([]);
  });

  it('A canceled copy opens no page.', async () => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const navigate = jest.spyOn(TestBed.inject(Router), 'navigate');
    const copying = TestBed.inject(ShowCopies).copy({ id: 'show', name: 'Friday sale 9' });
    const cancel = () =>
      [...document.querySelectorAll('button')].find(({ textContent }) => textContent.trim() === 'Cancel');
    while (cancel() === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
    cancel()?.click();
    await copying;
    expect(navigate).not.toHaveBeenCalled();
    expect(document.querySelector('mat-snack-bar-container')).toBeNull();
  });

  it('All items, no items, or only the unsold items can be selected with one click.', async () => {
    const { boxes, button, click } = await open([item('1', 1, 0), item('2', 1, 1)]);
    const ticks = () => boxes().map(({ checked }) => checked);
    await click(button('All'));
    expect(ticks()).toEqual([true, true]);
    await click(button('None'));
    expect(ticks()).toEqual([false, false]);
    await click(button('Only unsold'));
    expect(ticks()).toEqual([true, false]);
  });

  it("The hint says that a template's date is the date on which a show is created, not the date of the show.", async () => {
    TestBed.configureTestingModule({
      providers: [
        { provide: MatDialogRef, useValue: {} },
        { provide: MAT_DIALOG_DATA, useValue: { id: 'template', name: 'Friday', title: 'Friday {date}' } },
      ],
    });
    const fixture = TestBed.createComponent(SaveTemplateDialog);
    await fixture.whenStable();
    expect((fixture.nativeElement as HTMLElement).textContent).toContain(
      '{date} becomes the date on which the show is created',
    );
  });

  it.each([
    ['Friday sale 9', 'Friday sale 10'],
    ['Sale #007', 'Sale #008'],
    ['Christmas 2026', 'Christmas 2026'],
    ['Show on 2026-11-29', 'Show on 2026-11-29'],
    ['Market 24.12', 'Market 24.12'],
    ['Evening', 'Evening'],
    ['12', '12'],
  ])('A copy of the show %j is named %j.', (name, next) => {
    expect(nextName(name)).toBe(next);
  });
});
