import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import type { Clock, LedgerAppended, LedgerFeed } from '../../kernel';
import { BoundBroadcasts } from './bound-broadcasts';

describe('Broadcasts bound to shows', () => {
  const row = (requestedId: string, showId: string) => ({ requestedId, showId, accountId: 'page' });
  const origin = (liveId: string) => ({ accountId: 'page', liveId });

  /** Starts a `BoundBroadcasts` whose lookups each wait for `respond`. */
  function start() {
    const responses: ((rows: object[]) => void)[] = [];
    const query = (): Promise<object[]> => new Promise((resolve) => responses.push(resolve));
    const appendedRows = new Subject<LedgerAppended>();
    const broadcasts = new BoundBroadcasts(
      { query } as unknown as DataSource,
      { now: () => 0 } as Clock,
      { appendedRows } as unknown as LedgerFeed,
    );
    broadcasts.onModuleInit();
    const find = async (...liveIds: string[]): Promise<string[]> => {
      const lists = await broadcasts.findShows('facebook', liveIds.map(origin));
      return lists.map((shows) => shows.map(({ showId }) => showId).join());
    };
    const changeShow = (): void =>
      appendedRows.next({ events: [{ type: 'show.updated' }] } as unknown as LedgerAppended);
    return { find, changeShow, respond: (...rows: object[]) => responses.shift()?.(rows), responses };
  }

  it('A cached broadcast keeps its shows if a show changes while another broadcast is looked up.', async () => {
    const { find, changeShow, respond } = start();
    const first = find('one');
    respond(row('one', 'show-1'));
    expect(await first).toEqual(['show-1']);
    const both = find('one', 'two');
    changeShow();
    respond(row('two', 'show-2'));
    expect(await both).toEqual(['show-1', 'show-2']);
  });

  it('Shows that were read before a change are not cached.', async () => {
    const { find, changeShow, respond, responses } = start();
    const first = find('one');
    changeShow();
    respond(row('one', 'show-1'));
    expect(await first).toEqual(['show-1']);
    const second = find('one');
    expect(responses).toHaveLength(1);
    respond(row('one', 'show-1'), row('one', 'show-2'));
    expect(await second).toEqual(['show-1,show-2']);
  });
});
