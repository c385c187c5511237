import { DataSource } from 'typeorm';
import { startTestApp, type TestApp } from '../test';

describe('The schema', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startTestApp()));
  afterAll(() => app.close());

  it('Migrations alone create the schema: entities and migrations agree.', async () => {
    const { upQueries } = await app.nest.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('The schema can be reverted and created again.', async () => {
    const source = app.nest.get(DataSource);
    for (const _ of source.migrations) await source.undoLastMigration();
    const tables = await source.query<unknown[]>(
      `SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(source.migrations.length);
  });
});
