import { Injectable, Logger } from '@nestjs/common';
import type { QueryConfig } from 'pg';
import { DataSource } from 'typeorm';
import { isRetryable } from '../errors/database-failure';
import type { PooledClient } from './pooled-client';
import { NO_LIMIT_MS, SET_LOCAL_LIMITS, SET_LONG_LIMITS, SET_SNAPSHOT_LIMITS } from './session-limits';
import { messageOf } from '../errors/message-of';

/** Sends statements inside one transaction. Each resolves to its rows. */
export interface Tx {
  /**
   * If statements are sent without awaiting the previous one, they go out in one packet and run in the order
   * in which they were sent. A caller that does this must check every result, because after one failure, the
   * rest fail too and COMMIT becomes ROLLBACK.
   */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /**
   * Same as `query`, for a frequent statement whose text never changes: PostgreSQL parses and plans it only
   * once per connection. For a single comment, parsing and planning would be most of the work. Only for SQL
   * written in the code, because every distinct text is kept in memory.
   */
  prepared<Row = Record<string, unknown>>(sql: string, parameters: unknown[]): Promise<Row[]>;
  /** Relaxes this transaction's time limits for long-running work, such as removing a whole show. */
  raiseLimits(): Promise<void>;
  /**
   * Sends COMMIT after the statements already sent. For a caller that wants COMMIT in the same packet as its
   * last writes. No statement may follow.
   */
  commit(): Promise<void>;
}

/**
 * Begins a transaction that finds every row by index. Plans are prepared once, without the values, and never
 * scan a whole table, even if the table was empty at that time.
 */
export const BEGIN_BY_INDEX =
  'BEGIN; SET LOCAL plan_cache_mode = force_generic_plan; SET LOCAL enable_seqscan = off';
export type Begin = 'BEGIN' | typeof BEGIN_BY_INDEX;

const MAX_ATTEMPTS = 5;

/** The driver supports a `query_timeout` per statement, but its types lack it. */
type Statement = QueryConfig & { query_timeout?: number };

class RunnerTx implements Tx {
  private readonly pending = new Set<Promise<unknown>>();
  private timeLimit: Pick<Statement, 'query_timeout'> = {};
  isCommitSent = false;

  /**
   * Uses the TypeORM runner's connection directly, because the runner itself would delay statements with
   * extra awaits and does not support named statements.
   */
  constructor(private readonly client: PooledClient) {}

  /** `limits` are specific to this kind of transaction and override the usual ones. */
  begin(begin: string, limits: string): Promise<unknown> {
    return this.query(`${begin}${this.client.isBehindPooler ? `; ${SET_LOCAL_LIMITS}` : ''}${limits}`);
  }

  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    return this.send(parameters === undefined ? { text: sql } : { text: sql, values: parameters });
  }

  prepared<Row = Record<string, unknown>>(sql: string, parameters: unknown[]): Promise<Row[]> {
    return this.send(this.client.preparedQuery(sql, parameters));
  }

  async raiseLimits(): Promise<void> {
    await this.query(SET_LONG_LIMITS);
    this.timeLimit = { query_timeout: NO_LIMIT_MS };
  }

  private send<Row>(statement: Statement): Promise<Row[]> {
    this.client.corkUntilNextTick();
    const response = this.client
      .query({ ...statement, ...this.timeLimit })
      .then((result) => result.rows as Row[]);
    this.pending.add(response);
    const forget = (): void => void this.pending.delete(response);
    response.then(forget, forget);
    return response;
  }

  async commit(): Promise<void> {
    const before = [...this.pending];
    this.isCommitSent = true;
    // After a failed statement, COMMIT rolls back silently, so its own result is not enough.
    await Promise.all([...before, this.query('COMMIT')]);
  }

  /** Waits for all pending results, so that the connection is idle. */
  async finish(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }
}

/**
 * Begins every transaction on the server. A transaction that writes uses READ COMMITTED and is repeated as a
 * whole after a retryable failure, such as a deadlock.
 */
@Injectable()
export class Transactions {
  private readonly log = new Logger('Transactions');

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction and commits it, unless `work` itself called `tx.commit()`. `work` may run
   * several times and must not act outside `tx`.
   * @throws what `work` threw, after ROLLBACK.
   */
  async run<T>(work: (tx: Tx) => Promise<T>, begin: Begin = 'BEGIN'): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.runOnce(work, begin);
      } catch (error) {
        if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw error;
        this.log.warn(`Attempt ${attempt} failed (${messageOf(error)}), retrying`);
      }
    }
  }

  /**
   * Runs several reads on one consistent, read-only view of the database.
   * @param limits `statementTimeoutMs` limits each statement. PostgreSQL cancels a statement that runs
   * longer, and the caller gets `UNAVAILABLE`.
   */
  snapshot<T>(work: (tx: Tx) => Promise<T>, limits: { statementTimeoutMs?: number } = {}): Promise<T> {
    const { statementTimeoutMs } = limits;
    const statementLimit =
      statementTimeoutMs === undefined
        ? ''
        : `; SET LOCAL statement_timeout = ${Math.ceil(statementTimeoutMs)}`;
    return this.runOnce(
      work,
      'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY',
      `; ${SET_SNAPSHOT_LIMITS}${statementLimit}`,
    );
  }

  private async runOnce<T>(work: (tx: Tx) => Promise<T>, begin: string, limits = ''): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let isBroken = false;
    try {
      const tx = new RunnerTx((await runner.connect()) as PooledClient);
      try {
        const beginning = tx.begin(begin, limits);
        const [result] = await Promise.all([work(tx), beginning]);
        if (!tx.isCommitSent) await tx.commit();
        return result;
      } catch (error) {
        await tx.finish();
        // If ROLLBACK cannot be sent, the connection is gone, and with it the transaction.
        await runner.query('ROLLBACK').catch(() => (isBroken = true));
        throw error;
      }
    } finally {
      if (isBroken) this.log.warn('A connection broke inside a transaction');
      await runner.release();
    }
  }
}
