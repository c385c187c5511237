import type { OpenConnection, ReadComment } from '@sellary/extension-kit';
import type { StoredReading } from '../src/platforms/polling/source-readings';
import type { ProgressStore } from '../src/platforms/polling/source-reader';
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

export const toyComment = (commentId: string, writtenAt: number): ReadComment => ({
  platform: 'toy',
  liveId: '1',
  commentId,
  author: null,
  text: commentId,
  writtenAt,
  secondsOnly: true,
  byHost: false,
});

/** The reading of a source that has never been read. */
export const NEW_READING: StoredReading = {
  accountId: null,
  watermark: null,
  problem: null,
  finalScans: 0,
  isOver: false,
  cursor: null,
  skewMs: 0,
  undecided: [],
};

const nothing = async (): Promise<undefined> => undefined;

/** Stores no progress. */
export const NO_PROGRESS: ProgressStore = {
  advance: nothing,
  countStored: async () => 0,
  deleteUndecided: nothing,
  findRival: async () => null,
  identify: nothing,
  recordFinalScans: nothing,
  saveCursor: nothing,
  saveUndecided: nothing,
};

/** Accepts comments and stores none. */
export const NO_SINK = { submit: nothing, submitChanges: nothing, submitEdits: nothing };

export const unused = (): never => {
  throw new Error('This method is not used here.');
};

/** A platform's discovery whose methods all throw. Specs replace the methods that they use. */
export const UNUSED_DISCOVERY = {
  hosts: [],
  isId: unused,
  parseLink: unused,
  resolveId: unused,
  broadcast: unused,
  listBroadcasts: unused,
};
