import type { BuyerList } from '@sellary/contracts';
import Papa from 'papaparse';
import type { Client } from 'pg';
import { refusal, newCaller, useCaller, useTestApp } from '../../../test';

const CLAIM_COLUMNS = [
  'timestamp',
  'item_number',
  'item_title',
  'user_handle',
  'status',
  'waitlist_position',
  'platform',
  'platform_user_id',
  'variant',
  'sku',
  'paid',
];
const BUYER_COLUMNS = ['user_handle', 'items_claimed', 'total_items', 'platform', 'platform_user_id'];

/** Parses strict RFC 4180: CRLF ends every record, and quotes only enclose a field or are doubled in one. */
function readCsv(text: string): string[][] {
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  const records: string[][] = [];
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`Not RFC 4180 at ${at}: ${JSON.stringify(text.slice(at, at + 40))}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    records.push(record);
    record = [];
  }
  return records;
}

describe('An export', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;

  beforeAll(async () => (database = await app.connect()));

  async function downloadBytes(showId: string, query: string) {
    const response = await fetch(`${app.url}/api/shows/${showId}/export?${query}`, {
      headers: { authorization: `Bearer ${operator.session.accessToken}` },
    });
    return { response, bytes: Buffer.from(await response.arrayBuffer()) };
  }
  async function download(showId: string, type: string) {
    const { response, bytes } = await downloadBytes(showId, `type=${type}`);
    const byteOrderMark = bytes.subarray(0, 3).toString('hex');
    const text = bytes.subarray(3).toString('utf8');
    const records = readCsv(text);
    // An independent parser gets the same values.
    expect(Papa.parse<string[]>(text, { skipEmptyLines: true })).toMatchObject({ data: records, errors: [] });
    return { response, byteOrderMark, records };
  }

  const hostileNames = [
    '=HYPERLINK("http://evil.example","you won")',
    '+1234',
    '-2+3',
    '@SUM(A1:A9)',
    '＝1+1',
    '\t=1+1',
    '\r-1',
    '＋1',
    '－1',
    '＠SUM(1)',
    'a;=1+1',
    'Anna "the boss", Jr.',
    'two\nlines',
    'two\r\nlines',
    'اسم المستخدم',
    '\u202Eevil',
    '🔥👩‍👩‍👧 fan',
    "'quoted'",
    'plain',
  ];

  it("An export parses back to the same claims, whatever the viewers' names contain.", async () => {
    const show = await operator.activeShow([
      { itemNumber: '1', title: '=1+1 "hat", red', totalQuantity: 5, sku: '=2+2' },
      { itemNumber: '2', totalQuantity: 30 },
    ]);
    for (const [index, handle] of hostileNames.entries()) {
      await operator.say(show.id, `id-${index}`, 'sold 1', { userHandle: handle });
      await operator.say(show.id, `id-${index}`, 'sold 77', { userHandle: handle });
    }
    const { response, byteOrderMark, records } = await download(show.id, 'claims');
    expect([response.status, byteOrderMark]).toEqual([200, 'efbbbf']);
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [header, ...lines] = records;
    expect(header).toEqual(CLAIM_COLUMNS);
    const claims = await operator.readClaims(show.id, 'limit=200');
    const withoutApostrophes = (text: string): string => text.replaceAll("'", '');
    const expected = [...claims]
      .reverse()
      .map((claim) => [
        claim.claimedAt,
        claim.itemNumber,
        claim.itemTitle === null ? '' : `'${claim.itemTitle}`,
        withoutApostrophes(claim.buyer.handle),
        claim.status,
        String(claim.waitlistPosition ?? ''),
        claim.buyer.platform,
        claim.buyer.platformUserId,
        claim.variant ?? '',
        claim.itemNumber === '1' ? "'=2+2" : '',
        claim.status === 'winner' ? 'no' : '',
      ]);
    const sortedRows = (rows: string[][]): string[] => rows.map((row) => row.join('\u0001')).sort();
    expect(
      sortedRows(
        lines.map((line) => line.map((cell, column) => (column === 3 ? withoutApostrophes(cell) : cell))),
      ),
    ).toEqual(sortedRows(expected));
    expect(lines.map((line) => line[0])).toEqual(lines.map((line) => line[0]).sort());
    for (const line of lines) {
      for (const cell of line) expect(cell).not.toMatch(/(^|[;\t\r\n])[\s"\p{Cf}]*[=+\-@＝]/u);
    }
  });

  it('A buyer export lists the winners, with everything they won.', async () => {
    const show = await operator.activeShow([{ itemNumber: '12', totalQuantity: 3 }, { itemNumber: 'A-7' }]);
    for (const [user, text] of [
      ['zoe', 'sold 12'],
      ['Ann', 'sold A7'],
      ['zoe', 'sold A7'],
      ['Ann', 'sold 12'],
      ['cat', 'sold 99'],
    ] as const) {
      await operator.say(show.id, user, text);
    }
    const { records } = await download(show.id, 'buyers');
    expect(records).toEqual([
      BUYER_COLUMNS,
      ['Ann', '12, A-7', '2', 'rehearsal', 'Ann'],
      ['zoe', '12', '1', 'rehearsal', 'zoe'],
    ]);
    const { buyers } = (await operator.call<BuyerList>('GET', `/api/shows/${show.id}/buyers`)).body;
    expect(records.slice(1).map((line) => line[2])).toEqual(
      buyers.filter((line) => line.totalItems > 0).map((line) => String(line.totalItems)),
    );
  });

  it('An export of an empty show contains only the header row, and is named after the show and its day.', async () => {
    const show = await operator.activeShow([], { name: 'Früh"ling\r\n: 100% أهلا' });
    for (const [type, columns] of [
      ['claims', CLAIM_COLUMNS],
      ['buyers', BUYER_COLUMNS],
    ] as const) {
      const { response, records } = await download(show.id, type);
      expect(records).toEqual([columns]);
      const disposition = response.headers.get('content-disposition') ?? '';
      const day = show.startedAt?.slice(0, 10) ?? '';
      expect(disposition).toContain(`filename="Fruh ling 100_ _ ${day} ${type}.csv"`);
      expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(
        `Früh ling 100% أهلا ${day} ${type}.csv`,
      );
    }
  });

  it('On request, an export separates fields with semicolons and shows times in the requested time zone.', async () => {
    const show = await operator.activeShow([{ itemNumber: '007', title: 'Hat; red' }], { name: 'Evening' });
    await operator.say(show.id, '17841400000000123', 'sold 007', { userHandle: 'ann' });
    await database.query("UPDATE claims SET claimed_at = '2026-11-23T01:00:00.123Z' WHERE show_id = $1", [
      show.id,
    ]);
    await database.query("UPDATE shows SET started_at = '2026-11-23T00:30:00Z' WHERE id = $1", [show.id]);
    const query = 'type=claims&separator=;&timeZone=America/New_York';
    const { response, bytes } = await downloadBytes(show.id, query);
    expect(bytes.toString('utf8')).toBe(
      `\uFEFF${CLAIM_COLUMNS.join(';')}\r\n2026-11-22 20:00:00;"007";"Hat; red";"ann";"winner";;"rehearsal";"17841400000000123";;;"no"\r\n`,
    );
    expect(response.headers.get('content-disposition')).toContain('filename="Evening 2026-11-22 claims.csv"');
  });

  it.each([
    '',
    '?type=',
    '?type=comments',
    '?type=claims&type=buyers',
    '?type=claims&format=pdf',
    '?type=claims&separator=|',
    '?type=claims&timeZone=Mars/Olympus',
    '?type=claims&timeZone=',
  ])('An export with the query %j is rejected.', async (query) => {
    const show = await operator.activeShow([]);
    const response = await operator.call('GET', `/api/shows/${show.id}/export${query}`);
    expect(response).toMatchObject(refusal(400, 'VALIDATION_FAILED'));
  });

  it('An export is recorded in the audit log, and a rejected export is not.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    const stranger = await newCaller(app.url);
    await download(show.id, 'buyers');
    await stranger.call('GET', `/api/shows/${show.id}/export?type=claims`);
    await operator.call('GET', `/api/shows/${show.id}/export?type=nothing`);
    const { rows } = await database.query(
      "SELECT * FROM audit_log WHERE show_id = $1 AND action = 'show.export'",
      [show.id],
    );
    const { user, workspace } = operator.session;
    expect(rows).toEqual([
      expect.objectContaining({
        workspace_id: workspace.id,
        user_id: user.id,
        user_name: user.name,
        entity_type: 'show',
        entity_id: show.id,
        before: null,
        after: { type: 'buyers' },
      }),
    ]);
  });

  it('Other workspaces cannot export a show.', async () => {
    const show = await operator.activeShow([]);
    const stranger = await newCaller(app.url);
    const response = await stranger.call('GET', `/api/shows/${show.id}/export?type=claims`);
    expect(response).toMatchObject(refusal(404, 'NOT_FOUND'));
  });
});
