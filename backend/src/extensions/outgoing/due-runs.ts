import { Injectable } from '@nestjs/common';
import { Clock, reportFailure, Transactions } from '../../kernel';
import { ExtensionSwitches } from '../switches/extension-switches';
import { type JobHandlerEntry, JobHandlers } from './job-handlers';
import { JobResults } from './job-results';
import { reserveTime, countAttempt, type JobRow, lockJob } from './job-rows';
import { type Executor, JobRuns, type TakenRun } from './job-runs';

/** Interval at which a process looks for due runs. */
export const CHECK_EVERY_MS = 1_000;
/** Pause for a workspace's jobs while their extension is off. */
const OFF_PAUSE_MS = 60_000;

/** A job for which an attempt has been counted. */
interface BegunAttempt {
  job: JobRow;
  entry: JobHandlerEntry;
  /** Time until the channel's rate allows the attempt, at most `CHECK_EVERY_MS`. */
  waitMs: number;
}

/** Takes due runs, and decides whether an attempt begins. */
@Injectable()
export class DueRuns {
  /** Id of the run that this process is retrying after a lost attempt. Other such runs are postponed. */
  private retryingLostRunId: string | null = null;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: JobRuns,
    private readonly results: JobResults,
    private readonly switches: ExtensionSwitches,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes due runs. If the previous attempts at several jobs were lost because their process ended, a process
   * retries these jobs one at a time. Otherwise, a job that always ends the process would also cut off the
   * other jobs' attempts, until all of them failed.
   */
  async take(extension: string, limit: number): Promise<TakenRun[]> {
    const dueRuns = await this.runs.take(extension, limit);
    const runsAfterLoss = dueRuns.filter(
      ({ lostAttempts, isAttemptLost }) => lostAttempts > 0 && !isAttemptLost,
    );
    const postponedRuns = new Set(this.retryingLostRunId === null ? runsAfterLoss.slice(1) : runsAfterLoss);
    this.retryingLostRunId ??= runsAfterLoss[0]?.id ?? null;
    // Runs are postponed before the attempt begins, because it may end the process.
    for (const run of postponedRuns) {
      await this.transactions
        .run((tx) => this.postpone(tx, run))
        .catch((error: unknown) => reportFailure(`outgoing jobs of ${extension}`, error));
    }
    return dueRuns.filter((run) => !postponedRuns.has(run));
  }

  /** Called after a taken run has been handled. */
  finish({ id }: TakenRun): void {
    if (this.retryingLostRunId === id) this.retryingLostRunId = null;
  }

  private async postpone(tx: Executor, run: TakenRun): Promise<void> {
    const job = await lockJob(tx, run.jobId, run.id);
    const entry = job === null ? null : this.handlers.find(run.extension, job.handler);
    if (entry === null) return this.runs.end(tx, run);
    await this.results.replaceRun(tx, run, entry, {
      at: new Date(this.clock.now() + CHECK_EVERY_MS),
      hasReservedTime: run.hasReservedTime,
      lostAttempts: run.lostAttempts,
    });
  }

  /** @returns null if no attempt begins now, in which case the run has ended */
  async begin(tx: Executor, run: TakenRun): Promise<BegunAttempt | null> {
    const job = await lockJob(tx, run.jobId, run.id);
    if (job === null) {
      await this.runs.end(tx, run);
      return null;
    }
    let waitMs = 0;
    const entry = this.handlers.find(run.extension, job.handler);
    const { extension } = run;
    if (entry === null) {
      const error = `"${extension}" no longer has the handler "${job.handler}".`;
      await this.results.end(tx, run, job, { state: 'failed', result: null, error });
      return null;
    }
    if (run.isAttemptLost) {
      await this.results.recordLoss(tx, run, entry, job);
      return null;
    }
    if (!(await this.switches.isOn(extension, job.workspaceId, tx))) {
      await this.results.replaceRun(tx, run, entry, {
        at: new Date(this.clock.now() + OFF_PAUSE_MS),
        lostAttempts: run.lostAttempts,
      });
      return null;
    }
    if (job.channel !== null && job.maxPerMinute !== null && !run.hasReservedTime) {
      const channel = JSON.stringify([extension, job.handler, job.workspaceId, job.channel]);
      const at = await reserveTime(tx, channel, job.maxPerMinute, this.clock.iso());
      waitMs = Math.max(0, at.getTime() - this.clock.now());
      if (waitMs > CHECK_EVERY_MS) {
        await this.results.replaceRun(tx, run, entry, {
          at,
          hasReservedTime: true,
          lostAttempts: run.lostAttempts,
        });
        return null;
      }
    }
    await countAttempt(tx, job.id);
    return { job: { ...job, attempts: job.attempts + 1 }, entry, waitMs };
  }
}
