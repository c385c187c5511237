import type { DataSource } from 'typeorm';
import { createDatabase, dropDatabase } from '../../../test';
import { createDataSource, toApiError, Transactions } from '..';

describe('A snapshot', () => {
  let url: string;
  let dataSource: DataSource;

  beforeAll(async () => {
    url = await createDatabase();
    dataSource = await createDataSource(url, [], []).initialize();
  });
  afterAll(async () => {
    await dataSource.destroy();
    await dropDatabase(url);
  });

  it('A snapshot ends a statement that exceeds its time limit, and reports that it took too long.', async () => {
    const transactions = new Transactions(dataSource);
    const slow = transactions.snapshot((tx) => tx.query('SELECT pg_sleep(60)'), { statementTimeoutMs: 50 });
    const refused = await slow.then(() => null, toApiError);
    expect(refused).toMatchObject({ code: 'UNAVAILABLE', status: 503, retryAfter: 2 });
    expect(refused?.message).toContain('took too long');
  });

  it('A snapshot does not leave its limit on the connection.', async () => {
    const transactions = new Transactions(dataSource);
    const timeoutWith = (limits: { statementTimeoutMs?: number }) =>
      transactions.snapshot(
        async (tx) =>
          (await tx.query<{ timeout: string }>("SELECT current_setting('statement_timeout') AS timeout"))[0]
            ?.timeout,
        limits,
      );
    const usual = await timeoutWith({});
    expect(await timeoutWith({ statementTimeoutMs: 1_234 })).toBe('1234ms');
    expect(await timeoutWith({})).toBe(usual);
  });
});
