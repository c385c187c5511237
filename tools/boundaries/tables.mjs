// Finds the tables that each module's SQL uses. The import graph cannot, because SQL refers to tables as
// text.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Access
 * @property {string} module folder of `backend/src`
 * @property {string} table
 * @property {'reads' | 'writes'} kind
 * @property {string} file path below `backend/src`
 * @property {number} line
 */

const WRITES = /^(INTO|UPDATE|DELETE FROM)$/;
/** A keyword before a table name. A locking clause (`FOR UPDATE OF …`) names an alias, not a table. */
const NAMED_TABLE = /(?<!FOR )\b(DELETE FROM|FROM|JOIN|INTO|UPDATE|USING)\s+(?:ONLY\s+)?"?([a-z_]+)\b/g;
/** The second table in a list: `FROM shows w, claims c`. */
const LISTED_TABLE = /\b(?:FROM|USING)\s+[a-z_]+(?:\s+[a-z]+)?,\s*([a-z_]+)\b(?!\()/g;

/**
 * @param {string} folder
 * @returns {{ file: string, text: string }[]} the product's sources below `folder`, without specs
 */
export function readSources(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !/\.(spec|db-spec|d)\.ts$/.test(file))
    .map((file) => ({
      file: file.replaceAll(path.sep, '/'),
      text: readFileSync(path.join(folder, file), 'utf8'),
    }));
}

/** @param {string} file */
const moduleOf = (file) => file.split('/')[0] ?? '';

/**
 * @param {{ file: string, text: string }[]} sources
 * @returns {Map<string, string>} each table's module, which contains its entity
 */
export function tableOwners(sources) {
  return new Map(
    sources.flatMap(({ file, text }) =>
      [...text.matchAll(/^@Entity\('(\w+)'/gm)].map(([, table]) => [table ?? '', moduleOf(file)]),
    ),
  );
}

/**
 * Finds every access to another module's table.
 * @param {{ file: string, text: string }[]} sources
 * @param {Map<string, string>} owners
 * @returns {Access[]}
 */
export function foreignAccess(sources, owners) {
  return sources.flatMap(({ file, text }) => {
    const namedTables = [...text.matchAll(NAMED_TABLE)].map((match) => ({
      at: match.index,
      keyword: match[1] ?? '',
      table: match[2] ?? '',
    }));
    const listedTables = [...text.matchAll(LISTED_TABLE)].map((match) => ({
      at: match.index,
      keyword: 'FROM',
      table: match[1] ?? '',
    }));
    return [...namedTables, ...listedTables]
      .filter(({ table }) => owners.has(table) && owners.get(table) !== moduleOf(file))
      .map(({ at, keyword, table }) => ({
        module: moduleOf(file),
        table,
        kind: WRITES.test(keyword) ? /** @type {const} */ ('writes') : /** @type {const} */ ('reads'),
        file,
        line: text.slice(0, at).split('\n').length,
      }));
  });
}

/**
 * @param {{ file: string, text: string }[]} sources
 * @returns {string[]} places where DELETE FROM, JOIN, INTO, or UPDATE takes a table name from a variable, so
 * `foreignAccess` cannot see it
 */
export function tablesFromVariables(sources) {
  return sources.flatMap(({ file, text }) =>
    [...text.matchAll(/\b(DELETE FROM|JOIN|INTO|UPDATE)\s+\$\{/g)].map(
      ({ index }) => `${file}:${text.slice(0, index).split('\n').length}`,
    ),
  );
}
