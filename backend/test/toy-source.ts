import type { OpenConnection } from '@sellary/extension-kit';
import type { SourceTarget } from '../src/platforms/polling/source-target';

/** A source on a platform that exists only in specs. */
export const TOY_SOURCE: SourceTarget = {
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

export const TOY_CONNECTION: OpenConnection = {
  id: 'c',
  workspaceId: 'x',
  platform: 'toy',
  externalAccountId: 'a',
  displayName: 'Toy',
  details: null,
  token: '',
  userToken: null,
};
