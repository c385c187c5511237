import { statfsSync } from 'node:fs';

export const MEGABYTE = 1024 * 1024;

/**
 * Bytes that this user may still write on the disk of a folder.
 * @param {string} folder
 */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
