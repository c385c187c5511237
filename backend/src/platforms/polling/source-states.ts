import { Injectable } from '@nestjs/common';
import {
  type Broadcast,
  REHEARSAL,
  type ShowStatus,
  type SourceHealth,
  type SourceProblem,
  type SourceState,
} from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { type LastComment, readLastComments } from '../../claim-engine';
import { Clock, poolReader } from '../../kernel';

/** Time without a comment, in ms, after which a live source that has had comments counts as silent. */
const SILENCE_MS = 60_000;

interface SourceRow {
  id: string;
  show_id: string;
  status: ShowStatus;
  platform: string;
  live_id: string | null;
  connection_id: string | null;
  account_id: string | null;
  /** State of reading the source; null if nothing reads it, as in a rehearsal. */
  reading: SourceState | null;
  message: string | null;
  problem: SourceProblem | null;
  next_try_at: Date | null;
  over_at: Date | null;
  successor: Broadcast | null;
  counted_since: number | null;
  /** Start of the show's latest span, ms since the epoch. */
  counts_from: number | null;
}

/** Reads the state of each show's sources for the consoles. */
@Injectable()
export class SourceStates {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** @returns each show's sources in order; shows without sources are left out */
  async read(showIds: string[]): Promise<Map<string, SourceHealth[]>> {
    const reader = poolReader(this.dataSource);
    const rows = await reader.query<SourceRow>(
      `SELECT s.id, s.show_id, s.platform, s.live_id, s.connection_id, w.status, r.state AS reading, r.message, r.problem, r.next_try_at, r.account_id, r.over_at, r.successor, r.counted_since,
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
    const lastComments = await readLastComments(reader, broadcasts);
    const now = this.clock.now();
    const byShow = new Map<string, { row: SourceRow; comment: LastComment | null }[]>();
    for (const [index, row] of rows.entries()) {
      const entry = { row, comment: lastComments[index] ?? null };
      const entries = byShow.get(row.show_id);
      if (entries === undefined) byShow.set(row.show_id, [entry]);
      else entries.push(entry);
    }
    return new Map(
      [...byShow].map(([showId, entries]) => {
        const sourcesOfShow = entries.map(({ row }) => row);
        return [showId, entries.map(({ row, comment }) => healthOf(row, comment, sourcesOfShow, now))];
      }),
    );
  }
}

function healthOf(
  row: SourceRow,
  comment: LastComment | null,
  sourcesOfShow: SourceRow[],
  now: number,
): SourceHealth {
  if (row.status !== 'active') return toSourceHealth(row, comment);
  const successor = successorOf(row, sourcesOfShow);
  const successorField = successor === null ? {} : { successor };
  if (row.over_at !== null) {
    const health = endedHealth(row, row.over_at, comment, sourcesOfShow, now);
    return health.problem === undefined ? health : { ...health, ...successorField };
  }
  const checkedRow = withClockProblem(row, now);
  if (isSilent(checkedRow, comment, now)) return { ...silentHealth(checkedRow, comment), ...successorField };
  return { ...toSourceHealth(checkedRow, comment), ...successorField };
}

/** The newer broadcast that was found, unless the show already uses it. */
const successorOf = ({ successor }: SourceRow, sourcesOfShow: SourceRow[]): Broadcast | null =>
  sourcesOfShow.some((other) => other.live_id === successor?.liveId) ? null : successor;

/**
 * State of an ended broadcast. It is not a problem if the show reads a later broadcast from the same account.
 * A problem that keeps late comments from being read is still reported.
 */
function endedHealth(
  row: SourceRow,
  at: Date,
  comment: LastComment | null,
  sourcesOfShow: SourceRow[],
  now: number,
): SourceHealth {
  if (isReadingBlocked(row, now)) return { ...toSourceHealth(row, comment), endedAt: at.toISOString() };
  const isReplaced = sourcesOfShow
    .slice(sourcesOfShow.indexOf(row) + 1)
    .some((later) => readsSameAccount(later, row));
  const message = 'The broadcast has ended. Late comments are still being read.';
  const problem = isReplaced ? null : 'LIVE_ENDED';
  const health = toSourceHealth({ ...row, reading: 'ended', problem, message, next_try_at: null }, comment);
  return { ...health, endedAt: at.toISOString() };
}

const BLOCKING_PROBLEMS: readonly (SourceProblem | null)[] = [
  'NO_CONNECTION',
  'CONNECTION_EXPIRED',
  'PERMISSION_MISSING',
  'PLATFORM_ERROR',
  'UNREACHABLE',
];

/** True if the source's comments cannot be read now. */
const isReadingBlocked = ({ problem, next_try_at }: SourceRow, now: number): boolean =>
  BLOCKING_PROBLEMS.includes(problem) ||
  (problem === 'THROTTLED' && next_try_at !== null && next_try_at.getTime() > now);

/**
 * True if two sources read the same account. An account that was disconnected and connected again has a new
 * connection.
 */
const readsSameAccount = (a: SourceRow, b: SourceRow): boolean =>
  a.platform === b.platform &&
  ((a.connection_id !== null && a.connection_id === b.connection_id) ||
    (a.account_id !== null && a.account_id === b.account_id));

/** True if a live source is silent. A rehearsal is never silent, because an operator writes its comments. */
const isSilent = (row: SourceRow, comment: LastComment | null, now: number): boolean =>
  row.problem === null &&
  row.platform !== REHEARSAL &&
  comment !== null &&
  now - Math.max(comment.receivedAt.getTime(), row.counts_from ?? 0) >= SILENCE_MS;

function silentHealth(row: SourceRow, comment: LastComment | null): SourceHealth {
  const { counted_since: count } = row;
  const platformCount =
    count === null
      ? 'The platform did not report its own count.'
      : count === 0
        ? 'The platform has counted none since then either, so viewers may just be quiet.'
        : `New comments that the platform has counted but did not return: ${count}.`;
  const message = `No comments have arrived for a minute. ${platformCount}`;
  const health = toSourceHealth({ ...row, reading: 'trouble', problem: 'SILENT', message }, comment);
  return { ...health, ...(count === null ? {} : { countedSince: count }) };
}

/**
 * Adds a problem if the show was started while this server's clock was ahead, because the show does not count
 * comments until the corrected clock reaches its start.
 */
function withClockProblem(row: SourceRow, now: number): SourceRow {
  if (row.counts_from === null || row.counts_from <= now) return row;
  const seconds = Math.ceil((row.counts_from - now) / 1000);
  const message = `The show will start counting comments in ${seconds} s because this server's clock was ahead when the show started. Pause and resume the show to count comments immediately.`;
  return { ...row, reading: 'trouble', problem: 'CLOCK_WAS_AHEAD', message, next_try_at: null };
}

function toSourceHealth(row: SourceRow, comment: LastComment | null): SourceHealth {
  return {
    id: row.id,
    state: stateOf(row, comment),
    lagMs: comment === null ? null : comment.receivedAt.getTime() - comment.commentedAt.getTime(),
    lastCommentAt: comment?.receivedAt.toISOString() ?? null,
    ...(row.status === 'active' && row.next_try_at !== null
      ? { nextTryAt: row.next_try_at.toISOString() }
      : {}),
    ...(row.status === 'active' && row.message !== null ? { message: row.message } : {}),
    ...(row.status === 'active' && row.problem !== null ? { problem: row.problem } : {}),
  };
}

function stateOf(row: SourceRow, comment: LastComment | null): SourceState {
  if (row.status !== 'active') return 'idle';
  if (row.reading === 'trouble' || row.reading === 'ended') return row.reading;
  return comment === null ? 'waiting' : 'live';
}
