import { Injectable } from '@nestjs/common';
import type { ExtensionList, ParkedRowList } from '@sellary/contracts';
import {
  defineExtension,
  type ExtensionDefinition,
  type FollowedEvent,
  type FollowerTransaction,
  OnShowEvent,
} from '@sellary/extension-kit';
import { type Caller, eventually, newCaller, type TestApp } from '../../../test';
import { useDatabasePerTest } from '../../../test/database-per-test';

type ClaimEvent = FollowedEvent<'claim.created'>;
type Handle = (event: ClaimEvent, tx: FollowerTransaction) => Promise<unknown> | void;

function extensionWith(name: string, handle: Handle): ExtensionDefinition {
  @Injectable()
  class Follower {
    @OnShowEvent('claim.created')
    async handle(event: ClaimEvent, tx: FollowerTransaction): Promise<void> {
      await handle(event, tx);
    }
  }
  return defineExtension({ name, version: '1.0.0', api: '^1.0.0', followers: [Follower] });
}

const buyerOf = (event: ClaimEvent): string => event.data.claim.buyer.handle;

describe('Follower isolation', () => {
  jest.setTimeout(120_000);
  const { start: startApp } = useDatabasePerTest();
  let app: TestApp;
  let operator: Caller;
  async function start(...extensions: ExtensionDefinition[]): Promise<void> {
    app = await startApp({ extensions });
    operator = await newCaller(app.url);
  }
  async function sell(...buyers: string[]): Promise<string> {
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 99 }]);
    for (const buyer of buyers) await operator.say(show.id, buyer, 'sold 1');
    return show.id;
  }
  /** Ends the pauses between attempts, so that tests do not wait for them. */
  const skipPauses = async (): Promise<void> => {
    const database = await app.connect();
    await database.query('UPDATE extension_cursors SET retry_at = NULL WHERE retry_at IS NOT NULL');
  };
  const parkedRows = async (): Promise<ParkedRowList['parked']> =>
    (await operator.call<ParkedRowList>('GET', '/api/extensions/shop/parked')).body.parked;
  /** Skips the pauses between attempts until one row is set aside. */
  const waitForParkedRow = (): Promise<unknown> =>
    eventually(
      async () => (await skipPauses(), parkedRows()),
      (rows) => rows.length === 1,
    );
  const waitUntilSeen = (seen: readonly string[], buyer: string): Promise<unknown> =>
    eventually(
      () => seen,
      (all) => all.includes(buyer),
    );

  it('A row that keeps failing is set aside, the next row is delivered, and a retry delivers the failed row again.', async () => {
    const seen: string[] = [];
    let isShopOpen = false;
    await start(
      extensionWith('shop', (event) => {
        if (buyerOf(event) === 'ann' && !isShopOpen) throw new Error('The shop does not respond.');
        seen.push(buyerOf(event));
      }),
    );
    await sell('ann', 'bob');
    await waitForParkedRow();
    await waitUntilSeen(seen, 'bob');
    const [row] = await parkedRows();
    expect(row).toMatchObject({
      follower: 'Follower',
      type: 'claim.created',
      error: 'The shop does not respond.',
    });
    const { body } = await operator.call<ExtensionList>('GET', '/api/extensions');
    expect(body.extensions[0]?.followers[0]).toMatchObject({
      parked: 1,
      lastError: { message: 'The shop does not respond.' },
    });
    isShopOpen = true;
    await operator.call('POST', '/api/extensions/shop/parked/retry', { ids: [row?.id] });
    await waitUntilSeen(seen, 'ann');
    await eventually(parkedRows, (rows) => rows.length === 0);
    expect(seen).toEqual(['bob', 'ann']);
  });

  it('A follower that hangs does not delay shows or other extensions.', async () => {
    const seen: string[] = [];
    await start(
      extensionWith('hangs', () => new Promise(() => undefined)),
      extensionWith('works', (event) => void seen.push(buyerOf(event))),
    );
    for (const buyer of ['ann', 'bob', 'cat', 'dan']) await sell(buyer);
    await eventually(
      () => seen,
      ({ length }) => length === 4,
    );
  });

  it("A failed attempt's writes are rolled back, and a statement that would end the transaction is rejected.", async () => {
    const errors: string[] = [];
    await start(
      extensionWith('shop', async (event, tx) => {
        // Any existing table works for this test.
        if (event.attempt === 1) {
          await tx.query(`INSERT INTO throttles (scope, until) VALUES ($1, now())`, [event.deliveryId]);
          await tx.query('/* now */ COMMIT').catch((error: Error) => errors.push(error.message));
          throw new Error('Once');
        }
        await tx.query(`INSERT INTO throttles (scope, until) VALUES ($1, now())`, ['second']);
      }),
    );
    await sell('ann');
    const database = await app.connect();
    const scopes = await eventually(
      async () => (await database.query<{ scope: string }>('SELECT scope FROM throttles')).rows,
      (rows) => rows.length > 0,
    );
    expect(scopes).toEqual([{ scope: 'second' }]);
    expect(errors[0]).toContain("begins and ends each row's transaction");
  });

  it('A row whose handler ends its database connection is set aside, and later rows are delivered.', async () => {
    const seen: string[] = [];
    await start(
      extensionWith('shop', async (event, tx) => {
        if (buyerOf(event) === 'bob') await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
        else seen.push(buyerOf(event));
      }),
    );
    await sell('ann', 'bob', 'cat');
    await waitForParkedRow();
    await waitUntilSeen(seen, 'cat');
    expect(seen.filter((name) => name === 'cat')).toHaveLength(1);
  });

  it('A handler that does not await a failing statement does not affect other extensions.', async () => {
    const seen: string[] = [];
    await start(
      extensionWith('leaks', (event, tx) => {
        void tx.query('SELECT no_such_function()');
        if (event.attempt > 1) throw new Error('Again');
      }),
      extensionWith('works', (event) => void seen.push(buyerOf(event))),
    );
    await sell('ann', 'bob');
    await eventually(
      () => seen.length,
      (count) => count === 2,
    );
  });
});
