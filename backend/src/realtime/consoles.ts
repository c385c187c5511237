import type { ClientToServerEvents, Presence, ServerToClientEvents } from '@sellary/contracts';
import type { DefaultEventsMap, Server, Socket } from 'socket.io';
import type { Principal } from '../auth';

/** A connected console's data. */
export interface ConsoleData {
  principal: Principal;
  /** Expiry of the access token, ms since the epoch. */
  expiresAt: number;
  expiryTimer?: NodeJS.Timeout;
  shows: Set<string>;
  /** Joins in progress. */
  joining: number;
  /** Presence reported by the console, by show. */
  presence: Map<string, Pick<Presence, 'open' | 'note'>>;
}

export type ConsoleSocket = Socket<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, ConsoleData>;
export type ConsoleServer = Server<ClientToServerEvents, ServerToClientEvents, DefaultEventsMap, ConsoleData>;

export const roomOf = (showId: string): string => `show:${showId}`;

/** The consoles of one show in this process. */
export function consolesWatching(server: ConsoleServer, showId: string): ConsoleSocket[] {
  const ids = server.sockets.adapter.rooms.get(roomOf(showId)) ?? [];
  return [...ids].flatMap((id) => server.sockets.sockets.get(id) ?? []);
}
