import { Injectable } from '@nestjs/common';
import type { ShowStatus, SourceHealth, SourceProblem, SourceState } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { type LastComment, readLastComments } from '../../claim-engine';
import { Clock, poolReader } from '../../kernel';

interface SourceRow {
  id: string;
  show_id: string;
  status: ShowStatus;
  platform: string;
  live_id: string | null;
  /** State of the source's reading; null if nothing reads it, such as in a rehearsal. */
  reading: SourceState | null;
  message: string | null;
  problem: SourceProblem | null;
  next_try_at: Date | null;
  /** Start of the show's latest span, ms since the epoch. */
  counts_from: number | null;
}

/** Reads the state of the sources of shows, for the consoles. */
@Injectable()
export class SourceStates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns the sources of each show in their order; shows without sources are left out */
  async read(showIds: string[]): Promise<Map<string, SourceHealth[]>> {
    const reader = poolReader(this.dataSource);
    const rows = await reader.query<SourceRow>(
      `SELECT s.id, s.show_id, s.platform, s.live_id, w.status, r.state AS reading, r.message, r.problem, r.next_try_at,
         (w.spans->-1->>0)::bigint AS counts_from
       FROM show_sources s JOIN shows w ON w.id = s.show_id
       LEFT JOIN source_readings r ON r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id
       WHERE s.show_id = ANY($1::uuid[]) ORDER BY s.show_id, s.position`,
      [showIds],
    );
    const broadcasts = rows.map((row) => ({
      showId: row.show_id,
      platform: row.platform,
      liveId: row.live_id ?? '',
    }));
    const last = await readLastComments(reader, broadcasts);
    const sources = new Map<string, SourceHealth[]>();
    for (const [index, row] of rows.entries()) {
      const health = toSourceHealth(withClockProblem(row, this.clock.now()), last[index] ?? null);
      const known = sources.get(row.show_id);
      if (known === undefined) sources.set(row.show_id, [health]);
      else known.push(health);
    }
    return sources;
  }
}

/**
 * A show that was begun while this server's clock was ahead counts nothing until the clock is there again.
 */
function withClockProblem(row: SourceRow, now: number): SourceRow {
  if (row.status !== 'active' || row.counts_from === null || row.counts_from <= now) return row;
  const seconds = Math.ceil((row.counts_from - now) / 1000);
  const message = `The show starts counting in ${seconds} s because this server's clock was ahead when it began. Pause and resume the show to count comments at once.`;
  return { ...row, reading: 'trouble', problem: 'CLOCK_WAS_AHEAD', message, next_try_at: null };
}

function toSourceHealth(row: SourceRow, last: LastComment | null): SourceHealth {
  return {
    id: row.id,
    state: stateOf(row, last),
    lagMs: last === null ? null : last.receivedAt.getTime() - last.commentedAt.getTime(),
    lastCommentAt: last?.receivedAt.toISOString() ?? null,
    ...(row.status === 'active' && row.next_try_at !== null
      ? { nextTryAt: row.next_try_at.toISOString() }
      : {}),
    ...(row.status === 'active' && row.message !== null ? { message: row.message } : {}),
    ...(row.status === 'active' && row.problem !== null ? { problem: row.problem } : {}),
  };
}

function stateOf(row: SourceRow, last: LastComment | null): SourceState {
  if (row.status !== 'active') return 'idle';
  if (row.reading === 'trouble' || row.reading === 'idle') return row.reading;
  return last === null ? 'waiting' : 'live';
}
