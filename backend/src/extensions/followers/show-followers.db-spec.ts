import { Injectable } from '@nestjs/common';
import {
  defineExtension,
  type FollowedEvent,
  type FollowerTransaction,
  OnShowEvent,
} from '@sellary/extension-kit';
import { eventually, newCaller } from '../../../test';
import { useDatabasePerTest } from '../../../test/database-per-test';

const isClaim = ({ type }: { type: string }): boolean => type === 'claim.created';

/**
 * Creates an extension with a follower. Also returns the rows that the follower receives, and a map of the
 * number of failing attempts at each row, by `seq`.
 */
function testFollower(name: string) {
  const seen: FollowedEvent<'claim.created' | 'operator.act'>[] = [];
  const failures = new Map<number, number>();

  @Injectable()
  class TestFollower {
    @OnShowEvent('claim.created', 'operator.act')
    async receive(
      event: FollowedEvent<'claim.created' | 'operator.act'>,
      tx: FollowerTransaction,
    ): Promise<void> {
      await tx.query('SELECT 1');
      seen.push(event);
      if (event.attempt <= (failures.get(event.seq) ?? 0)) throw new Error('The shop does not respond.');
    }
  }
  return {
    seen,
    failures,
    extension: defineExtension({ name, version: '1.0.0', api: '^1.0.0', followers: [TestFollower] }),
  };
}

describe('Ledger followers', () => {
  const { start, stop } = useDatabasePerTest();

  it('A follower receives the rows of its types in ledger order, each with its workspace and a unique id.', async () => {
    const { seen, extension } = testFollower('hello');
    const app = await start({ extensions: [extension] });
    const operator = await newCaller(app.url);
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 2 }]);
    for (const name of ['ann', 'bob', 'cat']) await operator.say(show.id, name, 'sold 1');
    await eventually(
      () => seen.filter(isClaim).length,
      (count) => count >= 3,
    );
    const claims = seen.filter(isClaim);
    expect(claims).toHaveLength(3);
    expect(seen.map(({ seq }) => seq)).toEqual(seen.map(({ seq }) => seq).sort((a, b) => a - b));
    expect(new Set(seen.map(({ deliveryId }) => deliveryId)).size).toBe(seen.length);
    expect(claims[0]).toMatchObject({
      workspaceId: operator.session.workspace.id,
      showId: show.id,
      attempt: 1,
    });
  });

  it('Rows recorded while no process has the follower are delivered later, exactly once.', async () => {
    const first = testFollower('hello');
    const app = await start({ extensions: [first.extension] });
    let { url } = app;
    const operator = await newCaller(url, () => url);
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 9 }]);
    await operator.say(show.id, 'ann', 'sold 1');
    await eventually(
      () => first.seen.filter(isClaim).length,
      (count) => count === 1,
    );
    await stop(app);
    // Without the extension.
    ({ url } = await start());
    for (const name of ['bob', 'cat']) await operator.say(show.id, name, 'sold 1');
    const second = testFollower('hello');
    await start({ extensions: [second.extension] });
    await eventually(
      () => second.seen.filter(isClaim).length,
      (count) => count >= 2,
    );
    const created = [...first.seen, ...second.seen].filter(isClaim);
    expect(created).toHaveLength(3);
    expect(new Set(created.map(({ deliveryId }) => deliveryId)).size).toBe(3);
  });

  it('A row whose handler fails is delivered again before the next row, with the attempt number.', async () => {
    const { seen, failures, extension } = testFollower('hello');
    const app = await start({ extensions: [extension] });
    const operator = await newCaller(app.url);
    const show = await operator.activeShow([{ itemNumber: '1', totalQuantity: 9 }]);
    for (let seq = 1; seq < 100; seq++) failures.set(seq, 1);
    for (const name of ['ann', 'bob']) await operator.say(show.id, name, 'sold 1');
    await eventually(
      () => seen.filter((event) => isClaim(event) && event.attempt === 2).length,
      (count) => count === 2,
    );
    const order = seen.filter(isClaim).map(({ seq, attempt }) => [seq, attempt]);
    expect(order).toEqual([...order].sort(([a = 0, b = 0], [c = 0, d = 0]) => a - c || b - d));
  });
});
