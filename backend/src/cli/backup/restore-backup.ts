import { createHash, type Hash } from 'node:crypto';
import type { Readable, Writable } from 'node:stream';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import type { PostgresDataSourceOptions } from 'typeorm/driver/postgres/PostgresDataSourceOptions';
import type { ExtensionDefinition } from '@sellary/extension-kit';
import {
  extensionOfMigration,
  extensionMigrations,
  ownerOfObject,
  uncheckedMigrations,
  RUNS_SCHEMA,
} from '../../extensions';
import { dataSourceOptions, migrate, TAKE_MIGRATION_LOCK } from '../../kernel';
import { ENTITIES, MIGRATIONS } from '../../persistence';
import {
  type BackupHeader,
  BackupError,
  type BackupSums,
  columnList,
  PHOTOS_FOLDER,
  quoted,
} from './backup-contents';
import { type BackupReader, readBackup } from './read-backup';
import { MIGRATIONS_TABLE, tablesInOrder } from './table-order';

export interface RestoreResult {
  header: BackupHeader;
  rows: Record<string, number>;
  /** All files except photos, by name relative to the data folder. The caller writes them. */
  files: Map<string, Buffer>;
}

/**
 * Returns the data source to restore into, not yet connected. Pipelining is off, because COPY needs the
 * connection to itself.
 */
export function dataSourceToRestore(
  url: string,
  extensions: readonly ExtensionDefinition[] = [],
): DataSource {
  const migrations = [...MIGRATIONS, ...uncheckedMigrations(extensions)];
  const options = dataSourceOptions(url, ENTITIES, migrations, { poolSize: 1 });
  return new DataSource({ ...options, extra: { ...(options.extra as object), pipeline: false } });
}

/**
 * Fills the database from a backup in one transaction. Afterward, the database contains either exactly the
 * backup or exactly its earlier content. Migrations missing from the backup are not run here, see
 * `migrateRestored`.
 * @param source a connected `dataSourceToRestore`
 * @param mayReplace whether existing rows may be dropped
 * @param beforeCommit called just before the commit. If the commit fails, it may still have taken effect.
 * @throws BackupError if the backup is damaged or newer than this release, or if the database is in use or
 * contains rows while `mayReplace` is false
 */
export async function restoreBackup(
  source: DataSource,
  input: Readable,
  mayReplace: boolean,
  beforeCommit: () => void = () => undefined,
): Promise<RestoreResult> {
  const runner = source.createQueryRunner();
  const client = (await runner.connect()) as Client;
  const restore = new Restore(runner, client, mayReplace);
  try {
    await client.query('SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0');
    await client.query(`BEGIN; ${TAKE_MIGRATION_LOCK}`);
    await readBackup(input, restore);
    beforeCommit();
    await client.query('COMMIT');
  } catch (error) {
    await restore.abort();
    throw error;
  } finally {
    await runner.release();
  }
  return restore.result();
}

/** Runs the migrations missing from the restored backup. */
export async function migrateRestored(
  source: DataSource,
  extensions: readonly ExtensionDefinition[] = [],
): Promise<void> {
  await migrate((source.options as PostgresDataSourceOptions).url ?? '', ENTITIES, [
    ...MIGRATIONS,
    ...extensionMigrations(extensions),
  ]);
}

class Restore implements BackupReader {
  private readonly files = new Map<string, Buffer>();
  private readonly rowCounts: Record<string, number> = {};
  private readonly digests: Record<string, string> = {};
  private backup: BackupHeader | null = null;
  private current: {
    table: string;
    copy: Writable & { rowCount: number };
    done: Promise<void>;
    digest: Hash;
  } | null = null;

  constructor(
    private readonly runner: QueryRunner,
    private readonly client: Client,
    private readonly mayReplace: boolean,
  ) {}

  async header(header: BackupHeader): Promise<void> {
    this.backup = header;
    const migrations = this.runner.connection.migrations;
    // In the order of a normal start.
    const included = migrations
      .filter((migration) => header.migrations.includes(nameOf(migration)))
      .sort((a, b) => timestampOf(a) - timestampOf(b));
    const unknownMigrations = header.migrations.filter(
      (name) => !migrations.some((migration) => nameOf(migration) === name),
    );
    const extensions = [...new Set(unknownMigrations.flatMap((name) => extensionOfMigration(name) ?? []))];
    if (extensions.length > 0) {
      throw new BackupError(
        `The backup contains tables from extensions that are not loaded, or from newer extension versions. Set EXTENSIONS so that it includes ${extensions.join(', ')}.`,
      );
    }
    if (unknownMigrations.length > 0) {
      throw new BackupError(
        `The backup was made by a newer release (${unknownMigrations.join(', ')}). Install that release to restore it.`,
      );
    }
    await this.assertNotInUse();
    await this.assertEmpty();
    // The outgoing jobs' runs refer to the replaced rows. The next start adds new runs.
    await this.client.query(
      `DROP SCHEMA IF EXISTS ${RUNS_SCHEMA} CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public`,
    );
    await this.client.query(
      `CREATE TABLE ${quoted(MIGRATIONS_TABLE)} (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name character varying NOT NULL)`,
    );
    for (const migration of included) {
      await migration.up(this.runner);
      await this.client.query(`INSERT INTO ${quoted(MIGRATIONS_TABLE)} ("timestamp", name) VALUES ($1, $2)`, [
        timestampOf(migration),
        nameOf(migration),
      ]);
    }
    // An extension's migrations may have added rows, which the backup contains too.
    const extensionNames = included.flatMap((migration) => extensionOfMigration(nameOf(migration)) ?? []);
    for (const { name } of [...header.tables].reverse()) {
      if (ownerOfObject(name, extensionNames) !== undefined) {
        await this.client.query(`DELETE FROM ${quoted(name)}`);
      }
    }
  }

