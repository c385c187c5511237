import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import type { ShowPulse, ShowStatus, SourcePulse, SourceState } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel';
import { type ConsoleServer, roomOf } from './consoles';
import { ShowRooms } from './show-rooms';
import { presence } from './telling';

export const PULSE_MS = 2_000;
/** A console that has this many packets unsent is not following; it is cut off and catches up from the ledger. */
const MOST_UNSENT = 500;

interface SourceRow {
  id: string;
  show_id: string;
  status: ShowStatus;
  last_comment_at: Date | null;
  lag_ms: number | null;
  /** How the reading of the source goes; null where nothing reads it, such as a rehearsal. */
  reading: SourceState | null;
  message: string | null;
  problem: string | null;
  next_try_at: Date | null;
  /** When the show's latest span began, ms since the epoch. */
  counts_from: number | null;
}

/** Every two seconds, a sign of life to each room: by it a console knows that silence means silence. */
@Injectable()
export class Pulse implements OnApplicationShutdown {
  private readonly log = new Logger('Realtime');
  private timer: NodeJS.Timeout | null = null;
  private beating = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly rooms: ShowRooms,
    private readonly clock: Clock,
  ) {}

  start(server: ConsoleServer): void {
    this.timer = setInterval(() => void this.beat(server), PULSE_MS).unref();
  }

  onApplicationShutdown(): void {
    if (this.timer !== null) clearInterval(this.timer);
  }

  private async beat(server: ConsoleServer): Promise<void> {
    this.cutOffSlowConsoles(server);
    const showIds = this.rooms.open;
    // A pulse is earned: while the database does not answer, none is sent, and consoles see that something is wrong.
    if (showIds.length === 0 || this.beating) return;
    this.beating = true;
    try {
      const [sources, rates] = await Promise.all([this.readSources(showIds), this.readRates(showIds)]);
      for (const showId of showIds) {
        const pulse: ShowPulse = {
          showId,
          at: this.clock.iso(),
          lastSeq: this.rooms.position(showId),
          sources: sources.filter((row) => row.show_id === showId).map((row) => toPulse(withClockTrouble(row, this.clock.now()))),
          commentsPerMinute: rates.get(showId) ?? 0,
          operators: await this.operators(server, showId),
        };
        server.to(roomOf(showId)).emit('show.pulse', pulse);
      }
    } catch (error) {
      this.log.warn(`No pulse: ${String(error)}`);
    } finally {
      this.beating = false;
    }
  }

  private readSources(showIds: string[]): Promise<SourceRow[]> {
    return this.dataSource.query<SourceRow[]>(
      `SELECT s.id, s.show_id, w.status, m.received_at AS last_comment_at, (extract(epoch FROM m.received_at - m.commented_at) * 1000)::float8 AS lag_ms,
         r.state AS reading, r.message, r.problem, r.next_try_at, (w.spans->-1->>0)::bigint AS counts_from
       FROM show_sources s JOIN shows w ON w.id = s.show_id
       LEFT JOIN source_readings r ON r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id
       LEFT JOIN LATERAL (SELECT received_at, commented_at FROM comments m WHERE m.show_id = s.show_id AND m.platform = s.platform AND m.live_id = s.live_id
         ORDER BY m.batch DESC, m.batch_index DESC LIMIT 1) m ON true
       WHERE s.show_id = ANY($1::uuid[]) ORDER BY s.show_id, s.position`,
      [showIds],
    );
  }

  private async readRates(showIds: string[]): Promise<Map<string, number>> {
    const rows = await this.dataSource.query<{ show_id: string; count: number }[]>(
      `SELECT show_id, count(*) FROM comments WHERE show_id = ANY($1::uuid[]) AND received_at > $2 GROUP BY show_id`,
      [showIds, new Date(this.clock.now() - 60_000)],
    );
    return new Map(rows.map((row) => [row.show_id, row.count]));
  }

  private async operators(server: ConsoleServer, showId: string): Promise<ShowPulse['operators']> {
    const sockets = await server.in(roomOf(showId)).fetchSockets();
    return presence(
      sockets.map(({ data }) => data),
      showId,
    );
  }

  private cutOffSlowConsoles(server: ConsoleServer): void {
    for (const socket of server.sockets.sockets.values()) {
      const { writeBuffer } = socket.conn as unknown as { writeBuffer: unknown[] };
      if (writeBuffer.length > MOST_UNSENT) socket.conn.close();
    }
  }
}

/** A show that was begun while this server's clock was ahead counts nothing until the clock is there again. */
function withClockTrouble(row: SourceRow, now: number): SourceRow {
  if (row.status !== 'active' || row.counts_from === null || row.counts_from <= now) return row;
  const seconds = Math.ceil((row.counts_from - now) / 1000);
  const message = `The show begins to count in ${seconds} s only: this server's clock was ahead when it was begun or resumed. Pause the show and resume it, and comments count at once.`;
  return { ...row, reading: 'trouble', problem: 'CLOCK_WAS_AHEAD', message, next_try_at: null };
}

function toPulse(row: SourceRow): SourcePulse {
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
