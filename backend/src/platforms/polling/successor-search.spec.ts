import { type ListedBroadcast, NO_USAGE, PlatformError } from '@sellary/extension-kit';
import { TOY_CONNECTION, TOY_SOURCE, UNUSED_DISCOVERY } from '../../../test/toy-source';
import { SuccessorSearch } from './successor-search';

function setUp(listBroadcasts: () => Promise<ListedBroadcast[]>, isReplaced = false) {
  const clock = { at: 0, now: () => clock.at };
  const recordedIds: (string | undefined)[] = [];
  const discover = { ...UNUSED_DISCOVERY, listBroadcasts };
  const search = new SuccessorSearch({
    channel: { adapter: () => ({ discover }) },
    readings: {
      findUsedIds: async () => new Set(['1']),
      isReplaced: async () => isReplaced,
      recordSuccessor: async (_, successor) => void recordedIds.push(successor?.liveId),
    },
    clock,
  });
  return { search, clock, recordedIds };
}

describe('Successor search', () => {
  it.each([
    [false, ['2']],
    [true, []],
  ])(
    'A source searches for a newer broadcast only until it is replaced (replaced: %s).',
    async (isReplaced, found) => {
      const listBroadcasts = jest.fn(async () => [
        { liveId: '2', title: 'Next', status: 'LIVE', startedAt: '2026-01-01T00:00:00Z' },
      ]);
      const { search, recordedIds } = setUp(listBroadcasts, isReplaced);
      await search.search(TOY_SOURCE, TOY_CONNECTION, true, NO_USAGE);
      expect(recordedIds).toEqual(found);
      expect(listBroadcasts).toHaveBeenCalledTimes(found.length);
    },
  );

  it.each([
    { percent: 0, searches: [37, 10] },
    { percent: 80, searches: [19, 5] },
    { percent: 95, searches: [10, 2] },
  ])(
    'Searches become less frequent five minutes after the broadcast ends, and at high usage ($percent%).',
    async ({ percent, searches }) => {
      const listBroadcasts = jest.fn(async () => []);
      const { search, clock } = setUp(listBroadcasts);
      await search.search(TOY_SOURCE, TOY_CONNECTION, false, { percent, regainMs: 0 });
      listBroadcasts.mockClear();
      const counts: number[] = [];
      for (; clock.at <= 600_000; clock.at += 1_000) {
        if (clock.at === 300_000) counts.push(listBroadcasts.mock.calls.length);
        // A broadcast that was deleted cannot be read, so no newer usage is reported.
        await search.search(TOY_SOURCE, TOY_CONNECTION, true);
      }
      expect([counts[0], listBroadcasts.mock.calls.length - (counts[0] ?? 0)]).toEqual(searches);
    },
  );

  it('A throttle during a search is not ignored, because it applies to every call.', async () => {
    const throttle = new PlatformError('throttled', 'Too many calls.');
    const { search } = setUp(() => Promise.reject(throttle));
    await expect(search.search(TOY_SOURCE, TOY_CONNECTION, true)).rejects.toBe(throttle);
  });
});
