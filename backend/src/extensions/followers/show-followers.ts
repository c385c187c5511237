import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Clock,
  runEvery,
  inBackground,
  LedgerFeed,
  poolReader,
  ProcessSignals,
  reportFailure,
  Transactions,
} from '../../kernel';
import { ledgerPeriodAt } from '../../shows';
import { readShowsToRetry } from '../parked/parked-rows';
import type { Follower } from './follower';
import { readShowsBehind, registerFollowers } from './follower-cursors';
import { MAX_ROWS, RowHandling } from './row-handling';

/**
 * Maximum number of shows that a process follows at the same time. Each uses a connection while its handler
 * runs.
 */
const MAX_SHOWS_AT_ONCE = 6;
/** Maximum number of shows per extension, so that a hanging extension leaves connections for others. */
const MAX_SHOWS_PER_EXTENSION = 2;
/** Interval of the query that finds rows whose signal was lost or whose pause is over. */
const CHECK_EVERY_MS = 2_000;
const MAX_SHOWS_FOUND = 200;
const MAX_SHOWS_AT_START = 10_000;
/**
 * Allowance for clock differences between processes, and for transactions that commit later than the time
 * they record.
 */
const SLACK_PERIODS = 3;

interface Work {
  follower: Follower;
  showId: string;
  /** True if rows that were set aside are waiting to be delivered again. */
  hasRetries: boolean;
}

/**
 * Delivers each ledger row to the extensions' followers, in order per show and at least once. A follower's
 * cursor in a show is a database row. Its lock lets only one process follow the show at a time, and the
 * cursor moves in the transaction that handles the rows.
 */
@Injectable()
export class ShowFollowers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private followers: readonly Follower[] = [];
  private readonly waiting = new Map<string, Work>();
  private readonly active = new Map<string, { extension: string; done: Promise<void> }>();
  /**
   * Shows whose last transaction was lost. They continue row by row, to find the row that caused the loss.
   */
  private readonly showsWithLostTransaction = new Set<string>();
  /**
   * Number of rows to handle one by one in shows that are behind at startup, because one of the rows may have
   * ended the process.
   */
  private readonly singleRows = new Map<string, number>();
  /** Shows whose ledger last grew before this ledger period are checked only if they have a retry time. */
  private since = 0;
  private readonly cleanups: (() => void)[] = [];
  private isClosed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly rows: RowHandling,
    private readonly feed: LedgerFeed,
    private readonly signals: ProcessSignals,
    private readonly clock: Clock,
  ) {}

  /** Called once, before the application starts. */
  add(followers: readonly Follower[]): void {
    this.followers = [...this.followers, ...followers];
  }

  async onApplicationBootstrap(): Promise<void> {
    if (this.followers.length === 0) return;
    const ids = this.followers.map(({ id }) => id);
    await this.transactions.run((tx) => registerFollowers(tx, ids, this.clock.iso()));
    await this.markShowsBehind();
    const fromThisProcess = this.feed.appendedRows.subscribe(({ showId }) => this.wake(showId));
    const fromOthers = this.signals.receivedSignals.subscribe((signal) => {
      if (signal.kind === 'ledger') this.wake(signal.showId);
    });
    this.cleanups.push(
      () => fromThisProcess.unsubscribe(),
      () => fromOthers.unsubscribe(),
      runEvery('extension followers', CHECK_EVERY_MS, () => this.enqueueFoundWork()),
    );
  }

  /** Waits until the rows being handled are committed, before the database connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    for (const cleanUp of this.cleanups) cleanUp();
    this.waiting.clear();
    await Promise.allSettled([...this.active.values()].map(({ done }) => done));
  }

  private async markShowsBehind(): Promise<void> {
    const reader = poolReader(this.dataSource);
    const all = { at: 'infinity', since: 0, limit: MAX_SHOWS_AT_START };
    const { due } = await readShowsBehind(reader, this.followers, all);
    for (const { follower, showId } of due) this.singleRows.set(`${follower} ${showId}`, MAX_ROWS);
  }

  private wake(showId: string): void {
    for (const follower of this.followers) this.enqueue({ follower, showId, hasRetries: false });
  }

  private async enqueueFoundWork(): Promise<void> {
    const reader = poolReader(this.dataSource);
    const byId = new Map(this.followers.map((follower) => [follower.id, follower]));
    const now = this.clock.now();
    const { due, oldestPeriod } = await readShowsBehind(reader, this.followers, {
      at: this.clock.iso(),
      since: this.since,
      limit: MAX_SHOWS_FOUND,
    });
    this.since = Math.min(oldestPeriod ?? Infinity, ledgerPeriodAt(now) - SLACK_PERIODS);
    const toRetry = await readShowsToRetry(reader, this.followers, MAX_SHOWS_FOUND);
    for (const [found, hasRetries] of [[due, false] as const, [toRetry, true] as const]) {
      for (const { follower: id, showId } of found) {
        const follower = byId.get(id);
        if (follower !== undefined) this.enqueue({ follower, showId, hasRetries });
      }
    }
  }

  private enqueue(work: Work): void {
    if (this.isClosed) return;
    const key = `${work.follower.id} ${work.showId}`;
    const hasRetries = work.hasRetries || this.waiting.get(key)?.hasRetries === true;
    this.waiting.set(key, { ...work, hasRetries });
    this.startNext();
  }

  private startNext(): void {
    const busy = new Map<string, number>();
    for (const { extension } of this.active.values()) busy.set(extension, (busy.get(extension) ?? 0) + 1);
    for (const [key, next] of this.waiting) {
      if (this.active.size >= MAX_SHOWS_AT_ONCE) return;
      const { extension } = next.follower;
      const count = busy.get(extension) ?? 0;
      if (this.active.has(key) || count >= MAX_SHOWS_PER_EXTENSION) continue;
      busy.set(extension, count + 1);
      this.waiting.delete(key);
      const done = this.follow(key, next).catch((error: unknown) =>
        reportFailure('extension followers', error),
      );
      this.active.set(key, { extension, done });
      inBackground('extension followers', () =>
        done.then(() => {
          this.active.delete(key);
          this.startNext();
        }),
      );
    }
  }

  private async follow(key: string, { follower, showId, hasRetries }: Work): Promise<void> {
    let hasMore = hasRetries;
    while (hasMore && !this.isClosed) hasMore = await this.rows.retryParked(follower, showId);
    hasMore = true;
    while (hasMore && !this.isClosed) hasMore = await this.followSome(key, follower, showId);
  }

  private async followSome(key: string, follower: Follower, showId: string): Promise<boolean> {
    const wasLost = this.showsWithLostTransaction.has(key);
    const singleRowsLeft = this.singleRows.get(key) ?? 0;
    if (singleRowsLeft > 0) {
      const { hasMore, hasMoved } = await this.rows.handleNextCounted(follower, showId);
      if (hasMoved) this.singleRows.set(key, singleRowsLeft - 1);
      return hasMore;
    }
    this.singleRows.delete(key);
    try {
      const hasMore = await this.rows.handleNext(follower, showId, wasLost ? 1 : MAX_ROWS);
      if (wasLost && !hasMore) this.showsWithLostTransaction.delete(key);
      return hasMore;
    } catch (error) {
      this.showsWithLostTransaction.add(key);
      // This transaction handled a single row, so that row is the cause.
      if (wasLost) await this.rows.recordLostAttempt(follower, showId, error);
      throw error;
    }
  }
}
