import { Injectable, Logger } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';
import { isRetryable } from '../errors/database-failure';

/** How statements are sent inside one transaction. Each resolves to its rows. */
export interface Tx {
  /**
   * Statements sent without awaiting the one before travel together and run in the order they were sent.
   * Whoever does so must look at every result: after one failure the rest fail too, and COMMIT turns into ROLLBACK.
   */
  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]>;
  /**
   * Sends COMMIT behind the statements already sent. Called by a closure that wants it in the same packet as its last writes; nothing may be sent after it.
   */
  commit(): Promise<void>;
}

const MAX_ATTEMPTS = 5;

class RunnerTx implements Tx {
  private readonly pending = new Set<Promise<unknown>>();
  committed = false;

  constructor(private readonly runner: QueryRunner) {}

  query<Row = Record<string, unknown>>(sql: string, parameters?: unknown[]): Promise<Row[]> {
    const answer = this.runner.query(sql, parameters, true).then((result) => result.records as Row[]);
    this.pending.add(answer);
    const settled = (): void => void this.pending.delete(answer);
    answer.then(settled, settled);
    return answer;
  }

  async commit(): Promise<void> {
    const before = [...this.pending];
    this.committed = true;
    // A failed statement before it makes COMMIT roll back silently: its own answer is not enough.
    await Promise.all([...before, this.query('COMMIT')]);
  }

  /** Waits for every answer still on its way, so that the connection is quiet. */
  async settle(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }
}

/** The named desk where every transaction begins: READ COMMITTED, the whole closure again on serialization failure or deadlock. */
@Injectable()
export class Transactions {
  private readonly log = new Logger('Transactions');

  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction and commits it, unless `work` itself called `tx.commit()`. `work` may run several times and must not act outside `tx`.
   * @throws what `work` threw, after ROLLBACK.
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.once(work, 'BEGIN');
      } catch (error) {
        if (!isRetryable(error) || attempt === MAX_ATTEMPTS) throw error;
        this.log.warn(`Attempt ${attempt} was refused (${String(error)}), running it again`);
      }
    }
  }

  /** One consistent view of the database for several reads; writes nothing. */
  snapshot<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.once(work, 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  }

  private async once<T>(work: (tx: Tx) => Promise<T>, begin: string): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    let broken = false;
    try {
      await runner.connect();
      const tx = new RunnerTx(runner);
      try {
        const begun = tx.query(begin);
        const [result] = await Promise.all([work(tx), begun]);
        if (!tx.committed) await tx.commit();
        return result;
      } catch (error) {
        await tx.settle();
        // Where ROLLBACK cannot be said, the connection is gone, and with it the transaction.
        await runner.query('ROLLBACK').catch(() => (broken = true));
        throw error;
      }
    } finally {
      if (broken) this.log.warn('A connection broke inside a transaction');
      await runner.release();
    }
  }
}
