import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Secrets } from './config';

/**
 * Secrets of local mode: made on first start, kept in the data folder, readable by the owner alone.
 * Written aside and linked into place, so that a crash or a second process never leaves half a file or two truths.
 */
export function localSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  const known = readSecrets(file);
  if (known !== null) return known;
  const draft = `${file}.${process.pid}`;
  const random = (): string => randomBytes(48).toString('base64');
  const made: Secrets = { JWT_SECRET: random(), JWT_REFRESH_SECRET: random(), TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64') };
  writeFileSync(draft, JSON.stringify(made, null, 2), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch {
    // Another process was first: its secrets are the secrets.
  } finally {
    rmSync(draft, { force: true });
  }
  return readSecrets(file) ?? made;
}

function readSecrets(file: string): Secrets | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Secrets;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
