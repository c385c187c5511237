import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { DONE_JOB_LIFETIME_MS, FAILED_JOB_LIFETIME_MS } from '@sellary/contracts';
import type { OutgoingJob } from '@sellary/extension-kit';
import { setTimeout as wait } from 'node:timers/promises';
import {
  runAfter,
  Clock,
  runEvery,
  inBackground,
  runIsolated,
  isoTime,
  reportFailure,
  Transactions,
} from '../../kernel';
import { storableText } from '../host/error-text';
import { DueRuns, CHECK_EVERY_MS } from './due-runs';
import { type JobHandlerEntry, JobHandlers } from './job-handlers';
import { type JobOutcome, JobResults, MAX_TEXT_LENGTH } from './job-results';
import { dropEndedJobs, dropIdleRates, type JobRow, readJobsNeedingRun } from './job-rows';
import { JobRuns, type TakenRun } from './job-runs';

/** Maximum number of one extension's jobs that a process handles concurrently. */
const MAX_CONCURRENT_JOBS = 8;
/**
 * Interval at which missing runs are added, for example after the pg-boss tables were restored or emptied.
 */
const REPAIR_EVERY_MS = 10 * 60_000;
const REPAIR_PAGE_SIZE = 500;
const DROP_PAGE_SIZE = 1_000;
/** Maximum time that a stopping process waits for its handlers. */
const MAX_STOP_MS = 5_000;

/**
 * Handles extension jobs, outside of any transaction. Each extension has its own slots, so that one with
 * hanging handlers does not delay the others.
 */
