import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../persistence';
import { createDatabase, dropDatabase, newCaller, startTestApp } from '../../../test';

jest.setTimeout(120_000);

describe('Migrations', () => {
  it('If three processes start at the same time on an empty database, migrations run once and without errors.', async () => {
    const url = await createDatabase();
    const output: string[] = [];
    const write = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
      output.push(String(text));
      return true;
    });
    const apps = await Promise.all(
      [0, 1, 2].map(() => startTestApp({ databaseUrl: url, env: { LOG_LEVEL: 'warn' } })),
    );
    write.mockRestore();
    expect(output.filter((line) => line.includes('ERROR'))).toEqual([]);
    const rows = await apps[0]?.nest
      .get(DataSource)
      .query<{ name: string }[]>('SELECT name FROM migrations ORDER BY id');
    expect(rows?.map(({ name }) => name)).toEqual(MIGRATIONS.map(({ name }) => name));
    await Promise.all(apps.map((app) => app.close()));
    await dropDatabase(url);
  });

  it('A server continues to work after a newer server adds columns to the shows table.', async () => {
    const app = await startTestApp();
    const operator = await newCaller(app.url);
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 50 }]);
    const outcomeFor = async (viewer: string) => (await operator.say(show.id, viewer, 'sold 1')).outcome;
    expect(await outcomeFor('viewer')).toBe('winner');
    const database = await app.connect();
    for (const column of ['first', 'second']) {
      await database.query(`ALTER TABLE shows ADD COLUMN ${column} int`);
      expect(await outcomeFor(`viewer after ${column}`)).toBe('winner');
    }
    await app.close();
  });
});
