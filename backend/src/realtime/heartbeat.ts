import { Injectable, Logger } from '@nestjs/common';
import { HEARTBEAT_MS, type ShowHeartbeat } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { countCommentsSince, readBlockVersions } from '../claim-engine';
import { Clock, runEvery, messageOf, poolReader } from '../kernel';
import { SourceStates } from '../platforms';
import { type ConsoleData, type ConsoleServer, consolesWatching, roomOf } from './consoles';
import { ShowRooms } from './show-rooms';
import { presenceOf } from './presence';

const MAX_SHOWS_PER_QUERY = 200;

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

  /** @returns a function that stops the heartbeat */
  start(server: ConsoleServer): () => void {
    return runEvery('heartbeat', HEARTBEAT_MS, () => this.sendToAll(server));
  }

  private async sendToAll(server: ConsoleServer): Promise<void> {
    const showIds = this.rooms.openShowIds;
    try {
      for (let from = 0; from < showIds.length; from += MAX_SHOWS_PER_QUERY) {
        await this.sendTo(server, showIds.slice(from, from + MAX_SHOWS_PER_QUERY));
      }
    } catch (error) {
      // No heartbeat is sent while the database is not responding, so that consoles show the problem.
      this.log.warn(`No heartbeat: ${messageOf(error)}`);
    }
  }

  private async sendTo(server: ConsoleServer, showIds: string[]): Promise<void> {
    const consoles = new Map(
      showIds.map((showId) => [showId, consolesWatching(server, showId).map(({ data }) => data)]),
    );
    const [sources, rates, blocks] = await Promise.all([
      this.sources.read(showIds),
      this.rates(showIds),
      this.blockVersions([...consoles.values()].flat()),
    ]);
    for (const [showId, showConsoles] of consoles) {
      const heartbeat: ShowHeartbeat = {
        showId,
        at: this.clock.iso(),
        lastSeq: this.rooms.lastSentSeq(showId),
        sources: sources.get(showId) ?? [],
        commentsPerMinute: rates.get(showId) ?? 0,
        operators: presenceOf(showConsoles, showId),
        blocksVersion: blocks.get(showConsoles[0]?.principal.workspaceId ?? '') ?? '',
      };
      server.to(roomOf(showId)).emit('show.pulse', heartbeat);
    }
  }

  private blockVersions(consoles: readonly ConsoleData[]): Promise<Map<string, string>> {
    const workspaceIds = new Set(consoles.map(({ principal }) => principal.workspaceId));
    return readBlockVersions(poolReader(this.dataSource), [...workspaceIds]);
  }

  private rates(showIds: string[]): Promise<Map<string, number>> {
    return countCommentsSince(poolReader(this.dataSource), showIds, new Date(this.clock.now() - 60_000));
  }
}