  async rows(table: string, chunk: Buffer): Promise<void> {
    if (this.current?.table !== table) {
      await this.endTable();
      this.current = this.beginTable(table);
    }
    const { copy, digest, done } = this.current;
    digest.update(chunk);
    if (!copy.write(chunk)) await Promise.race([once(copy, 'drain'), done]);
  }

  file(name: string, content: Buffer): void {
    if (!name.startsWith(PHOTOS_FOLDER)) this.files.set(name, content);
  }

  async sums(sums: BackupSums): Promise<void> {
    await this.endTable();
    for (const { name } of this.backup?.tables ?? []) {
      const rows = this.rowCounts[name] ?? 0;
      const isEqual = rows === sums.rows[name] && (rows === 0 || this.digests[name] === sums.digests[name]);
      if (!isEqual) {
        throw new BackupError(
          `The file is damaged: table ${name} does not match its recorded row count or checksum. Nothing was changed.`,
        );
      }
    }
    await this.continueSequences();
  }

  async abort(): Promise<void> {
    this.current?.copy.destroy();
    await this.current?.done.catch(() => undefined);
    await this.client.query('ROLLBACK').catch(() => undefined);
  }

  result(): RestoreResult {
    return { header: this.backup as BackupHeader, rows: this.rowCounts, files: this.files };
  }

  private beginTable(table: string): NonNullable<Restore['current']> {
    const shape = this.backup?.tables.find(({ name }) => name === table);
    if (shape === undefined) {
      throw new BackupError(`The file is damaged: it does not describe table ${table}.`);
    }
    const copy = this.client.query(copyFrom(`COPY ${columnList(shape)} FROM STDIN`));
    const done = finished(copy);
    done.catch(() => undefined);
    return { table, copy, done, digest: createHash('sha256') };
  }

  private async endTable(): Promise<void> {
    if (this.current === null) return;
    const { table, copy, done, digest } = this.current;
    copy.end();
    await done;
    this.rowCounts[table] = copy.rowCount;
    this.digests[table] = digest.digest('hex');
    this.current = null;
  }

  /** Makes sequences continue after the restored numbers. */
  private async continueSequences(): Promise<void> {
    const { rows } = await this.client.query<{ table: string; column: string; sequence: string }>(
      `SELECT * FROM (
         SELECT c.relname AS "table", a.attname AS "column", pg_get_serial_sequence(format('public.%I', c.relname), a.attname) AS sequence
           FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
          WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1) s
        WHERE sequence IS NOT NULL`,
      [MIGRATIONS_TABLE],
    );
    for (const { table, column, sequence } of rows) {
      await this.client.query(
        `SELECT setval($1::regclass, (SELECT coalesce(max(${quoted(column)}), 0) + 1 FROM ${quoted(table)}), false)`,
        [sequence],
      );
    }
  }

  /**
   * Throws if other programs are connected, because they would write to tables that are about to be dropped.
   */
  private async assertNotInUse(): Promise<void> {
    const { rows } = await this.client.query<{ name: string }>(
      `SELECT DISTINCT coalesce(nullif(application_name, ''), 'an unnamed program') AS name FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
    );
    if (rows.length > 0) {
      throw new BackupError(
        `The database is in use by ${rows.map(({ name }) => name).join(', ')}. Stop the product first. Nothing was changed.`,
      );
    }
  }

  private async assertEmpty(): Promise<void> {
    if (this.mayReplace) return;
    for (const { name } of await tablesInOrder(this.client)) {
      const { rows } = await this.client.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
      if (rows.length > 0) {
        throw new BackupError(
          'The database already contains data. Nothing was changed. To delete that data and restore the backup, add --replace.',
        );
      }
    }
  }
}

const nameOf = (migration: MigrationInterface): string => migration.name ?? migration.constructor.name;
const timestampOf = (migration: MigrationInterface): number => Number(nameOf(migration).slice(-13));
