import { createHash } from 'node:crypto';

/** Raised when a release can no longer read the backups of the one before. */
export const FORMAT = 1;
export const HEADER = 'backup.json';
export const SUMS = 'sums.json';
export const TABLES = 'tables/';
export const FILES = 'files/';

/** Files of the data folder that a backup holds, if they exist: they are as irreplaceable as the database. */
export const DATA_FILES = ['secrets.json', 'rehearsal/platform.json'];

/** Folder of the data folder with photos: read one by one, because together they may not fit into memory. */
export const PHOTO_FILES = 'photos/';

/** First entry of the archive: what a restore must know before it reads the first row. */
export interface BackupHeader {
  format: number;
  createdAt: string;
  /** Names of the migrations that had run, oldest first. */
  migrations: string[];
  /** Tables in an order in which a row comes after the rows it refers to. */
  tables: TableShape[];
  /** Recognizes TOKEN_ENCRYPTION_KEY without giving it away; null if it was not set in the environment. */
  keyFingerprint: string | null;
}

export interface TableShape {
  name: string;
  columns: string[];
}

/** Last entry of the archive: without it, the file was cut off. */
export interface BackupSums {
  rows: Record<string, number>;
  /** SHA-256 of each table's rows in COPY text format, in hex. */
  digests: Record<string, string>;
}

/** A backup that cannot be made or used, in words for the user who runs the command. */
export class BackupError extends Error {}

/** @returns null without a key */
export function fingerprintOf(key: string | undefined): string | null {
  if (!key) return null;
  return createHash('sha256').update(`sellary backup key fingerprint\n${key}`).digest('hex').slice(0, 16);
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

export const columnList = ({ name, columns }: TableShape): string =>
  `${quoted(name)} (${columns.map(quoted).join(', ')})`;
