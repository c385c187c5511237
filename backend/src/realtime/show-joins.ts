import { Injectable } from '@nestjs/common';
import type { ShowJoinAck, ShowLeaveAck } from '@sellary/contracts';
import { ApiError, CallSlots, fieldsOf, inBackground, isUuid, toApiError } from '../kernel';
import { ShowAccess } from '../shows';
import { ConsoleLimits } from './console-limits';
import { type ConsoleSocket, roomOf } from './consoles';
import { ShowRooms } from './show-rooms';

const MAX_MISSED_ROWS = 1_000;

/** Lets consoles join and leave show rooms. */
@Injectable()
export class ShowJoins {
  /** Limits how many consoles catch up from the ledger at the same time. */
  private readonly catchUps = new CallSlots({
    perUser: 1,
    perWorkspace: 2,
    total: 3,
    waitingPerWorkspace: 200,
    maxWaitMs: 10_000,
    name: 'console catch-ups',
  });

  constructor(
    private readonly showAccess: ShowAccess,
    private readonly rooms: ShowRooms,
    private readonly limits: ConsoleLimits,
  ) {}

  /** Never throws: the response contains the error. */
  async join(
    socket: ConsoleSocket,
    request: unknown,
    response: (message: ShowJoinAck) => void,
  ): Promise<void> {
    const { data } = socket;
    try {
      const { showId, afterSeq } = readJoin(request);
      this.limits.checkPace(data.principal.userId);
      if (!data.shows.has(showId)) this.limits.checkShowCounts(socket);
      data.joining += 1;
      try {
        await this.showAccess.assertVisible(data.principal.workspaceId, showId);
        if (afterSeq === undefined) await this.enter(socket, showId, afterSeq, response);
        else await this.catchUps.run(data.principal, () => this.enter(socket, showId, afterSeq, response));
      } finally {
        data.joining -= 1;
      }
    } catch (error) {
      const { code, message } = toApiError(error);
      response({ ok: false, error: { code, message } });
    }
  }

  leave(socket: ConsoleSocket, request: unknown): ShowLeaveAck {
    const { showId } = fieldsOf(request);
    if (!isUuid(showId)) {
      return {
        ok: false,
        error: { code: 'VALIDATION_FAILED', message: 'show.leave requires {showId: UUID}.' },
      };
    }
    if (socket.data.shows.delete(showId.toLowerCase())) {
      inBackground('show room', () => socket.leave(roomOf(showId.toLowerCase())));
      this.rooms.leave(showId.toLowerCase());
    }
    return { ok: true };
  }

  /** Removes a disconnected console from all of its rooms. */
  leaveAll(socket: ConsoleSocket): void {
    for (const showId of socket.data.shows) this.rooms.leave(showId);
    socket.data.shows.clear();
  }

  private async enter(
    socket: ConsoleSocket,
    showId: string,
    afterSeq: number | undefined,
    response: (message: ShowJoinAck) => void,
  ): Promise<void> {
    const { shows } = socket.data;
    // On a second join, the console leaves the room until it has caught up, so that no row arrives before the
    // response.
    if (shows.delete(showId)) {
      await socket.leave(roomOf(showId));
      this.rooms.leave(showId);
    }
    await this.rooms.join(showId, afterSeq, MAX_MISSED_ROWS, (state) => {
      response({ ok: true, ...state });
      if (socket.connected && !shows.has(showId)) {
        inBackground('show room', () => socket.join(roomOf(showId)));
        shows.add(showId);
      } else {
        this.rooms.leave(showId);
      }
    });
  }
}

/** @throws ApiError VALIDATION_FAILED, NOT_FOUND */
function readJoin(request: unknown): { showId: string; afterSeq: number | undefined } {
  const { showId, afterSeq } = fieldsOf(request);
  const isValidSeq =
    afterSeq === undefined ||
    (typeof afterSeq === 'number' && Number.isSafeInteger(afterSeq) && afterSeq >= 0);
  if (typeof showId !== 'string' || !isValidSeq) {
    throw new ApiError(
      'VALIDATION_FAILED',
      'show.join requires {showId: UUID, afterSeq?: non-negative integer}.',
    );
  }
  if (!isUuid(showId)) throw ApiError.notFound('show');
  return { showId: showId.toLowerCase(), afterSeq };
}
