import type { Client } from 'pg';
import { useCaller, useTestApp } from '../../../test';
import { Clock, Transactions } from '../../kernel';
import { ExtensionMetrics } from '../health/extension-metrics';
import type { Follower } from './follower';
import { RowHandling } from './row-handling';

describe('Row handling', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let database: Client;
  beforeAll(async () => (database = await app.connect()));

  const followerThat = (call: Follower['handlers'][number]['call']): Follower => ({
    id: 'shop/Follower',
    extension: 'shop',
    isOnByDefault: true,
    handlers: [{ types: new Set(['claim.created']), method: 'handle', call }],
  });

  it('An erasure can find and wait for a follower that is handling its first rows of a show.', async () => {
    const { id: showId } = await operator.activeShow([{ itemNumber: '1' }]);
    await operator.say(showId, 'ann', 'sold 1');
    const found: unknown[] = [];
    const follower = followerThat(async () => {
      const { rows } = await database.query('SELECT follower FROM extension_cursors WHERE show_id = $1', [
        showId,
      ]);
      found.push(...rows);
    });
    const handling = new RowHandling(
      app.nest.get(Transactions),
      app.nest.get(ExtensionMetrics),
      app.nest.get(Clock),
    );
    await handling.handleNext(follower, showId, 50);
    expect(found).toEqual([{ follower: follower.id }]);
  });

  it('If another process locks the cursor before the handler is called, the row is unchanged and retried later.', async () => {
    const { id: showId } = await operator.activeShow([{ itemNumber: '1' }]);
    await operator.say(showId, 'ann', 'sold 1');
    await database.query(
      `INSERT INTO extension_parked_events (id, follower, show_id, seq, error, parked_at, retrying)
       SELECT gen_random_uuid(), 'shop/Follower', show_id, seq, 'The shop does not respond.', now(), true
       FROM show_events WHERE show_id = $1 AND type = 'claim.created'`,
      [showId],
    );
    await database.query(
      `INSERT INTO extension_cursors (follower, show_id, seq) SELECT 'shop/Follower', id, last_seq FROM shows WHERE id = $1`,
      [showId],
    );
    const handled: string[] = [];
    const parkedErrors = async (): Promise<string[]> =>
      (await database.query<{ error: string }>('SELECT error FROM extension_parked_events')).rows.map(
        ({ error }) => error,
      );
    const follower = followerThat(async ({ type }) => {
      handled.push(type);
      expect(await parkedErrors()).toEqual([expect.stringMatching(/^This event is being retried\./)]);
    });
    const transactions = app.nest.get(Transactions);
    const beforeRun: (() => Promise<unknown>)[] = [];
    const racingTransactions = Object.create(transactions, {
      run: {
        value: async (...work: Parameters<Transactions['run']>) => {
          await beforeRun.shift()?.();
          return transactions.run(...work);
        },
      },
    }) as Transactions;
    const rows = new RowHandling(racingTransactions, app.nest.get(ExtensionMetrics), app.nest.get(Clock));
    const otherProcess = await app.connect();
    await otherProcess.query('BEGIN');
    beforeRun.push(
      async () => undefined,
      () =>
        otherProcess.query('SELECT 1 FROM extension_cursors WHERE follower = $1 FOR UPDATE', [follower.id]),
    );
    expect([await rows.retryParked(follower, showId), handled]).toEqual([false, []]);
    expect(await parkedErrors()).toEqual(['The shop does not respond.']);
    await otherProcess.query('ROLLBACK');
    expect([await rows.retryParked(follower, showId), handled]).toEqual([true, ['claim.created']]);
    expect(await rows.retryParked(follower, showId)).toBe(false);
  });
});
