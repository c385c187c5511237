import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import type { ShowEventsMessage } from '@sellary/contracts';
import { filter, type Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { LedgerFeed, messageOf, poolReader, ProcessSignals, readLedger } from '../kernel';
import { checkLedgers, readLastSeqs } from '../shows';
import { type JoinState, ShowRoom } from './show-room';

/**
 * The rooms in this process that have consoles. They are updated by this process's commits, by signals from
 * other processes, and by a regular check in case a signal is lost.
 */
@Injectable()
export class ShowRooms implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('Realtime');
  private readonly rooms = new Map<string, { room: ShowRoom; consoles: number }>();
  private readonly subscriptions: Subscription[] = [];
  private stopChecks: () => void = () => undefined;
  private send: (message: ShowEventsMessage) => void = () => undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly feed: LedgerFeed,
    private readonly signals: ProcessSignals,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.feed.appendedRows.subscribe(({ showId, events }) => this.rooms.get(showId)?.room.push(events)),
      this.signals.receivedSignals
        .pipe(filter((signal) => signal.kind === 'ledger'))
        .subscribe(({ showId, seq }) => this.rooms.get(showId)?.room.noteLedgerReached(seq)),
    );
    this.stopChecks = checkLedgers(
      'show rooms',
      this.dataSource,
      () => this.openShowIds,
      (id, seq) => this.rooms.get(id)?.room.noteLedgerReached(seq),
    );
  }

  onApplicationShutdown(): void {
    this.stopChecks();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    for (const { room } of this.rooms.values()) room.close();
    this.rooms.clear();
  }

  /** Sets the function that sends messages to the consoles. The gateway calls this once. */
  useSender(send: (message: ShowEventsMessage) => void): void {
    this.send = send;
  }

  get openShowIds(): string[] {
    return [...this.rooms.keys()];
  }

  /** 0 if the show has no room, or if the room's first console is still joining. */
  lastSentSeq(showId: string): number {
    return this.rooms.get(showId)?.room.lastSentSeq ?? 0;
  }

  /** Adds a console, and passes its join state to `admit`. If that fails, the console is not added. */
  async join(
    showId: string,
    afterSeq: number | undefined,
    maxEvents: number,
    admit: (state: JoinState) => void,
  ): Promise<void> {
    const entry = this.rooms.get(showId) ?? { room: this.createRoom(showId), consoles: 0 };
    this.rooms.set(showId, entry);
    entry.consoles += 1;
    try {
      await entry.room.join(afterSeq, maxEvents, admit);
    } catch (error) {
      this.leave(showId);
      throw error;
    }
  }

  leave(showId: string): void {
    const entry = this.rooms.get(showId);
    if (entry === undefined) return;
    entry.consoles -= 1;
    if (entry.consoles > 0) return;
    entry.room.close();
    this.rooms.delete(showId);
  }

  private createRoom(showId: string): ShowRoom {
    const reader = poolReader(this.dataSource);
    return new ShowRoom(showId, {
      read: (afterSeq, limit) => readLedger(reader, showId, afterSeq, limit),
      lastSeq: async () => (await readLastSeqs(reader, [showId])).get(showId) ?? 0,
      send: (message) => this.send(message),
      failed: (error) => this.log.warn(`Show ${showId}: ${messageOf(error)}`),
    });
  }
}
