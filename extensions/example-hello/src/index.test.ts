import { checkFollower, eventually, startTestApp } from '@sellary/extension-kit/testing';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import extension from './index';
import { WinnerCounter } from './winner-counter';

describe('example-hello', () => {
  it('A row delivered twice is counted once.', () =>
    checkFollower(() => {
      const winners = new Set<unknown>();
      let uncommittedIds: unknown[] = [];
      return {
        follower: new WinnerCounter(),
        effects: () => [...winners],
        query: async (_sql, [, claimId] = []) => {
          uncommittedIds.push(claimId);
          return [];
        },
        commit: () => {
          for (const claimId of uncommittedIds.splice(0)) winners.add(claimId);
        },
        rollback: () => {
          uncommittedIds = [];
        },
      };
    }));

  it('A winning claim in a running show is counted.', async () => {
    const app = await startTestApp({ extensions: [extension] });
    try {
      const show = await app.show([{ number: '12' }]);
      assert.equal(await show.comment('ann', 'sold 12'), 'winner');
      const rows = await eventually(
        () => app.sql<{ n: number }>('SELECT count(*)::int AS n FROM x_example_hello_winners'),
        ([row]) => row?.n === 1,
      );
      assert.deepEqual(rows, [{ n: 1 }]);
    } finally {
      await app.close();
    }
  });
});