@Injectable()
export class JobWorkers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  /** Work on taken runs, by extension. */
  private readonly activeWork = new Map<string, Set<Promise<void>>>();
  /** Database requests that are taking due runs, by extension. */
  private readonly taking = new Map<string, Promise<void>>();
  /** Time limits for the running handlers. */
  private readonly limits = new Set<AbortController>();
  private readonly cleanups: (() => void)[] = [];
  private state: 'new' | 'started' | 'stopped' = 'new';

  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: JobRuns,
    private readonly results: JobResults,
    private readonly due: DueRuns,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const extensions = this.handlers.extensions();
    if (extensions.length === 0) return;
    await this.runs.start(extensions);
    this.state = 'started';
    for (const extension of extensions) {
      this.activeWork.set(extension, new Set());
      this.cleanups.push(
        runEvery(`outgoing jobs of ${extension}`, CHECK_EVERY_MS, () => this.takeDueRuns(extension)),
      );
    }
    inBackground('outgoing jobs', () => this.repair());
    this.cleanups.push(runEvery('outgoing jobs', REPAIR_EVERY_MS, () => this.repair()));
  }

  /** Records handler results before the database connections close. */
  async beforeApplicationShutdown(): Promise<void> {
    for (const cleanUp of this.cleanups) cleanUp();
    if (this.state === 'new') return;
    this.state = 'stopped';
    // Runs that have just been taken still begin, so that their attempts are recorded.
    await Promise.allSettled(this.taking.values());
    const running = [...this.activeWork.values()].flatMap((work) => [...work]);
    const timeout = new AbortController();
    await Promise.race([
      Promise.allSettled(running),
      wait(MAX_STOP_MS, undefined, { signal: timeout.signal }).catch(() => undefined),
    ]);
    timeout.abort();
    for (const limit of this.limits) limit.abort(new Error('The product stopped during the attempt.'));
    await Promise.allSettled(running);
    await this.runs.stop();
  }

  /** Takes due runs until all of the extension's slots are in use. */
  private async takeDueRuns(extension: string): Promise<void> {
    const active = this.activeWork.get(extension);
    if (active === undefined || active.size >= MAX_CONCURRENT_JOBS || this.taking.has(extension)) return;
    if (this.state !== 'started') return;
    const taking = this.beginDueRuns(extension, active).finally(() => this.taking.delete(extension));
    this.taking.set(extension, taking);
    await taking;
  }

  private async beginDueRuns(extension: string, active: Set<Promise<void>>): Promise<void> {
    for (const run of await this.due.take(extension, MAX_CONCURRENT_JOBS - active.size)) {
      const work = this.handle(run)
        .catch((error: unknown) => reportFailure(`outgoing jobs of ${extension}`, error))
        .finally(() => this.due.finish(run));
      active.add(work);
      inBackground(`outgoing jobs of ${extension}`, () =>
        work.then(() => {
          active.delete(work);
          return this.takeDueRuns(extension);
        }),
      );
    }
  }

  private async handle(run: TakenRun): Promise<void> {
    const attempt = await this.transactions.run((tx) => this.due.begin(tx, run));
    if (attempt === null) return;
    const { job, entry, waitMs } = attempt;
    if (waitMs > 0) await wait(waitMs);
    const outcome = await this.attempt(entry, job);
    await this.transactions.run((tx) => this.results.record(tx, run, entry, job, outcome));
  }

  private async attempt(
    { handler, timeoutMs, extension, name }: JobHandlerEntry,
    job: JobRow,
  ): Promise<JobOutcome> {
    const limit = new AbortController();
    this.limits.add(limit);
    const timer = runAfter(`outgoing job of ${extension}`, timeoutMs, () =>
      limit.abort(new Error(`${name} took longer than ${timeoutMs / 1_000} s.`)),
    );
    const { id, workspaceId, key, payload, channel, attempts, createdAt } = job;
    const outgoingJob: OutgoingJob = {
      id,
      workspaceId,
      key,
      payload,
      channel,
      attempt: attempts,
      createdAt: isoTime(createdAt.getTime()),
    };
    try {
      const work = runIsolated(`extension ${extension}`, async () =>
        handler.handle(outgoingJob, limit.signal),
      );
      work.catch(() => undefined);
      const result = await Promise.race([work, rejectOnAbort(limit.signal)]);
      return {
        result: typeof result === 'string' ? storableText(result, MAX_TEXT_LENGTH) : null,
        error: null,
      };
    } catch (error) {
      return { result: null, error: error ?? new Error('The handler failed without an error.') };
    } finally {
      clearTimeout(timer);
      this.limits.delete(limit);
    }
  }

  /** Adds runs that are missing from pg-boss, and drops jobs that ended long ago. */
  private async repair(): Promise<void> {
    const extensions = this.handlers.extensions();
    for (let place = 0; ;) {
      const jobs = await this.transactions.run(async (tx) => {
        const page = await readJobsNeedingRun(tx, extensions, place, REPAIR_PAGE_SIZE);
        for (const { id, extension, handler, runId, nextAttemptAt } of page) {
          const timeoutMs = this.handlers.find(extension, handler)?.timeoutMs ?? 0;
          await this.runs.add(tx, { id: runId, extension, jobId: id, at: nextAttemptAt, timeoutMs });
        }
        return page;
      });
      const last = jobs.at(-1);
      if (last === undefined || jobs.length < REPAIR_PAGE_SIZE) break;
      place = last.place;
    }
    const ago = (ms: number): string => new Date(this.clock.now() - ms).toISOString();
    const [doneBefore, othersBefore] = [ago(DONE_JOB_LIFETIME_MS), ago(FAILED_JOB_LIFETIME_MS)];
    for (let dropped = DROP_PAGE_SIZE; dropped === DROP_PAGE_SIZE;) {
      dropped = await this.transactions.run((tx) =>
        dropEndedJobs(tx, doneBefore, othersBefore, DROP_PAGE_SIZE),
      );
    }
    await this.transactions.run((tx) => dropIdleRates(tx, doneBefore));
  }
}

const rejectOnAbort = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const rejectWithReason = (): void => reject(signal.reason as Error);
    if (signal.aborted) rejectWithReason();
    else signal.addEventListener('abort', rejectWithReason, { once: true });
  });
