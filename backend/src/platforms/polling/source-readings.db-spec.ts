import { useCaller, useTestApp } from '../../../test';
import { SourceReadings } from './source-readings';

describe('Source readings', () => {
  const app = useTestApp();
  const owner = useCaller(app);

  it.each([
    ['NUL', 'sold\0 12'],
    ['half a surrogate pair', 'sold \ud83d 12'],
  ])('An undecided comment with %s does not make erasures fail.', async (_, text) => {
    const readings = app.nest.get(SourceReadings);
    const show = await owner.activeShow([{ itemNumber: '12' }]);
    const target = {
      id: '',
      showId: show.id,
      workspaceId: owner.session.workspace.id,
      platform: 'facebook',
      liveId: '1',
      connectionId: null,
      status: show.status,
      startedAt: 0,
      endedAt: null,
    };
    const author = { userId: 'ann', handle: 'ann', displayName: 'Ann' };
    await readings.saveUndecided(target, [
      {
        platform: 'facebook',
        liveId: '1',
        commentId: '7',
        author,
        text,
        writtenAt: 0,
        secondsOnly: false,
        byHost: false,
      },
    ]);
    const erasure = { platform: 'facebook', platformUserId: 'ann' };
    expect(await readings.deleteUndecidedOfViewer(target.workspaceId, erasure)).toBe(1);
    await readings.deleteUndecided(target);
  });
});
