import {
  copyFileSync,
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../kernel';
import { ENTITIES, MIGRATIONS } from '../../persistence';
import {
  createDatabase,
  dropDatabase,
  newCaller,
  replayDifferences,
  startTestApp,
  useCaller,
  useTestApp,
} from '../../../test';
import { migrateRestored, restoreBackup, type RestoreResult, dataSourceToRestore } from './restore-backup';
import { restorePhotos } from './restore-photos';
import { writeBackup } from './write-backup';

/** The message that ends a copied table's rows, and the first byte of the next message, the row count. */
const END_OF_ROWS = Buffer.from([0x63, 0, 0, 0, 4, 0x43]);

/** Passes on what a database sends, and pauses before it sends each copied table's row count. */
async function* pauseAfterRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    const end = chunk.indexOf(END_OF_ROWS);
    if (end < 0) {
      yield chunk;
      continue;
    }
    yield chunk.subarray(0, end + 5);
    await delay(20);
    yield chunk.subarray(end + 5);
  }
}

/** Replaces the first occurrence of `before` in a backup. */
function replaceText(backup: string, before: string, after: string): void {
  const text = gunzipSync(readFileSync(backup)).toString('latin1').replace(before, after);
  writeFileSync(backup, gzipSync(Buffer.from(text, 'latin1')));
}

const PHOTO = `photos/ab/${'ab'.repeat(20)}-large.webp`;

