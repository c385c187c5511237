import { statfsSync } from 'node:fs';

export const MEGABYTE = 1024 * 1024;

/**
 * Bytes that this user can still write to a folder's disk.
 * @param {string} folder
 */
export function freeBytes(folder) {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
