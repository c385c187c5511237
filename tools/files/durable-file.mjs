// Writes files that must survive a power failure. The text is written to a temporary file, synced, and
// renamed into place, and then the folder is synced. Without the syncs, a journaling file system may keep the
// new name but lose the content, which leaves a 0-byte file.
import {
  closeSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Replaces a file's text. After a crash or a power failure at any moment, the file contains either the old
 * text or the new one. If root replaces the file, the file keeps its owner.
 * @param {string} file
 * @param {string} text
 * @param {{ mode?: number }} [options] `mode` defaults to 0600: readable only by the owner
 */
export function replaceFile(file, text, { mode = 0o600 } = {}) {
  const temporary = `${file}.${process.pid}`;
  const descriptor = openSync(temporary, 'w', mode);
  try {
    writeFileSync(descriptor, text);
    const previous = statSync(file, { throwIfNoEntry: false });
    if (previous !== undefined && process.getuid?.() === 0) {
      fchownSync(descriptor, previous.uid, previous.gid);
    }
    fsyncSync(descriptor);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(descriptor);
  }
  renameSync(temporary, file);
  syncFolder(path.dirname(file));
}

/**
 * Makes renames and new entries in a folder survive a power failure. Windows has no such call and persists
 * them automatically.
 * @param {string} folder
 */
export function syncFolder(folder) {
  if (process.platform === 'win32') return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } catch (error) {
    // Some network and user-space file systems cannot sync a folder.
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EINVAL') throw error;
  } finally {
    closeSync(descriptor);
  }
}
