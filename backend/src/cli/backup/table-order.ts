import type { ClientBase } from 'pg';
import { BackupError, type TableShape } from './backup-contents';

/** Table in which TypeORM records migrations. A restore fills it separately. */
export const MIGRATIONS_TABLE = 'migrations';

/**
 * Returns every table in the `public` schema except the migrations table, each after the tables that it
 * refers to.
 */
export async function tablesInOrder(client: ClientBase): Promise<TableShape[]> {
  const { rows: tables } = await client.query<TableShape & { refersTo: string[] }>(
    `SELECT c.relname AS name,
            (SELECT array_agg(a.attname::text ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
            ARRAY(SELECT DISTINCT f.relname::text FROM pg_constraint k JOIN pg_class f ON f.oid = k.confrelid
              WHERE k.conrelid = c.oid AND k.contype = 'f' AND f.oid <> c.oid) AS "refersTo"
       FROM pg_class c
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> $1
      ORDER BY c.relname`,
    [MIGRATIONS_TABLE],
  );
  const ordered: TableShape[] = [];
  const names = new Set<string>();
  while (ordered.length < tables.length) {
    const next = tables.find(
      ({ name, refersTo }) => !names.has(name) && refersTo.every((target) => names.has(target)),
    );
    if (next === undefined) {
      throw new BackupError(
        'The tables refer to each other in a cycle, so this release cannot back them up.',
      );
    }
    ordered.push({ name: next.name, columns: next.columns });
    names.add(next.name);
  }
  return ordered;
}
