import { Logger } from '@nestjs/common';
import {
  type CursorPage,
  type CursorPages,
  NO_USAGE,
  type OpenConnection,
  PlatformError,
  type ReadComment,
  type StreamBatch,
  type Usage,
} from '@sellary/extension-kit';
import type { Clock } from '../../kernel';
import { nextIntervalMs } from '../adapter/quota';
import { BroadcastWatch } from './broadcast-watch';
import { ClockSkew, skewWarning } from './clock-skew';
import { inChronologicalOrder } from './comment-scan';
import { areFinalReadsDone, earliestNeeded, finalReadsAfter, nextFinalReadMs } from './final-reads';
import type { OpenedConnection } from './source-channel';
import type { ReaderChannel, ProgressStore, ReadingCycle, SourceReader } from './source-reader';
import type { Notice, StoredReading } from './source-readings';
import type { SourceTarget } from './source-target';

const MAX_PAGES_PER_CYCLE = 10;
/** Wait before the next cycle reads the rest, if one cycle was not enough. */
const CATCHING_UP_MS = 250;
/** Maximum wait that a platform may request without a throttle. */
const MAX_WAIT_MS = 5 * 60_000;

/**
 * Base class of readers that read forward from a cursor. They submit each page immediately, then store its
 * cursor.
 */
export abstract class ForwardReader implements SourceReader {
  protected readonly watch: BroadcastWatch;
  protected readonly skew: ClockSkew;
  protected cursor: string | null;
  pagesRead = 0;

  constructor(
    public target: SourceTarget,
    reading: StoredReading,
    protected readonly channel: ReaderChannel,
    protected readonly readings: ProgressStore,
    protected readonly clock: Clock,
  ) {
    this.cursor = reading.cursor;
    this.skew = new ClockSkew(reading.skewMs);
    this.watch = new BroadcastWatch(() => this.target, channel, readings, clock, reading.isOver);
  }

  get isOver(): boolean {
    return this.watch.isOver;
  }

  get rival(): string | null {
    return this.watch.rival;
  }

  get notice(): Notice {
    return { problem: null, message: skewWarning(this.skew.ms, this.channel.adapter(this.target).label) };
  }

  refresh(): void {
    this.watch.refresh();
  }

  /** Does nothing, because no comments are held. */
  decideAll(): Promise<void> {
    return Promise.resolve();
  }

  decideIfStalled(): Promise<void> {
    return Promise.resolve();
  }

  abstract runCycle(opened: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle>;

  close(): Promise<void> {
    return Promise.resolve();
  }

  protected get since(): number {
    return earliestNeeded(this.target.startedAt, this.clock.now(), this.skew.ms);
  }

  /**
   * Stores the comments, and then the cursor. Resolves after both are committed. A crash in between only
   * repeats the page.
   */
  protected async store({ comments, changes = [], cursor, skewMs }: StreamBatch | CursorPage): Promise<void> {
    this.pagesRead += 1;
    if (skewMs !== undefined) this.skew.add(skewMs);
    // An adapter passes on what the platform sends, so a row may be anything.
    const needed = comments.filter(
      (row: ReadComment | null) => row !== null && !(row.writtenAt < this.since),
    );
    await this.channel.comments.submit(this.target, inChronologicalOrder(needed), this.skew.ms);
    await this.channel.comments.submitChanges(this.target, changes);
    if (cursor === undefined || cursor === null || cursor === this.cursor) return;
    await this.readings.saveCursor(this.target, cursor);
    this.cursor = cursor;
  }

  protected async recordProgress(): Promise<void> {
    const state = this.watch.isOver ? 'ended' : 'live';
    await this.readings.advance(this.target, {
      watermark: null,
      state,
      skewMs: this.skew.ms,
      countedSince: null,
      ...this.notice,
    });
  }
}

/** Reads a list forward, page by page. */
export class CursorReader extends ForwardReader {
  private readonly log = new Logger('Polling');
  private usage: Usage = NO_USAGE;
  private finalReadsDone: number;

  constructor(
    target: SourceTarget,
    reading: StoredReading,
    private readonly pages: CursorPages,
    channel: ReaderChannel,
    readings: ProgressStore,
    clock: Clock,
  ) {
    super(target, reading, channel, readings, clock);
    this.finalReadsDone = reading.finalScans;
  }

