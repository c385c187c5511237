import { Injectable } from '@nestjs/common';
import type { Broadcast, EraseViewerRequest, SourceProblem, SourceState } from '@sellary/contracts';
import type { ReadComment } from '@sellary/extension-kit';
import { DataSource } from 'typeorm';
import { countStoredComments, ErasureParticipants, type UndecidedComments } from '../../claim-engine';
import { Clock, poolReader, toStorableJson } from '../../kernel';
import type { SourceTarget } from './source-target';

/** A source's problem; `nextTryAt` in ms. */
interface ReadingProblem {
  problem: SourceProblem;
  message: string;
  nextTryAt: number | null;
}

/**
 * Notice about a source being read. A message without a problem is a warning. Both fields are null if there
 * is nothing to report.
 */
export interface Notice {
  problem: SourceProblem | null;
  message: string | null;
}

/** Progress in reading a source. */
interface Progress extends Notice {
  watermark: number | null;
  state: SourceState;
  skewMs: number;
  /** Comments that the platform has counted since the last comment arrived; null if unknown. */
  countedSince: number | null;
}

/** Stored progress in reading a source, as a process finds it when it starts to read. Times in ms. */
export interface StoredReading {
  accountId: string | null;
  watermark: number | null;
  problem: SourceProblem | null;
  finalScans: number;
  /** True if the broadcast was found to be over. */
  isOver: boolean;
  /** Cursor from which a forward reader continues; null before its first page. */
  cursor: string | null;
  /** The platform's clock minus ours at the last cycle. */
  skewMs: number;
  /** Comments that an earlier process read but whose claims it did not decide. */
  undecided: ReadComment[];
}

/**
 * A show, possibly the target's own, that reads the target's broadcast under another id. `wasRead`: it has
 * completed a scan under that id.
 */
interface RivalShow {
  id: string;
  name: string;
  wasRead: boolean;
}

export const FINAL_SCANS = 3;
/** Time for which a source is still read after the show's end, in ms. Later comments would only go to review. */
const MAX_FINAL_SCAN_MS = 3_600_000;

interface TargetRow extends Omit<SourceTarget, 'startedAt' | 'endedAt'> {
  startedAt: Date;
  endedAt: Date | null;
}
interface ReadingRow {
  account_id: string | null;
  watermark: Date | null;
  problem: SourceProblem | null;
  final_sweeps: number;
  cursor: string | null;
  skew_ms: number | null;
  over_at: Date | null;
}

const TARGET_COLUMNS = `s.id, s.show_id AS "showId", s.workspace_id AS "workspaceId", s.platform, s.live_id AS "liveId", s.connection_id AS "connectionId",
  w.status, w.started_at AS "startedAt", w.ended_at AS "endedAt"`;
const READING_CONDITION = 'show_id = $1 AND platform = $2 AND live_id = $3';
const SAME_BROADCAST = 'r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id';

