import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the whole workspace. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export function inWorkspace(...parts) {
  return path.join(ROOT, ...parts);
}

/** Reads `.env` if there is one; the environment takes precedence. */
export function readEnvironmentFile() {
  const file = inWorkspace('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The product's data folder: DATA_DIR, read from the workspace's folder, else `data`. */
export function dataFolder() {
  return path.resolve(ROOT, process.env['DATA_DIR'] || 'data');
}
