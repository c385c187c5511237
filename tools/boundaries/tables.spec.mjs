import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { BACKEND_LAYERS } from '../../.dependency-cruiser.mjs';
import { foreignAccess, readSources, tableOwners, tablesFromVariables } from './tables.mjs';

const BACKEND = fileURLToPath(new URL('../../backend/src', import.meta.url));

/**
 * A module's SQL uses only the module's own tables, with these exceptions. `shows: 'reads'` allows the module
 * to read the table `shows`; `'writes'` allows it to read and write.
 */
const EXCEPTIONS = [
  {
    module: 'auth',
    tables: { audit_log: 'reads' },
    reason:
      'The kernel only appends to the audit log; its list for admins needs users and roles, which the kernel knows nothing about.',
  },
  {
    module: 'shows',
    tables: { workspaces: 'writes', memberships: 'reads' },
    reason:
      'The defaults of new shows are columns of the workspace, and are read and changed in one statement with its name and the role of the caller.',
  },
  {
    module: 'claim-engine',
    tables: { shows: 'reads' },
    reason: 'Finds the workspace of a show or claim in the statement that needs it.',
  },
  {
    module: 'claim-engine',
    tables: { show_items: 'writes' },
    reason:
      'Reads and writes items within the show transaction, because each further statement prolongs its lock.',
  },
  {
    module: 'claim-engine',
    tables: { workspaces: 'reads' },
    reason: 'Finds the next show whose retention period has ended: a workspace may set its own period.',
  },
  {
    module: 'claim-engine',
    tables: { show_events: 'reads' },
    reason:
      'Finds undone acts and the names of buyers in the payloads of ledger rows, which the kernel does not interpret.',
  },
  {
    module: 'platforms',
    tables: { shows: 'reads', show_sources: 'reads' },
    reason: 'Joins the bound sources with the state of their polling, every second, for all shows at once.',
  },
  {
    module: 'extensions',
    tables: { shows: 'reads', show_events: 'reads' },
    reason:
      'Finds the shows whose ledger is ahead of a follower, and the oldest unhandled row, in one statement.',
  },
  {
    module: 'extensions',
    tables: { workspaces: 'reads' },
    reason:
      'Finds an extension’s switch and the workspace’s name in one statement for each request to a route.',
  },
  {
    module: 'viewer-pages',
    tables: { shows: 'reads', show_items: 'reads', claims: 'reads', buyers: 'reads' },
    reason: 'Reads only what viewers may see, so that nothing has to be left out afterward.',
  },
  {
    module: 'reports',
    tables: {
      claims: 'reads',
      buyers: 'reads',
      comments: 'reads',
      show_items: 'reads',
      show_events: 'reads',
      audit_log: 'reads',
    },
    reason: 'Joins and counts a whole show in one snapshot, which no function of a single module could do.',
  },
  {
    module: 'sales',
    tables: { buyers: 'reads', claims: 'reads', shows: 'reads', show_items: 'reads', show_events: 'reads' },
    reason:
      'A list of people joins their accounts, filters by them, and counts their claims page by page: one statement for 100,000 buyers. Baskets read their units and win times from the claims and the ledger, so that a comment writes no row of this module.',
  },
];

const sources = readSources(BACKEND).filter(({ file }) => BACKEND_LAYERS.includes(file.split('/')[0]));
const owners = tableOwners(sources);
const isAllowed = (access) =>
  EXCEPTIONS.some(
    ({ module, tables }) =>
      module === access.module && (tables[access.table] === 'writes' || tables[access.table] === access.kind),
  );

test("A module uses another module's tables only if an exception allows it.", () => {
  assert.deepEqual(
    foreignAccess(sources, owners)
      .filter((access) => !isAllowed(access))
      .map(
        ({ file, line, kind, table }) => `${file}:${line} ${kind} ${table}, which ${owners.get(table)} owns`,
      ),
    [],
  );
});

test('Every exception is still needed, and applies only to tables of lower modules.', () => {
  const accesses = foreignAccess(sources, owners);
  for (const { module, tables, reason } of EXCEPTIONS) {
    assert.ok(reason.length > 40, `${module} gives no reason`);
    for (const [table, kind] of Object.entries(tables)) {
      assert.ok(
        accesses.some((access) => access.module === module && access.table === table && access.kind === kind),
        `${module} no longer ${kind} ${table}`,
      );
      assert.ok(
        BACKEND_LAYERS.indexOf(owners.get(table)) < BACKEND_LAYERS.indexOf(module),
        `${module} is not above the owner of ${table}`,
      );
    }
  }
});

test('No DELETE FROM, JOIN, INTO, or UPDATE takes a table name from a variable.', () => {
  assert.ok(owners.size > 20, `only ${owners.size} entities were found`);
  assert.deepEqual(tablesFromVariables(sources), []);
});

const FOREIGN_SQL = [
  ['a select', "'SELECT 1 FROM claims WHERE id = $1'", 'reads claims'],
  ['a join', "'SELECT 1 FROM shows s JOIN claims c ON c.show_id = s.id'", 'reads claims'],
  [
    'a join after a subquery, over several lines',
    '`SELECT 1 FROM (SELECT 1) x\n  LEFT JOIN\n  comments m ON true`',
    'reads comments',
  ],
  ['a list of tables', "'SELECT 1 FROM shows w, claims c WHERE c.show_id = w.id'", 'reads claims'],
  ['a list after USING', "'DELETE FROM shows USING claims c WHERE c.show_id = shows.id'", 'reads claims'],
  ['an insert', "'INSERT INTO buyers (id) VALUES ($1)'", 'writes buyers'],
  ['an update', "'UPDATE claims SET flagged = true'", 'writes claims'],
  ['a delete', "'DELETE FROM social_connections WHERE id = $1'", 'writes social_connections'],
  ['an update with a quoted name', `'UPDATE "claims" SET flagged = true'`, 'writes claims'],
];

for (const [statement, sql, expected] of FOREIGN_SQL) {
  test(`Access to another module's table is found in ${statement}.`, () => {
    const plantedSources = [{ file: 'shows/planted.ts', text: `const sql = ${sql};` }];
    assert.deepEqual(
      foreignAccess(plantedSources, owners).map(({ kind, table }) => `${kind} ${table}`),
      [expected],
    );
  });
}

test("A module's own tables, and columns named like a table, do not count as access to another module.", () => {
  const text =
    "'SELECT count(*) AS claims, w.claims FROM shows w, unnest($1::uuid[]) AS c(id) WHERE w.id = c.id FOR UPDATE OF w'";
  assert.deepEqual(foreignAccess([{ file: 'shows/planted.ts', text }], owners), []);
});

test('A table name from a variable is reported.', () => {
  assert.deepEqual(
    tablesFromVariables([
      { file: 'shows/planted.ts', text: 'tx.query(`DELETE FROM ${table} WHERE id = $1`)' },
    ]),
    ['shows/planted.ts:1'],
  );
});
