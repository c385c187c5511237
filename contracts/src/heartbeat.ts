import type { Broadcast } from './connections';

/**
 * `idle`: the show is not live. `live`: comments are arriving. `waiting`: live, but no comment has arrived
 * yet. `ended`: the platform reports that the broadcast is over. `trouble`: see `message`.
 */
export type SourceState = 'idle' | 'live' | 'waiting' | 'ended' | 'trouble';

/** Source problem codes. */
// prettier-ignore
export const SOURCE_PROBLEMS = [
  'CONNECTION_EXPIRED', 'NO_CONNECTION', 'PERMISSION_MISSING', 'THROTTLED', 'LIVE_GONE', 'UNREACHABLE',
  'PLATFORM_ERROR', 'COMMENTS_MISSING', 'CLOCK_WAS_AHEAD', 'LIVE_ENDED', 'SILENT',
] as const;
export type SourceProblem = (typeof SOURCE_PROBLEMS)[number];

export interface SourceHealth {
  id: string;
  state: SourceState;
  /** The newest comment's arrival minus its claim time, in ms. Null before the first comment. */
  lagMs: number | null;
  lastCommentAt: string | null;
  nextTryAt?: string;
  message?: string;
  /** Present in `trouble`, and in `ended` unless a newer broadcast of the account replaced this one. */
  problem?: SourceProblem;
  /** Time at which the broadcast was found to be over; only in `ended`. */
  endedAt?: string;
  /** A running broadcast of the same account that the show does not use yet. */
  successor?: Broadcast;
  /**
   * Number of comments that the platform has counted since the last one arrived. Only with `SILENT`, and only
   * if the platform counts comments.
   */
  countedSince?: number;
}

/** Interval between the heartbeats that the server sends to a show's consoles. */
export const HEARTBEAT_MS = 2_000;

/** Message sent to a show's room every `HEARTBEAT_MS`. It is not part of the ledger. */
export interface ShowHeartbeat {
  showId: string;
  at: string;
  lastSeq: number;
  sources: SourceHealth[];
  commentsPerMinute: number;
  operators: Presence[];
  /** Opaque. Changes whenever one of the workspace's buyers is blocked or unblocked, or a block changes. */
  blocksVersion: string;
}

/** A user who has this show's console open. */
export interface Presence {
  id: string;
  name: string;
  /** The object that the user is looking at, in the console's own notation (`claim:<id>`). */
  open?: string;
  /** A note that the user shows on the host view. */
  note?: string;
}
