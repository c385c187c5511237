import { DataSource } from 'typeorm';
import { useTestApp } from '../test';

describe('The schema', () => {
  const app = useTestApp();

  it('The migrations create exactly the schema that the entities describe.', async () => {
    const { upQueries } = await app.nest.get(DataSource).driver.createSchemaBuilder().log();
    expect(upQueries.map((query) => query.query)).toEqual([]);
  });

  it('All migrations can be reverted and run again.', async () => {
    const source = app.nest.get(DataSource);
    for (const _ of source.migrations) await source.undoLastMigration();
    const tables = await source.query<unknown[]>(
      `SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'`,
    );
    expect(tables).toEqual([]);
    expect(await source.runMigrations()).toHaveLength(source.migrations.length);
  });

  it('Old connections and throttles survive the AdapterDetails migration, and the connections survive its revert.', async () => {
    const source = app.nest.get(DataSource);
    const isMigrated = async (): Promise<boolean> =>
      (await source.query<unknown[]>(`SELECT 1 FROM migrations WHERE name LIKE 'AdapterDetails%'`)).length >
      0;
    while (await isMigrated()) await source.undoLastMigration();
    const addOldConnection = (account: string, login: string, page: string | null): Promise<unknown> =>
      source.query(
        `INSERT INTO social_connections (id, workspace_id, platform, external_account_id, display_name, encrypted_token, scopes, login, page_id, grantor_id, created_at, updated_at)
         VALUES (gen_random_uuid(), gen_random_uuid(), 'instagram', $1, 'x', 'sealed', '{}', $2, $3, '77', now(), now())`,
        [account, login, page],
      );
    await addOldConnection('a1', 'facebook', 'p1');
    await addOldConnection('a2', 'instagram', null);
    await source.query(`INSERT INTO throttles (scope, until) VALUES ('app', now()), ('account a1', now())`);
    const before = await source.query<unknown[]>(
      'SELECT login, page_id, grantor_id FROM social_connections ORDER BY external_account_id',
    );
    await source.runMigrations();
    expect(
      await source.query(
        'SELECT details, grant_id, webhook_target FROM social_connections ORDER BY external_account_id',
      ),
    ).toEqual([
      { details: { login: 'facebook', pageId: 'p1' }, grant_id: 'facebook 77', webhook_target: 'p1' },
      { details: { login: 'instagram', pageId: null }, grant_id: 'instagram 77', webhook_target: 'a2' },
    ]);
    expect(await source.query('SELECT scope FROM throttles ORDER BY scope')).toEqual([
      { scope: 'account meta a1' },
      { scope: 'app meta' },
    ]);
    while (await isMigrated()) await source.undoLastMigration();
    expect(
      await source.query(
        'SELECT login, page_id, grantor_id FROM social_connections ORDER BY external_account_id',
      ),
    ).toEqual(before);
    await source.runMigrations();
  });
});
