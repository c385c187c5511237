import type { QueryRunner } from 'typeorm';

const IS_USER_SCHEMA = `n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%'`;
/** SQL for an object's kind and name, with its schema if it is not in the current schema. */
const kindAndName = (kind: string, name: string): string =>
  `${kind} || ' ' || CASE WHEN n.nspname = current_schema() THEN '' ELSE n.nspname || '.' END || ${name}`;

/**
 * Reads everything that defines each database object, by kind and name. A constraint's index is part of its
 * table. A foreign key is part of the table that declares it, not the table that it references.
 */
const OBJECTS = `
  SELECT ${kindAndName(`CASE c.relkind WHEN 'S' THEN 'sequence' WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' WHEN 'i' THEN 'index' ELSE 'table' END`, 'c.relname')} AS object,
    concat_ws('|', c.oid, c.relkind, CASE WHEN c.relkind <> 'S' THEN c.relfilenode END, c.relowner, c.relacl, c.reloptions, c.relrowsecurity,
      (SELECT string_agg(concat_ws(',', a.attnum, a.attname, a.atttypid, a.atttypmod, a.attnotnull, a.attisdropped, a.attacl, pg_get_expr(d.adbin, d.adrelid)), ';' ORDER BY a.attnum)
       FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum WHERE a.attrelid = c.oid AND a.attnum > 0),
      (SELECT string_agg(concat_ws(',', k.conname, pg_get_constraintdef(k.oid)), ';' ORDER BY k.conname) FROM pg_constraint k WHERE k.conrelid = c.oid),
      (SELECT string_agg(pg_get_triggerdef(t.oid), ';' ORDER BY t.tgname) FROM pg_trigger t WHERE t.tgrelid = c.oid AND NOT t.tgisinternal),
      (SELECT string_agg(pg_get_ruledef(r.oid), ';' ORDER BY r.rulename) FROM pg_rewrite r WHERE r.ev_class = c.oid)) AS definition
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE ${IS_USER_SCHEMA} AND c.relkind IN ('r', 'p', 'f', 'v', 'm', 'S', 'i', 'I')
    AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = c.oid AND c.relkind IN ('i', 'I'))
  UNION ALL
  SELECT ${kindAndName(`'function'`, 'p.proname')}, string_agg(concat_ws('|', p.oid, p.proowner, p.prosrc, p.proargtypes), ';' ORDER BY p.oid)
  FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE ${IS_USER_SCHEMA} GROUP BY n.nspname, p.proname
  UNION ALL
  SELECT ${kindAndName(`'type'`, 't.typname')}, concat_ws('|', t.oid, t.typowner, (SELECT string_agg(e.enumlabel, ',' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid))
  FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE ${IS_USER_SCHEMA} AND t.typtype IN ('e', 'd')
  UNION ALL
  SELECT 'schema ' || n.nspname, concat_ws('|', n.oid, n.nspowner, n.nspacl) FROM pg_namespace n WHERE ${IS_USER_SCHEMA}
  UNION ALL
  SELECT 'extension of PostgreSQL ' || e.extname, e.extversion FROM pg_extension e`;

/** Reads the database objects and their definitions, in the runner's transaction. */
export async function readObjects(runner: QueryRunner): Promise<Map<string, string>> {
  const rows = (await runner.query(OBJECTS)) as { object: string; definition: string }[];
  return new Map(rows.map(({ object, definition }) => [object, definition]));
}

/**
 * Reads the number of changed rows per table. PostgreSQL may include earlier transactions in the session, so
 * only the difference between two reads in one transaction is meaningful.
 */
export async function readRowChanges(runner: QueryRunner): Promise<Map<string, string>> {
  const rows = (await runner.query(
    `SELECT relname AS name, (n_tup_ins + n_tup_upd + n_tup_del)::text AS changes FROM pg_stat_xact_user_tables WHERE n_tup_ins + n_tup_upd + n_tup_del > 0`,
  )) as { name: string; changes: string }[];
  return new Map(rows.map(({ name, changes }) => [`rows of ${name}`, changes]));
}
