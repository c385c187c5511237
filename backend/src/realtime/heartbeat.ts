import { Injectable, Logger } from '@nestjs/common';
import type { ShowHeartbeat, ShowStatus, SourceHealth, SourceProblem, SourceState } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock, every } from '../kernel';
import { type ConsoleServer, consolesIn, roomOf } from './consoles';
import { ShowRooms } from './show-rooms';
import { presenceOf } from './presence';

export const HEARTBEAT_MS = 2_000;
/** Shows that one query reads and one round sends. */
const MAX_SHOWS_AT_ONCE = 200;

interface SourceRow {
  id: string;
  show_id: string;
  status: ShowStatus;
  last_comment_at: Date | null;
  lag_ms: number | null;
  /** State of the source's reading; null if nothing reads it, such as in a rehearsal. */
  reading: SourceState | null;
  message: string | null;
  problem: SourceProblem | null;
  next_try_at: Date | null;
  /** Start of the show's latest span, ms since the epoch. */
  counts_from: number | null;
}

/** Sends a heartbeat to each room every two seconds, so that a console can distinguish a quiet show from a lost connection. */
@Injectable()
export class Heartbeat {
  private readonly log = new Logger('Realtime');

  constructor(
    private readonly dataSource: DataSource,
    private readonly rooms: ShowRooms,
    private readonly clock: Clock,
  ) {}

  /** @returns stops it */
  start(server: ConsoleServer): () => void {
    return every('heartbeat', HEARTBEAT_MS, () => this.sendToAll(server));
  }

  private async sendToAll(server: ConsoleServer): Promise<void> {
    const showIds = this.rooms.openShowIds;
    try {
      for (let from = 0; from < showIds.length; from += MAX_SHOWS_AT_ONCE) {
        await this.sendTo(server, showIds.slice(from, from + MAX_SHOWS_AT_ONCE));
      }
    } catch (error) {
      // While the database is not responding, no heartbeat is sent, so that consoles show the problem.
      this.log.warn(`No heartbeat: ${String(error)}`);
    }
  }

  private async sendTo(server: ConsoleServer, showIds: string[]): Promise<void> {
    const [sources, rates] = await Promise.all([this.readSources(showIds), this.readRates(showIds)]);
    for (const showId of showIds) {
      const heartbeat: ShowHeartbeat = {
        showId,
        at: this.clock.iso(),
        lastSeq: this.rooms.position(showId),
        sources: sources.get(showId) ?? [],
        commentsPerMinute: rates.get(showId) ?? 0,
        operators: presenceOf(
          consolesIn(server, showId).map(({ data }) => data),
          showId,
        ),
      };
      server.to(roomOf(showId)).emit('show.pulse', heartbeat);
    }
  }

  private async readSources(showIds: string[]): Promise<Map<string, SourceHealth[]>> {
    const rows = await this.dataSource.query<SourceRow[]>(
      `SELECT s.id, s.show_id, w.status, m.received_at AS last_comment_at, (extract(epoch FROM m.received_at - m.commented_at) * 1000)::float8 AS lag_ms,
         r.state AS reading, r.message, r.problem, r.next_try_at, (w.spans->-1->>0)::bigint AS counts_from
       FROM show_sources s JOIN shows w ON w.id = s.show_id
       LEFT JOIN source_readings r ON r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id
       LEFT JOIN LATERAL (SELECT received_at, commented_at FROM comments m WHERE m.show_id = s.show_id AND m.platform = s.platform AND m.live_id = s.live_id
         ORDER BY m.batch DESC, m.batch_index DESC LIMIT 1) m ON true
       WHERE s.show_id = ANY($1::uuid[]) ORDER BY s.show_id, s.position`,
      [showIds],
    );
    const sources = new Map<string, SourceHealth[]>();
    for (const row of rows) {
      const heartbeat = toSourceHealth(withClockProblem(row, this.clock.now()));
      const known = sources.get(row.show_id);
      if (known === undefined) sources.set(row.show_id, [heartbeat]);
      else known.push(heartbeat);
    }
    return sources;
  }

  private async readRates(showIds: string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ show_id: string; count: number }[]>(
      `SELECT show_id, count(*) FROM comments WHERE show_id = ANY($1::uuid[]) AND received_at > $2 GROUP BY show_id`,
      [showIds, new Date(this.clock.now() - 60_000)],
    );
    return new Map(rows.map((row) => [row.show_id, row.count]));
  }
}

/** A show that was begun while this server's clock was ahead counts nothing until the clock is there again. */
function withClockProblem(row: SourceRow, now: number): SourceRow {
  if (row.status !== 'active' || row.counts_from === null || row.counts_from <= now) return row;
  const seconds = Math.ceil((row.counts_from - now) / 1000);
  const message = `The show starts counting in ${seconds} s because this server's clock was ahead when it began. Pause and resume the show to count comments at once.`;
  return { ...row, reading: 'trouble', problem: 'CLOCK_WAS_AHEAD', message, next_try_at: null };
}

function toSourceHealth(row: SourceRow): SourceHealth {
  const lastCommentAt = row.last_comment_at?.toISOString() ?? null;
  return {
    id: row.id,
    state: stateOf(row),
    lagMs: row.lag_ms,
    lastCommentAt,
    ...(row.status === 'active' && row.next_try_at !== null ? { nextTryAt: row.next_try_at.toISOString() } : {}),
    ...(row.status === 'active' && row.message !== null ? { message: row.message } : {}),
    ...(row.status === 'active' && row.problem !== null ? { problem: row.problem } : {}),
  };
}

function stateOf(row: SourceRow): SourceState {
  if (row.status !== 'active') return 'idle';
  if (row.reading === 'trouble' || row.reading === 'idle') return row.reading;
  return row.last_comment_at === null ? 'waiting' : 'live';
}
