import { Injectable } from '@nestjs/common';
import { JobDelayed, JobRejected } from '@sellary/extension-kit';
import { Clock } from '../../kernel';
import { errorText } from '../host/error-text';
import { JobMetrics } from '../health/job-metrics';
import type { JobHandlerEntry } from './job-handlers';
import { JobQueue } from './job-queue';
import { endJob, type JobRow, renewRun } from './job-rows';
import { type Executor, JobRuns, type NewRun, type Run } from './job-runs';
import { isLastAttempt, lostPauseMs, MAX_LOST_ATTEMPTS, pauseMs } from './job-retries';

export const MAX_TEXT_LENGTH = 500;

/** A handler's result or error. */
export interface JobOutcome {
  result: string | null;
  error: unknown;
}

/** Records the results of attempts: ends the job, or adds its next run. */
@Injectable()
export class JobResults {
  constructor(
    private readonly runs: JobRuns,
    private readonly queue: JobQueue,
    private readonly metrics: JobMetrics,
    private readonly clock: Clock,
  ) {}

  async record(
    tx: Executor,
    run: Run,
    entry: JobHandlerEntry,
    job: JobRow,
    { result, error }: JobOutcome,
  ): Promise<void> {
    if (error === null) {
      this.metrics.recordAttempt(run.extension, 'done');
      return this.end(tx, run, job, { state: 'done', result, error: null });
    }
    const message = errorText(error, MAX_TEXT_LENGTH);
    if (error instanceof JobRejected || isLastAttempt(job.attempts, this.clock.now(), job.retryUntil)) {
      this.metrics.recordAttempt(run.extension, 'failed');
      return this.end(tx, run, job, { state: 'failed', result: null, error: message });
    }
    this.metrics.recordAttempt(run.extension, 'retried');
    const pause = pauseMs(job.attempts, error instanceof JobDelayed ? error.delayMs : null);
    await this.replaceRun(tx, run, entry, {
      at: new Date(this.clock.now() + pause),
      error: message,
    });
  }

  /**
   * Records an attempt that has no result because its process ended. A job that ends the process at every
   * attempt fails after `MAX_LOST_ATTEMPTS`, because each such attempt also cuts off all other jobs in that
   * process.
   */
  async recordLoss(tx: Executor, run: Run, entry: JobHandlerEntry, job: JobRow): Promise<void> {
    const lostAttempts = run.lostAttempts + 1;
    if (lostAttempts >= MAX_LOST_ATTEMPTS) {
      this.metrics.recordAttempt(run.extension, 'failed');
      const error = `Gave up: ${lostAttempts} attempts in a row ended without a result because the process ended or could not store it.`;
      return this.end(tx, run, job, { state: 'failed', result: null, error });
    }
    this.metrics.recordAttempt(run.extension, 'retried');
    await this.replaceRun(tx, run, entry, {
      at: new Date(this.clock.now() + lostPauseMs(lostAttempts)),
      lostAttempts,
      error: 'The attempt ended without a result because the process ended or could not store it.',
    });
  }

  async end(
    tx: Executor,
    run: Run,
    job: JobRow,
    outcome: { state: 'done' | 'failed'; result: string | null; error: string | null },
  ): Promise<void> {
    await this.runs.end(tx, run);
    const hasEnded = await endJob(tx, job.id, run.id, { ...outcome, at: this.clock.iso() });
    if (hasEnded) await this.queue.startNext(tx, run.extension, job);
  }

  /** Ends the run and adds its job's next run, unless the job no longer waits for this run. */
  async replaceRun(
    tx: Executor,
    run: Run,
    { timeoutMs }: JobHandlerEntry,
    { error, ...next }: Pick<NewRun, 'at' | 'hasReservedTime' | 'lostAttempts'> & { error?: string },
  ): Promise<void> {
    await this.runs.end(tx, run);
    const id = await renewRun(tx, run.jobId, run.id, next.at.toISOString(), error);
    if (id === null) return;
    const { extension, jobId } = run;
    await this.runs.add(tx, { id, extension, jobId, timeoutMs, ...next });
  }
}
