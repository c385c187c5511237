import { defineExtension, type ExtensionDefinition } from '@sellary/extension-kit';
import type { QueryRunner } from 'typeorm';
import { useDatabasePerTest } from '../../../test/database-per-test';

type Migrate = (runner: QueryRunner) => Promise<unknown>;

/** An extension with one migration whose SQL is hidden from the source code check. */
function withMigration(up: Migrate): ExtensionDefinition {
  class CreateHello1796000000000 {
    async up(runner: QueryRunner): Promise<void> {
      await up(runner);
    }
    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE x_hello_notes');
    }
  }
  return defineExtension({
    name: 'hello',
    version: '1.0.0',
    api: '^1.0.0',
    migrations: [CreateHello1796000000000],
  });
}

const runSql =
  (sql: string): Migrate =>
  (runner) =>
    runner.query(sql);

describe('Extension migrations', () => {
  const { start, stop } = useDatabasePerTest();

  it('A migration runs once, and can create its own tables, indexes, sequences, and foreign keys to product tables.', async () => {
    const extension = withMigration(async (runner) => {
      await runner.query(
        'CREATE TABLE x_hello_notes (id uuid PRIMARY KEY, show_id uuid NOT NULL REFERENCES shows(id) ON DELETE CASCADE, text text)',
      );
      await runner.query('CREATE INDEX x_hello_notes_by_show ON x_hello_notes (show_id)');
      await runner.query('CREATE SEQUENCE x_hello_numbers');
    });
    const app = await start({ extensions: [extension] });
    const database = await app.connect();
    expect((await database.query('SELECT * FROM x_hello_notes')).rows).toEqual([]);
    await stop(app);
    await start({ extensions: [extension] });
  });

  it.each<[string, Migrate, string]>([
    ['a new column in a product table', runSql('ALTER TABLE claims ADD COLUMN extra text'), 'table claims'],
    [
      'SQL built at run time',
      runSql(`DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'extension_parked_events'; END $$`),
      'table extension_parked_events',
    ],
    [
      'new rows in a product table',
      runSql(`INSERT INTO throttles (scope, until) VALUES ('all', now())`),
      'rows of throttles',
    ],
    ['an index without the prefix', runSql('CREATE INDEX by_handle ON buyers (handle)'), 'index by_handle'],
    ['a table without the prefix', runSql('CREATE TABLE notes (id int)'), 'table notes'],
    [
      'a trigger',
      runSql(
        'CREATE TRIGGER x_hello_t BEFORE UPDATE ON shows FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
      ),
      'table shows',
    ],
    ['TRUNCATE', runSql('TRUNCATE throttles'), 'table throttles'],
    [
      'a function',
      runSql('CREATE FUNCTION notes() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$'),
      'function notes',
    ],
  ])(
    'A migration with %s is rolled back, and the error names the changed object.',
    async (_, migrate, object) => {
      await expect(start({ extensions: [withMigration(migrate)] })).rejects.toThrow(
        `"hello" has the migration CreateHello1796000000000, which changes the ${object}`,
      );
      const database = await (await start()).connect();
      const { rows } = await database.query(
        `SELECT 1 FROM migrations WHERE name LIKE 'hello%' UNION ALL SELECT 1 FROM throttles
       UNION ALL SELECT 1 FROM information_schema.columns WHERE table_name = 'claims' AND column_name = 'extra'`,
      );
      expect(rows).toEqual([]);
    },
  );

  it('A migration cannot end its transaction.', async () => {
    for (const migrate of [runSql('COMMIT'), (runner: QueryRunner) => runner.commitTransaction()]) {
      await expect(start({ extensions: [withMigration(migrate)] })).rejects.toThrow(
        "The product begins and ends each migration's transaction.",
      );
    }
  });
});
