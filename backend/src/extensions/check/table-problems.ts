import type { ExtensionDefinition } from '@sellary/extension-kit';
import { getMetadataArgsStorage } from 'typeorm';
import { foundProblems } from './extension-problems';
import { ownerOfObject, tablePrefix } from './prefixes';
import { repeatedNames } from './repeated-names';

/** Reports entity tables and indexes whose names do not begin with the extension's prefix. */
export function tableProblems(
  { name, entities = [] }: ExtensionDefinition,
  names: readonly string[],
): string[] {
  const { tables, indices } = getMetadataArgsStorage();
  const prefix = tablePrefix(name);
  return entities.flatMap((entity) => {
    const table = tables.find(({ target }) => target === entity);
    if (table === undefined) {
      return [`"${name}" has the entity ${entity.name} without @Entity. Add @Entity('${prefix}…').`];
    }
    const owner = ownerOfObject(table.name ?? '', names);
    return foundProblems(
      owner !== name &&
        `"${name}" has the table "${table.name ?? '(unnamed)'}"${owner === undefined ? '' : `, which belongs to "${owner}"`}. Its table names must begin with ${prefix}.`,
      indices
        .filter((index) => index.target === entity && ownerOfObject(index.name ?? '', names) !== name)
        .map(
          (index) =>
            `"${name}" has the index "${index.name ?? '(unnamed)'}" on ${entity.name}. Its index names must begin with ${prefix}.`,
        ),
    );
  });
}

const IDENTIFIER = /^[a-z_][a-z0-9_]*$/;

/** Reports secret columns in tables that the extension does not own, and invalid column names. */
export function secretColumnProblems(
  { name, secretColumns = [] }: ExtensionDefinition,
  names: readonly string[],
): string[] {
  return secretColumns.flatMap(({ table, column, owner: ownerColumn }) =>
    foundProblems(
      !(IDENTIFIER.test(table) && ownerOfObject(table, names) === name) &&
        `"${name}" has a secret column in the table "${table}". Its table names must begin with ${tablePrefix(name)}.`,
      [column, ownerColumn]
        .filter((columnName) => !IDENTIFIER.test(columnName))
        .map(
          (columnName) =>
            `"${name}" has "${columnName}" in its secret columns. Use a lowercase column name, such as secret.`,
        ),
    ),
  );
}

/** String and template literals in a migration's source. */
const LITERAL = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;
const TABLE = String.raw`(?:only\s+)?(?:"?public"?\s*\.\s*)?"?([a-z_][\w$]*)"?`;
/** Patterns for the start of SQL statements that change a table. The group captures the table name. */
const TABLE_CHANGE_PATTERNS = [
  String.raw`create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?`,
  String.raw`(?:alter|drop)\s+table\s+(?:if\s+exists\s+)?`,
  String.raw`truncate\s+(?:table\s+)?`,
  String.raw`insert\s+into\s+`,
  String.raw`update\s+`,
  String.raw`delete\s+from\s+`,
  String.raw`create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:"?[\w$]+"?\s+)?on\s+`,
].map((start) => new RegExp(`^\\s*${start}${TABLE}`, 'i'));

/** Returns the tables changed by the SQL in a migration's source. */
function changedTables(migration: NewableFunction): string[] {
  const { up, down } = migration.prototype as Record<'up' | 'down', unknown>;
  const source = [up, down].filter((method) => typeof method === 'function').join('\n');
  const statements = (source.match(LITERAL) ?? []).flatMap((literal) => literal.slice(1, -1).split(';'));
  return [
    ...new Set(
      statements.flatMap((sql) => TABLE_CHANGE_PATTERNS.flatMap((change) => change.exec(sql)?.[1] ?? [])),
    ),
  ];
}

/**
 * Reports migrations whose class name has no timestamp, and migrations whose source changes a table that the
 * extension does not own. Changes not visible in the source are found when the migration runs, see
 * `extensionMigrations`.
 */
export function migrationProblems(
  { name, migrations = [] }: ExtensionDefinition,
  names: readonly string[],
): string[] {
  const classNames = migrations.map((migration) => migration.name);
  return [
    ...classNames
      .filter((className) => !/\d$/.test(className))
      .map(
        (className) =>
          `"${name}" has the migration ${className}, whose class name does not end with a timestamp. End it with the time in ms, such as ${className}1796000000000.`,
      ),
    ...repeatedNames(classNames).map(
      (className) => `"${name}" has two migrations named ${className}. Rename one of them.`,
    ),
    ...migrations.flatMap((migration) =>
      changedTables(migration)
        .filter((table) => ownerOfObject(table, names) !== name)
        .map(
          (table) =>
            `"${name}" has the migration ${migration.name}, which changes the table "${table}". A migration may change only tables whose names begin with ${tablePrefix(name)}.`,
        ),
    ),
  ];
}
