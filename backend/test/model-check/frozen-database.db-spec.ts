import type { ErrorBody } from '@sellary/contracts';
import { TwoProcesses } from './two-processes';

jest.setTimeout(180_000);

describe('A frozen database', () => {
  let product: TwoProcesses;

  beforeAll(async () => (product = await TwoProcesses.start()));
  afterEach(() => product.wake());
  afterAll(() => product.stop());

  it('Every call fails within a bounded time and reports the reason, and rejected comments are stored once when they are sent again.', async () => {
    const { first, owner, postgres } = product;
    const show = await owner.activeShow([{ itemNumber: '1', totalQuantity: 5 }]);
    expect((await product.say(first, show, 'ann', 'before')).status).toBe(200);
    postgres.freeze();
    const ids = Array.from({ length: 10 }, (_, index) => `during-${index}`);
    const [ready, list, paused, ...comments] = await Promise.all([
      product.readiness(first),
      product.ask<ErrorBody>(first, 'GET', '/api/shows'),
      product.ask<ErrorBody>(first, 'POST', `/api/shows/${show.id}/pause`, {}),
      ...ids.map((id) => product.say(first, show, 'bob', id)),
    ]);
    expect(ready).toMatchObject({
      status: 503,
      body: { error: { code: 'UNAVAILABLE', details: [{ field: 'database' }] } },
    });
    for (const response of [list, paused, ...comments]) {
      expect(response).toMatchObject({
        status: 503,
        body: { error: { code: 'UNAVAILABLE', message: expect.stringContaining('not responding') } },
      });
    }
    // The product already knows that the database is not responding, so callers no longer wait.
    expect((await product.ask<ErrorBody>(first, 'GET', '/api/shows', undefined, 1_000)).status).toBe(503);
    postgres.wake();
    await product.untilReady(first);
    const redelivered = await Promise.all(ids.map((id) => product.say(first, show, 'bob', id)));
    expect(redelivered.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(await Promise.all(['before', ...ids].map((id) => product.timesStored(show, id)))).toEqual(
      ['before', ...ids].map(() => 1),
    );
    expect((await product.replay(show)).differences).toEqual([]);
  });
});
