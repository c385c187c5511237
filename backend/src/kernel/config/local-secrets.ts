import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ConfigError } from './config';
import { createDurably, syncFolder } from './durable-file';
import type { Secrets } from './env-reader';

/**
 * Returns the local mode secrets, which are generated on the first start and stored in the data folder,
 * readable only by the owner. The file is created atomically, so that a crash or a second process never
 * leaves half a file or two sets of secrets.
 * @throws ConfigError if the file is damaged. New secrets would end every session and make stored platform
 * tokens unreadable, so only the user may decide to create them.
 */
export function localSecrets(dataDir: string): Secrets {
  const file = join(dataDir, 'secrets.json');
  mkdirSync(dataDir, { recursive: true });
  syncFolder(dirname(dataDir));
  const existing = readSecrets(file);
  if (existing !== null) return existing;
  const random = (): string => randomBytes(48).toString('base64');
  const generated: Secrets = {
    JWT_SECRET: random(),
    JWT_REFRESH_SECRET: random(),
    TOKEN_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  };
  // If another process was first, its secrets are used.
  return createDurably(file, JSON.stringify(generated, null, 2))
    ? generated
    : (readSecrets(file) ?? generated);
}

function readSecrets(file: string): Secrets | null {
  try {
    const value = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets> | null;
    const { JWT_SECRET, JWT_REFRESH_SECRET, TOKEN_ENCRYPTION_KEY } = value ?? {};
    if (JWT_SECRET && JWT_REFRESH_SECRET && TOKEN_ENCRYPTION_KEY) {
      return { JWT_SECRET, JWT_REFRESH_SECRET, TOKEN_ENCRYPTION_KEY };
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw new ConfigError([
    `${file} is damaged, perhaps by a power failure. No claims are lost, because they are in the database.\n` +
      '    Restore the file from a backup (npm run restore -- --secrets-only FILE), or delete it and start again.\n' +
      '    After you delete it, everyone must sign in again, and connected accounts must be reconnected.',
  ]);
}
