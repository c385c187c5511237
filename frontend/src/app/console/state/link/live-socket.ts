import { InjectionToken } from '@angular/core';
import { type ClientToServerEvents, REALTIME_PATH, type ServerToClientEvents } from '@sellary/contracts';
import { type Socket, io } from 'socket.io-client';

export type LiveSocket = Socket<ServerToClientEvents, ClientToServerEvents>;

/** Opens a socket. Tests provide another function. */
export const OPEN_SOCKET = new InjectionToken<(auth: (give: (data: object) => void) => void) => LiveSocket>(
  'OPEN_SOCKET',
  {
    providedIn: 'root',
    factory: () => (auth) =>
      io({
        path: REALTIME_PATH,
        auth,
        // A hanging attempt must end soon, because the operator is waiting for it.
        timeout: 5_000,
        // ShowLink reconnects, because it knows about heartbeats, sleep, and sign-in. A second timer would
        // open a second connection.
        reconnection: false,
        autoConnect: false,
      }),
  },
);
