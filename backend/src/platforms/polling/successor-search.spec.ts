import { NO_USAGE, type OpenConnection } from '@sellary/extension-kit';
import type { SourceTarget } from './source-target';
import { SuccessorSearch } from './successor-search';

const TARGET: SourceTarget = {
  id: 's',
  showId: 'w',
  workspaceId: 'x',
  platform: 'toy',
  liveId: '1',
  connectionId: null,
  status: 'active',
  startedAt: 0,
  endedAt: null,
};
const CONNECTION: OpenConnection = {
  id: 'c',
  workspaceId: 'x',
  platform: 'toy',
  externalAccountId: 'a',
  displayName: 'Toy',
  details: null,
  token: '',
  userToken: null,
};
const unused = () => {
  throw new Error('unused');
};

describe('Successor search', () => {
  it.each([
    [false, ['2']],
    [true, []],
  ])(
    'A source searches for a newer broadcast only until it is replaced (replaced: %s).',
    async (isReplaced, found) => {
      const recorded: (string | undefined)[] = [];
      const listBroadcasts = jest.fn(async () => [
        { liveId: '2', title: 'Next', status: 'LIVE', startedAt: '2026-01-01T00:00:00Z' },
      ]);
      const discover = {
        hosts: [],
        isId: unused,
        parseLink: unused,
        resolveId: unused,
        broadcast: unused,
        listBroadcasts,
      };
      const search = new SuccessorSearch({
        channel: { adapter: () => ({ discover }) },
        readings: {
          findUsedIds: async () => new Set(['1']),
          isReplaced: async () => isReplaced,
          recordSuccessor: async (_, successor) => void recorded.push(successor?.liveId),
        },
        clock: { now: () => 0 },
      });
      await search.search(TARGET, CONNECTION, true, NO_USAGE);
      expect(recorded).toEqual(found);
      expect(listBroadcasts).toHaveBeenCalledTimes(found.length);
    },
  );
});
