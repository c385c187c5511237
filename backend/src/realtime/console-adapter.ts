import type { INestApplicationContext } from '@nestjs/common';
import { IoAdapter } from '@nestjs/platform-socket.io';
import type { IncomingMessage } from 'node:http';
import type { Server, ServerOptions } from 'socket.io';
import { isAllowedHost, type AppConfig, callerAddress, proxyTrust } from '../kernel';
import type { ConsoleServer } from './consoles';
import { isAllowedOrigin } from './origin-check';

/** Maximum frame size. The largest frame that a console sends contains an access token. */
const MAX_FRAME_BYTES = 20_000;
/** Maximum time that a connection may stay open without signing in. */
const MAX_UNIDENTIFIED_MS = 5_000;
/** Maximum number of connections that have not yet signed in. */
const MAX_UNIDENTIFIED = 2_000;
const MAX_UNIDENTIFIED_PER_ADDRESS = 100;

/**
 * Opens the socket endpoint. A caller that is not allowed to connect is rejected before the Engine.IO
 * handshake, while the connection is still cheap.
 */
export class ConsoleAdapter extends IoAdapter {
  private readonly trust;
  private readonly unidentified = new Map<string, number>();

  constructor(
    app: INestApplicationContext,
    private readonly config: AppConfig,
  ) {
    super(app);
    this.trust = proxyTrust(config.trustedProxies);
  }

  override createIOServer(port: number, options: Partial<ServerOptions> = {}): Server {
    const serverOptions: Partial<ServerOptions> = {
      ...options,
      transports: ['websocket', 'polling'],
      pingInterval: 30_000,
      pingTimeout: 20_000,
      connectTimeout: MAX_UNIDENTIFIED_MS,
      maxHttpBufferSize: MAX_FRAME_BYTES,
      serveClient: false,
      allowRequest: (request, decide) => {
        const reason = this.rejectionReason(request);
        decide(reason, reason === null);
      },
    };
    const server = super.createIOServer(port, serverOptions as ServerOptions) as ConsoleServer;
    server.engine.on('headers', (headers: Record<string, string>) => {
      headers['X-Content-Type-Options'] = 'nosniff';
    });
    this.countUnidentified(server);
    return server;
  }

  private rejectionReason(request: IncomingMessage): string | null {
    const { host, origin } = request.headers;
    if (!isAllowedHost(host, this.config)) {
      return 'This server can be opened only at localhost or at the host name in PUBLIC_URL. Open one of these addresses, or correct PUBLIC_URL.';
    }
    // A request without an origin does not come from a page on another host, because the browser would send
    // that page's origin.
    if (origin !== undefined && !isAllowedOrigin(origin, host, this.config)) {
      return 'Pages from this origin are not allowed to connect. Open the console at PUBLIC_URL.';
    }
    const total = [...this.unidentified.values()].reduce((sum, count) => sum + count, 0);
    const addressCount = this.unidentified.get(callerAddress(request, this.trust)) ?? 0;
    return total < MAX_UNIDENTIFIED && addressCount < MAX_UNIDENTIFIED_PER_ADDRESS
      ? null
      : 'Too many connections are waiting to sign in. Try again in a moment.';
  }

  /** Counts a connection from the handshake until the console has signed in or the connection is closed. */
  private countUnidentified(server: ConsoleServer): void {
    const stopFunctions = new WeakMap<object, () => void>();
    server.engine.on(
      'connection',
      (connection: { request: IncomingMessage; once(event: 'close', listener: () => void): void }) => {
        const address = callerAddress(connection.request, this.trust);
        let isCounted = true;
        this.changeCount(address, 1);
        const stopCounting = (): void => {
          if (isCounted) this.changeCount(address, -1);
          isCounted = false;
        };
        stopFunctions.set(connection, stopCounting);
        connection.once('close', stopCounting);
      },
    );
    server.on('connection', (socket) => stopFunctions.get(socket.conn)?.());
  }

  private changeCount(address: string, change: number): void {
    const count = (this.unidentified.get(address) ?? 0) + change;
    if (count > 0) this.unidentified.set(address, count);
    else this.unidentified.delete(address);
  }
}
