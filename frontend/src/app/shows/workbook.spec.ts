import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DecompressionStream } from 'node:stream/web';
import { readItems, readSheet } from './spreadsheet';
import { isWorkbook, readWorkbookText } from './workbook';

const euro = { code: 'EUR', digits: 2 };
const file = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(path.join(__dirname, '../../../testing/workbooks', name)));

describe('An Excel workbook', () => {
  // jsdom has no DecompressionStream.
  beforeAll(() => Object.assign(globalThis, { DecompressionStream }));

  it('A workbook with a shared string table, as saved by Excel, is read as items with prices.', async () => {
    const bytes = file('shared-texts.xlsx');
    expect(isWorkbook(bytes)).toBe(true);
    const sheet = readSheet(await readWorkbookText(bytes), euro);
    expect(readItems(sheet, sheet.roles, [], { currency: euro }).map(({ item }) => item)).toEqual([
      { itemNumber: '101', title: 'Blue dress, long', totalQuantity: 3, price: 3990 },
      { itemNumber: '102', title: 'ราคา', totalQuantity: 1, price: 123_450 },
      { itemNumber: 'A7', title: 'Scarf', totalQuantity: 2, price: 1500 },
    ]);
  });

  it('A decimal number is never read as thousands, but a cell with the text 1.299 is ambiguous.', async () => {
    const sheet = readSheet(await readWorkbookText(file('inline-texts.xlsx')), euro);
    const rows = readItems(sheet, sheet.roles, [], { currency: euro });
    expect(rows.map(({ item, problem }) => problem ?? [item.price, item.compareAtPrice])).toEqual([
      [3990, undefined],
      '“1.234” has more decimal places than EUR allows',
      '“1.299” can be €1,299.00 or €1.299',
    ]);
  });

  it('A file that only begins like a workbook is rejected.', async () => {
    await expect(readWorkbookText(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).rejects.toThrow();
    expect(isWorkbook(new TextEncoder().encode('PK,Title'))).toBe(false);
  });

  it('A workbook with a damaged part is rejected, and no other promise is rejected unnoticed.', async () => {
    const bytes = file('shared-texts.xlsx').fill(0xff, 980, 1_180);
    await expect(readWorkbookText(bytes)).rejects.toThrow();
    // Jest fails the test if a promise without a handler is rejected.
    await new Promise((resolve) => setTimeout(resolve));
  });
});
