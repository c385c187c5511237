import { Injectable } from '@nestjs/common';
import { JOB_RETRY_MS } from '@sellary/contracts';
import {
  type FollowerTransaction,
  type HandlesJobs,
  type JobList,
  type JobPayload,
  type JobState,
  type JobSummary,
  type NewJob,
  OutgoingQueue,
} from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { auditedBy, type Principal } from '../../auth';
import {
  ApiError,
  Clock,
  decodeCursor,
  DEFAULT_PAGE_SIZE,
  isoTime,
  isUuid,
  poolReader,
  recordAudit,
  toPage,
  Transactions,
  type Tx,
} from '../../kernel';
import { type JobHandlerEntry, JobHandlers } from './job-handlers';
import {
  discardJob,
  discardWaitingJobs,
  findJobId,
  insertJob,
  hasEarlierWaitingJob,
  type ListedJob,
  lockJobForUser,
  assignRunToNext,
  readJobs,
  reopenJob,
} from './job-rows';
import { type Executor, JobRuns } from './job-runs';

const MAX_PAYLOAD_BYTES = 256 * 1024;
const MAX_NAME_LENGTH = 200;
const MAX_LIMIT = 200;

type HandlerType = Parameters<OutgoingQueue['list']>[0];

/**
 * The extension and workspace that jobs belong to. If `handler` is null, all handlers are included. Without
 * `channel`, all channels are included.
 */
export interface JobOwner {
  workspaceId: string;
  extension: string;
  handler: string | null;
  channel?: string | undefined;
}

/** Adds, lists, and ends jobs, for extensions and for the product's own routes. */
@Injectable()
export class JobQueue extends OutgoingQueue {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly runs: JobRuns,
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {
    super();
  }

  enqueue<Payload extends JobPayload>(
    handler: new (...args: never[]) => HandlesJobs<Payload>,
    job: NewJob<Payload>,
    tx?: FollowerTransaction,
  ): Promise<string> {
    const entry = this.handlers.entryOf(handler);
    const payload = checkedPayload(entry, job);
    return tx === undefined
      ? this.transactions.run((newTx) => this.add(newTx, entry, job, payload))
      : this.add(tx, entry, job, payload);
  }

  list(
    handler: HandlerType,
    workspaceId: string,
    { state, channel, limit, cursor }: Parameters<OutgoingQueue['list']>[2] = {},
  ): Promise<JobList> {
    return this.page(this.ownerOf(handler, workspaceId), {
      state: state ?? null,
      channel: channel ?? null,
      limit: Math.min(MAX_LIMIT, Math.max(1, limit ?? DEFAULT_PAGE_SIZE)),
      cursor,
    });
  }

  resend(handler: HandlerType, workspaceId: string, jobId: string, channel?: string): Promise<boolean> {
    return this.retryJob({ ...this.ownerOf(handler, workspaceId), channel }, jobId);
  }

  async discardChannel(
    handler: HandlerType,
    workspaceId: string,
    channel: string,
    tx?: FollowerTransaction,
  ): Promise<void> {
    const { extension, name } = this.handlers.entryOf(handler);
    const discard = (executor: Executor): Promise<void> =>
      discardWaitingJobs(executor, { workspaceId, extension, handler: name, channel }, this.clock.iso());
    await (tx === undefined ? this.transactions.run(discard) : discard(tx));
  }

  /** @throws ApiError VALIDATION_FAILED if the cursor is invalid */
  async page(
    owner: JobOwner,
    {
      cursor,
      ...filter
    }: { state: JobState | null; channel: string | null; limit: number; cursor: string | undefined },
  ): Promise<JobList> {
    const jobs = await readJobs(poolReader(this.dataSource), {
      ...owner,
      ...filter,
      before: decodeCursor(cursor),
      limit: filter.limit + 1,
    });
    const { rows, nextCursor } = toPage(jobs, filter.limit, ({ createdAt, id }) => ({
      sortValue: isoTime(createdAt.getTime()),
      id,
    }));
    return { jobs: rows.map(toSummary), nextCursor };
  }

  /**
   * @param caller the user to record in the audit log
   * @param endedAt when the job ended according to the list that the caller saw
   * @returns false if there is no such job, or its handler no longer exists
   * @throws ApiError INVALID_TRANSITION during an attempt, because a second one would run beside it, or if the
   * job has changed since the caller saw it, because it may be done by now
   */
  retryJob(
    owner: JobOwner,
    jobId: string,
    { caller, endedAt }: { caller?: Principal; endedAt?: string | null | undefined } = {},
  ): Promise<boolean> {
    if (!isUuid(jobId)) return Promise.resolve(false);
    return this.transactions.run(async (tx) => {
      const job = await lockJobForUser(tx, owner, jobId);
      if (job === null || this.handlers.find(owner.extension, job.handler) === null) return false;
      const seenEnd = typeof endedAt === 'string' ? Date.parse(endedAt) : endedAt;
      if (seenEnd !== undefined && seenEnd !== (job.endedAt?.getTime() ?? null)) {
        throw new ApiError('INVALID_TRANSITION', 'This job has changed since it was listed.');
      }
      const run = { extension: owner.extension, id: job.runId };
      if (job.state === 'waiting' && (await this.runs.isTaken(tx, run))) {
        throw new ApiError('INVALID_TRANSITION', 'An attempt at this job is in progress.');
      }
      const runId = await reopenJob(tx, jobId, this.clock.iso(), this.retryUntil());
      await this.addRun(tx, owner.extension, job.handler, { id: jobId, runId, at: this.now() });
      if (caller !== undefined) await this.audit(tx, caller, 'extension.retry', owner.extension, jobId);
      return true;
    });
  }

