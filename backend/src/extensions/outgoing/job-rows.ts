import type { JobPayload, JobState, JobSummary } from '@sellary/extension-kit';
import { randomUUID } from 'node:crypto';
import type { Keyset, Reader } from '../../kernel';
import type { Executor } from './job-runs';

/** A job for which an attempt begins. */
export interface JobRow {
  id: string;
  workspaceId: string;
  handler: string;
  key: string;
  channel: string | null;
  line: string | null;
  place: number;
  maxPerMinute: number | null;
  payload: JobPayload;
  attempts: number;
  retryUntil: Date;
  createdAt: Date;
}

interface NewJobRow {
  workspaceId: string;
  extension: string;
  handler: string;
  key: string;
  channel: string | null;
  line: string | null;
  maxPerMinute: number | null;
  payload: string;
  at: string;
  retryUntil: string;
}

const JOB_COLUMNS = `id, workspace_id AS "workspaceId", handler, key, channel, line, place, max_per_minute AS "maxPerMinute",
  payload, attempts, retry_until AS "retryUntil", created_at AS "createdAt"`;

/** @returns null if a job with this key exists */
export async function insertJob(
  tx: Executor,
  job: NewJobRow,
): Promise<{ id: string; place: number; runId: string } | null> {
  const [id, runId] = [randomUUID(), randomUUID()];
  const [row] = await tx.query<{ place: number }>(
    `INSERT INTO outgoing_jobs (id, run_id, workspace_id, extension, handler, key, channel, line, max_per_minute, payload, state, next_attempt_at, retry_until, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', $11, $12, $11)
     ON CONFLICT (workspace_id, extension, handler, key) DO NOTHING RETURNING place`,
    [
      ...[id, runId, job.workspaceId, job.extension, job.handler, job.key, job.channel, job.line],
      ...[job.maxPerMinute, job.payload, job.at, job.retryUntil],
    ],
  );
  return row === undefined ? null : { id, place: row.place, runId };
}

export async function findJobId(
  reader: Executor,
  job: Pick<NewJobRow, 'workspaceId' | 'extension' | 'handler' | 'key'>,
): Promise<string> {
  const [row] = await reader.query<{ id: string }>(
    'SELECT id FROM outgoing_jobs WHERE workspace_id = $1 AND extension = $2 AND handler = $3 AND key = $4',
    [job.workspaceId, job.extension, job.handler, job.key],
  );
  return row?.id ?? '';
}

/**
 * True if an earlier job with this order key is waiting. Locks that job, so that it ends only after this
 * transaction. The search for the next job then finds the later one.
 */
export async function hasEarlierWaitingJob(tx: Executor, line: string, place: number): Promise<boolean> {
  const rows = await tx.query(
    `SELECT 1 FROM outgoing_jobs WHERE line = $1 AND place < $2 AND state = 'waiting' ORDER BY place LIMIT 1 FOR SHARE`,
    [line, place],
  );
  return rows.length > 0;
}

/**
 * Locks a run's job.
 * @returns null if the job no longer waits for this run, or an earlier job with the same order key is waiting
 */
export async function lockJob(tx: Executor, id: string, runId: string): Promise<JobRow | null> {
  const [row] = await tx.query<JobRow>(
    `SELECT ${JOB_COLUMNS} FROM outgoing_jobs j WHERE id = $1 AND run_id = $2 AND state = 'waiting'
       AND NOT EXISTS (SELECT 1 FROM outgoing_jobs a WHERE a.line = j.line AND a.place < j.place AND a.state = 'waiting')
     FOR UPDATE`,
    [id, runId],
  );
  return row ?? null;
}

export async function countAttempt(tx: Executor, id: string): Promise<void> {
  await tx.query('UPDATE outgoing_jobs SET attempts = attempts + 1 WHERE id = $1', [id]);
}

/**
 * Replaces a job's run.
 * @returns the id of the new run, or null if the job no longer waits for the run `runId`
 */
