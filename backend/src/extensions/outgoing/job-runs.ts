import { Injectable } from '@nestjs/common';
import PgBoss from 'pg-boss';
import { DataSource } from 'typeorm';
import { reportFailure, sendStatements, Transactions, type Tx } from '../../kernel';

/** pg-boss creates and migrates this schema itself. */
export const RUNS_SCHEMA = 'pgboss';
/** Time from the handler's time limit until a killed process's run expires and starts again. */
const EXPIRE_AFTER_LIMIT_SECONDS = 10;
/** Interval at which pg-boss looks for expired runs. */
const MAINTENANCE_SECONDS = 10;
/**
 * Effectively no limit, because a run restarts only if its process ended, and the product decides when a job
 * fails.
 */
const MAX_LOST_RUNS = 100_000;
const RETENTION_DAYS = 365;

/** The next attempt at a job, in pg-boss. */
export interface Run {
  id: string;
  extension: string;
  jobId: string;
  /** True if the attempt already has a reserved time in its channel. */
  hasReservedTime: boolean;
  /** Number of consecutive attempts before this run that ended without a result. */
  lostAttempts: number;
}

/** A run that this process has taken. */
export interface TakenRun extends Run {
  /**
   * True if an attempt began in this run but has no result, because its process ended or could not store it.
   */
  isAttemptLost: boolean;
}

export interface NewRun extends Pick<Run, 'id' | 'extension' | 'jobId'> {
  hasReservedTime?: boolean;
  lostAttempts?: number;
  at: Date;
  /** The handler's time limit. */
  timeoutMs: number;
}

/** A run's data, with the field names of stored runs. */
interface RunData {
  job: string;
  charged?: boolean | undefined;
  lost?: number | undefined;
}

/** A product or follower transaction. */
export type Executor = Pick<Tx, 'query'>;

/**
 * Stores the runs of jobs in pg-boss: which attempt is due, and which process has it. Runs contain ids but no
 * job data. All SQL uses the product's pool or the caller's transaction, so that it also works through a
 * pooler in transaction mode.
 */
@Injectable()
export class JobRuns {
  private readonly boss: PgBoss;

  constructor(
    dataSource: DataSource,
    private readonly transactions: Transactions,
  ) {
    this.boss = new PgBoss({
      // For its own schema, pg-boss sends several statements as one string.
      db: { executeSql: async (text, values) => ({ rows: await sendStatements(dataSource, text, values) }) },
      schema: RUNS_SCHEMA,
      schedule: false,
      maintenanceIntervalSeconds: MAINTENANCE_SECONDS,
      deleteAfterHours: 1,
    });
    this.boss.on('error', (error) => reportFailure('outgoing runs', error));
  }

  /**
   * Creates or updates the pg-boss schema and its queues. Processes do this one at a time, because pg-boss
   * adds a partition for each queue, and two processes doing so at the same time can deadlock.
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
  async add(tx: Executor, { id, extension, at, timeoutMs, ...run }: NewRun): Promise<void> {
    const data: RunData = { job: run.jobId, charged: run.hasReservedTime, lost: run.lostAttempts };
    const expireInSeconds = Math.ceil(timeoutMs / 1_000) + EXPIRE_AFTER_LIMIT_SECONDS;
    await this.boss.send(extension, data, { id, startAfter: at, expireInSeconds, db: inTransaction(tx) });
  }

  /** Takes due runs. No other process receives them until they expire. */
  async take(extension: string, limit: number): Promise<TakenRun[]> {
    const jobs = await this.boss.fetch<RunData>(extension, { batchSize: limit, includeMetadata: true });
    return jobs.map(({ id, data, retryCount }) => ({
      id,
      extension,
      jobId: data.job,
      hasReservedTime: data.charged === true,
      lostAttempts: data.lost ?? 0,
      isAttemptLost: retryCount > 0,
    }));
  }

  /** True if a process has taken the run. */
  async isTaken(tx: Executor, { extension, id }: Pick<Run, 'extension' | 'id'>): Promise<boolean> {
    const options = { includeArchive: false, db: inTransaction(tx) };
    return (await this.boss.getJobById(extension, id, options))?.state === 'active';
  }

  /** Removes a run, whatever its result. */
  async end(tx: Executor, run: Run): Promise<void> {
    await this.boss.deleteJob(run.extension, run.id, { db: inTransaction(tx) });
  }
}

const inTransaction = (tx: Executor): PgBoss.Db => ({
  executeSql: async (text, values) => ({ rows: await tx.query(text, values) }),
});
