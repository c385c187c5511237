import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { RedisTransport } from './redis-transport';

describe('Signals through Redis', () => {
  it('A Redis that does not respond does not delay later signals.', async () => {
    const sockets = new Set<Socket>();
    let sentText = '';
    const server = createServer((socket) => {
      sockets.add(socket);
      socket.on('data', (data) => {
        const commands = data.toString().split(/(?=\*\d+\r\n)/);
        for (const command of commands) {
          if (command.includes('PUBLISH')) sentText = command;
          else socket.write('+OK\r\n');
        }
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const transport = new RedisTransport(`redis://127.0.0.1:${port}`);
    await transport.open(() => undefined);
    while (sentText === '') {
      await transport.send(['a signal']);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(sentText).toContain('a signal');
    await transport.close();
    for (const socket of sockets) socket.destroy();
    server.close();
  });
});
