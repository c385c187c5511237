import type { ConsoleServer, ConsoleSocket } from './consoles';

/** A console may exceed this only while its number of unsent bytes is decreasing. */
const MAX_UNSENT_BYTES = 1_000_000;

/**
 * Disconnects consoles that do not read what is sent to them, before they fill the process's memory. They
 * catch up from the ledger after they reconnect. `disconnect` is called at regular intervals. A console is
 * slow if it has many unsent bytes, and no fewer than at the previous call.
 */
export class SlowConsoles {
  private readonly unsent = new WeakMap<ConsoleSocket, number>();

  disconnect(server: ConsoleServer): void {
    for (const socket of server.sockets.sockets.values()) {
      const bytes = unsentBytes(socket);
      const before = this.unsent.get(socket) ?? 0;
      this.unsent.set(socket, bytes);
      if (before <= MAX_UNSENT_BYTES || bytes < before) continue;
      // A closing handshake would wait behind the unread data.
      outgoingOf(socket).transport.socket?.terminate?.();
      socket.conn.close(true);
    }
  }
}

interface Outgoing {
  writeBuffer: { data?: unknown }[];
  /** `socket` exists only on the websocket transport. */
  transport: { socket?: { bufferedAmount?: number; terminate?: () => void } };
}

const outgoingOf = (socket: ConsoleSocket): Outgoing => socket.conn as unknown as Outgoing;

/** Bytes waiting for the transport, plus bytes in the transport that the network has not yet accepted. */
function unsentBytes(socket: ConsoleSocket): number {
  const { writeBuffer, transport } = outgoingOf(socket);
  let bytes = transport.socket?.bufferedAmount ?? 0;
  for (const { data } of writeBuffer) {
    bytes += typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0;
  }
  return bytes;
}
