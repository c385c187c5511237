import { Injectable, Logger } from '@nestjs/common';
import { HEARTBEAT_MS, type ShowHeartbeat } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { countCommentsSince } from '../claim-engine';
import { Clock, every, messageOf, poolReader } from '../kernel';
import { SourceStates } from '../platforms';
import { type ConsoleServer, consolesIn, roomOf } from './consoles';
import { ShowRooms } from './show-rooms';
import { presenceOf } from './presence';

/** Maximum number of shows per query and round. */
const MAX_SHOWS_AT_ONCE = 200;

/**
 * Sends a heartbeat to each room every two seconds, so that a console can distinguish a quiet show from a
 * lost connection.
 */
@Injectable()
export class Heartbeat {
  private readonly log = new Logger('Realtime');

  constructor(
    private readonly dataSource: DataSource,
    private readonly rooms: ShowRooms,
    private readonly sources: SourceStates,
    private readonly clock: Clock,
  ) {}

  /** @returns a function that stops it */
  start(server: ConsoleServer): () => void {
    return every('heartbeat', HEARTBEAT_MS, () => this.sendToAll(server));
  }

  private async sendToAll(server: ConsoleServer): Promise<void> {
    const showIds = this.rooms.openShowIds;
    try {
      for (let from = 0; from < showIds.length; from += MAX_SHOWS_AT_ONCE) {
        await this.sendTo(server, showIds.slice(from, from + MAX_SHOWS_AT_ONCE));
      }
    } catch (error) {
      // No heartbeat is sent while the database does not respond, so that consoles show the problem.
      this.log.warn(`No heartbeat: ${messageOf(error)}`);
    }
  }

  private async sendTo(server: ConsoleServer, showIds: string[]): Promise<void> {
    const [sources, rates] = await Promise.all([this.sources.read(showIds), this.rates(showIds)]);
    for (const showId of showIds) {
      const heartbeat: ShowHeartbeat = {
        showId,
        at: this.clock.iso(),
        lastSeq: this.rooms.position(showId),
        sources: sources.get(showId) ?? [],
        commentsPerMinute: rates.get(showId) ?? 0,
        operators: presenceOf(
          consolesIn(server, showId).map(({ data }) => data),
          showId,
        ),
      };
      server.to(roomOf(showId)).emit('show.pulse', heartbeat);
    }
  }

  private rates(showIds: string[]): Promise<Map<string, number>> {
    return countCommentsSince(poolReader(this.dataSource), showIds, new Date(this.clock.now() - 60_000));
  }
}
