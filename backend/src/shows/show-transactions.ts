import { Injectable } from '@nestjs/common';
import {
  ApiError,
  BEGIN_BY_INDEX,
  Clock,
  ProcessSignals,
  LedgerFeed,
  Transactions,
  type Tx,
  uuidV7,
} from '../kernel';
import { LockedShow } from './locked-show';
import type { ShowRow } from './show-row';
import { ShowQueue } from './show-queue';
import { RuleCatalog } from './rules/rule-catalog';

/**
 * Locks and returns the show's row, or returns null if there is no such show. `FOR NO KEY UPDATE` still
 * allows foreign key checks on the show.
 */
export async function lockShow(tx: Tx, showId: string): Promise<ShowRow | null> {
  const rows = await tx.prepared<ShowRow>('SELECT * FROM shows WHERE id = $1 FOR NO KEY UPDATE', [showId]);
  return rows[0] ?? null;
}

/**
 * Runs every transaction on a show: waits for other work on the show, takes its lock, commits the ledger rows
 * together with the change, and then announces them.
 */
@Injectable()
export class ShowTransactions {
  constructor(
    private readonly transactions: Transactions,
    private readonly queue: ShowQueue,
    private readonly clock: Clock,
    private readonly feed: LedgerFeed,
    private readonly signals: ProcessSignals,
    private readonly catalog: RuleCatalog,
  ) {}

  /**
   * Runs an operator's act in its own transaction, in the order of the show's queue.
   * @throws ApiError NOT_FOUND if the show is not in the workspace, and any error from `work`. In both cases,
   * nothing is changed
   */
  run<T>(workspaceId: string, showId: string, work: (show: LockedShow) => Promise<T>): Promise<T> {
    return this.queue.submit(showId, () =>
      this.runBatch(async (tx) => {
        const row = await lockShow(tx, showId);
        if (row?.workspace_id !== workspaceId) throw ApiError.notFound('show');
        const show = this.wrap(tx, row);
        return { show, result: await work(show) };
      }),
    );
  }

  /**
   * Runs an act on several shows in one transaction, in the order of each show's queue. All acts take the
   * shows in id order, so that two acts never wait for each other.
   * @throws ApiError NOT_FOUND, and any error from `work`. In both cases, nothing is changed
   */
  async runAcross<T>(
    workspaceId: string,
    showIds: readonly string[],
    work: (tx: Tx, shows: ReadonlyMap<string, LockedShow>) => Promise<T>,
  ): Promise<T> {
    const ids = [...new Set(showIds)].sort();
    const inQueues = (rest: readonly string[]): Promise<T> => {
      const [id, ...others] = rest;
      return id === undefined
        ? this.runTogether(workspaceId, ids, work)
        : this.queue.submit(id, () => inQueues(others));
    };
    return inQueues(ids);
  }

  private async runTogether<T>(
    workspaceId: string,
    ids: readonly string[],
    work: (tx: Tx, shows: ReadonlyMap<string, LockedShow>) => Promise<T>,
  ): Promise<T> {
    const { shows, result } = await this.transactions.run(async (tx) => {
      const lockedShows = new Map<string, LockedShow>();
      for (const id of ids) {
        const row = await lockShow(tx, id);
        if (row?.workspace_id !== workspaceId) throw ApiError.notFound('show');
        lockedShows.set(id, this.wrap(tx, row));
      }
      const outcome = { shows: [...lockedShows.values()], result: await work(tx, lockedShows) };
      for (const show of outcome.shows) await show.write();
      return outcome;
    }, BEGIN_BY_INDEX);
    for (const show of shows) this.announce(show);
    return result;
  }

  /**
   * Creates a show and runs `work` on it in the same transaction. `insert` adds its row.
   * @throws any error from `insert` or `work`. The show is then not created
   */
  create<T>(
    insert: (tx: Tx, showId: string) => Promise<void>,
    work: (show: LockedShow) => Promise<T>,
  ): Promise<T> {
    const showId = uuidV7();
    return this.queue.submit(showId, () =>
      this.runBatch(async (tx) => {
        await insert(tx, showId);
        const row = await lockShow(tx, showId);
        if (row === null) throw new Error(`The new show ${showId} was not inserted`);
        const show = this.wrap(tx, row);
        return { show, result: await work(show) };
      }),
    );
  }

  /**
   * Wraps a locked row for the caller's transaction. The rows that the show records get the time of this call
   * by default.
   */
  wrap(tx: Tx, row: ShowRow): LockedShow {
    return new LockedShow(tx, row, this.clock.iso(), this.catalog);
  }

  /**
   * Runs `work`, commits the show it returns, then notifies consoles and other processes. Called from inside
   * the show's queue.
   */
  async runBatch<T>(work: (tx: Tx) => Promise<{ show: LockedShow; result: T }>): Promise<T> {
    const done = await this.transactions.run(async (tx) => {
      const outcome = await work(tx);
      await outcome.show.commit();
      return outcome;
    }, BEGIN_BY_INDEX);
    this.announce(done.show);
    return done.result;
  }

  private announce(show: LockedShow): void {
    if (show.events.length === 0) return;
    this.feed.announce({ showId: show.id, events: [...show.events] });
    this.signals.send({ kind: 'ledger', showId: show.id, seq: show.lastSeq });
  }
}
