import type { ExtensionDefinition } from '@sellary/extension-kit';
import { getMetadataArgsStorage } from 'typeorm';
import { ownerOfTable, tablePrefix } from './prefixes';

/** Tables and indexes of entities outside the prefix of their extension. */
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
    const owner = ownerOfTable(table.name ?? '', names);
    return [
      ...(owner === name
        ? []
        : [
            `"${name}" has the table "${table.name ?? 'without a name'}"${owner === undefined ? '' : `, which belongs to "${owner}"`}. Its tables must begin with ${prefix}.`,
          ]),
      ...indices
        .filter((index) => index.target === entity && ownerOfTable(index.name ?? '', names) !== name)
        .map(
          (index) =>
            `"${name}" has the index "${index.name ?? 'without a name'}" of ${entity.name}. Its indexes must have names that begin with ${prefix}.`,
        ),
    ];
  });
}

const COLUMN = /^[a-z_][a-z0-9_]*$/;

/** Columns of secrets in tables of another owner, and names that are not columns. */
export function secretColumnProblems(
  { name, secretColumns = [] }: ExtensionDefinition,
  names: readonly string[],
): string[] {
  return secretColumns.flatMap(({ table, column, owner }) => [
    ...(COLUMN.test(table) && ownerOfTable(table, names) === name
      ? []
      : [
          `"${name}" has a secret column of the table "${table}". Its tables must begin with ${tablePrefix(name)}.`,
        ]),
    ...[column, owner]
      .filter((columnName) => !COLUMN.test(columnName))
      .map(
        (columnName) =>
          `"${name}" has "${columnName}" in its secret columns. Use the name of a column in lowercase, such as secret.`,
      ),
  ]);
}

/** Strings and templates of a program. */
const LITERAL = /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`/g;
const TABLE = String.raw`(?:only\s+)?(?:"?public"?\s*\.\s*)?"?([a-z_][\w$]*)"?`;
/** Statements that change a table, with its name. */
const CHANGES = [
  String.raw`create\s+(?:unlogged\s+)?table\s+(?:if\s+not\s+exists\s+)?`,
  String.raw`(?:alter|drop)\s+table\s+(?:if\s+exists\s+)?`,
  String.raw`truncate\s+(?:table\s+)?`,
  String.raw`insert\s+into\s+`,
  String.raw`update\s+`,
  String.raw`delete\s+from\s+`,
  String.raw`create\s+(?:unique\s+)?index\s+(?:concurrently\s+)?(?:if\s+not\s+exists\s+)?(?:"?[\w$]+"?\s+)?on\s+`,
].map((start) => new RegExp(`^\\s*${start}${TABLE}`, 'i'));

/** Tables that the texts of a migration change, as far as they can be read from its source. */
function changedTables(migration: NewableFunction): string[] {
  const { up, down } = migration.prototype as Record<'up' | 'down', unknown>;
  const source = [up, down].filter((method) => typeof method === 'function').join('\n');
  const statements = (source.match(LITERAL) ?? []).flatMap((literal) => literal.slice(1, -1).split(';'));
  return [...new Set(statements.flatMap((sql) => CHANGES.flatMap((change) => change.exec(sql)?.[1] ?? [])))];
}

/**
 * Migrations without an order, and those whose source names a table of another owner. What a source does not
 * show is found when the migration runs, see `ownMigrations`.
 */
export function migrationProblems(
  { name, migrations = [] }: ExtensionDefinition,
  names: readonly string[],
): string[] {
  const classNames = migrations.map((migration) => migration.name);
  const repeated = new Set(classNames.filter((className, index) => classNames.indexOf(className) !== index));
  return [
    ...classNames
      .filter((className) => !/\d$/.test(className))
      .map(
        (className) =>
          `"${name}" has the migration ${className}, which has no order. End the name of its class with the time in ms, such as ${className}1796000000000.`,
      ),
    ...[...repeated].map(
      (className) => `"${name}" has two migrations with the name ${className}. Rename one of them.`,
    ),
    ...migrations.flatMap((migration) =>
      changedTables(migration)
        .filter((table) => ownerOfTable(table, names) !== name)
        .map(
          (table) =>
            `"${name}" has the migration ${migration.name}, which changes the table "${table}". A migration may change only tables that begin with ${tablePrefix(name)}.`,
        ),
    ),
  ];
}
