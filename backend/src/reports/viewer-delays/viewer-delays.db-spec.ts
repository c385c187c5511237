import type { ViewerDelayProposals } from '@sellary/contracts';
import { useCaller, useTestApp } from '../../../test';

describe('Viewer delay proposals', () => {
  const app = useTestApp();
  const operator = useCaller(app);

  it('Sources are compared by their first claims after each item was shown.', async () => {
    const show = await operator.activeShow(['1', '2', '3'].map((itemNumber) => ({ itemNumber })));
    await operator.say(show.id, 'early', 'sold 1', { liveId: 'one' });
    for (const item of show.items) {
      await operator.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId: item.id });
      await operator.say(show.id, 'ann', `sold ${item.itemNumber}`, { liveId: 'one' });
      await operator.say(show.id, 'bob', `sold ${item.itemNumber}`, { liveId: 'two' });
      await operator.say(show.id, 'cat', `sold ${item.itemNumber}`, { liveId: 'two' });
    }
    const { status, body } = await operator.call<ViewerDelayProposals>(
      'GET',
      `/api/shows/${show.id}/viewer-delays`,
    );
    expect(status).toBe(200);
    expect(body.sources.map(({ liveId, samples }) => `${liveId} ${samples}`).sort()).toEqual([
      'one 3',
      'two 3',
    ]);
    expect(body.sources[0]?.proposedSeconds).toBe(0);
    expect(body.otherWinners).toBe(0);
  });

  it('If an item is shown again, a claim counts only for the latest time.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }, { itemNumber: '2' }]);
    for (const index of [0, 1, 0]) {
      const itemId = show.items[index]?.id;
      await operator.call('PUT', `/api/shows/${show.id}/now-showing`, { itemId });
    }
    await operator.say(show.id, 'ann', 'sold 1', { liveId: 'one' });
    const { body } = await operator.call<ViewerDelayProposals>('GET', `/api/shows/${show.id}/viewer-delays`);
    expect(body.sources.map(({ liveId, samples }) => `${liveId} ${samples}`)).toEqual(['one 1']);
  });

  it('A show in which no item was shown has no proposals.', async () => {
    const show = await operator.activeShow([{ itemNumber: '1' }]);
    await operator.say(show.id, 'ann', 'sold 1');
    expect((await operator.call('GET', `/api/shows/${show.id}/viewer-delays`)).body).toEqual({
      sources: [],
      otherWinners: 0,
    });
  });
});
