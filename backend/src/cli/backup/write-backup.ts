import { createHash } from 'node:crypto';
import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { constants, createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';
import { pack as createPack, type Pack } from 'tar-stream';
import { syncFolder } from '../../kernel';
import {
  type BackupHeader,
  type BackupSums,
  columnList,
  DATA_FILES,
  FILES_FOLDER,
  fingerprintOf,
  BACKUP_FORMAT,
  HEADER_ENTRY,
  PHOTOS_FOLDER,
  SUMS_ENTRY,
  TABLES_FOLDER,
  type TableShape,
} from './backup-contents';
import { MIGRATIONS_TABLE, tablesInOrder } from './table-order';

/** Names of the subfolders that contain photos. Any other subfolder contains temporary files. */
const PHOTO_SUBFOLDER = /^[0-9a-f]{2}$/;
/** Size of a table part. Each part is buffered in memory, because its tar entry begins with its length. */
const PART_BYTES = 4 * 1024 * 1024;

/**
 * Writes a consistent snapshot of the database, and files from the data folder, as a gzipped tar. All tables
 * are read in one snapshot, without locks that a running product would wait for. Ends `output`.
 * @returns the number of rows per table
 */
export async function writeBackup(
  client: Client,
  dataDir: string,
  output: Writable,
): Promise<Record<string, number>> {
  const pack = createPack();
  // Fast rather than small, because a backup may run during a live show.
  const completion = pipeline(pack, createGzip({ level: constants.Z_BEST_SPEED }), output);
  completion.catch((error: unknown) => pack.destroy(error as Error));
  try {
    return await writeEntries(client, dataDir, pack, completion);
  } catch (error) {
    pack.destroy(error as Error);
    // If the output failed first, its error is the cause.
    await completion;
    throw error;
  }
}

async function writeEntries(
  client: Client,
  dataDir: string,
  pack: Pack,
  completion: Promise<void>,
): Promise<Record<string, number>> {
  await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  const header: BackupHeader = {
    format: BACKUP_FORMAT,
    createdAt: new Date().toISOString(),
    migrations: (
      await client.query<{ name: string }>(`SELECT name FROM "${MIGRATIONS_TABLE}" ORDER BY timestamp`)
    ).rows.map(({ name }) => name),
    tables: await tablesInOrder(client),
    keyFingerprint: fingerprintOf(process.env['TOKEN_ENCRYPTION_KEY']),
  };
  await addEntry(pack, HEADER_ENTRY, Buffer.from(JSON.stringify(header, null, 2)));
  const sums: BackupSums = { rows: {}, digests: {} };
  const copies = new Map<string, CopyToStreamQuery>();
  for (const table of header.tables) copies.set(table.name, await addTable(client, table, pack, sums));
  await client.query('COMMIT');
  // A stream may end before its row count arrives, but no later statement ends before that.
  for (const [name, { rowCount }] of copies) sums.rows[name] = rowCount;
  for (const name of DATA_FILES) {
    const file = join(dataDir, name);
    if (existsSync(file)) await addEntry(pack, `${FILES_FOLDER}${name}`, readFileSync(file));
  }
  await addPhotos(pack, dataDir);
  await addEntry(pack, SUMS_ENTRY, Buffer.from(JSON.stringify(sums, null, 2)));
  pack.finalize();
  await completion;
  return sums.rows;
}

/**
 * Backs up to a file. Writes a temporary file, and renames it when it is complete and on disk, so that a
 * file with the final name is always a usable backup.
 */
export async function saveBackup(
  client: Client,
  dataDir: string,
  file: string,
): Promise<Record<string, number>> {
  const temporary = `${file}.${process.pid}`;
  try {
    const rowCounts = await writeBackup(
      client,
      dataDir,
      createWriteStream(temporary, { mode: 0o600, flags: 'wx' }),
    );
    const descriptor = openSync(temporary, 'r+');
    fsyncSync(descriptor);
    closeSync(descriptor);
    renameSync(temporary, file);
    syncFolder(dirname(file));
    return rowCounts;
  } finally {
    rmSync(temporary, { force: true });
  }
}

/** Adds a table's rows. @returns its stream, whose row count is complete after the next statement */
async function addTable(
  client: Client,
  table: TableShape,
  pack: Pack,
  sums: BackupSums,
): Promise<CopyToStreamQuery> {
  const copy = client.query(copyTo(`COPY ${columnList(table)} TO STDOUT`));
  const digest = createHash('sha256');
  let chunks: Buffer[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    await addEntry(pack, `${TABLES_FOLDER}${table.name}`, Buffer.concat(chunks));
    chunks = [];
    bytes = 0;
  };
  for await (const chunk of copy as AsyncIterable<Buffer>) {
    digest.update(chunk);
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes >= PART_BYTES) await flush();
  }
  if (bytes > 0) await flush();
  sums.digests[table.name] = digest.digest('hex');
  return copy;
}

/** Adds the photos in the data folder. Photos in a bucket are backed up with the bucket. */
async function addPhotos(pack: Pack, dataDir: string): Promise<void> {
  const folder = join(dataDir, PHOTOS_FOLDER);
  if (!existsSync(folder)) return;
  for (const subfolder of readdirSync(folder).filter((name) => PHOTO_SUBFOLDER.test(name))) {
    for (const name of readdirSync(join(folder, subfolder))) {
      const content = await readFile(join(folder, subfolder, name)).catch(() => null);
      const entryName = `${FILES_FOLDER}${PHOTOS_FOLDER}${subfolder}/${name}`;
      // A running product may have just deleted the photo.
      if (content !== null) await addEntry(pack, entryName, content);
    }
  }
}

/**
 * Resolves when the entry has been passed on, so that a slow disk slows down reading instead of filling
 * memory.
 */
function addEntry(pack: Pack, name: string, content: Buffer): Promise<void> {
  return new Promise((resolve, reject) => {
    pack.entry({ name, mode: 0o600 }, content, (error) => (error ? reject(error) : resolve()));
  });
}
