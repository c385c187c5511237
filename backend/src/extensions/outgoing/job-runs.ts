import { Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { reportFailure, sendStatements, Transactions, type Tx } from '../../kernel';

/** pg-boss creates and migrates this schema itself. */
export const RUNS_SCHEMA = 'pgboss';
/** A run whose process was killed starts again this long after the time limit of its handler, or a little later. */
const EXPIRE_AFTER_LIMIT_SECONDS = 10;
/** Interval at which pg-boss looks for such runs. */
const MAINTENANCE_SECONDS = 10;
/** The product decides when a job has failed permanently; a run only starts again if its process ended. */
const MAX_LOST_RUNS = 100_000;
const RETENTION_DAYS = 365;

/** The next attempt at a job. */
export interface Run {
  id: string;
  extension: string;
  jobId: string;
  /** True if the channel's rate has already been charged. */
  charged: boolean;
  /** Attempts in a row, before this run, that ended without a result. */
  lost: number;
}

/** A run that this process has taken. */
export interface TakenRun extends Run {
  /** True if another attempt began in this run and has no result: its process ended, or could not store it. */
  isLost: boolean;
}

interface NewRun extends Run {
  at: Date;
  /** Time limit of the handler. */
  timeoutMs: number;
}

interface RunData {
  job: string;
  charged?: boolean;
  lost?: number;
}

/** A transaction of the product or of a follower. */
export type Executor = Pick<Tx, 'query'>;

/**
 * The runs of jobs in pg-boss: which attempt is due, and which process has it. They hold ids and no data of a
 * job. All SQL goes through the pool of the product, or through the transaction of the caller: a pooler in
 * transaction mode may be in between.
 */
@Injectable()
export class JobRuns {
  private readonly boss: PgBoss;

  constructor(
    dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {
    this.boss = new PgBoss({
      // pg-boss sends several statements as one text for its own schema.
      db: { executeSql: async (text, values) => ({ rows: await sendStatements(dataSource, text, values) }) },
      schema: RUNS_SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
      deleteAfterHours: 1,
    });
    this.boss.on('error', (error) => reportFailure('outgoing runs', error));
  }

  /**
   * Creates or updates the schema of pg-boss and its queues: one process after the other, because pg-boss adds
   * a partition for each queue, and two that do so at once can wait for each other for ever.
   */
  async start(extensions: readonly string[]): Promise<void> {
    await this.transactions.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock(hashtext($1))', [RUNS_SCHEMA]);
      await this.boss.start();
      for (const extension of extensions) await this.createQueue(extension);
    });
  }

  private createQueue(extension: string): Promise<void> {
    return this.boss.createQueue(extension, {
      name: extension,
      policy: 'standard',
      retryLimit: MAX_LOST_RUNS,
      retryDelay: 1,
      retentionDays: RETENTION_DAYS,
    });
  }

  async stop(): Promise<void> {
    await this.boss.stop({ graceful: false, close: false });
  }

  /** Adds a run. Does nothing if a run with this id exists. */
  async add(tx: Executor, { id, extension, jobId, charged, lost, at, timeoutMs }: NewRun): Promise<void> {
    const data: RunData = { job: jobId, ...(charged ? { charged } : {}), ...(lost > 0 ? { lost } : {}) };
    const expireInSeconds = Math.ceil(timeoutMs / 1_000) + EXPIRE_AFTER_LIMIT_SECONDS;
    await this.boss.send(extension, data, { id, startAfter: at, expireInSeconds, db: inTransaction(tx) });
  }

  /** Takes runs that are due; no other process receives them until they expire. */
  async take(extension: string, limit: number): Promise<TakenRun[]> {
    const jobs = await this.boss.fetch<RunData>(extension, { batchSize: limit, includeMetadata: true });
    return jobs.map(({ id, data, retryCount }) => ({
      id,
      extension,
      jobId: data.job,
      charged: data.charged === true,
      lost: data.lost ?? 0,
      isLost: retryCount > 0,
    }));
  }

  /** Ends a run, whatever came of it. */
  async end(tx: Executor, run: Run): Promise<void> {
    await this.boss.deleteJob(run.extension, run.id, { db: inTransaction(tx) });
  }
}

const inTransaction = (tx: Executor): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await tx.query(text, values) }),
});
