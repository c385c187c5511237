import { readSpreadsheet } from './spreadsheet';

describe('pasting from a spreadsheet', () => {
  it('reads number, title and quantity', () => {
    expect(readSpreadsheet('101\tBlue dress\t3\r\n102\tRed hat\t1\r\n')).toEqual([
      { line: 1, item: { itemNumber: '101', title: 'Blue dress', totalQuantity: 3 }, problem: null },
      { line: 2, item: { itemNumber: '102', title: 'Red hat', totalQuantity: 1 }, problem: null },
    ]);
  });

  it('leaves a header line out, and lines with nothing on them', () => {
    expect(readSpreadsheet('Number\tTitle\tQty\n\n101\tDress\t1').map(({ item }) => item.itemNumber)).toEqual(['101']);
  });

  it('takes bare numbers as one unit without a title', () => {
    expect(readSpreadsheet('101\n102').map(({ item }) => item)).toEqual([
      { itemNumber: '101', totalQuantity: 1 },
      { itemNumber: '102', totalQuantity: 1 },
    ]);
  });

  it('keeps commas inside a title when lines are separated by commas', () => {
    expect(readSpreadsheet('101,Dress, blue,3')[0]?.item).toEqual({ itemNumber: '101', title: 'Dress, blue', totalQuantity: 3 });
  });

  it.each([
    ['\tNo number\t1', 'The number is missing'],
    ['101\tDress\t0', '“0” is not a quantity from 1 to 30'],
    ['101\tDress\t31', '“31” is not a quantity from 1 to 30'],
    ['101\tDress\tmany', '“many” is not a quantity from 1 to 30'],
    ['###\tDress\t1', 'The number needs a letter or a digit'],
    ['1234567890123\tDress\t1', 'The number is longer than 12 characters'],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readSpreadsheet(text)[0]?.problem).toBe(problem);
  });

  it('notices numbers that are the same to the engine, in the show and in the paste', () => {
    const problems = readSpreadsheet('#007\tA\t1\n101\tB\t1\n0101\tC\t1', ['7']).map(({ problem }) => problem);
    expect(problems).toEqual(['#007 is already in this show', null, '0101 comes twice in what you pasted']);
  });

  it('reads a CSV file as spreadsheets save it: quotes, semicolons, a byte order mark, columns by name in any order', () => {
    const file = '\uFEFFQty;Title;Number\r\n3;"Dress; blue";101\r\n;"Hat ""Paris""";102\r\n';
    expect(readSpreadsheet(file)).toEqual([
      { line: 2, item: { itemNumber: '101', title: 'Dress; blue', totalQuantity: 3 }, problem: null },
      { line: 3, item: { itemNumber: '102', title: 'Hat "Paris"', totalQuantity: 1 }, problem: null },
    ]);
  });

  it('takes the separator from a first line that names it, and counts the lines of the file', () => {
    const rows = readSpreadsheet('sep=;\r\n101;Hat, red;2\r\n;Scarf;1');
    expect(rows.map(({ item }) => item)).toEqual([
      { itemNumber: '101', title: 'Hat, red', totalQuantity: 2 },
      { itemNumber: '', title: 'Scarf', totalQuantity: 1 },
    ]);
    expect(rows[1]?.line).toBe(3);
  });

  it('takes a tab inside a title for what it is', () => {
    const rows = readSpreadsheet('101,Blue\tdress,2\n102,Red hat,1\n103,Scarf,1');
    expect(rows.map(({ item }) => item.itemNumber)).toEqual(['101', '102', '103']);
    expect(rows[0]?.item.totalQuantity).toBe(2);
  });
});
