import type {
  AddItemsResult,
  AuditList,
  AuditRecord,
  BulkComment,
  BulkCommentsResult,
  Claim,
  ClaimList,
  Comment,
  CommentList,
  ErasureResult,
  ErrorBody,
  ShowEvent,
  ShowEventList,
  ShowWithItems,
} from '@sellary/contracts';
import {
  type Answer,
  type Caller as KitCaller,
  newCaller as newKitCaller,
} from '@sellary/extension-kit/testing';
import { sendOrThrow } from './act-log';
import { eventually } from './eventually';
import { setInHook } from './set-in-hook';
import type { TestApp } from './test-app';

export { type Answer, call } from '@sellary/extension-kit/testing';

/**
 * An operator in a spec, with the requests that specs send most often. A `query` is a query string without
 * the `?`.
 */
export interface Caller extends KitCaller {
  readShow(showId: string): Promise<ShowWithItems>;
  /** Newest first. */
  readClaims(showId: string, query?: string): Promise<Claim[]>;
  /** Newest first. */
  readComments(showId: string, query?: string): Promise<Comment[]>;
  /** At most 200 rows; with a `query`, the API's default limit. */
  readEvents(showId: string, query?: string): Promise<ShowEvent[]>;
  /** The workspace's audit log, newest first. */
  readAudit(query?: string): Promise<AuditRecord[]>;
  /** Erases a viewer of the rehearsal platform. */
  erase(platformUserId: string): Promise<Answer<ErasureResult>>;
  /** Waits until no claim or pass in the show is waiting for the fairness window. */
  untilDecided(showId: string): Promise<ShowWithItems>;
  addItems(showId: string, ...items: unknown[]): Promise<Answer<AddItemsResult & ErrorBody>>;
  /** Viewers write comments. Comments between two delays arrive together. */
  sayAll(
    showId: string,
    comments: readonly (readonly [user: string, text: string, extra?: Partial<BulkComment>])[],
  ): Promise<BulkCommentsResult>;
}

/** Registers a new user with a new workspace. `currentUrl` returns the address, which a restart changes. */
export async function newCaller(url: string, currentUrl?: () => string): Promise<Caller> {
  const caller = await newKitCaller(url, currentUrl);
  const workspace = `/api/workspaces/${caller.session.workspace.id}`;
  const read = <T>(path: string): Promise<T> => sendOrThrow<T>(caller, 'GET', path);
  return {
    ...caller,
    readShow: (id) => read(`/api/shows/${id}`),
    readClaims: async (id, query = '') => (await read<ClaimList>(`/api/shows/${id}/claims?${query}`)).claims,
    readComments: async (id, query = '') =>
      (await read<CommentList>(`/api/shows/${id}/comments?${query}`)).comments,
    readEvents: async (id, query = 'limit=200') =>
      (await read<ShowEventList>(`/api/shows/${id}/events?${query}`)).events,
    readAudit: async (query = '') => (await read<AuditList>(`${workspace}/audit?${query}`)).entries,
    erase: (platformUserId) =>
      caller.call('POST', `${workspace}/erasures`, { platform: 'rehearsal', platformUserId }),
    untilDecided: (id) =>
      eventually(
        () => read<ShowWithItems>(`/api/shows/${id}`),
        ({ stats }) => stats.pending === 0,
      ),
    addItems: (id, ...items) => caller.call('POST', `/api/shows/${id}/items`, { items }),
    sayAll: async (showId, comments) => {
      const body = {
        showId,
        comments: comments.map(([user, text, extra]) => ({ userId: user, userHandle: user, text, ...extra })),
      };
      return (await caller.call<BulkCommentsResult>('POST', '/api/debug/bulk-comments', body)).body;
    },
  };
}

/** Registers a user before the tests of this block. The caller can be used in hooks and tests only. */
export const useCaller = (app: TestApp): Caller => setInHook(beforeAll, () => newCaller(app.url));

/** Registers another user before each test of this block. */
export const useCallerPerTest = (app: TestApp): Caller => setInHook(beforeEach, () => newCaller(app.url));
