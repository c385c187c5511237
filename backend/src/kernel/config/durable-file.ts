import { closeSync, fsyncSync, linkSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Creates a file that only its owner can read and that survives a power failure. The file is written under a
 * temporary name, synced, and linked, and then the folder is synced. Without the syncs, a file system may
 * keep the name but lose the content.
 * @returns false if the file already exists, in which case it is not changed
 */
export function createDurably(file: string, text: string): boolean {
  const temporary = writeTemporaryFile(file, text);
  try {
    linkSync(temporary, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(temporary, { force: true });
  }
  syncFolder(dirname(file));
  return true;
}

/**
 * Replaces a file with the same syncs as `createDurably`. After a crash at any point, the file has either the
 * old or the new content.
 */
export function replaceDurably(file: string, content: string | Buffer): void {
  renameSync(writeTemporaryFile(file, content), file);
  syncFolder(dirname(file));
}

function writeTemporaryFile(file: string, content: string | Buffer): string {
  const temporary = `${file}.${process.pid}`;
  const descriptor = openSync(temporary, 'w', 0o600);
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  return temporary;
}

/** Makes new file names in a folder survive a power failure. Windows does this by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network and user-space file systems cannot sync a folder.
    if ((error as NodeJS.ErrnoException).code !== 'EINVAL') throw error;
  } finally {
    closeSync(descriptor);
  }
}
