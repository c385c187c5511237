import { NO_USAGE } from '@sellary/extension-kit';
import {
  NO_PROGRESS,
  NO_SINK,
  TOY_CONNECTION,
  TOY_SOURCE,
  unused,
  UNUSED_DISCOVERY,
} from '../../../test/toy-source';
import { BroadcastWatch } from './broadcast-watch';

const TARGET = { ...TOY_SOURCE, liveId: 'live' };

/**
 * Creates the watch of a source. The show's other source has the broadcast's video id, and was read if
 * `wasRead` is set.
 */
function setUp(wasRead: boolean) {
  const clock = { at: 3_600_000, now: () => clock.at, iso: unused };
  const broadcast = jest.fn(async () => ({
    status: 'LIVE',
    isOver: false,
    videoId: 'video',
    usage: NO_USAGE,
  }));
  const discover = { ...UNUSED_DISCOVERY, broadcast };
  const mergeSources = jest.fn(async () => undefined);
  const channel = {
    adapter: () => ({ label: 'Toy', comments: { kind: 'stream' as const, open: unused }, discover }),
    intervalMs: async () => 4_000,
    mergeSources,
    comments: NO_SINK,
  };
  const findRival = async () => ({ id: TARGET.showId, name: 'Show', wasRead });
  const readings = { ...NO_PROGRESS, findRival };
  const watch = new BroadcastWatch(() => TARGET, channel, readings, clock, false);
  return { clock, broadcast, mergeSources, check: () => watch.check(TOY_CONNECTION) };
}

describe('Broadcast watch', () => {
  it('A source is not read if the show has read its broadcast under the other id, even if the merge fails.', async () => {
    const { check, mergeSources } = setUp(true);
    expect([await check(), await check()]).toEqual([false, false]);
    expect(mergeSources).toHaveBeenCalledWith(TARGET, { liveId: 'live', canonicalId: 'video' });
    expect(mergeSources).toHaveBeenCalledTimes(2);
  });

  it('A source into which another source is merged may be read.', async () => {
    const { check, mergeSources } = setUp(false);
    expect(await check()).toBe(true);
    expect(mergeSources).toHaveBeenCalledWith(TARGET, { liveId: 'video', canonicalId: 'live' });
  });

  it('The broadcast is checked at the next cycle after the clock was set back.', async () => {
    const { clock, broadcast, check } = setUp(false);
    await check();
    clock.at -= 3_000_000;
    await check();
    expect(broadcast).toHaveBeenCalledTimes(2);
  });
});
