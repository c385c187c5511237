import { buffer } from 'node:stream/consumers';
import { readWorkbook } from '../../../test/workbook';
import { type Cell, sheetOf } from './export-columns';
import { WallClock } from './wall-clock';
import { xlsxFile } from './xlsx-file';

/** Spreadsheet serial number for a date and time, in days since the end of 1899. */
const serial = (utc: string): number => (Date.parse(`${utc}Z`) - Date.UTC(1899, 11, 30)) / 86_400_000;

async function* inOneBatch(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  yield await Promise.resolve(rows);
}

const write = async (rows: Cell[][], timeZone = 'UTC') =>
  readWorkbook(await buffer(xlsxFile(sheetOf('claims', null), inOneBatch(rows), new WallClock(timeZone))));
const row = (itemNumber: string, title = '', handle = 'ann', userId = '1'): Cell[] => [
  new Date('2026-11-23T01:00:00.987Z'),
  itemNumber,
  title,
  handle,
  'waitlist',
  12,
  'facebook',
  userId,
];

describe('An Excel workbook of claims', () => {
  it.each(['007', '1-2', '1E5', '3/4', 'MAR1', '1.0', '00', '1,5', '12:30', '=1+1', '-5', '٣', '  x '])(
    'The workbook keeps the item number %j as text.',
    async (number) => {
      const [, cells] = await write([row(number)]);
      expect(cells?.[1]).toEqual({ value: number, format: '@' });
    },
  );

  it('The workbook keeps every digit of a platform id.', async () => {
    const [, cells] = await write([row('1', '', 'ann', '17841400000000123')]);
    expect(cells?.[7]).toEqual({ value: '17841400000000123', format: '@' });
  });

  it('The workbook contains counts as numbers, and times as dates in the requested time zone.', async () => {
    const [header, cells] = await write([row('1')], 'America/New_York');
    expect(header?.map((cell) => cell?.value)).toEqual(
      sheetOf('claims', null).columns.map(({ name }) => name),
    );
    expect(cells?.[5]).toEqual({ value: 12, format: '0' });
    expect(cells?.[0]).toEqual({
      value: expect.closeTo(serial('2026-11-22T20:00:00'), 6) as number,
      format: 'yyyy-mm-dd hh:mm:ss',
    });
  });

  it('The workbook keeps viewers’ names, without characters that XML does not allow.', async () => {
    const names = [
      '=HYPERLINK("http://evil.example","x")',
      '<b>&amp;</b>',
      '🔥 أهلا',
      'two\nlines',
      'bell\u0007\u0001 ring',
      "'quoted'",
    ];
    const rows = await write(names.map((name) => row('1', 'Hat', name)));
    expect(rows.slice(1).map((cells) => cells[3]?.value)).toEqual(
      names.map((name) => name.replace('\u0007\u0001', '')),
    );
  });

  it('The workbook leaves an empty cell empty, and truncates text that is too long for Excel.', async () => {
    const [, cells] = await write([[null, 'x'.repeat(40_000), null, 'ann', 'winner', null, 'facebook', '1']]);
    expect([cells?.[0], cells?.[2], cells?.[5]]).toEqual([null, null, null]);
    expect(cells?.[1]?.value).toHaveLength(32_767);
  });
});
