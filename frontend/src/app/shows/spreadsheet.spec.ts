import { type ColumnRole, withRole } from './sheet-columns';
import { type SheetRow, readItems, readSheet, sheetText } from './spreadsheet';

type ReadRow = Pick<SheetRow, 'line' | 'item' | 'problem'>;
const readSpreadsheet = (text: string, numbers: readonly string[] = []): ReadRow[] => {
  const sheet = readSheet(text);
  return readItems(sheet, sheet.roles, numbers).map(({ line, item, problem }) => ({ line, item, problem }));
};

describe('spreadsheet import', () => {
  it('A line with three columns gives the number, title, and units.', () => {
    expect(readSpreadsheet('101\tBlue dress\t3\r\n102\tRed hat\t1\r\n')).toEqual([
      { line: 1, item: { itemNumber: '101', title: 'Blue dress', totalQuantity: 3 }, problem: null },
      { line: 2, item: { itemNumber: '102', title: 'Red hat', totalQuantity: 1 }, problem: null },
    ]);
  });

  it("A barcode column is read as the item's code, and so is a SKU column if another column has the item number.", () => {
    const codes = (text: string) => readSpreadsheet(text).map(({ item }) => [item.itemNumber, item.sku]);
    expect(codes('Number\tTitle\tQty\tBarcode\n1\tDress\t1\t4006381333931')).toEqual([
      ['1', '4006381333931'],
    ]);
    expect(codes('SKU\tNumber\tTitle\nAB-1\t1\tDress')).toEqual([['1', 'AB-1']]);
    expect(codes('SKU\tTitle\nAB1\tDress')).toEqual([['AB1', undefined]]);
  });

  it('The header line and empty lines are skipped.', () => {
    expect(readSpreadsheet('Number\tTitle\tQty\n\n101\tDress\t1').map(({ item }) => item.itemNumber)).toEqual(
      ['101'],
    );
  });

  it('A bare number is an item with 1 unit and no title.', () => {
    expect(readSpreadsheet('101\n102').map(({ item }) => item)).toEqual([
      { itemNumber: '101', totalQuantity: 1 },
      { itemNumber: '102', totalQuantity: 1 },
    ]);
  });

  it('A comma inside a title stays in the title when commas separate the cells.', () => {
    expect(readSpreadsheet('101,Dress, blue,3')[0]?.item).toEqual({
      itemNumber: '101',
      title: 'Dress, blue',
      totalQuantity: 3,
    });
  });

  it.each([
    ['\tNo number\t1', 'The number is missing'],
    ['101\tDress\t0', '“0” is not a number of units from 1 to 999'],
    ['101\tDress\t1000', '“1000” is not a number of units from 1 to 999'],
    ['101\tDress\tmany', '“many” is not a number of units from 1 to 999'],
    ['###\tDress\t1', 'The number needs a letter or digit'],
    ['1234567890123\tDress\t1', 'The number is longer than 12 characters'],
  ])('The line %j has the problem: %s.', (text, problem) => {
    expect(readSpreadsheet(text)[0]?.problem).toBe(problem);
  });

  it('A number is rejected if the engine treats it as equal to one in the show or to an earlier one in the list.', () => {
    const problems = readSpreadsheet('#007\tA\t1\n101\tB\t1\n0101\tC\t1', ['7']).map(
      ({ problem }) => problem,
    );
    expect(problems).toEqual(['#007 is already in this show', null, '#0101 is in this list twice']);
  });

  it('A CSV file may have quotes, semicolons, a byte order mark, and named columns in any order.', () => {
    const file = '\uFEFFQty;Title;Number\r\n3;"Dress; blue";101\r\n;"Hat ""Paris""";102\r\n';
    expect(readSpreadsheet(file)).toEqual([
      { line: 2, item: { itemNumber: '101', title: 'Dress; blue', totalQuantity: 3 }, problem: null },
      { line: 3, item: { itemNumber: '102', title: 'Hat "Paris"', totalQuantity: 1 }, problem: null },
    ]);
  });

  it('A first line with sep= sets the separator and counts as a line of the file.', () => {
    const rows = readSpreadsheet('sep=;\r\n101;Hat, red;2\r\n;Scarf;1');
    expect(rows.map(({ item }) => item)).toEqual([
      { itemNumber: '101', title: 'Hat, red', totalQuantity: 2 },
      { itemNumber: '', title: 'Scarf', totalQuantity: 1 },
    ]);
    expect(rows[1]?.line).toBe(3);
  });

  it('A tab inside a title does not make tabs the separator.', () => {
    const rows = readSpreadsheet('101,Blue\tdress,2\n102,Red hat,1\n103,Scarf,1');
    expect(rows.map(({ item }) => item.itemNumber)).toEqual(['101', '102', '103']);
    expect(rows[0]?.item.totalQuantity).toBe(2);
  });

  it.each<[string, ColumnRole[]]>([
    ['101\tCoat\t2\t25\n102\tHat\t1\t9', ['number', 'title', 'units', 'ignore']],
    ['101\tCoat\t25.00\t2', ['number', 'title', 'ignore', 'units']],
    ['101\tCoat\t€25', ['number', 'title', 'ignore']],
    ['101\tCoat\t25 THB\t3', ['number', 'title', 'ignore', 'units']],
    ['101\t2\tCoat', ['number', 'units', 'title']],
    ['Number\tTitle\tPrice\tQty\n101\tCoat\t25\t2', ['number', 'title', 'ignore', 'units']],
    ['รหัส\tชื่อสินค้า\tราคา\tจำนวน\n101\tเสื้อ\t25\t2', ['number', 'title', 'ignore', 'units']],
    ['Lot;Título;Cantidad\n101;Abrigo;2', ['number', 'title', 'units']],
    ['101,Coat,2,25\n102,Hat,1,9', ['number', 'title', 'units', 'ignore']],
    ['101\n102', ['number']],
    ['101\tCoat\t25\tS 2, M 3', ['number', 'title', 'ignore', 'units']],
    ['101\tCoat\tS 2, M 3\t25', ['number', 'title', 'units', 'ignore']],
    ['101\tShoe\t25\t38 2,39 1', ['number', 'title', 'ignore', 'units']],
    ['101\tDress 3\tred\n102\tDress 4\tblue', ['number', 'title', 'units']],
    ['101,Blue dress,S 2, M 3', ['number', 'title', 'units']],
  ])('The columns of %j are %j, so that no price is read as a number of units.', (text, roles) => {
    expect(readSheet(text).roles).toEqual(roles);
  });

  it('A price in the units column is a problem, even if its value is a whole number.', () => {
    const rows = readSpreadsheet('101\tCoat\t2\n102\tHat\t1\n103\tScarf\t25.00');
    expect(rows.map(({ problem }) => problem)).toEqual([
      null,
      null,
      '“25.00” is not a number of units from 1 to 999',
    ]);
  });

  it('A column gets the meaning that the user chooses, and the column that had that meaning is ignored.', () => {
    const sheet = readSheet('101\tCoat\t25\t2');
    const roles = withRole(sheet.roles, 3, 'units');
    expect(roles).toEqual(['number', 'title', 'ignore', 'units']);
    expect(readItems(sheet, roles)[0]?.item).toEqual({ itemNumber: '101', title: 'Coat', totalQuantity: 2 });
  });

  it('Lines left to correct are read with the same header and columns as before.', () => {
    const sheet = readSheet('Number,Title,Color,Units\n101,"Hat, red",red,many\n102,Coat,blue,2');
    const wrong = readItems(sheet).filter(({ problem }) => problem !== null);
    const again = readSheet(sheetText(sheet, wrong));
    expect(again.roles).toEqual(sheet.roles);
    expect(readItems(again)[0]).toMatchObject({ item: { itemNumber: '101', title: 'Hat, red' }, line: 2 });
  });

  it('A units cell may contain a list of variants.', () => {
    const [row, wrongRow] = readSpreadsheet('101\tBlue dress\tS 2, M 3\n102\tHat\tS 2, S 1');
    expect(row).toEqual({
      line: 1,
      item: {
        itemNumber: '101',
        title: 'Blue dress',
        variants: [
          { name: 'S', totalQuantity: 2 },
          { name: 'M', totalQuantity: 3 },
        ],
      },
      problem: null,
    });
    expect(wrongRow?.problem).toContain('S 2, S 1');
  });

  it('An amount of money in the units column is not read as a variant with units.', () => {
    const sheet = readSheet('Number\tTitle\tUnits\n101\tCoat\tTHB 25');
    expect(readItems(sheet)[0]?.problem).toBe('“THB 25” is not a number of units from 1 to 999');
  });

  it('A list of variants may contain the file separator, and does not change when it is written and read again.', () => {
    const sheet = readSheet('101,Blue dress,S 2, M 3');
    const [row] = readItems(readSheet(sheetText(sheet, readItems(sheet))));
    expect(row?.item.variants).toEqual([
      { name: 'S', totalQuantity: 2 },
      { name: 'M', totalQuantity: 3 },
    ]);
  });
});
