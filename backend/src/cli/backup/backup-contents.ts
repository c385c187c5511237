import { createHash } from 'node:crypto';

/** Format version, increased when a release can no longer read the previous release's backups. */
export const BACKUP_FORMAT = 1;
export const HEADER_ENTRY = 'backup.json';
export const SUMS_ENTRY = 'sums.json';
export const TABLES_FOLDER = 'tables/';
export const FILES_FOLDER = 'files/';

/**
 * Files that a backup includes from the data folder, if they exist. They are as irreplaceable as the
 * database.
 */
export const DATA_FILES = ['secrets.json', 'rehearsal/platform.json'];

/**
 * Photo folder within the data folder. Photos are read one at a time, because together they may not fit into
 * memory.
 */
export const PHOTOS_FOLDER = 'photos/';

/** First entry of the archive, with everything a restore must know before it reads the first row. */
export interface BackupHeader {
  format: number;
  createdAt: string;
  /** Names of the migrations that have run, oldest first. */
  migrations: string[];
  /** Tables, each listed after the tables that it refers to. */
  tables: TableShape[];
  /**
   * Fingerprint of TOKEN_ENCRYPTION_KEY that does not reveal the key, or null if the key was not set in the
   * environment.
   */
  keyFingerprint: string | null;
}

export interface TableShape {
  name: string;
  columns: string[];
}

/** Last entry of the archive. A file without it is truncated. */
export interface BackupSums {
  rows: Record<string, number>;
  /** SHA-256 of each table's rows in COPY text format, in hex. */
  digests: Record<string, string>;
}

/** A backup that cannot be created or used. The message is for the user who runs the command. */
export class BackupError extends Error {}

/** @returns null if there is no key */
export function fingerprintOf(key: string | undefined): string | null {
  if (!key) return null;
  return createHash('sha256').update(`sellary backup key fingerprint\n${key}`).digest('hex').slice(0, 16);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ name, columns }: TableShape): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
