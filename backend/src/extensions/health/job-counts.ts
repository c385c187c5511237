import type { JobCounts } from '@sellary/contracts';
import type { Reader } from '../../kernel';

const COUNTS = `count(*) FILTER (WHERE state = 'waiting')::int AS waiting,
  count(*) FILTER (WHERE state = 'waiting' AND error IS NOT NULL)::int AS retrying, count(*) FILTER (WHERE state = 'failed')::int AS failed`;
const OPEN = `state IN ('waiting', 'failed')`;

/** Jobs of a workspace that are not done, by extension. Extensions without any are left out. */
export async function readJobCounts(reader: Reader, workspaceId: string): Promise<Map<string, JobCounts>> {
  const rows = await reader.query<JobCounts & { extension: string }>(
    `SELECT extension, ${COUNTS} FROM outgoing_jobs WHERE workspace_id = $1 AND ${OPEN} GROUP BY extension`,
    [workspaceId],
  );
  return new Map(rows.map(({ extension, ...counts }) => [extension, counts]));
}

interface JobTotals extends JobCounts {
  extension: string;
  /** Age of the oldest job that waits, seconds; 0 without one. */
  oldestSeconds: number;
}

/** Jobs of all workspaces that are not done, by extension. */
export const readJobTotals = (reader: Reader, now: string): Promise<JobTotals[]> =>
  reader.query(
    `SELECT extension, ${COUNTS},
       coalesce(extract(epoch FROM $1::timestamptz - min(created_at) FILTER (WHERE state = 'waiting')), 0)::float8 AS "oldestSeconds"
     FROM outgoing_jobs WHERE ${OPEN} GROUP BY extension`,
    [now],
  );
