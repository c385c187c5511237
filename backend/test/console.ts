import { REALTIME_PATH, type ShowEvent, type ShowJoinAck, type ShowHeartbeat } from '@sellary/contracts';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';

/** A console's socket that stores the events it receives. */
export interface TestConsole {
  socket: Socket;
  events: ShowEvent[];
  heartbeats: ShowHeartbeat[];
  join(showId: string, afterSeq?: number): Promise<ShowJoinAck>;
  /** Resolves once a row with this `seq` has arrived. */
  until(seq: number): Promise<void>;
  close(): void;
}

/** @throws the error of `connect_error` if the server refuses the connection */
export async function connectConsole(url: string, token: unknown): Promise<TestConsole> {
  const socket = io(url, {
    path: REALTIME_PATH,
    transports: ['websocket'],
    auth: { token },
    reconnection: false,
    forceNew: true,
  });
  const events: ShowEvent[] = [];
  const heartbeats: ShowHeartbeat[] = [];
  const waiting = new Set<() => void>();
  socket.on('show.events', (message: { events: ShowEvent[] }) => {
    events.push(...message.events);
    for (const check of waiting) check();
  });
  socket.on('show.pulse', (heartbeat: ShowHeartbeat) => heartbeats.push(heartbeat));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  return {
    socket,
    events,
    heartbeats,
    join: (showId, afterSeq) =>
      socket.emitWithAck('show.join', {
        showId,
        ...(afterSeq === undefined ? {} : { afterSeq }),
      }) as Promise<ShowJoinAck>,
    until: (seq) =>
      new Promise((resolve) => {
        const check = (): void => {
          if ((events[events.length - 1]?.seq ?? 0) < seq) return;
          waiting.delete(check);
          resolve();
        };
        waiting.add(check);
        check();
      }),
    close: () => void socket.close(),
  };
}

export const whenDisconnected = (console: TestConsole): Promise<unknown> =>
  once(console.socket as unknown as NodeJS.EventEmitter, 'disconnect');