  override async runCycle({ connection }: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle> {
    if (this.target.status === 'ended') return this.readAfterEnd(connection);
    if (!(await this.watch.check(connection))) return { nextMs: this.watch.paceMs, usage: this.usage };
    const { waitMs, isOver, hasLostPlace } = await this.readPages(connection);
    if (isOver) this.watch.isOver = true;
    await this.recordProgress();
    return { nextMs: waitMs, hasLostPlace, usage: this.usage };
  }

  private async readPages(
    connection: OpenConnection,
  ): Promise<{ waitMs: number; isOver: boolean; hasLostPlace: boolean; isDone: boolean }> {
    let hasLostPlace = false;
    for (let read = 1; ; read++) {
      const before = this.cursor;
      const { page, hasRestarted } = await this.nextPage(connection);
      hasLostPlace ||= hasRestarted;
      await this.store(page);
      this.usage = page.usage ?? NO_USAGE;
      // A page with neither comments nor a new cursor is the last one.
      const hasMore =
        page.nextPollMs === 0 && page.ended !== true && (page.comments.length > 0 || this.cursor !== before);
      if (!hasMore) {
        return { waitMs: this.waitAfter(page), isOver: page.ended === true, hasLostPlace, isDone: true };
      }
      if (read >= MAX_PAGES_PER_CYCLE) {
        return { waitMs: CATCHING_UP_MS, isOver: false, hasLostPlace, isDone: false };
      }
    }
  }

  /**
   * Reads the next page, or the first page if the platform has lost the cursor. Reading stored comments again
   * changes nothing.
   */
  private async nextPage(connection: OpenConnection): Promise<{ page: CursorPage; hasRestarted: boolean }> {
    const query = { liveId: this.target.liveId, since: this.since };
    try {
      return {
        page: await this.pages.next(connection, { ...query, cursor: this.cursor }),
        hasRestarted: false,
      };
    } catch (error) {
      const isLost =
        this.cursor !== null &&
        error instanceof PlatformError &&
        ['rejected', 'not-found'].includes(error.kind);
      if (!isLost) throw error;
      const page = await this.pages.next(connection, { ...query, cursor: null });
      this.log.warn(
        `${this.target.platform} ${this.target.liveId} is being read again from the beginning: ${error.message}`,
      );
      return { page, hasRestarted: true };
    }
  }

  private waitAfter({ nextPollMs }: CursorPage): number {
    const requestedMs =
      nextPollMs !== undefined && nextPollMs > 0 ? Math.min(nextPollMs, MAX_WAIT_MS) : this.watch.intervalMs;
    return nextIntervalMs(
      this.usage,
      Math.max(CATCHING_UP_MS, this.watch.isOver ? Math.max(requestedMs, this.watch.paceMs) : requestedMs),
    );
  }

  /** Reads the remaining comments after the show ends, once immediately and twice later. */
  private async readAfterEnd(connection: OpenConnection): Promise<ReadingCycle> {
    const begunAt = this.clock.now();
    const endedAt = this.target.endedAt ?? begunAt;
    const dueMs = nextFinalReadMs(endedAt, this.finalReadsDone, begunAt);
    if (dueMs > 0) return { nextMs: dueMs, usage: this.usage };
    const { isDone, waitMs } = await this.readPages(connection).catch((error: unknown) => {
      // Some platforms remove the comments together with the broadcast.
      if (!(error instanceof PlatformError && error.kind === 'not-found')) throw error;
      return { isDone: true, waitMs: 0 };
    });
    if (!isDone) return { nextMs: waitMs, usage: this.usage };
    this.finalReadsDone = finalReadsAfter(endedAt, this.finalReadsDone, begunAt);
    await this.readings.recordFinalScans(this.target, this.finalReadsDone);
    const nextMs = Math.max(0, nextFinalReadMs(endedAt, this.finalReadsDone, this.clock.now()));
    return {
      nextMs: areFinalReadsDone(this.finalReadsDone) ? null : nextMs,
      usage: this.usage,
    };
  }
}
