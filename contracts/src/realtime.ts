import type { ErrorCode } from './errors';
import type { ShowHeartbeat } from './heartbeat';
import type { ShowEvent } from './ledger';

/** Path of the Socket.IO endpoint: WebSocket, or HTTP long polling if a network blocks WebSocket. */
export const REALTIME_PATH = '/api/realtime';

export interface ShowJoinRequest {
  showId: string;
  /** Last ledger row that the client has applied. Left out by a client that has not loaded a snapshot. */
  afterSeq?: number;
}

/**
 * `events` are the rows (afterSeq, lastSeq], and later messages start at lastSeq + 1. If `truncated`, reload
 * the snapshot.
 */
export type ShowJoinAck =
  | { ok: true; lastSeq: number; events: ShowEvent[]; truncated: boolean }
  | { ok: false; error: { code: ErrorCode; message: string } };

export type ShowLeaveAck = { ok: true } | { ok: false; error: { code: ErrorCode; message: string } };

/** In `seq` order, without gaps. */
export interface ShowEventsMessage {
  showId: string;
  events: ShowEvent[];
}

/**
 * A console's presence, sent to the show's other consoles. An omitted field keeps its value, and null clears
 * the field. The presence ends with the connection and is never stored.
 */
export interface ShowTellRequest {
  showId: string;
  /** At most 100 characters. */
  open?: string | null;
  /** At most 200 characters; from operators only. */
  note?: string | null;
}

export interface ServerToClientEvents {
  'show.events': (message: ShowEventsMessage) => void;
  'show.pulse': (message: ShowHeartbeat) => void;
}

export interface ClientToServerEvents {
  'show.join': (request: ShowJoinRequest, ack: (answer: ShowJoinAck) => void) => void;
  'show.leave': (request: { showId: string }, ack: (answer: ShowLeaveAck) => void) => void;
  'show.tell': (request: ShowTellRequest) => void;
}
