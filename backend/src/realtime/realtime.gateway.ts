import type { OnApplicationShutdown } from '@nestjs/common';
import {
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
  WebSocketGateway,
} from '@nestjs/websockets';
import { REALTIME_PATH } from '@sellary/contracts';
import { Access } from '../auth';
import { runAfter, ApiError, runEvery, guardListener, inBackground, toApiError } from '../kernel';
import { receiveFrames } from './client-frames';
import { ConsoleLimits } from './console-limits';
import { type ConsoleServer, type ConsoleSocket, roomOf } from './consoles';
import { Heartbeat } from './heartbeat';
import { ShowJoins } from './show-joins';
import { ShowRooms } from './show-rooms';
import { SlowConsoles } from './slow-consoles';
import { updatePresence } from './presence';

/**
 * A signal that a session ended may be lost between processes, so every console's session is checked at this
 * interval.
 */
const ACCESS_CHECK_MS = 10_000;
/** Maximum number of sessions per query. */
const MAX_SESSIONS_PER_QUERY = 1_000;
const SLOW_CONSOLES_CHECK_MS = 1_000;
const MAX_TOKEN_LENGTH = 4_000;

/**
 * Connects consoles. The sign-in happens before the connection is accepted, because Nest's guards do not see
 * the handshake.
 */
@WebSocketGateway({ path: REALTIME_PATH })
export class RealtimeGateway
  implements
    OnGatewayInit<ConsoleServer>,
    OnGatewayConnection<ConsoleSocket>,
    OnGatewayDisconnect<ConsoleSocket>,
    OnApplicationShutdown
{
  private stopFunctions: (() => void)[] = [];

  constructor(
    private readonly access: Access,
    private readonly joins: ShowJoins,
    private readonly rooms: ShowRooms,
    private readonly heartbeat: Heartbeat,
    private readonly limits: ConsoleLimits,
  ) {}

  afterInit(server: ConsoleServer): void {
    server.use((socket, next) => {
      this.signIn(socket).then(
        () => next(),
        (error: unknown) => next(toConnectError(error)),
      );
    });
    this.rooms.useSender((message) => server.to(roomOf(message.showId)).emit('show.events', message));
    const changes = this.access.changedUserIds.subscribe((userId) =>
      inBackground('console access', () => this.recheckAccess(this.limits.consolesOf(userId))),
    );
    const slowConsoles = new SlowConsoles();
    this.stopFunctions = [
      () => changes.unsubscribe(),
      runEvery('console access', ACCESS_CHECK_MS, () => {
        this.limits.prune();
        return this.recheckAccess([...server.sockets.sockets.values()]);
      }),
      runEvery('slow consoles', SLOW_CONSOLES_CHECK_MS, () => slowConsoles.disconnect(server)),
      this.heartbeat.start(server),
    ];
  }

  onApplicationShutdown(): void {
    for (const stop of this.stopFunctions) stop();
  }

  handleConnection(socket: ConsoleSocket): void {
    const { data } = socket;
    data.expiryTimer = runAfter('console expiry', Math.max(0, data.expiresAt - Date.now()), () =>
      socket.disconnect(true),
    );
    receiveFrames(
      socket,
      new Map([
        ['show.join', (request, response) => this.joins.join(socket, request, response)],
        ['show.leave', (request, response) => response(this.joins.leave(socket, request))],
        ['show.tell', (request) => updatePresence(data, request)],
      ]),
    );
  }

  handleDisconnect(socket: ConsoleSocket): void {
    clearTimeout(socket.data.expiryTimer);
    this.joins.leaveAll(socket);
    // Nothing is left to send, because each console has a connection of its own.
    socket.conn.close();
  }

  /** @throws ApiError UNAUTHENTICATED, RATE_LIMITED */
  private async signIn(socket: ConsoleSocket): Promise<void> {
    const { token } = socket.handshake.auth as { token?: unknown };
    const verified =
      typeof token === 'string' && token.length <= MAX_TOKEN_LENGTH ? await this.access.verify(token) : null;
    if (verified === null) {
      throw new ApiError(
        'UNAUTHENTICATED',
        'Sign in first. The access token is missing, expired, or revoked.',
      );
    }
    if (socket.conn.readyState !== 'open') {
      throw new ApiError('UNAUTHENTICATED', 'The connection ended before sign-in was complete.');
    }
    const { principal, claims } = verified;
    socket.data = {
      principal,
      expiresAt: claims.exp * 1000,
      shows: new Set(),
      joining: 0,
      presence: new Map(),
    };
    this.limits.admit(socket);
    socket.conn.once(
      'close',
      guardListener('console', () => this.limits.remove(socket)),
    );
  }

  /**
   * Disconnects consoles whose session ended, or whose user left the workspace or was given another role.
   * They can reconnect with a new token.
   */
  private async recheckAccess(consoles: ConsoleSocket[]): Promise<void> {
    const sessions = new Map(consoles.map(({ data: { principal } }) => [principal.sessionId, principal]));
    const principals = [...sessions.values()];
    const roles = new Map<string, string>();
    for (let from = 0; from < principals.length; from += MAX_SESSIONS_PER_QUERY) {
      for (const { sessionId, role } of await this.access.readPrincipals(
        principals.slice(from, from + MAX_SESSIONS_PER_QUERY),
      )) {
        roles.set(sessionId, role);
      }
    }
    for (const socket of consoles) {
      const { sessionId, role } = socket.data.principal;
      if (roles.get(sessionId) !== role) socket.disconnect(true);
    }
  }
}

/** The client's `connect_error`, with the code as its message and the text for users in its data. */
function toConnectError(error: unknown): Error {
  const { code, message } = toApiError(error);
  return Object.assign(new Error(code), { data: { code, message } });
}
