import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root folder of the clone. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** @param {string[]} parts */
export function inWorkspace(...parts) {
  return path.join(ROOT, ...parts);
}

/** Reads `.env` if there is one; variables that are already set take precedence. */
export function readEnvironmentFile() {
  const file = inWorkspace('.env');
  if (existsSync(file)) process.loadEnvFile(file);
}

/** The product's data folder: DATA_DIR, relative to the clone, or `data`. */
export function dataFolder() {
  return path.resolve(ROOT, process.env['DATA_DIR'] || 'data');
}