  /**
   * Ends a waiting or failed job without handling it.
   * @returns false if there is no such job
   * @throws ApiError INVALID_TRANSITION if the job is done or discarded
   */
  discard(owner: JobOwner, jobId: string, caller: Principal): Promise<boolean> {
    if (!isUuid(jobId)) return Promise.resolve(false);
    return this.transactions.run(async (tx) => {
      const job = await lockJobForUser(tx, owner, jobId);
      if (job === null) return false;
      if (job.state === 'done' || job.state === 'discarded') {
        throw new ApiError('INVALID_TRANSITION', `This job is already ${job.state}.`);
      }
      const wasNext =
        job.state === 'waiting' &&
        job.line !== null &&
        !(await hasEarlierWaitingJob(tx, job.line, job.place));
      await discardJob(tx, jobId, this.clock.iso());
      await this.audit(tx, caller, 'extension.skip', owner.extension, jobId);
      if (wasNext) await this.startNext(tx, owner.extension, job);
      return true;
    });
  }

  /** Adds a run for the next job with the same order key, after a job has ended. */
  async startNext(
    tx: Executor,
    extension: string,
    { line, place }: { line: string | null; place: number },
  ): Promise<void> {
    const next = line === null ? null : await assignRunToNext(tx, line, place);
    if (next !== null) await this.addRun(tx, extension, next.handler, { ...next, at: this.now() });
  }

  private async audit(
    tx: Tx,
    caller: Principal,
    action: 'extension.retry' | 'extension.skip',
    extension: string,
    job: string,
  ): Promise<void> {
    await recordAudit(tx, {
      ...auditedBy(caller, this.clock.iso()),
      action,
      entityType: 'extension',
      entityId: null,
      before: null,
      after: { extension, job },
    });
  }

  private async addRun(
    tx: Executor,
    extension: string,
    handler: string,
    run: { id: string; runId: string; at: Date },
  ): Promise<void> {
    const timeoutMs = this.handlers.find(extension, handler)?.timeoutMs ?? 0;
    await this.runs.add(tx, { id: run.runId, jobId: run.id, at: run.at, extension, timeoutMs });
  }

  private async add(
    tx: Executor,
    { extension, name: handler }: JobHandlerEntry,
    { workspaceId, key, order, ...options }: NewJob,
    payload: string,
  ): Promise<string> {
    const channel = options.channel ?? null;
    const maxPerMinute = options.maxPerMinute ?? null;
    const line =
      order === undefined ? null : JSON.stringify([extension, handler, workspaceId, channel, order]);
    const added = await insertJob(tx, {
      workspaceId,
      extension,
      handler,
      key,
      channel,
      line,
      maxPerMinute,
      payload,
      at: this.clock.iso(),
      retryUntil: this.retryUntil(),
    });
    if (added === null) return findJobId(tx, { workspaceId, extension, handler, key });
    if (line === null || !(await hasEarlierWaitingJob(tx, line, added.place))) {
      await this.addRun(tx, extension, handler, { ...added, at: this.now() });
    }
    return added.id;
  }

  private ownerOf(handler: HandlerType, workspaceId: string): JobOwner {
    const { extension, name } = this.handlers.entryOf(handler);
    return { workspaceId, extension, handler: name };
  }

  private retryUntil(): string {
    return new Date(this.clock.now() + JOB_RETRY_MS).toISOString();
  }

  private now(): Date {
    return new Date(this.clock.now());
  }
}

function checkedPayload({ extension, name }: JobHandlerEntry, job: NewJob): string {
  const payload = JSON.stringify(job.payload);
  const problem =
    Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES
      ? `its payload is larger than ${MAX_PAYLOAD_BYTES / 1024} KB`
      : job.key === '' ||
          [job.key, job.channel, job.order].some((text) => (text ?? '').length > MAX_NAME_LENGTH)
        ? `its key is empty, or its key, channel, or order is longer than ${MAX_NAME_LENGTH} characters`
        : job.maxPerMinute !== undefined &&
            !(Number.isInteger(job.maxPerMinute) && job.maxPerMinute > 0 && job.channel !== undefined)
          ? '`maxPerMinute` must be an integer greater than 0 and requires a channel'
          : null;
  if (problem !== null) throw new Error(`A job for ${extension}/${name} was rejected: ${problem}.`);
  return payload;
}

const toSummary = ({ createdAt, nextAttemptAt, endedAt, ...job }: ListedJob): JobSummary => ({
  ...job,
  createdAt: isoTime(createdAt.getTime()),
  nextAttemptAt: nextAttemptAt === null ? null : isoTime(nextAttemptAt.getTime()),
  endedAt: endedAt === null ? null : isoTime(endedAt.getTime()),
});
