import type { JobCounts } from '@sellary/contracts';
import type { Reader } from '../../kernel';

const COUNTS = `count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
  count(*) FILTER (WHERE state = 'waiting' AND error IS NOT NULL)::int AS retrying, count(*) FILTER (WHERE state = 'failed')::int AS failed`;
const NOT_DONE = `state IN ('waiting', 'failed')`;

/** Counts a workspace's waiting and failed jobs, by extension. Extensions without such jobs are left out. */
export async function readJobCounts(reader: Reader, workspaceId: string): Promise<Map<string, JobCounts>> {
  const rows = await reader.query<JobCounts & { extension: string }>(
    `SELECT extension, ${COUNTS} FROM outgoing_jobs WHERE workspace_id = $1 AND ${NOT_DONE} GROUP BY extension`,
    [workspaceId],
  );
  return new Map(rows.map(({ extension, ...counts }) => [extension, counts]));
}

interface JobTotals extends JobCounts {
  extension: string;
  /** Age of the oldest waiting job in seconds, or 0 if no job is waiting. */
  oldestSeconds: number;
}

/** Counts the waiting and failed jobs in all workspaces, by extension. */
export const readJobTotals = (reader: Reader, now: string): Promise<JobTotals[]> =>
  reader.query(
    `SELECT extension, ${COUNTS},
       coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE state = 'waiting')), 0)::float8 AS "oldestSeconds"
     FROM outgoing_jobs WHERE ${NOT_DONE} GROUP BY extension`,
    [now],
  );
