import { get, type IncomingMessage } from 'node:http';
import type { Client } from 'pg';
import { eventually, newCaller, useCaller, useTestApp } from '../../../test';

// Filling a database with a hundred thousand claims and reading them all takes a long time on a busy machine.
jest.setTimeout(120_000);

describe('An export of a hundred thousand claims', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;
  let showId: string;

  beforeAll(async () => {
    database = await app.connect();
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    showId = show.id;
    const workspaceId = operator.session.workspace.id;
    await database.query(
      `INSERT INTO buyers (id, workspace_id, platform, platform_user_id, handle, display_name, created_at, updated_at)
       SELECT gen_random_uuid(), $1, 'rehearsal', 'big-' || n, repeat('x', 200) || n, 'x', now(), now() FROM generate_series(1, 100000) n`,
      [workspaceId],
    );
    await database.query(
      `INSERT INTO claims (id, show_id, item_id, item_key, buyer_id, status, place, why, claimed_at, received_at, created_at, updated_at)
       SELECT gen_random_uuid(), $1, $2, '1', b.id, 'waitlist', row_number() OVER (), '{}', now(), now(), now(), now()
       FROM buyers b WHERE b.workspace_id = $3 AND b.platform_user_id LIKE 'big-%'`,
      [showId, show.items[0]?.id, workspaceId],
    );
  });

  const startExport = (caller = operator, exportedId = showId): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: `Bearer ${caller.session.accessToken}` };
      get(`${app.url}/api/shows/${exportedId}/export?type=claims`, { headers }, resolve).on('error', reject);
    });

  /** Counts the product's open transactions. Each is an export being written. */
  const countOpenExports = async (): Promise<number> => {
    const { rows } = await database.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sellary' AND xact_start IS NOT NULL`,
    );
    return rows[0]?.n ?? 0;
  };

  /** Reads just fast enough that the server does not abort the download. */
  const readSlowly = (response: IncomingMessage): IncomingMessage => {
    const timer = setInterval(() => response.read(), 1_000);
    return response.pause().on('close', () => clearInterval(timer));
  };

  it('An export of a hundred thousand claims is complete.', async () => {
    const response = await startExport();
    let [lines, tail] = [0, ''];
    for await (const chunk of response.setEncoding('utf8')) {
      const text = chunk as string;
      lines += text.split('\n').length - 1;
      tail = (tail + text).slice(-1_000);
    }
    expect(lines).toBe(100_001);
    expect(tail.endsWith('\r\n')).toBe(true);
  });

  it('A client that does not read its export does not tie up a database connection.', async () => {
    const response = await startExport();
    response.pause();
    expect(response.statusCode).toBe(200);
    await eventually(countOpenExports, (count) => count === 0);
    response.destroy();
  });

  it('An export ends when the client disconnects while the file is being written.', async () => {
    const request = get(`${app.url}/api/shows/${showId}/export?type=claims&format=xlsx`, {
      headers: { authorization: `Bearer ${operator.session.accessToken}` },
    }).on('error', () => undefined);
    await eventually(countOpenExports, (count) => count === 1);
    request.destroy();
    await eventually(countOpenExports, (count) => count === 0);
  });

  it('A user can run two exports at a time. Any more wait or are rejected. Other workspaces are not affected.', async () => {
    const stranger = await newCaller(app.url);
    const theirShow = await stranger.activeShow([{ itemNumber: '1' }]);
    await stranger.say(theirShow.id, 'ann', 'sold 1');
    const readers = await Promise.all([startExport().then(readSlowly), startExport().then(readSlowly)]);
    const moreExports = Array.from({ length: 5 }, () => startExport());
    const earliest = await Promise.race(moreExports);
    expect(earliest.statusCode).toBe(429);
    expect(Number(earliest.headers['retry-after'])).toBeGreaterThan(0);
    const theirExport = await startExport(stranger, theirShow.id);
    expect(theirExport.statusCode).toBe(200);
    theirExport.destroy();
    for (const reader of readers) reader.destroy();
    for (const response of await Promise.all(moreExports)) response.destroy();
    const nextStatus = async (): Promise<number | undefined> => {
      const response = await startExport();
      response.destroy();
      return response.statusCode;
    };
    await eventually(nextStatus, (status) => status === 200);
    await eventually(countOpenExports, (count) => count === 0);
  });
});
