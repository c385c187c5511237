import type { Comment, Connection, ConnectionList, LedgerData, SourceHealth } from '@sellary/contracts';
import type { Caller } from './caller';
import { connectConsole, type TestConsole } from './console';
import { eventually } from './eventually';

// Helpers for specs in which shows read a platform's broadcasts.

/** Makes the workspace's shows read their sources every two seconds, in each test of this block. */
export function usePollingEveryTwoSeconds(owner: Caller): void {
  beforeEach(async () => {
    await owner.call('PATCH', `/api/workspaces/${owner.session.workspace.id}`, {
      settings: { pollIntervalSeconds: 2 },
    });
  });
}

/** Opens a console on the show. `sources` returns the states of its sources as last reported. */
export async function watchSources(
  url: string,
  owner: Caller,
  showId: string,
): Promise<TestConsole & { sources(): SourceHealth[] }> {
  const console = await connectConsole(url, owner.session.accessToken);
  await console.join(showId);
  return { ...console, sources: () => console.heartbeats.at(-1)?.sources ?? [] };
}

/** The problems recorded in the show's ledger. */
export const readProblems = async (owner: Caller, showId: string): Promise<LedgerData['error'][]> =>
  (await owner.readEvents(showId)).flatMap((event) => (event.type === 'error' ? [event.data] : []));

/** The codes of the problems recorded in the show's ledger. */
export const readProblemCodes = async (owner: Caller, showId: string): Promise<string[]> =>
  (await readProblems(owner, showId)).map(({ code }) => code);

/** Waits until the show has exactly this number of comments. Returns them, newest first. */
export const untilComments = (owner: Caller, showId: string, count: number): Promise<Comment[]> =>
  eventually(
    () => owner.readComments(showId, 'limit=200'),
    ({ length }) => length === count,
  );

export const readConnections = async (owner: Caller): Promise<Connection[]> =>
  (await owner.call<ConnectionList>('GET', '/api/connections')).body.connections;
