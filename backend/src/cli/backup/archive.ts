import { createHash } from 'node:crypto';

/** Version of the format. Increased when a release can no longer read backups of the release before it. */
export const BACKUP_FORMAT = 1;
export const HEADER_ENTRY = 'backup.json';
export const SUMS_ENTRY = 'sums.json';
export const TABLES_FOLDER = 'tables/';
export const FILES_FOLDER = 'files/';

/**
 * Files of the data folder that a backup contains, if they exist. They are as irreplaceable as the database.
 */
export const DATA_FILES = ['secrets.json', 'rehearsal/platform.json'];

/**
 * Folder of the photos in the data folder. Photos are read one by one, because together they may not fit into
 * memory.
 */
export const PHOTOS_FOLDER = 'photos/';

/** First entry of the archive: what a restore must know before it reads the first row. */
export interface BackupHeader {
  format: number;
  createdAt: string;
  /** Names of the migrations that have run, oldest first. */
  migrations: string[];
  /** Tables in an order in which each row follows the rows that it refers to. */
  tables: TableShape[];
  /**
   * Fingerprint of TOKEN_ENCRYPTION_KEY, which does not reveal the key; null if it was not set in the
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

/** @returns null without a key */
export function fingerprintOf(key: string | undefined): string | null {
  if (!key) return null;
  return createHash('sha256').update(`sellary backup key fingerprint\n${key}`).digest('hex').slice(0, 16);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ name, columns }: TableShape): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
