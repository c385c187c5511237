import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import type { AddItemsResult } from '@sellary/contracts';
import { PageBench } from '../../../testing/page-bench';
import { anItem } from '../../../testing/wire';
import { PasteItemsDialog, type PasteDialogData } from './paste-items-dialog';

describe('the item import', () => {
  let bench: PageBench;
  const close = jest.fn();
  const added: [itemCount: number, linesLeft: number][] = [];

  async function open(text: string, currency: PasteDialogData['currency'] = null): Promise<void> {
    const data: PasteDialogData = {
      showId: 'show-1',
      text,
      takenNumbers: ['101'],
      currency,
      onAdded: ({ items }: AddItemsResult, linesLeft: number) => added.push([items.length, linesLeft]),
    };
    bench = new PageBench(
      { provide: MAT_DIALOG_DATA, useValue: data },
      { provide: MatDialogRef, useValue: { close } },
    );
    await bench.open(PasteItemsDialog);
  }
  beforeEach(() => {
    close.mockReset();
    added.length = 0;
  });
  afterEach(() => {
    bench.http.match('/api/shows/show-1/items/check');
    bench.http.verify();
    bench.close();
  });

  const addButton = () => bench.button(/^Add/);
  const box = (): HTMLTextAreaElement => bench.page.querySelector('textarea') as HTMLTextAreaElement;

  it('A number that no comment can claim is marked before anything is added.', async () => {
    await open('102\tCoat\t2\none\tHat\t1');
    expect(addButton().textContent).toContain('Add 2 items');
    const { body } = await bench.answer('/api/shows/show-1/items/check', { unclaimable: ['one'] });
    expect(body).toEqual({ itemNumbers: ['102', 'one'] });
    expect(bench.page.textContent).toContain('Line 2: No comment can claim “one”');
    expect(addButton().textContent).toContain('Add 1 item');
  });

  it('Without a currency, a price column is ignored. A column gets the meaning chosen in its heading.', async () => {
    await open('102\tCoat\t2\t25\n103\tHat\t1\t9');
    expect(bench.page.textContent).toContain('Ignored: column 4.');
    const heads = [...bench.page.querySelectorAll<HTMLSelectElement>('th select')];
    expect(heads.map(({ selectedIndex }) => selectedIndex)).toEqual([0, 1, 2, 4]);
    const [, , , last] = heads;
    if (last) {
      last.selectedIndex = 2;
      last.dispatchEvent(new Event('change'));
    }
    await bench.render();
    expect(bench.page.textContent).toContain('Ignored: column 3.');
    addButton().click();
    const { body } = await bench.answer('/api/shows/show-1/items', { items: [anItem('102'), anItem('103')] });
    expect(body).toEqual({
      items: [
        { itemNumber: '102', title: 'Coat', totalQuantity: 25 },
        { itemNumber: '103', title: 'Hat', totalQuantity: 9 },
      ],
    });
    expect(added).toEqual([[2, 0]]);
    expect(close).toHaveBeenCalled();
  });

  it('Lines with a problem stay in the field, the preview shows the reasons, and the lines can be added once they are corrected.', async () => {
    await open('101\tCoat\t2\n102\tHat\t1\n103\tScarf\tmany');
    addButton().click();
    await bench.answer('/api/shows/show-1/items', { items: [anItem('102')] });
    expect(added).toEqual([[1, 2]]);
    expect(close).not.toHaveBeenCalled();
    expect(box().value).toBe('101\tCoat\t2\n103\tScarf\tmany');
    expect(bench.page.textContent).toContain('Items added: 1 · Lines to correct: 2');
    expect(bench.page.textContent).toContain('#101 is already in this show');
    await bench.enter(box(), '104\tCoat\t2\n103\tScarf\t3');
    addButton().click();
    await bench.answer('/api/shows/show-1/items', { items: [anItem('104'), anItem('103')] });
    expect(added).toEqual([
      [1, 2],
      [2, 0],
    ]);
    expect(close).toHaveBeenCalled();
  });

  it('If the server rejects the request, nothing is added and every line is kept.', async () => {
    await open('102\tHat\t1');
    addButton().click();
    await bench.reject('/api/shows/show-1/items', 409, 'ITEM_NUMBER_TAKEN', '102 is taken.');
    expect(bench.page.textContent).toContain('Nothing was added: 102 is taken.');
    expect(box().value).toBe('102\tHat\t1');
    expect(added).toEqual([]);
  });

  it('Lines with a problem come first, and the field shrinks to make room for the preview.', async () => {
    await open('102\tHat\t1\n103\tScarf\tmany\n104\tCap\t1');
    const numbers = [...bench.page.querySelectorAll('tbody td:first-child')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(numbers).toEqual(['103', expect.stringMatching(/^Line 2: /), '102', '104']);
    expect(box().rows).toBe(3);
    await bench.enter(box(), '');
    expect(box().rows).toBe(6);
  });

  it('The offered meaning of an ambiguous price keeps all its decimals, and is rejected if the currency has fewer.', async () => {
    await open('No,Title,Price\n201,Ring,12.345', { code: 'EUR', digits: 2 });
    await bench.press('€12.345');
    expect(bench.page.textContent).toContain('“12.345” has more decimal places than EUR allows');
  });

  it('The user is asked about an ambiguous price only once, and the answer applies to the whole list.', async () => {
    await open('No,Title,Price\n201,Ring,1.250\n202,Chain,2.400\n203,Pin,7', { code: 'EUR', digits: 2 });
    expect(bench.page.textContent).toContain('“1.250” can be €1,250.00 or €1.25');
    expect(bench.page.textContent).toContain('What does “1.250” mean in this list?');
    await bench.press('€1,250.00');
    expect(bench.page.textContent).not.toContain('What does');
    expect(
      [...bench.page.querySelectorAll('tbody td:nth-child(3)')].map(({ textContent }) => textContent.trim()),
    ).toEqual(['€1,250.00', '€2,400.00', '€7.00']);
    addButton().click();
    const request = bench.http.expectOne('/api/shows/show-1/items');
    expect((request.request.body as { items: { price: number }[] }).items.map(({ price }) => price)).toEqual([
      125_000, 240_000, 700,
    ]);
    request.flush({ items: [], actSeq: 1 });
  });

  it('The answer about an ambiguous price is kept while lines are corrected, but not for another list.', async () => {
    await open('No,Title,Price\n201,Ring,1.250\n202,Chain,2.400', { code: 'EUR', digits: 2 });
    const replaceText = (text: string) => bench.enter(box(), text);
    await bench.press('€1,250.00');
    await replaceText('No,Title,Price\n201,Ring,1.260\n202,Chain,2.400');
    expect(bench.page.textContent).not.toContain('What does');
    expect(bench.page.textContent).toContain('€1,260.00');
    await replaceText('No,Title,Price\n301,Pin,3.125');
    expect(bench.page.textContent).toContain('What does “3.125” mean in this list?');
  });
});
