import {
  type Caller,
  hasLibreOffice,
  newCaller,
  shownInLibreOffice,
  startTestApp,
  type TestApp,
} from '../../../test';

// LibreOffice starts slowly on a busy machine.
jest.setTimeout(300_000);

const NUMBERS = ['007', '1-2', '1E5', '3/4', 'MAR1', '1.5', '1,5', '12:30', '00', '2026-11-22'];
/** Splits the tab-separated file that LibreOffice writes into cells. Its texts are quoted. */
const cellsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split('\t'));

const describeWithLibreOffice = hasLibreOffice() ? describe : describe.skip;
describeWithLibreOffice('An export opened in LibreOffice (skipped when soffice is not on the PATH)', () => {
  let app: TestApp;
  let operator: Caller;
  let showId: string;

  beforeAll(async () => {
    app = await startTestApp();
    operator = await newCaller(app.url);
    // The engine treats some of these as the same number, so no show can have all of them. They are written
    // directly to the database.
    const show = await operator.activeShow(NUMBERS.map((_, index) => ({ itemNumber: `${index + 1}` })));
    showId = show.id;
    const database = await app.connect();
    await database.query(
      'UPDATE show_items i SET item_number = n.text FROM unnest($2::text[], $3::uuid[]) AS n(text, id) WHERE i.show_id = $1 AND i.id = n.id',
      [showId, NUMBERS, show.items.map(({ id }) => id)],
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
  afterAll(() => app.close());

  const download = async (query: string): Promise<Buffer> => {
    const response = await fetch(
      `${app.url}/api/shows/${showId}/export?type=claims&timeZone=Asia/Bangkok&${query}`,
      { headers: { authorization: `Bearer ${operator.session.accessToken}` } },
    );
    return Buffer.from(await response.arrayBuffer());
  };
  const expectUnchanged = (csv: string): void => {
    const [, ...rows] = cellsOf(csv);
    expect(rows.map((cells) => cells[1]).sort()).toEqual(NUMBERS.map((number) => `"${number}"`).sort());
    expect(rows.map((cells) => cells[7]).sort()).toEqual(
      NUMBERS.map((_, index) => `"1784140000000012${index}"`).sort(),
    );
    // Not quoted, because it is a time and not a text that looks like one.
    for (const cells of rows) expect(cells[0]).toMatch(/^[\d.:/ -]+$/);
  };

  it.each(['de-DE', 'th-TH'])(
    'A workbook keeps every id and item number and shows times, in %s.',
    async (locale) => {
      expectUnchanged(await shownInLibreOffice(await download('format=xlsx'), 'xlsx', locale));
    },
  );

  it.each([
    ['de-DE', ';', 59],
    ['th-TH', ',', 44],
  ])(
    'A CSV file keeps every id and item number when quoted cells are read as text, in %s with %j.',
    async (locale, separator, code) => {
      // Separator, double quote, UTF-8, from line 1, no column formats, language as the system's, quoted
      // cells as text, find dates.
      const options = `Text - txt - csv (StarCalc):${code},34,76,1,,0,true,true`;
      expectUnchanged(
        await shownInLibreOffice(await download(`separator=${separator}`), 'csv', locale, options),
      );
    },
  );
});