/** Finds the sources to read, and stores their progress and their problems. */
@Injectable()
export class SourceReadings implements UndecidedComments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    participants: ErasureParticipants,
  ) {
    participants.registerUndecided(this);
  }

  /** Finds the broadcasts of active shows, and of recently ended shows whose final scans are not done. */
  async findTargets(platforms: string[]): Promise<SourceTarget[]> {
    const rows = await this.dataSource.query<TargetRow[]>(
      `SELECT ${TARGET_COLUMNS} FROM show_sources s JOIN shows w ON w.id = s.show_id
       WHERE s.bound AND w.status = 'active' AND s.platform = ANY($1)
       UNION ALL
       SELECT ${TARGET_COLUMNS} FROM source_readings r JOIN show_sources s ON ${SAME_BROADCAST} JOIN shows w ON w.id = s.show_id
       WHERE r.final_sweeps < ${FINAL_SCANS} AND w.status = 'ended' AND w.ended_at > $2 AND s.platform = ANY($1)`,
      [platforms, new Date(this.clock.now() - MAX_FINAL_SCAN_MS)],
    );
    return rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.getTime(),
      endedAt: row.endedAt?.getTime() ?? null,
    }));
  }

  async begin(target: SourceTarget): Promise<StoredReading> {
    await this.dataSource.query(
      'INSERT INTO source_readings (show_id, platform, live_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
      readingKey(target),
    );
    const [row] = await this.dataSource.query<ReadingRow[]>(
      `SELECT account_id, watermark, problem, final_sweeps, cursor, skew_ms, over_at FROM source_readings WHERE ${READING_CONDITION}`,
      readingKey(target),
    );
    const undecided = await this.dataSource.query<{ comment: ReadComment }[]>(
      `SELECT comment FROM undecided_comments WHERE ${READING_CONDITION}`,
      readingKey(target),
    );
    return {
      accountId: row?.account_id ?? null,
      watermark: row?.watermark?.getTime() ?? null,
      problem: row?.problem ?? null,
      finalScans: row?.final_sweeps ?? 0,
      isOver: (row?.over_at ?? null) !== null,
      cursor: row?.cursor ?? null,
      skewMs: row?.skew_ms ?? 0,
      undecided: undecided.map(({ comment }) => comment),
    };
  }

  /** Stores comments that are not decided until older ones have arrived. */
  async saveUndecided(target: SourceTarget, comments: ReadComment[]): Promise<void> {
    await this.dataSource.query(
      `INSERT INTO undecided_comments (show_id, platform, live_id, comment_id, comment)
       SELECT $1, $2, $3, c.id, c.comment FROM unnest($4::text[], $5::json[]) AS c(id, comment) ON CONFLICT DO NOTHING`,
      [
        ...readingKey(target),
        comments.map(({ commentId }) => commentId),
        // An erasure cannot search JSON that has NUL or half a surrogate pair.
        comments.map(toStorableJson),
      ],
    );
  }

  /**
   * Deletes a source's saved undecided comments. Called after they are decided, because they are then stored
   * like all others.
   */
  async deleteUndecided(target: SourceTarget): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM undecided_comments WHERE ${READING_CONDITION}`,
      readingKey(target),
    );
  }

  /**
   * Deletes the viewer's undecided comments on broadcasts that are no longer read, because no reader will do
   * so.
   * @returns the number of the viewer's undecided comments that remain, because they are still to be decided
   */
  async deleteUndecidedOfViewer(
    workspaceId: string,
    { platform, platformUserId }: EraseViewerRequest,
  ): Promise<number> {
    const isOfViewer = `w.id = u.show_id AND w.workspace_id = $1 AND u.platform = $2 AND u.comment->'author'->>'userId' = $3`;
    const parameters = [workspaceId, platform, platformUserId];
    await this.dataSource.query(
      `DELETE FROM undecided_comments u USING shows w WHERE ${isOfViewer} AND NOT ((w.status = 'active' OR w.status = 'ended' AND w.ended_at > $4)
         AND EXISTS (SELECT 1 FROM show_sources s WHERE s.show_id = u.show_id AND s.platform = u.platform AND s.live_id = u.live_id))`,
      [...parameters, new Date(this.clock.now() - MAX_FINAL_SCAN_MS)],
    );
    const remaining = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM undecided_comments u, shows w WHERE ${isOfViewer}`,
      parameters,
    );
    return remaining.length;
  }

  /**
   * Stores the progress of a finished and committed scan. The watermark never moves back, even if another
   * process wrote it.
   */
  advance(
    target: SourceTarget,
    { watermark, state, skewMs, problem, message, countedSince }: Progress,
  ): Promise<void> {
    return this.update(
      target,
      'watermark = greatest(watermark, $4), state = $5, problem = $6, message = $7, skew_ms = $8, next_try_at = NULL, last_read_at = $9, counted_since = $10',
      watermark === null ? null : new Date(watermark),
      problem === null ? state : 'trouble',
      problem,
      message,
      skewMs,
      new Date(this.clock.now()),
      countedSince,
    );
  }

  /** Stores the cursor. Called after the comments before the cursor are committed. */
  saveCursor(target: SourceTarget, cursor: string): Promise<void> {
    return this.update(target, 'cursor = $4', cursor);
  }

  /** Counts the broadcast's stored comments, from both webhooks and polling. */
  countStored(target: SourceTarget): Promise<number> {
    return countStoredComments(poolReader(this.dataSource), target);
  }

  recordProblem(target: SourceTarget, { problem, message, nextTryAt }: ReadingProblem): Promise<void> {
    return this.update(
      target,
      "state = 'trouble', problem = $4, message = $5, next_try_at = $6",
      problem,
      message,
      nextTryAt === null ? null : new Date(nextTryAt),
    );
  }

  /** Records that the broadcast is over, or that it is running again. */
  recordEnd(target: SourceTarget, isOver: boolean): Promise<void> {
    return this.update(target, 'over_at = $4', isOver ? new Date(this.clock.now()) : null);
  }

  recordSuccessor(target: SourceTarget, successor: Broadcast | null): Promise<void> {
    return this.update(target, 'successor = $4', successor === null ? null : JSON.stringify(successor));
  }

  /** Finds all ids of the show's broadcasts on this platform. */
  async findUsedIds({ showId, platform }: SourceTarget): Promise<Set<string>> {
    const rows = await this.dataSource.query<{ id: string }[]>(
      `SELECT ids.id FROM show_sources s LEFT JOIN source_readings r ON ${SAME_BROADCAST}
       CROSS JOIN LATERAL unnest(ARRAY[s.live_id, r.video_id]) AS ids(id)
       WHERE s.show_id = $1 AND s.platform = $2 AND ids.id IS NOT NULL`,
      [showId, platform],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Returns true if a later source of the show reads the same account. */
  async isReplaced({ id }: SourceTarget, accountId: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `SELECT 1 FROM show_sources own JOIN show_sources s ON s.show_id = own.show_id AND s.platform = own.platform AND s.position > own.position
       LEFT JOIN source_readings r ON ${SAME_BROADCAST}
       WHERE own.id = $1 AND (s.connection_id = own.connection_id OR r.account_id = $2) LIMIT 1`,
      [id, accountId],
    );
    return rows.length > 0;
  }

  /** Stores the account and the video of the broadcast. Null leaves the stored video unchanged. */
  identify(target: SourceTarget, accountId: string, videoId: string | null): Promise<void> {
    return this.update(target, 'account_id = $4, video_id = coalesce($5, video_id)', accountId, videoId);
  }

  /** Finds a show that reads the same broadcast under another id, preferably the target's own. */
  async findRival(target: SourceTarget, videoId: string | null): Promise<RivalShow | null> {
    const [rival] = await this.dataSource.query<RivalShow[]>(
      `SELECT w.id, w.name, r.last_read_at IS NOT NULL AS "wasRead" FROM show_sources s JOIN shows w ON w.id = s.show_id LEFT JOIN source_readings r ON ${SAME_BROADCAST}
       WHERE s.bound AND s.workspace_id = $1 AND s.platform = $2 AND (s.show_id <> $3 OR s.live_id <> $4) AND (s.live_id = ANY($5) OR r.video_id = ANY($5))
       ORDER BY s.show_id <> $3 LIMIT 1`,
      [
        target.workspaceId,
        target.platform,
        target.showId,
        target.liveId,
        [target.liveId, ...(videoId === null ? [] : [videoId])],
      ],
    );
    return rival ?? null;
  }

  recordFinalScans(target: SourceTarget, count: number): Promise<void> {
    return this.update(target, "final_sweeps = $4, state = 'idle'", count);
  }

  /** Updates the target's row. `values` are the parameters from `$4` on. */
  private async update(target: SourceTarget, assignments: string, ...values: unknown[]): Promise<void> {
    await this.dataSource.query(`UPDATE source_readings SET ${assignments} WHERE ${READING_CONDITION}`, [
      ...readingKey(target),
      ...values,
    ]);
  }
}

const readingKey = (target: SourceTarget): [string, string, string] => [
  target.showId,
  target.platform,
  target.liveId,
];
