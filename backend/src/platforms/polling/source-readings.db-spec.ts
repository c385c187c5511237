import type { ReadComment } from '@sellary/extension-kit';
import { useCaller, useTestApp } from '../../../test';
import { TOY_SOURCE, toyComment } from '../../../test/toy-source';
import { SourceReadings } from './source-readings';
import type { SourceTarget } from './source-target';

const ERASURE = { platform: 'facebook', platformUserId: 'ann' };

describe('Source readings', () => {
  const app = useTestApp();
  const owner = useCaller(app);

  /** Starts a show that reads the broadcast. */
  async function startShow(liveId: string): Promise<SourceTarget> {
    const source = { platform: 'facebook', liveId };
    const { id: showId, status } = await owner.activeShow([{ itemNumber: '12' }], { sources: [source] });
    return { ...TOY_SOURCE, ...source, showId, workspaceId: owner.session.workspace.id, status };
  }
  const commentWith = (text: string): ReadComment => ({
    ...toyComment('7', 0),
    platform: 'facebook',
    author: { userId: 'ann', handle: 'ann', displayName: 'Ann' },
    text,
  });

  it.each([
    ['NUL', '1', 'sold\0 12'],
    ['half a surrogate pair', '2', 'sold \ud83d 12'],
  ])('An undecided comment with %s does not make erasures fail.', async (_, liveId, text) => {
    const readings = app.nest.get(SourceReadings);
    const target = await startShow(liveId);
    await readings.saveUndecided(target, [commentWith(text)]);
    expect(await readings.deleteUndecidedOfViewer(target.workspaceId, ERASURE)).toBe(1);
    await readings.deleteUndecided(target);
  });

  it('An erasure deletes undecided comments from a removed source, because no reader decides them.', async () => {
    const readings = app.nest.get(SourceReadings);
    const target = await startShow('3');
    await readings.saveUndecided({ ...target, liveId: '4' }, [commentWith('sold 12')]);
    expect(await readings.deleteUndecidedOfViewer(target.workspaceId, ERASURE)).toBe(0);
  });

  it('A broadcast counts as read even if it has no watermark, and its clock skew is loaded.', async () => {
    const readings = app.nest.get(SourceReadings);
    const target = await startShow('5');
    const wasRead = async () => (await readings.findRival({ ...target, liveId: '6' }, '5'))?.wasRead;
    expect([(await readings.begin(target)).skewMs, await wasRead()]).toEqual([0, false]);
    await readings.advance(target, {
      watermark: null,
      state: 'live',
      skewMs: 30_000,
      countedSince: null,
      problem: null,
      message: null,
    });
    expect([(await readings.begin(target)).skewMs, await wasRead()]).toEqual([30_000, true]);
  });
});
