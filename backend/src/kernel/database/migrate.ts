import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source';

/** Maximum wait for another process that is running migrations, in ms. After that, it counts as stuck. */
const MAX_MIGRATION_WAIT_MS = 60_000;

/** Returns the names of migrations that have not run on the database. Writes nothing. */
export async function pendingMigrations(source: DataSource): Promise<string[]> {
  const [table] = await source.query<{ exists: boolean }[]>(
    "SELECT to_regclass('migrations') IS NOT NULL AS exists",
  );
  const rows =
    table?.exists === true ? await source.query<{ name: string }[]>('SELECT name FROM migrations') : [];
  const done = new Set(rows.map((row) => row.name));
  return source.migrations
    .map((migration) => migration.name ?? migration.constructor.name)
    .filter((name) => !done.has(name));
}

/**
 * Waits, in a transaction, until no other process is changing the schema, and prevents others from changing
 * it until the transaction ends.
 */
export const TAKE_MIGRATION_LOCK = `SET LOCAL lock_timeout = ${MAX_MIGRATION_WAIT_MS}; SELECT pg_advisory_xact_lock(hashtextextended('sellary migrations', 0))`;

/**
 * Runs pending migrations, one process at a time. Other processes wait and then find nothing to do. The lock
 * belongs to a transaction, so that it also works behind a pooler and ends with this process.
 * @returns the names of the migrations that were run.
 * @throws Error if another process does not finish within a minute
 */
export async function migrate(
  url: string,
  entities: NewableFunction[],
  migrations: NewableFunction[],
): Promise<string[]> {
  const lock = new Client({ connectionString: url, application_name: 'sellary-migrations', keepAlive: true });
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query(`BEGIN; SET LOCAL idle_in_transaction_session_timeout = 0; ${TAKE_MIGRATION_LOCK}`);
    const source = await createDataSource(url, entities, migrations).initialize();
    try {
      return (await source.runMigrations()).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    await lock.end();
  }
}
