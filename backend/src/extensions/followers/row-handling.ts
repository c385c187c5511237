import { Injectable } from '@nestjs/common';
import type { ShowEvent } from '@sellary/contracts';
import { Clock, readLedger, reportFailure, Transactions, type Tx } from '../../kernel';
import { ExtensionMetrics } from '../health/extension-metrics';
import { parkEvent, readRowToRetry, removeParkedRow, restoreRetry } from '../parked/parked-rows';
import { errorText } from '../host/error-text';
import { deliver, type DeliveryContext } from './delivery';
import type { Follower } from './follower';
import { addCursor, type Cursor, lockCursor, moveCursor } from './follower-cursors';

/** Maximum number of rows in one transaction. */
export const MAX_ROWS = 50;
/**
 * Time after which a transaction commits, so that slow handlers redo little work if a transaction is lost.
 */
const MAX_BATCH_MS = 1_000;
/** Number of failed attempts after which a row is set aside. */
const MAX_ATTEMPTS = 8;
const FIRST_PAUSE_MS = 1_000;
/** Maximum time that a transaction waits for a handler. After that, a frozen process loses its lock. */
const MAX_HANDLER_WAIT_MS = 15_000;
const MAX_ERROR_LENGTH = 2_000;
/** A time later than every retry time, so that no pause applies. */
const NO_PAUSE = 'infinity';
/** Shown while a parked row is being retried, and if its retry never ends. */
const RETRY_BEGAN =
  'This event is being retried. If this text is still here after a minute, the process, or its connection to the database, ended during the retry.';
const PROCESS_ENDED =
  'The process, or its connection to the database, ended while this event was being handled.';

/** Handles a show's rows for a follower. The transaction that handles rows also moves the cursor. */
@Injectable()
export class RowHandling {
  constructor(
    private readonly transactions: Transactions,
    private readonly metrics: ExtensionMetrics,
    private readonly clock: Clock,
  ) {}

  /**
   * Handles the next rows.
   * @returns true if the next rows may be handled immediately
   */
  async handleNext(follower: Follower, showId: string, maxRows: number): Promise<boolean> {
    const work = (tx: Tx, cursor: Cursor): Promise<boolean> =>
      this.handleRows(tx, follower, showId, cursor, maxRows);
    return (await this.withCursor(follower, showId, work)) ?? false;
  }

  /**
   * Handles one row, and counts the attempt before it begins. A row whose handler ends the process is thus
   * retried after a pause and set aside after the last attempt, so that it cannot end every new process.
   * @returns whether the next row may be handled immediately, and whether the cursor has moved
   */
  async handleNextCounted(
    follower: Follower,
    showId: string,
  ): Promise<{ hasMore: boolean; hasMoved: boolean }> {
    const counted = await this.withCursor(follower, showId, (tx, cursor) =>
      this.countAttempt(tx, follower, showId, cursor),
    );
    if (counted === null) return { hasMore: false, hasMoved: false };
    if (counted.place === null) return { hasMore: counted.hasMore, hasMoved: true };
    const { seq, failures } = counted.place;
    const work = async (tx: Tx, cursor: Cursor): Promise<boolean> =>
      cursor.seq === seq && cursor.failures === failures + 1
        ? this.handleRows(tx, follower, showId, { ...cursor, failures }, 1)
        : false;
    const isDone = (await this.withCursor(follower, showId, work, NO_PAUSE)) ?? false;
    return { hasMore: isDone, hasMoved: isDone };
  }

  /**
   * Counts a failed attempt at the next row, whose transaction was lost because its handler ended the
   * connection.
   */
  async recordLostAttempt(follower: Follower, showId: string, error: unknown): Promise<void> {
    await this.withCursor(follower, showId, async (tx, cursor) => {
      const [event] = await readLedger(tx, showId, cursor.seq, 1);
      if (event === undefined) return;
      await this.recordFailure(tx, follower, showId, cursor, event.seq, messageOf(error));
    });
  }

  /**
   * Retries one row that was set aside.
   * @returns true if there was such a row
   */
  async retryParked(follower: Follower, showId: string): Promise<boolean> {
    // The retry request is cleared first, so that a handler that ends the process is not called again at the
    // next start.
    const row = await this.withCursor(follower, showId, async (tx) => {
      const rowToRetry = await readRowToRetry(tx, follower.id, showId);
      if (rowToRetry === null) return null;
      const begun = { seq: rowToRetry.seq, error: RETRY_BEGAN, at: this.clock.iso() };
      await parkEvent(tx, { follower: follower.id, showId, ...begun });
      return rowToRetry;
    });
    if (row === null) return false;
    const { seq } = row;
    const isDone = await this.withCursor(follower, showId, async (tx, { workspaceId }) => {
      const [event] = await readLedger(tx, showId, seq - 1, 1);
      const error =
        event === undefined
          ? null
          : await this.attempt(follower, event, { workspaceId, showId, attempt: MAX_ATTEMPTS + 1 }, tx);
      if (error === null) await removeParkedRow(tx, follower.id, showId, seq);
      else await parkEvent(tx, { follower: follower.id, showId, seq, error, at: this.clock.iso() });
      return true;
    });
    if (isDone !== null) return isDone;
    // Another process follows the show now, or the extension was switched off. The handler was not called.
    await this.transactions.run((tx) => restoreRetry(tx, { follower: follower.id, showId, ...row }));
    return false;
  }

