import { Injectable } from '@nestjs/common';
import { Clock, readLedger, reportFailure, Transactions, type Tx } from '../../kernel';
import { ExtensionMetrics } from '../health/extension-metrics';
import { parkEvent, readRowToRetry, removeParked } from '../parked/parked-rows';
import { deliver, followedEvent } from './delivery';
import type { Follower } from './follower';
import { type Cursor, lockCursor, moveCursor } from './follower-cursors';

/** Rows of one transaction. */
export const MAX_ROWS = 50;
/** After this time a transaction commits what it has, so that slow handlers lose little if it is lost. */
const MAX_BATCH_MS = 1_000;
/** Failed attempts after which a row is set aside. */
export const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
const MAX_PAUSE_MS = 10 * 60_000;
/** A handler may keep its transaction waiting; a frozen process gives its place up after that. */
const HOLD_MS = 15_000;
const MAX_ERROR_LENGTH = 2_000;

/** Handles rows of one show for one follower, each group in one transaction that also moves the cursor. */
@Injectable()
export class RowHandling {
  constructor(
    private readonly transactions: Transactions,
    private readonly metrics: ExtensionMetrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Handles the next rows.
   * @returns true if more rows may follow at once
   */
  next(follower: Follower, showId: string, maxRows: number): Promise<boolean> {
    return this.withCursor(follower, showId, (tx, cursor) =>
      this.handleRows(tx, follower, showId, cursor, maxRows),
    );
  }

  /**
   * Counts a failed attempt at the next row whose transaction was lost: its handler took the connection with
   * it.
   */
  async recordLoss(follower: Follower, showId: string, error: unknown): Promise<void> {
    await this.withCursor(follower, showId, async (tx, cursor) => {
      const [event] = await readLedger(tx, showId, cursor.seq, 1);
      if (event !== undefined) {
        await this.recordFailure(tx, follower, showId, cursor, event.seq, messageOf(error));
      }
      return false;
    });
  }

  /**
   * Delivers one row again that was set aside.
   * @returns true if there was one
   */
  retryParked(follower: Follower, showId: string): Promise<boolean> {
    return this.withCursor(follower, showId, async (tx, { workspaceId }) => {
      const seq = await readRowToRetry(tx, follower.id, showId);
      if (seq === null) return false;
      const [event] = await readLedger(tx, showId, seq - 1, 1);
      const place = { workspaceId, showId, attempt: MAX_ATTEMPTS + 1 };
      const error =
        event === undefined
          ? null
          : await this.attempt(follower, tx, () =>
              deliver(follower, followedEvent(follower, event, place), tx),
            );
      if (error === null) await removeParked(tx, follower.id, showId, seq);
      else await parkEvent(tx, { follower: follower.id, showId, seq, error, at: this.clock.iso() });
      return true;
    });
  }

  private withCursor(
    follower: Follower,
    showId: string,
    work: (tx: Tx, cursor: Cursor) => Promise<boolean>,
  ): Promise<boolean> {
    return this.transactions.run(async (tx) => {
      await tx.query(`SET LOCAL idle_in_transaction_session_timeout = ${HOLD_MS}`);
      const cursor = await lockCursor(tx, follower, showId, this.clock.iso());
      return cursor === null ? false : work(tx, cursor);
    });
  }

  private async handleRows(
    tx: Tx,
    follower: Follower,
    showId: string,
    cursor: Cursor,
    maxRows: number,
  ): Promise<boolean> {
    const { workspaceId } = cursor;
    let { seq, failures } = cursor;
    const events = await readLedger(tx, showId, seq, maxRows);
    const until = this.clock.now() + MAX_BATCH_MS;
    for (const event of events) {
      if (this.clock.now() > until) break;
      if (!isFollowed(follower, event.type)) {
        [seq, failures] = [event.seq, 0];
        continue;
      }
      const place = { workspaceId, showId, attempt: failures + 1 };
      const error = await this.attempt(follower, tx, () =>
        deliver(follower, followedEvent(follower, event, place), tx),
      );
      if (error !== null) {
        return this.recordFailure(tx, follower, showId, { workspaceId, seq, failures }, event.seq, error);
      }
      [seq, failures] = [event.seq, 0];
    }
    if (events.length > 0) await moveCursor(tx, follower.id, showId, { seq, failures, retryAt: null });
    return events.length === maxRows || seq < (events.at(-1)?.seq ?? 0);
  }

  /**
   * Plans the next attempt at a row, or sets it aside after the last one.
   * @returns true if it was set aside, so that the next row may follow
   */
  private async recordFailure(
    tx: Tx,
    follower: Follower,
    showId: string,
    cursor: Cursor,
    failedSeq: number,
    error: string,
  ): Promise<boolean> {
    const failures = cursor.failures + 1;
    const at = this.clock.iso();
    const failed = { error, at };
    if (failures < MAX_ATTEMPTS) {
      const retryAt = new Date(this.clock.now() + pauseMs(failures)).toISOString();
      await moveCursor(tx, follower.id, showId, { seq: cursor.seq, failures, retryAt, failed });
      return false;
    }
    await parkEvent(tx, { follower: follower.id, showId, seq: failedSeq, error, at });
    await moveCursor(tx, follower.id, showId, { seq: failedSeq, failures: 0, retryAt: null, failed });
    this.metrics.setAside(follower.extension);
    return true;
  }

  /**
   * Takes back the writes of a handler that fails, and no others.
   * @returns the message of its error; null if it succeeded
   */
  private async attempt(follower: Follower, tx: Tx, work: () => Promise<void>): Promise<string | null> {
    const begin = performance.now();
    await tx.query('SAVEPOINT handling');
    try {
      await work();
      await tx.query('RELEASE SAVEPOINT handling');
      this.metrics.handled(follower.extension, performance.now() - begin);
      return null;
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT handling');
      this.metrics.failed(follower.extension);
      reportFailure(`extension ${follower.id}`, error);
      return messageOf(error);
    }
  }
}

/** Rows of other types cost no statement. */
const isFollowed = (follower: Follower, type: string): boolean =>
  follower.handlers.some(({ types }) => types.has(type));

// A column of type text cannot hold NUL.
const messageOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replaceAll('\0', '').slice(0, MAX_ERROR_LENGTH);

const pauseMs = (failures: number): number =>
  Math.min(MAX_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20));
