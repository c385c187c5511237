import type { FollowerHealth } from '@sellary/contracts';
import type { Reader } from '../../kernel';
import type { Follower } from '../followers/follower';

interface HealthRow extends Omit<FollowerHealth, 'lastError' | 'oldestAt' | 'name'> {
  follower: string;
  oldestAt: Date | null;
  error: string | null;
  failedAt: Date | null;
}

/**
 * Reads the state of followers in a workspace. If an extension is off, its followers are reported as 0 rows
 * behind.
 */
export async function readFollowerHealth(
  reader: Reader,
  workspaceId: string,
  followers: readonly { id: string; isOn: boolean }[],
): Promise<Map<string, FollowerHealth>> {
  const rows = await reader.query<HealthRow>(
    `SELECT f.id AS follower, coalesce(lag.rows, 0)::int AS "rowsBehind", lag.oldest AS "oldestAt", coalesce(lag.retrying, 0)::int AS "showsRetrying",
       (SELECT count(*)::int FROM extension_parked_events p JOIN shows s ON s.id = p.show_id WHERE p.follower = f.id AND s.workspace_id = $1) AS parked,
       last.error, last.failed_at AS "failedAt"
     FROM unnest($2::text[], $3::boolean[]) AS f(id, is_on)
     LEFT JOIN LATERAL (
       SELECT sum(s.last_seq - coalesce(c.seq, 0)) AS rows, min(e.at) AS oldest, count(*) FILTER (WHERE c.failures > 0) AS retrying
       FROM shows s LEFT JOIN extension_cursors c ON c.follower = f.id AND c.show_id = s.id
       LEFT JOIN show_events e ON e.show_id = s.id AND e.seq = coalesce(c.seq, 0) + 1
       WHERE f.is_on AND s.workspace_id = $1 AND s.last_seq > coalesce(c.seq, 0)) lag ON true
     LEFT JOIN LATERAL (
       SELECT c.error, c.failed_at FROM extension_cursors c JOIN shows s ON s.id = c.show_id
       WHERE c.follower = f.id AND s.workspace_id = $1 AND c.failed_at IS NOT NULL ORDER BY c.failed_at DESC LIMIT 1) last ON true`,
    [workspaceId, followers.map(({ id }) => id), followers.map(({ isOn }) => isOn)],
  );
  return new Map(
    rows.map(({ follower, oldestAt, error, failedAt, ...counts }) => [
      follower,
      {
        name: follower.slice(follower.indexOf('/') + 1),
        ...counts,
        oldestAt: oldestAt?.toISOString() ?? null,
        lastError:
          error === null || failedAt === null ? null : { message: error, at: failedAt.toISOString() },
      },
    ]),
  );
}

/** Counts the rows not yet handled by each extension's followers, in workspaces with the extension on. */
export async function readRowsBehind(
  reader: Reader,
  followers: readonly Follower[],
): Promise<Map<string, number>> {
  const rows = await reader.query<{ extension: string; rows: number }>(
    `SELECT f.extension, coalesce(sum(s.last_seq - coalesce(c.seq, 0)) FILTER (WHERE coalesce(x.enabled, f.is_on)), 0)::bigint AS rows
     FROM unnest($1::text[], $2::text[], $3::boolean[]) AS f(id, extension, is_on) LEFT JOIN shows s ON true
     LEFT JOIN extension_cursors c ON c.follower = f.id AND c.show_id = s.id
     LEFT JOIN extension_switches x ON x.workspace_id = s.workspace_id AND x.extension = f.extension
     GROUP BY f.extension`,
    [
      followers.map(({ id }) => id),
      followers.map(({ extension }) => extension),
      followers.map(({ isOnByDefault }) => isOnByDefault),
    ],
  );
  return new Map(rows.map(({ extension, rows: behind }) => [extension, behind]));
}
