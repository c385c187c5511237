import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  Clock,
  every,
  inBackground,
  LedgerFeed,
  ProcessSignals,
  readLedger,
  reportFailure,
  Transactions,
  type Tx,
} from '../../kernel';
import { deliver, followedEvent } from './delivery';
import type { Follower } from './follower';
import { lockCursor, moveCursor, parkEvent, readShowsBehind, registerFollowers } from './follower-cursors';

/** Rows of one transaction. */
const MAX_ROWS = 50;
/** Failed attempts after which a row is set aside. */
export const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 10 * 60_000;
/** Shows are followed at once by one process. */
const MAX_SHOWS_AT_ONCE = 2;
/** Rows whose signal was lost, or whose pause is over, are found by a query. */
const LOOK_EVERY_MS = 2_000;
const MAX_SHOWS_FOUND = 200;
/** A handler may keep its transaction waiting; a frozen process gives its place up after that. */
const HOLD_MS = 15_000;

/**
 * Brings each row of the ledger to the followers of the extensions, in order per show and at least once. The
 * place of a follower is a row of the database: its lock lets one process follow a show at a time, and it
 * moves in the transaction in which a row is handled.
 */
@Injectable()
export class ShowFollowers implements OnApplicationBootstrap, OnApplicationShutdown {
  private followers: readonly Follower[] = [];
  private readonly waiting = new Map<string, { follower: Follower; showId: string }>();
  private readonly active = new Map<string, Promise<void>>();
  private readonly ends: (() => void)[] = [];
  private closed = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
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
    const own = this.feed.appended.subscribe(({ showId }) => this.wake(showId));
    const others = this.signals.received.subscribe((signal) => {
      if (signal.kind === 'ledger') this.wake(signal.showId);
    });
    this.ends.push(
      () => own.unsubscribe(),
      () => others.unsubscribe(),
      every('extension followers', LOOK_EVERY_MS, () => this.look()),
    );
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    for (const end of this.ends) end();
    this.waiting.clear();
    await Promise.allSettled(this.active.values());
  }

  private wake(showId: string): void {
    for (const follower of this.followers) this.enqueue(follower, showId);
  }

  private async look(): Promise<void> {
    const byId = new Map(this.followers.map((follower) => [follower.id, follower]));
    const found = await readShowsBehind(this.dataSource, [...byId.keys()], this.clock.iso(), MAX_SHOWS_FOUND);
    for (const { follower: id, showId } of found) {
      const follower = byId.get(id);
      if (follower !== undefined) this.enqueue(follower, showId);
    }
  }

  private enqueue(follower: Follower, showId: string): void {
    if (this.closed) return;
    this.waiting.set(`${follower.id} ${showId}`, { follower, showId });
    this.startNext();
  }

  private startNext(): void {
    for (const [key, { follower, showId }] of this.waiting) {
      if (this.active.size >= MAX_SHOWS_AT_ONCE) return;
      if (this.active.has(key)) continue;
      this.waiting.delete(key);
      const work = this.follow(follower, showId).catch((error: unknown) =>
        reportFailure('extension followers', error),
      );
      this.active.set(key, work);
      inBackground('extension followers', () =>
        work.then(() => {
          this.active.delete(key);
          this.startNext();
        }),
      );
    }
  }

  private async follow(follower: Follower, showId: string): Promise<void> {
    let hasMore = true;
    while (hasMore && !this.closed) {
      hasMore = await this.transactions.run((tx) => this.handleSome(follower, showId, tx));
    }
  }

  /** @returns true if more rows may follow at once. */
  private async handleSome(follower: Follower, showId: string, tx: Tx): Promise<boolean> {
    await tx.query(`SET LOCAL idle_in_transaction_session_timeout = ${HOLD_MS}`);
    const cursor = await lockCursor(tx, follower.id, showId, this.clock.iso());
    if (cursor === null) return false;
    const { workspaceId } = cursor;
    let { seq, failures } = cursor;
    const events = await readLedger(tx, showId, seq, MAX_ROWS);
    for (const event of events) {
      const error = await this.attempt(follower, tx, () =>
        deliver(follower, followedEvent(follower, event, { workspaceId, showId, attempt: failures + 1 }), tx),
      );
      if (error !== null) {
        failures += 1;
        if (failures < MAX_ATTEMPTS) {
          const retryAt = new Date(this.clock.now() + pauseMs(failures)).toISOString();
          await moveCursor(tx, follower.id, showId, { seq, failures, retryAt });
          return false;
        }
        const at = this.clock.iso();
        await parkEvent(tx, { follower: follower.id, showId, seq: event.seq, error, at });
      }
      [seq, failures] = [event.seq, 0];
    }
    if (events.length > 0) await moveCursor(tx, follower.id, showId, { seq, failures, retryAt: null });
    return events.length === MAX_ROWS;
  }

  /**
   * Writes of a handler that fails are taken back alone.
   * @returns the message of its error; null if it succeeded
   */
  private async attempt(follower: Follower, tx: Tx, work: () => Promise<void>): Promise<string | null> {
    await tx.query('SAVEPOINT handling');
    try {
      await work();
      await tx.query('RELEASE SAVEPOINT handling');
      return null;
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT handling');
      reportFailure(`extension ${follower.id}`, error);
      return error instanceof Error ? error.message : String(error);
    }
  }
}

const pauseMs = (failures: number): number =>
  Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
