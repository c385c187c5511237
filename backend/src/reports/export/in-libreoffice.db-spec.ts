import { cellsInLibreOffice, hasLibreOffice, useCaller, useTestApp } from '../../../test';

// LibreOffice starts slowly on a busy machine.
jest.setTimeout(300_000);

const ITEM_NUMBERS = ['007', '1-2', '1E5', '3/4', 'MAR1', '1.5', '1,5', '12:30', '00', '2026-11-22'];
/** The cells of the tab-separated file that LibreOffice writes. Text cells keep their quotes. */
const cellsOf = (file: string): string[][] =>
  file
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));

const describeWithLibreOffice = hasLibreOffice() ? describe : describe.skip;
describeWithLibreOffice('An export opened in LibreOffice (skipped when soffice is not on the PATH)', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let showId: string;

  beforeAll(async () => {
    // Written directly to the database, because the engine treats some of these item numbers as the same.
    const show = await operator.activeShow(ITEM_NUMBERS.map((_, index) => ({ itemNumber: `${index + 1}` })));
    showId = show.id;
    const database = await app.connect();
    await database.query(
      'UPDATE show_items i SET item_number = n.text FROM unnest($2::text[], $3::uuid[]) AS n(text, id) WHERE i.show_id = $1 AND i.id = n.id',
      [showId, ITEM_NUMBERS, show.items.map(({ id }) => id)],
    );
    for (const [index, item] of show.items.entries()) {
      const body = {
        userHandle: `ann.${index}`,
        platformUserId: `1784140000000012${index}`,
        platform: 'facebook',
      };
      await operator.call('POST', `/api/shows/${showId}/items/${item.id}/award`, body);
    }
  });

  const download = async (query: string): Promise<Buffer> => {
    const response = await fetch(
      `${app.url}/api/shows/${showId}/export?type=claims&timeZone=Asia/Bangkok&${query}`,
      { headers: { authorization: `Bearer ${operator.session.accessToken}` } },
    );
    return Buffer.from(await response.arrayBuffer());
  };
  const expectUnchanged = (file: string): void => {
    const [, ...rows] = cellsOf(file);
    expect(rows.map((cells) => cells[1]).sort()).toEqual(ITEM_NUMBERS.map((number) => `"${number}"`).sort());
    expect(rows.map((cells) => cells[7]).sort()).toEqual(
      ITEM_NUMBERS.map((_, index) => `"1784140000000012${index}"`).sort(),
    );
    // Not quoted, because it is a time and not text that looks like one.
    for (const cells of rows) expect(cells[0]).toMatch(/^[\d.:/ -]+$/);
  };

  it.each(['de-DE', 'th-TH'])(
    'A workbook keeps every id and item number, and shows times, in the locale %s.',
    async (locale) => {
      expectUnchanged(await cellsInLibreOffice(await download('format=xlsx'), 'xlsx', locale));
    },
  );

  it.each([
    ['de-DE', ';'],
    ['th-TH', ','],
  ])(
    'A CSV file keeps every id and item number when quoted cells are read as text, in locale %s with separator %j.',
    async (locale, separator) => {
      // Separator, double quote, UTF-8, from line 1, no column formats, the system's language, quoted cells
      // as text, find dates.
      const options = `Text - txt - csv (StarCalc):${separator.charCodeAt(0)},34,76,1,,0,true,true`;
      expectUnchanged(
        await cellsInLibreOffice(await download(`separator=${separator}`), 'csv', locale, options),
      );
    },
  );
});
