import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { extract as createExtract } from 'tar-stream';
import {
  type BackupHeader,
  BackupError,
  type BackupSums,
  FILES_FOLDER,
  BACKUP_FORMAT,
  HEADER_ENTRY,
  SUMS_ENTRY,
  TABLES_FOLDER,
} from './backup-contents';

type Entry = AsyncIterable<Buffer> & { header: { name: string } };

/** Receives the parts of a backup in their stored order. */
export interface BackupReader {
  header(header: BackupHeader): Promise<void>;
  /** Receives a chunk of one table. A table's chunks arrive consecutively. */
  rows(table: string, chunk: Buffer): Promise<void>;
  /** `name` is relative to the data folder. */
  file(name: string, content: Buffer): void;
  sums(sums: BackupSums): Promise<void>;
}

/**
 * Reads a backup from its first byte to its last.
 * @throws BackupError if the file is not a backup, is damaged, or is truncated
 */
export async function readBackup(input: Readable, reader: Partial<BackupReader>): Promise<void> {
  const extract = createExtract();
  const gunzip = createGunzip();
  const fail = (error: Error): void => void extract.destroy(error);
  input.on('error', fail);
  gunzip.on('error', fail);
  input.pipe(gunzip).pipe(extract);
  let hasHeader = false;
  let isComplete = false;
  try {
    for await (const entry of extract as unknown as AsyncIterable<Entry>) {
      const { name } = entry.header;
      if (!hasHeader && name !== HEADER_ENTRY) break;
      if (name === HEADER_ENTRY) {
        const header = readHeader(await contentOf(entry));
        await reader.header?.(header);
        hasHeader = true;
      } else if (name.startsWith(TABLES_FOLDER)) {
        for await (const chunk of entry) await reader.rows?.(name.slice(TABLES_FOLDER.length), chunk);
      } else if (name.startsWith(FILES_FOLDER)) {
        const content = await contentOf(entry);
        reader.file?.(name.slice(FILES_FOLDER.length), content);
      } else if (name === SUMS_ENTRY) {
        const sums = JSON.parse((await contentOf(entry)).toString('utf8')) as BackupSums;
        await reader.sums?.(sums);
        isComplete = true;
      }
    }
  } catch (error) {
    throw isDamage(error)
      ? new BackupError(`The file is damaged or incomplete (${(error as Error).message}).`)
      : error;
  } finally {
    input.destroy();
  }
  if (!hasHeader) throw new BackupError('The file is not a backup made by "npm run backup".');
  if (!isComplete) throw new BackupError('The file is incomplete: its end is missing.');
}

function readHeader(content: Buffer): BackupHeader {
  const header = JSON.parse(content.toString('utf8')) as BackupHeader;
  if (header.format !== BACKUP_FORMAT) {
    throw new BackupError('The backup was made by a newer release. Install that release to restore it.');
  }
  return header;
}

async function contentOf(entry: Entry): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** True for the errors that zlib, tar-stream, and JSON.parse throw for damaged bytes. */
function isDamage(error: unknown): boolean {
  const { code = '', message = '', name } = error as NodeJS.ErrnoException;
  return name === 'SyntaxError' || /^Z_/.test(code) || /tar header|end of data/i.test(message);
}