export async function renewRun(
  tx: Executor,
  id: string,
  runId: string,
  at: string,
  error?: string,
): Promise<string | null> {
  const newRunId = randomUUID();
  const rows = await tx.query(
    `UPDATE outgoing_jobs SET run_id = $3, next_attempt_at = $4, error = coalesce($5, error)
     WHERE id = $1 AND run_id = $2 AND state = 'waiting' RETURNING id`,
    [id, runId, newRunId, at, error ?? null],
  );
  return rows.length > 0 ? newRunId : null;
}

/** @returns false if the job no longer waits for this run */
export async function endJob(
  tx: Executor,
  id: string,
  runId: string,
  end: { state: JobState; result: string | null; error: string | null; at: string },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE outgoing_jobs SET state = $3, result = $4, error = $5, ended_at = $6
     WHERE id = $1 AND run_id = $2 AND state = 'waiting' RETURNING id`,
    [id, runId, end.state, end.result, end.error, end.at],
  );
  return rows.length > 0;
}

/**
 * Gives a new run to the first waiting job with this order key.
 * @returns null if no job is waiting, or if the first waiting job is not after `place`: that job was resent
 * and already has a run
 */
export async function assignRunToNext(
  tx: Executor,
  line: string,
  place: number,
): Promise<{ id: string; runId: string; handler: string } | null> {
  const [row] = await tx.query<{ id: string; runId: string; handler: string }>(
    `UPDATE outgoing_jobs SET run_id = $2 WHERE id = (
       SELECT id FROM outgoing_jobs WHERE line = $1 AND state = 'waiting' ORDER BY place LIMIT 1) AND place > $3
     RETURNING id, run_id AS "runId", handler`,
    [line, randomUUID(), place],
  );
  return row ?? null;
}

/**
 * Reads the waiting jobs after `place` that need a run: all except those behind an earlier waiting job in
 * their line.
 */
export const readJobsNeedingRun = (
  reader: Reader,
  extensions: readonly string[],
  place: number,
  limit: number,
): Promise<
  { id: string; place: number; extension: string; handler: string; runId: string; nextAttemptAt: Date }[]
> =>
  reader.query(
    `SELECT id, place, extension, handler, run_id AS "runId", next_attempt_at AS "nextAttemptAt" FROM outgoing_jobs j
     WHERE state = 'waiting' AND extension = ANY($1::text[]) AND place > $2
       AND NOT EXISTS (SELECT 1 FROM outgoing_jobs a WHERE a.line = j.line AND a.place < j.place AND a.state = 'waiting')
     ORDER BY place LIMIT $3`,
    [extensions, place, limit],
  );

/**
 * Reserves a time for one attempt in a channel, so that there are at most `perMinute` attempts per minute.
 * @returns the time of the attempt
 */
export async function reserveTime(
  tx: Executor,
  channel: string,
  perMinute: number,
  now: string,
): Promise<Date> {
  const [row] = await tx.query<{ at: Date }>(
    `INSERT INTO outgoing_rates (channel, next_at) VALUES ($1, $2::timestamptz + $3 * interval '1 ms')
     ON CONFLICT (channel) DO UPDATE SET next_at = greatest(outgoing_rates.next_at, $2::timestamptz) + $3 * interval '1 ms'
     RETURNING next_at - $3 * interval '1 ms' AS at`,
    [channel, now, 60_000 / perMinute],
  );
  if (row === undefined) throw new Error('The channel rate was not stored.');
  return row.at;
}

/** A listed job. Its times are dates, as returned by the database. */
export type ListedJob = Omit<JobSummary, 'createdAt' | 'nextAttemptAt' | 'endedAt'> & {
  createdAt: Date;
  nextAttemptAt: Date | null;
  endedAt: Date | null;
};

/** Reads jobs, newest first. */
export const readJobs = (
  reader: Reader,
  filter: {
    workspaceId: string;
    extension: string;
    handler: string | null;
    state: JobState | null;
    channel: string | null;
    before: Keyset | null;
    limit: number;
  },
): Promise<ListedJob[]> =>
  reader.query(
    `SELECT id, handler, key, channel, state, attempts, result, error, created_at AS "createdAt", ended_at AS "endedAt",
       CASE WHEN state = 'waiting' AND NOT EXISTS (SELECT 1 FROM outgoing_jobs a WHERE a.line = j.line AND a.place < j.place AND a.state = 'waiting')
         THEN next_attempt_at END AS "nextAttemptAt"
     FROM outgoing_jobs j
     WHERE workspace_id = $1 AND extension = $2 AND ($3::text IS NULL OR handler = $3) AND ($4::text IS NULL OR state = $4)
       AND ($5::text IS NULL OR channel = $5) AND ($6::timestamptz IS NULL OR (created_at, id) < ($6, $7::uuid))
     ORDER BY created_at DESC, id DESC LIMIT $8`,
    [
      ...[filter.workspaceId, filter.extension, filter.handler, filter.state, filter.channel],
      ...[filter.before?.sortValue ?? null, filter.before?.id ?? null, filter.limit],
    ],
  );

interface LockedJob extends Pick<JobRow, 'handler' | 'line' | 'place'> {
  runId: string;
  state: JobState;
  endedAt: Date | null;
}

/**
 * Locks a workspace's job so that a user can change it.
 * @returns null if the workspace has no such job
 */
export async function lockJobForUser(
  tx: Executor,
  owner: { workspaceId: string; extension: string; handler: string | null; channel?: string | undefined },
  id: string,
): Promise<LockedJob | null> {
  const [row] = await tx.query<LockedJob>(
    `SELECT run_id AS "runId", handler, line, place, state, ended_at AS "endedAt" FROM outgoing_jobs
     WHERE workspace_id = $1 AND extension = $2 AND ($3::text IS NULL OR handler = $3)
       AND ($4::text IS NULL OR channel = $4) AND id = $5 FOR UPDATE`,
    [owner.workspaceId, owner.extension, owner.handler, owner.channel ?? null, id],
  );
  return row ?? null;
}

/** Makes a job wait again, as if it had just been enqueued. @returns the id of its run */
export async function reopenJob(tx: Executor, id: string, at: string, retryUntil: string): Promise<string> {
  const runId = randomUUID();
  await tx.query(
    `UPDATE outgoing_jobs SET state = 'waiting', run_id = $2, next_attempt_at = $3, retry_until = $4, attempts = 0, ended_at = NULL WHERE id = $1`,
    [id, runId, at, retryUntil],
  );
  return runId;
}

export async function discardJob(tx: Executor, id: string, at: string): Promise<void> {
  await tx.query(`UPDATE outgoing_jobs SET state = 'discarded', ended_at = $2 WHERE id = $1`, [id, at]);
}

/** Discards all waiting jobs in a channel. */
export async function discardWaitingJobs(
  tx: Executor,
  owner: { workspaceId: string; extension: string; handler: string; channel: string },
  at: string,
): Promise<void> {
  await tx.query(
    `UPDATE outgoing_jobs SET state = 'discarded', ended_at = $5
     WHERE workspace_id = $1 AND extension = $2 AND handler = $3 AND channel = $4 AND state = 'waiting'`,
    [owner.workspaceId, owner.extension, owner.handler, owner.channel, at],
  );
}

/**
 * Drops at most `limit` ended jobs: done jobs that ended before `doneBefore`, and others that ended before
 * `othersBefore`.
 * @returns the number of dropped jobs
 */
export async function dropEndedJobs(
  tx: Executor,
  doneBefore: string,
  othersBefore: string,
  limit: number,
): Promise<number> {
  const dropped = await tx.query(
    `DELETE FROM outgoing_jobs WHERE id IN (
       SELECT id FROM outgoing_jobs WHERE ended_at < $1 AND (state = 'done' OR ended_at < $2) LIMIT $3
       FOR UPDATE SKIP LOCKED) RETURNING 1`,
    [doneBefore, othersBefore, limit],
  );
  return dropped.length;
}

/** Drops the rates of channels without an attempt since `before`. */
export async function dropIdleRates(tx: Executor, before: string): Promise<void> {
  await tx.query('DELETE FROM outgoing_rates WHERE next_at < $1', [before]);
}
