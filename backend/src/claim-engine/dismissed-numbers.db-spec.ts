import type { Show, ShowSnapshot } from '@sellary/contracts';
import { replayDifferences, useCaller, useTestApp } from '../../test';

describe('Numbers without an item', () => {
  const app = useTestApp();
  const operator = useCaller(app);
  let show: Show;
  beforeEach(async () => {
    show = await operator.activeShow([{ itemNumber: '1' }]);
  });

  const change = (itemNumbers: string[], dismissed: boolean) =>
    operator.call<Show>('PUT', `/api/shows/${show.id}/dismissed-numbers`, { itemNumbers, dismissed });

  it('An operator can dismiss a number for all operators and restore it, and no claim changes.', async () => {
    for (const viewer of ['ann', 'bob']) await operator.say(show.id, viewer, 'sold 199');
    await operator.say(show.id, 'cat', 'sold A-5');
    const dismissed = [
      { itemNumber: '199', claims: 2 },
      { itemNumber: 'A5', claims: 1 },
    ];
    expect(await change(['#199', 'a-5', '777'], true)).toMatchObject({
      status: 200,
      body: { dismissedNumbers: dismissed },
    });
    const snapshot = (await operator.call<ShowSnapshot>('GET', `/api/shows/${show.id}/snapshot`)).body;
    expect(snapshot.show.dismissedNumbers).toEqual(dismissed);
    expect(snapshot.claims.map(({ status }) => status)).toEqual(['unmatched', 'unmatched', 'unmatched']);
    const { lastSeq } = snapshot;
    expect((await change(['199'], true)).body).toMatchObject({ lastSeq, dismissedNumbers: dismissed });
    expect((await change(['199'], false)).body.dismissedNumbers).toEqual([{ itemNumber: 'A5', claims: 1 }]);
    expect(await operator.readEvents(show.id, `afterSeq=${lastSeq}`)).toMatchObject([
      { type: 'operator.act', data: { act: 'numbers_dismissed', input: { before: dismissed } } },
      { type: 'show.updated', data: { show: { dismissedNumbers: [{ itemNumber: 'A5' }] } } },
    ]);
    expect(await replayDifferences(app, show.id)).toEqual([]);
  });

  it('Before items are added, a check reports the numbers that no comment can claim.', async () => {
    const check = (itemNumbers: unknown) =>
      operator.call('POST', `/api/shows/${show.id}/items/check`, { itemNumbers });
    expect(await check(['12', 'one', '$5', 'A12'])).toMatchObject({
      status: 200,
      body: { unclaimable: ['one', '$5'] },
    });
    expect((await check([])).status).toBe(400);
    expect((await check([12])).status).toBe(400);
  });
});
