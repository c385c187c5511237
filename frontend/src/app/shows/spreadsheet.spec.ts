import { readSpreadsheet } from './spreadsheet';

describe('spreadsheet import', () => {
  it('A line with three columns gives the number, title, and units.', () => {
    expect(readSpreadsheet('101\tBlue dress\t3\r\n102\tRed hat\t1\r\n')).toEqual([
      { line: 1, item: { itemNumber: '101', title: 'Blue dress', totalQuantity: 3 }, problem: null },
      { line: 2, item: { itemNumber: '102', title: 'Red hat', totalQuantity: 1 }, problem: null },
    ]);
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
    ['101\tDress\t0', '“0” is not a number of units from 1 to 30'],
    ['101\tDress\t31', '“31” is not a number of units from 1 to 30'],
    ['101\tDress\tmany', '“many” is not a number of units from 1 to 30'],
    ['###\tDress\t1', 'The number needs a letter or digit'],
    ['1234567890123\tDress\t1', 'The number is longer than 12 characters'],
  ])('The line %j has the problem: %s.', (text, problem) => {
    expect(readSpreadsheet(text)[0]?.problem).toBe(problem);
  });

  it('Numbers that are equal for the engine are refused, in the show and in the list.', () => {
    const problems = readSpreadsheet('#007\tA\t1\n101\tB\t1\n0101\tC\t1', ['7']).map(
      ({ problem }) => problem,
    );
    expect(problems).toEqual(['#007 is already in this show', null, '0101 is in this list twice']);
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

  it('A cell of units may be a list of variants.', () => {
    const [listed, broken] = readSpreadsheet('101\tBlue dress\tS 2, M 3\n102\tHat\tS 2, S 1');
    expect(listed).toEqual({
      line: 1,
      item: {
        ...{ itemNumber: '101', title: 'Blue dress', totalQuantity: 5 },
        variants: [
          { name: 'S', totalQuantity: 2 },
          { name: 'M', totalQuantity: 3 },
        ],
      },
      problem: null,
    });
    expect(broken?.problem).toContain('S 2, S 1');
  });
});
