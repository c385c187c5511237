import type { ConsoleServer } from './consoles';
import { SlowConsoles } from './slow-consoles';

function aConsole() {
  const socket = { bufferedAmount: 0, terminate: () => (console.isTerminated = true) };
  const console = {
    isTerminated: false,
    socket,
    conn: { writeBuffer: [] as { data?: unknown }[], transport: { socket }, close: () => undefined },
  };
  return console;
}

describe('Slow consoles', () => {
  const check = (slow: SlowConsoles, ...consoles: unknown[]): void =>
    slow.disconnect({
      sockets: { sockets: new Map(consoles.map((console, index) => [index, console])) },
    } as unknown as ConsoleServer);

  it('A console is disconnected after two checks in a row with too many unsent bytes, in the socket or the write buffer.', () => {
    const slow = new SlowConsoles();
    const [inSocket, inBuffer] = [aConsole(), aConsole()];
    inSocket.socket.bufferedAmount = 2_000_000;
    inBuffer.conn.writeBuffer = [{ data: 'x'.repeat(1_500_000) }, { data: Buffer.alloc(500_000) }, {}];
    check(slow, inSocket, inBuffer);
    expect([inSocket.isTerminated, inBuffer.isTerminated]).toEqual([false, false]);
    check(slow, inSocket, inBuffer);
    expect([inSocket.isTerminated, inBuffer.isTerminated]).toEqual([true, true]);
  });

  it('A console stays connected while its unsent bytes decrease, as in a large catch-up on a slow connection.', () => {
    const slow = new SlowConsoles();
    const console = aConsole();
    for (let bytes = 9_000_000; bytes > 0; bytes -= 500_000) {
      console.socket.bufferedAmount = bytes;
      check(slow, console);
    }
    expect(console.isTerminated).toBe(false);
  });

  it('A console with few unsent bytes always stays connected.', () => {
    const slow = new SlowConsoles();
    const console = aConsole();
    for (const bytes of [0, 900_000, 900_000, 990_000, 990_000]) {
      console.socket.bufferedAmount = bytes;
      check(slow, console);
    }
    expect(console.isTerminated).toBe(false);
  });
});
