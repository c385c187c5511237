import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ShowEvent } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import {
  runAfter,
  ApiError,
  Clock,
  runEvery,
  guardListener,
  type LedgerAppended,
  LedgerFeed,
} from '../../kernel';
import { lockShow, ShowQueue, ShowTransactions } from '../../shows';
import { decideDueComments } from './decide-due';

/**
 * Interval between checks for shows without a timer in any process, for example after a crash. Also the
 * longest time of a timer, because a comment from another platform may arrive later but be due earlier.
 */
const CHECK_EVERY_MS = 2_000;
/**
 * Minimum time between two decisions. Comments that become due in between are decided together, with at most
 * this much delay.
 */
const MIN_PAUSE_MS = 100;

/**
 * Decides pending claims and pending passes when their fairness window is over. Each process has timers for
 * the shows whose comments it received, and a regular check finds the others. Any process may go first,
 * because due comments are read and decided under the show's lock.
 */
@Injectable()
export class FairnessWindow implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private isStopped = false;
  private endChecks: () => void = () => undefined;
  private unfollow: () => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly showTransactions: ShowTransactions,
    private readonly queue: ShowQueue,
    private readonly feed: LedgerFeed,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.isStopped = false;
    const follow = guardListener('fairness window', ({ showId, events }: LedgerAppended) => {
      // A claim that is pending again may already be due, long before the timer fires.
      if (events.some(isPendingAgain)) this.cancelTimer(showId);
      if (events.some(isNowPending)) this.plan(showId, 0);
    });
    const subscription = this.feed.appendedRows.subscribe(follow);
    this.unfollow = () => subscription.unsubscribe();
    this.endChecks = runEvery('fairness window', CHECK_EVERY_MS, () => this.check());
  }

  onApplicationShutdown(): void {
    this.isStopped = true;
    this.unfollow();
    this.endChecks();
    for (const timer of this.timers.values()) clearTimeout(timer);
    this.timers.clear();
  }

  private async check(): Promise<void> {
    // A comment stays pending when an operator decides all its claims or withdraws the item.
    const shows = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM shows WHERE pending_count > 0
       UNION SELECT show_id FROM comments WHERE outcome = 'pending' AND resolution IS NULL`,
    );
    for (const { id } of shows) this.plan(id, 0);
  }

  private cancelTimer(showId: string): void {
    clearTimeout(this.timers.get(showId));
    this.timers.delete(showId);
  }

  private plan(showId: string, ms: number): void {
    if (this.timers.has(showId) || this.isStopped) return;
    const timer = runAfter('fairness window', ms, () => this.decide(showId));
    timer.unref();
    this.timers.set(showId, timer);
  }

  private async decide(showId: string): Promise<void> {
    let next: number | null;
    try {
      next = await this.queue.submit(showId, () =>
        this.showTransactions.runBatch(async (tx) => {
          const row = await lockShow(tx, showId);
          if (row === null) throw ApiError.notFound('show');
          const show = this.showTransactions.wrap(tx, row);
          return { show, result: await decideDueComments(show) };
        }),
      );
    } finally {
      // After a failure, the next check tries again.
      this.timers.delete(showId);
    }
    if (next === null) return;
    const dueInMs = next - this.clock.now();
    this.plan(showId, Math.min(Math.max(MIN_PAUSE_MS, dueInMs), CHECK_EVERY_MS));
  }
}

/** True for rows that make a claim pending again. */
const isPendingAgain = (event: ShowEvent): boolean =>
  event.type === 'claim.updated' && event.data.claim.status === 'pending';

/** True for rows that make a claim or a pass pending. */
const isNowPending = (event: ShowEvent): boolean =>
  isPendingAgain(event) || (event.type === 'comment.received' && event.data.comment.outcome === 'pending');