describe('A backup', () => {
  const folder = mkdtempSync(join(tmpdir(), 'sellary-backup-'));
  const dataDir = join(folder, 'data');
  const file = join(folder, 'backup.tar.gz');
  const app = useTestApp();
  const operator = useCaller(app);
  let showId: string;
  let databases: string[] = [];

  beforeAll(async () => {
    mkdirSync(dataDir);
    writeFileSync(join(dataDir, 'secrets.json'), '{"JWT_SECRET":"s"}');
    mkdirSync(join(dataDir, 'photos', 'ab'), { recursive: true });
    writeFileSync(join(dataDir, PHOTO), Buffer.from([0xff, 0x00, 0x80]));
    mkdirSync(join(dataDir, 'photos', 'drafts'));
    writeFileSync(join(dataDir, 'photos', 'drafts', 'half'), 'half');
    showId = (await operator.activeShow([{ itemNumber: '12', totalQuantity: 5 }])).id;
    await backUpWhileSelling();
  });
  afterEach(async () => {
    for (const url of databases) await dropDatabase(url);
    databases = [];
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Returns a comment with characters that need escaping, because a backup stores rows as text. */
  const commentText = (n: number): string => `sold 12 \\N \t"${n}"\n{é,ข,🎉}`;

  /**
   * Adds comments before, during, and after the snapshot, so that an inconsistent snapshot would fail the
   * tests.
   */
  async function backUpWhileSelling(): Promise<void> {
    let isWritten = false;
    let n = 0;
    const say = (): Promise<unknown> => operator.say(showId, `viewer-${n}`, commentText((n += 1)));
    const client = await app.connect();
    while (n < 20) await say();
    const selling = (async () => {
      while (!isWritten || n < 40) await say();
    })();
    await writeBackup(client, dataDir, createWriteStream(file));
    isWritten = true;
    await selling;
  }

  async function createEmptyDatabase(): Promise<string> {
    const url = await createDatabase();
    databases.push(url);
    return url;
  }

  async function restore(url: string, from = file, mayReplace = false): Promise<RestoreResult> {
    const source = await dataSourceToRestore(url).initialize();
    try {
      const result = await restoreBackup(source, createReadStream(from), mayReplace);
      await migrateRestored(source);
      return result;
    } finally {
      await source.destroy();
    }
  }

  async function query<Row>(url: string, sql: string): Promise<Row[]> {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      return (await client.query(sql)).rows as Row[];
    } finally {
      await client.end();
    }
  }

  it('A backup made during a sale is consistent. After a restore, the replay matches and new claims are decided.', async () => {
    const databaseUrl = await createEmptyDatabase();
    const restored = await restore(databaseUrl);
    expect(restored.files.get('secrets.json')?.toString()).toBe('{"JWT_SECRET":"s"}');
    const restoredApp = await startTestApp({ databaseUrl });
    try {
      expect(await replayDifferences(restoredApp, showId)).toEqual([]);
      const comments = await operator.readComments(showId, 'limit=200');
      expect(restored.rows['comments']).toBeGreaterThan(0);
      expect(restored.rows['comments']).toBeLessThanOrEqual(comments.length);
      const [first] = await query<{ text: string }>(
        databaseUrl,
        `SELECT text FROM comments WHERE text LIKE '%"1"%'`,
      );
      expect(first?.text).toBe(commentText(1));
      const newOperator = await newCaller(restoredApp.url);
      const show = await newOperator.activeShow([{ itemNumber: '1' }]);
      expect((await newOperator.say(show.id, 'ann', 'sold 1')).outcome).toBe('winner');
    } finally {
      await restoredApp.close();
    }
  });

  it('A backup records the number of rows of each table, even if the number arrives after the rows.', async () => {
    const { hostname, port } = new URL(app.databaseUrl);
    const proxy = createServer((socket) => {
      const server = connect(Number(port), hostname);
      pipeline(socket, server).catch(() => undefined);
      pipeline(server, pauseAfterRows, socket).catch(() => undefined);
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const proxyUrl = new URL(app.databaseUrl);
    proxyUrl.host = `127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    const client = new Client({ connectionString: proxyUrl.href });
    await client.connect();
    const slowFile = join(folder, 'slow.tar.gz');
    const rows = await writeBackup(client, dataDir, createWriteStream(slowFile));
    await client.end();
    proxy.close();
    expect((await restore(await createEmptyDatabase(), slowFile)).rows['comments']).toBe(rows['comments']);
  });

  it('Photos are restored byte for byte, without temporary files, and can be restored twice.', async () => {
    const target = join(folder, 'restored');
    for (const _ of [1, 2]) expect(await restorePhotos(createReadStream(file), target)).toBe(1);
    expect(readFileSync(join(target, PHOTO))).toEqual(Buffer.from([0xff, 0x00, 0x80]));
    expect(readdirSync(join(target, 'photos'))).toEqual(['ab']);
  });

  it('A restore into a database that contains data is rejected, and the database does not change.', async () => {
    const url = await createEmptyDatabase();
    await restore(url);
    await query(url, `UPDATE workspaces SET name = 'Changed since'`);
    await expect(restore(url)).rejects.toThrow(/already contains data.*--replace/);
    expect(await query(url, 'SELECT name FROM workspaces')).toEqual([{ name: 'Changed since' }]);
  });

  it('A restore replaces existing data on request.', async () => {
    const url = await createEmptyDatabase();
    await restore(url);
    const before = await query(url, 'SELECT name FROM workspaces');
    await query(url, `UPDATE workspaces SET name = 'Changed since'`);
    await restore(url, file, true);
    expect(await query(url, 'SELECT name FROM workspaces')).toEqual(before);
  });

  it.each([
    [
      'was cut off in the middle',
      (copy: string) => truncateSync(copy, Math.floor(readFileSync(copy).length / 2)),
    ],
    [
      'was cut off before its last entry',
      (copy: string) => writeFileSync(copy, gzipSync(gunzipSync(readFileSync(copy)).subarray(0, -3072))),
    ],
    ['has one changed letter in a table row', (copy: string) => replaceText(copy, 'viewer-3', 'viewer-X')],
    ['is not compressed', (copy: string) => writeFileSync(copy, 'not a backup')],
    ['is an empty archive', (copy: string) => writeFileSync(copy, gzipSync(Buffer.alloc(1024)))],
  ])('A backup that %s is rejected with a reason, and the database does not change.', async (_, damage) => {
    const copy = join(folder, 'damaged.tar.gz');
    copyFileSync(file, copy);
    damage(copy);
    const url = await createEmptyDatabase();
    await restore(url);
    const before = await query(url, 'SELECT count(*) FROM show_events');
    await expect(restore(url, copy, true)).rejects.toThrow(
      /^The file (is damaged|is incomplete|is not a backup)/,
    );
    expect(await query(url, 'SELECT count(*) FROM show_events')).toEqual(before);
  });

  it('A restore is rejected while a server is using the database.', async () => {
    const databaseUrl = await createEmptyDatabase();
    const server = await startTestApp({ databaseUrl });
    try {
      await expect(restore(databaseUrl)).rejects.toThrow(/in use by sellary.*Stop the product first/);
    } finally {
      await server.close();
    }
  });

  it('A backup from a newer release is rejected, and the error names the unknown migration.', async () => {
    const copy = join(folder, 'newer.tar.gz');
    copyFileSync(file, copy);
    replaceText(copy, 'InitialSchema1795396316906', 'InitialSchema9995396316906');
    const url = await createEmptyDatabase();
    await expect(restore(url, copy)).rejects.toThrow(
      /made by a newer release \(InitialSchema9995396316906\)/,
    );
  });

  it('A backup from an older release is migrated after the restore.', async () => {
    const older = await createEmptyDatabase();
    const options = dataSourceOptions(older, ENTITIES, MIGRATIONS.slice(0, 3));
    const source = await new DataSource(options).initialize();
    await source.runMigrations();
    await source.destroy();
    const client = new Client({ connectionString: older });
    await client.connect();
    const copy = join(folder, 'older.tar.gz');
    await writeBackup(client, dataDir, createWriteStream(copy));
    await client.end();
    const url = await createEmptyDatabase();
    await restore(url, copy);
    expect(await query(url, 'SELECT name FROM migrations ORDER BY timestamp')).toHaveLength(
      MIGRATIONS.length,
    );
  });
});
