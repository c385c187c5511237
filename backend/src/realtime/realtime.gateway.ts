import { Inject, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { type OnGatewayConnection, type OnGatewayDisconnect, type OnGatewayInit, WebSocketGateway } from '@nestjs/websockets';
import { REALTIME_PATH, type ShowJoinAck, type ShowLeaveAck } from '@sellary/contracts';
import type { Subscription } from 'rxjs';
import { Access } from '../auth';
import { ShowsInReach } from '../claim-engine';
import { answersTo, ApiError, APP_CONFIG, type AppConfig, isUuid, toApiError } from '../kernel';
import { type ConsoleServer, type ConsoleSocket, roomOf } from './consoles';
import { isOwnSite } from './own-site';
import { Pulse } from './pulse';
import { ShowRooms } from './show-rooms';
import { hear } from './telling';

const MOST_MISSED = 1_000;
const MOST_SHOWS = 50;
/** A hint that a session ended may be lost on its way from another process: every console's is looked at this often. */
const ACCESS_SWEEP_MS = 10_000;

/** The consoles' door. Signing in happens before the connection stands, because Nest's guards do not see the handshake. */
@WebSocketGateway({
  path: REALTIME_PATH,
  transports: ['websocket', 'polling'],
  pingInterval: 30_000,
  pingTimeout: 20_000,
  maxHttpBufferSize: 100_000,
  serveClient: false,
})
export class RealtimeGateway
  implements OnGatewayInit<ConsoleServer>, OnGatewayConnection<ConsoleSocket>, OnGatewayDisconnect<ConsoleSocket>, OnApplicationShutdown
{
  private readonly log = new Logger('Realtime');
  private changes: Subscription | null = null;
  private sweep: NodeJS.Timeout | null = null;

  constructor(
    @Inject(APP_CONFIG) private readonly config: AppConfig,
    private readonly access: Access,
    private readonly reach: ShowsInReach,
    private readonly rooms: ShowRooms,
    private readonly pulse: Pulse,
  ) {}

  afterInit(server: ConsoleServer): void {
    server.use((socket, next) => {
      this.signIn(socket).then(
        (signedIn) => next(signedIn ? undefined : new Error('UNAUTHENTICATED')),
        (error: unknown) => next(new Error(toApiError(error).code)),
      );
    });
    this.rooms.deliverBy((message) => server.to(roomOf(message.showId)).emit('show.events', message));
    const consoles = (): ConsoleSocket[] => [...server.sockets.sockets.values()];
    this.changes = this.access.changed.subscribe(
      (userId) => void this.recheck(consoles().filter((socket) => socket.data.principal.userId === userId)),
    );
    this.sweep = setInterval(() => void this.recheck(consoles()), ACCESS_SWEEP_MS).unref();
    this.pulse.start(server);
  }

  onApplicationShutdown(): void {
    this.changes?.unsubscribe();
    if (this.sweep !== null) clearInterval(this.sweep);
  }

  handleConnection(socket: ConsoleSocket): void {
    const { data } = socket;
    data.expiry = setTimeout(() => socket.disconnect(true), Math.max(0, data.expiresAt - Date.now()));
    socket.on('show.join', (request, ack) => void this.join(socket, request, ack));
    socket.on('show.leave', (request, ack) => this.leave(socket, request, ack));
    socket.on('show.tell', (request) => hear(data, request));
    // A frame that cannot be read concerns its sender alone.
    socket.on('error', (error) => this.log.debug(`Console ${socket.id}: ${error.message}`));
  }

  handleDisconnect(socket: ConsoleSocket): void {
    clearTimeout(socket.data.expiry);
    for (const showId of socket.data.shows) this.rooms.leave(showId);
    socket.data.shows.clear();
  }

  private async signIn(socket: ConsoleSocket): Promise<boolean> {
    const { origin } = socket.handshake.headers;
    if (!answersTo(socket.handshake.headers.host, this.config)) return false;
    if (origin !== undefined && !isOwnSite(origin, socket.handshake.headers.host, this.config)) return false;
    const { token } = socket.handshake.auth as { token?: unknown };
    if (typeof token !== 'string' || token.length > 4_000) return false;
    const verified = await this.access.verify(token);
    if (verified === null) return false;
    socket.data = {
      token,
      principal: verified.principal,
      expiresAt: verified.claims.exp * 1000,
      shows: new Set(),
      joining: 0,
      told: new Map(),
    };
    return true;
  }

  /** Cuts off those whose session ended, whose member was removed or whose role was changed; with a fresh token they may come back. */
  private async recheck(consoles: ConsoleSocket[]): Promise<void> {
    for (const socket of consoles) {
      const { data } = socket;
      // Where the database does not answer nobody can say, and the next sweep asks again.
      const stands = await this.access.verify(data.token).then(
        (verified) => verified?.principal.role === data.principal.role,
        () => true,
      );
      if (!stands) socket.disconnect(true);
    }
  }

  private async join(socket: ConsoleSocket, request: unknown, ack: unknown): Promise<void> {
    const answer = (message: ShowJoinAck): void => {
      if (typeof ack === 'function') (ack as (message: ShowJoinAck) => void)(message);
    };
    const joined = socket.data.shows;
    try {
      const { showId, afterSeq } = readJoin(request);
      if (showId === null && typeof (request as { showId?: unknown } | null | undefined)?.showId === 'string' && afterSeq !== null) {
        throw ApiError.notFound('show');
      }
      if (showId === null || afterSeq === null) {
        answer({
          ok: false,
          error: { code: 'VALIDATION_FAILED', message: 'show.join takes {showId: UUID, afterSeq?: whole number from 0}.' },
        });
        return;
      }
      if (joined.size + socket.data.joining >= MOST_SHOWS && !joined.has(showId)) {
        answer({ ok: false, error: { code: 'RATE_LIMITED', message: `One console may watch ${MOST_SHOWS} shows.` } });
        return;
      }
      socket.data.joining += 1;
      try {
        await this.reach.check(socket.data.principal.workspaceId, showId);
        await this.enter(socket, showId, afterSeq, answer);
      } finally {
        socket.data.joining -= 1;
      }
    } catch (error) {
      const { code, message } = toApiError(error);
      answer({ ok: false, error: { code, message } });
    }
  }

  private async enter(
    socket: ConsoleSocket,
    showId: string,
    afterSeq: number | undefined,
    answer: (message: ShowJoinAck) => void,
  ): Promise<void> {
    const joined = socket.data.shows;
    // Joining again is catching up: out of the room until the new cut, so that nothing arrives before the answer.
    if (joined.delete(showId)) {
      await socket.leave(roomOf(showId));
      this.rooms.leave(showId);
    }
    await this.rooms.join(showId, afterSeq, MOST_MISSED, (cut) => {
      answer({ ok: true, ...cut });
      if (socket.connected && !joined.has(showId)) {
        void socket.join(roomOf(showId));
        joined.add(showId);
      } else {
        this.rooms.leave(showId);
      }
    });
  }

  private leave(socket: ConsoleSocket, request: unknown, ack: unknown): void {
    const { showId } = readJoin(request);
    const known = showId !== null && socket.data.shows.delete(showId);
    if (known) {
      void socket.leave(roomOf(showId));
      this.rooms.leave(showId);
    }
    const message: ShowLeaveAck =
      showId === null ? { ok: false, error: { code: 'VALIDATION_FAILED', message: 'show.leave takes {showId: UUID}.' } } : { ok: true };
    if (typeof ack === 'function') (ack as (message: ShowLeaveAck) => void)(message);
  }
}

/** null marks what is not valid; frames come from anybody who is signed in. */
function readJoin(request: unknown): { showId: string | null; afterSeq: number | null | undefined } {
  const { showId, afterSeq } = (typeof request === 'object' && request !== null ? request : {}) as { showId?: unknown; afterSeq?: unknown };
  const valid = afterSeq === undefined || (typeof afterSeq === 'number' && Number.isSafeInteger(afterSeq) && afterSeq >= 0);
  return { showId: isUuid(showId) ? showId.toLowerCase() : null, afterSeq: valid ? afterSeq : null };
}
