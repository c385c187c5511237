import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type PhotoStore, PhotoStoreError } from './photo-store';

/** An older temporary file was left behind by a killed process. */
const MAX_TEMPORARY_AGE_MS = 3_600_000;
const TEMPORARY_FOLDER = 'drafts';

/**
 * Photos in the data folder. Subfolders named after the first two characters of the file names keep each
 * folder small.
 */
export class FolderPhotos implements PhotoStore {
  private isPrepared = false;

  constructor(private readonly folder: string) {}

  async put(name: string, content: Buffer): Promise<void> {
    try {
      await this.prepareTemporaryFolder();
      const temporary = join(this.folder, TEMPORARY_FOLDER, randomUUID());
      try {
        await writeFile(temporary, content, { flag: 'wx', mode: 0o600, flush: true });
        await mkdir(this.folderOf(name), { recursive: true });
        await rename(temporary, join(this.folderOf(name), name));
      } finally {
        await rm(temporary, { force: true });
      }
      await syncFolder(this.folderOf(name));
      await syncFolder(this.folder);
    } catch (error) {
      throw new PhotoStoreError(`The data folder cannot store photos (${codeOf(error)}).`, { cause: error });
    }
  }

  async get(name: string): Promise<Buffer | null> {
    try {
      return await readFile(join(this.folderOf(name), name));
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      throw new PhotoStoreError(`The data folder cannot be read (${codeOf(error)}).`, { cause: error });
    }
  }

  async delete(name: string): Promise<void> {
    try {
      await rm(join(this.folderOf(name), name), { force: true });
    } catch (error) {
      throw new PhotoStoreError(`A photo cannot be deleted (${codeOf(error)}).`, { cause: error });
    }
  }

  private folderOf(name: string): string {
    return join(this.folder, name.slice(0, 2));
  }

  /**
   * Creates the folder and removes old files from it. Once is enough because only killed processes leave
   * files behind.
   */
  private async prepareTemporaryFolder(): Promise<void> {
    if (this.isPrepared) return;
    const folder = join(this.folder, TEMPORARY_FOLDER);
    await mkdir(folder, { recursive: true });
    for (const temporary of await readdir(folder)) {
      const file = join(folder, temporary);
      const age = await stat(file).then(
        ({ mtimeMs }) => Date.now() - mtimeMs,
        () => 0,
      );
      if (age > MAX_TEMPORARY_AGE_MS) await rm(file, { force: true });
    }
    this.isPrepared = true;
  }
}

/** Makes new file names survive a power failure. Windows does this on its own, and cannot sync a folder. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    // Some network and user-space file systems cannot sync a folder.
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