  /** @returns null if this process may not follow the show now */
  private async withCursor<T>(
    follower: Follower,
    showId: string,
    work: (tx: Tx, cursor: Cursor) => Promise<T>,
    at = this.clock.iso(),
  ): Promise<T | null> {
    const run = (): Promise<T | null> =>
      this.transactions.run(async (tx) => {
        await tx.query(`SET LOCAL idle_in_transaction_session_timeout = ${MAX_HANDLER_WAIT_MS}`);
        const cursor = await lockCursor(tx, follower, showId, at);
        return cursor === null ? null : work(tx, cursor);
      });
    const result = await run();
    if (result !== null) return result;
    return (await this.transactions.run((tx) => addCursor(tx, follower, showId))) ? run() : null;
  }

  /**
   * Moves the cursor to just before the next row that the follower handles, and counts an attempt at that
   * row.
   * @returns the place before that row, with the failures before this attempt, or null if there is no row to
   * handle now
   */
  private async countAttempt(
    tx: Tx,
    follower: Follower,
    showId: string,
    cursor: Cursor,
  ): Promise<{ place: { seq: number; failures: number } | null; hasMore: boolean }> {
    const events = await readLedger(tx, showId, cursor.seq, MAX_ROWS);
    const next = events.find(({ type }) => isFollowed(follower, type));
    const seq = next === undefined ? (events.at(-1)?.seq ?? cursor.seq) : next.seq - 1;
    const failures = seq === cursor.seq ? cursor.failures : 0;
    if (next === undefined) {
      const hasMore = events.length === MAX_ROWS;
      if (events.length > 0) await this.move(tx, follower, showId, { seq, failures, hasMore });
      return { place: null, hasMore };
    }
    if (failures >= MAX_ATTEMPTS) {
      const hasMore = await this.recordFailure(
        tx,
        follower,
        showId,
        { ...cursor, seq, failures },
        next.seq,
        PROCESS_ENDED,
      );
      return { place: null, hasMore };
    }
    const retryAt = new Date(this.clock.now() + pauseMs(failures + 1)).toISOString();
    await moveCursor(tx, follower.id, showId, { seq, failures: failures + 1, retryAt });
    return { place: { seq, failures }, hasMore: true };
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
    const endAt = this.clock.now() + MAX_BATCH_MS;
    for (const event of events) {
      if (this.clock.now() > endAt) break;
      if (!isFollowed(follower, event.type)) {
        [seq, failures] = [event.seq, 0];
        continue;
      }
      const error = await this.attempt(follower, event, { workspaceId, showId, attempt: failures + 1 }, tx);
      if (error !== null) {
        return this.recordFailure(tx, follower, showId, { workspaceId, seq, failures }, event.seq, error);
      }
      [seq, failures] = [event.seq, 0];
    }
    const hasMore = events.length === maxRows || seq < (events.at(-1)?.seq ?? 0);
    if (events.length > 0) await this.move(tx, follower, showId, { seq, failures, hasMore });
    return hasMore;
  }

  /**
   * Moves the cursor. If more rows are waiting, sets a retry time, so that another process finds them if this
   * one ends.
   */
  private move(
    tx: Tx,
    follower: Follower,
    showId: string,
    { hasMore, ...place }: { seq: number; failures: number; hasMore: boolean },
  ): Promise<void> {
    const retryAt = hasMore ? this.clock.iso() : null;
    return moveCursor(tx, follower.id, showId, { ...place, retryAt });
  }

  /**
   * Schedules the next attempt at a row, or sets the row aside after the last attempt.
   * @returns true if the row was set aside, so that the next row may be handled
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
    await moveCursor(tx, follower.id, showId, { seq: failedSeq, failures: 0, retryAt: at, failed });
    this.metrics.recordParked(follower.extension);
    return true;
  }

  /**
   * Delivers a row. If one of its handlers fails, rolls back only what its handlers wrote.
   * @returns the error message, or null if all handlers succeed
   */
  private async attempt(
    follower: Follower,
    event: ShowEvent,
    context: DeliveryContext,
    tx: Tx,
  ): Promise<string | null> {
    const startedAt = performance.now();
    await tx.query('SAVEPOINT handling');
    try {
      await deliver(follower, event, context, tx);
      await tx.query('RELEASE SAVEPOINT handling');
      this.metrics.recordHandled(follower.extension, performance.now() - startedAt);
      return null;
    } catch (error) {
      await tx.query('ROLLBACK TO SAVEPOINT handling');
      this.metrics.recordFailure(follower.extension);
      reportFailure(`extension ${follower.id}`, error);
      return messageOf(error);
    }
  }
}

const isFollowed = (follower: Follower, type: string): boolean =>
  follower.handlers.some(({ types }) => types.has(type));

const messageOf = (error: unknown): string => errorText(error, MAX_ERROR_LENGTH);

/** Doubles with each failure, up to 64 s before the last attempt. */
const pauseMs = (failures: number): number => FIRST_PAUSE_MS * 2 ** (failures - 1);
