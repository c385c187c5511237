import {
  type CommentPage,
  type CommentQuery,
  type NewestFirstPages,
  NO_USAGE,
  type OpenConnection,
  PlatformError,
  type Usage,
} from '@sellary/extension-kit';
import type { Clock } from '../../kernel';
import { isDue } from '../adapter/is-due';
import { nextIntervalMs } from '../adapter/quota';
import { BroadcastWatch } from './broadcast-watch';
import { ClockSkew, skewWarning } from './clock-skew';
import { CommentBuffer } from './comment-buffer';
import { CommentCounts } from './comment-counts';
import { CommentScan, type ScanOptions } from './comment-scan';
import { diagnose, missingCommentsNotice } from './diagnosis';
import { areFinalReadsDone, earliestNeeded, finalReadsAfter, nextFinalReadMs } from './final-reads';
import { PageSize } from './page-size';
import type { OpenedConnection } from './source-channel';
import type { ReaderChannel, ProgressStore, ReadingCycle, SourceReader } from './source-reader';
import type { Notice, StoredReading } from './source-readings';
import type { SourceTarget } from './source-target';

/**
 * Maximum time that a scan of recent comments reads back past the watermark, because a delayed comment
 * appears with the time at which it was written.
 */
const MAX_OVERLAP_MS = 120_000;
const MIN_OVERLAP_MS = 5_000;
const LOOK_BACK_EVERY_MS = 60_000;
const LOOK_BACK_MS = 10 * 60_000;
/**
 * Minimum usage, in percent, at which the reader limits its calls. It then looks back one page per cycle, and
 * waits longer to catch up.
 */
const LIMIT_CALLS_FROM_PERCENT = 50;
const MAX_PAGES_PER_CYCLE = 10;
/**
 * Threshold for reporting a gap: an unfinished scan holds at least this many unstored comments after its
 * first cycle. Comments are then arriving faster than they are read.
 */
const MIN_GAP_COMMENTS = 500;
const CATCHING_UP_MS = 250;

/** Reads a list backward from the newest comment. The watermark moves only after a scan is committed. */
export class NewestFirstReader implements SourceReader {
  private readonly skew: ClockSkew;
  private readonly comments: CommentBuffer;
  private readonly pageSize: PageSize;
  private readonly counts: CommentCounts;
  /**
   * The platform's comment count, from the first page of the latest scan that requested it. Null if the
   * platform reported none; undefined if there is no count to compare.
   */
  private total: number | null | undefined;
  private recentScan: CommentScan | null = null;
  private lookBackScan: CommentScan | null = null;
  private finalScan: { scan: CommentScan; begunAt: number } | null = null;
  private overlapMs = MAX_OVERLAP_MS;
  private lookBackAt: number;
  /**
   * Platform time, ms, that the next look-back must reach so that it does not leave a gap after the previous
   * one.
   */
  private lookBackSince: number;
  /** Number of cycles in a row in which the look-back failed. */
  private lookBackFailures = 0;
  /** Problem that lasts until a look-back is completed. */
  private lookBackNotice: Notice | null = null;
  private readonly watch: BroadcastWatch;
  private finalScansDone: number;
  private watermark: number | null;
  private usage: Usage = NO_USAGE;
  private connection: OpenConnection | null = null;
  pagesRead = 0;

  constructor(
    public target: SourceTarget,
    reading: StoredReading,
    private readonly pages: NewestFirstPages,
    private readonly channel: ReaderChannel,
    private readonly readings: ProgressStore,
    private readonly clock: Clock,
  ) {
    this.watermark = reading.watermark;
    this.skew = new ClockSkew(reading.skewMs);
    this.watch = new BroadcastWatch(() => this.target, channel, readings, clock, reading.isOver);
    this.pageSize = new PageSize(pages.maxPageSize);
    this.counts = new CommentCounts(pages.unbounded);
    this.comments = new CommentBuffer(
      () => this.target,
      channel.comments,
      readings,
      clock,
      () => this.skew.ms,
      reading.undecided,
    );
    this.finalScansDone = reading.finalScans;
    this.lookBackAt = clock.now();
    this.lookBackSince = (reading.watermark ?? this.lookBackAt) - LOOK_BACK_MS;
  }

  refresh(): void {
    this.watch.refresh();
  }

  get isOver(): boolean {
    return this.watch.isOver;
  }

  get rival(): string | null {
    return this.watch.rival;
  }

  get notice(): Notice {
    const { label } = this.channel.adapter(this.target);
    const { missing } = this.counts;
    if (missing !== null && !this.isOver) {
      return missingCommentsNotice(missing, label, this.pages.missingCommentsAdvice);
    }
    return this.lookBackNotice ?? { problem: null, message: skewWarning(this.skew.ms, label) };
  }

  decideAll(): Promise<void> {
    return this.comments.decideAll();
  }

  decideIfStalled(): Promise<void> {
    return this.comments.decideIfStalled();
  }

  close(): Promise<void> {
    return this.comments.close();
  }

  async runCycle({ connection }: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle> {
    this.connection = connection;
    try {
      return await this.read(connection);
    } catch (error) {
      this.comments.recordFailedPage();
      throw error;
    } finally {
      await this.comments.saveUndecided();
    }
  }

  private async read(connection: OpenConnection): Promise<ReadingCycle> {
    const begunAt = this.clock.now();
    if (this.target.status === 'ended') return this.scanAfterEnd();
    if (!(await this.watch.check(connection))) return { nextMs: this.watch.paceMs, usage: this.usage };
    const { isDone, hasGap } = await this.scanRecent();
    if (!isDone) return { nextMs: this.catchingUpMs(), hasGap, usage: this.usage };
    await this.lookBack(begunAt + this.watch.intervalMs);
    const spentMs = Math.max(0, this.clock.now() - begunAt);
    return {
      nextMs: Math.max(CATCHING_UP_MS, nextIntervalMs(this.usage, this.watch.paceMs) - spentMs),
      hasGap,
      usage: this.usage,
    };
  }

  private async scanRecent(): Promise<{ isDone: boolean; hasGap: boolean }> {
    const isResuming = this.watermark !== null;
    const isNewScan = this.recentScan === null;
    this.recentScan ??= this.createScan(
      Math.max(this.earliestNeeded(), (this.watermark ?? 0) - this.overlapMs),
    );
    const scan = this.recentScan;
    await scan.readPages(MAX_PAGES_PER_CYCLE);
    this.usage = scan.usage;
    if (!scan.isDone) {
      return { isDone: false, hasGap: isNewScan && isResuming && scan.heldCount >= MIN_GAP_COMMENTS };
    }
    await this.comments.finishScan(scan);
    this.overlapMs =
      scan.pages > 2
        ? Math.max(MIN_OVERLAP_MS, this.overlapMs / 2)
        : Math.min(MAX_OVERLAP_MS, this.overlapMs * 1.25);
    // If the watermark were in the future, later scans would skip all comments written before it.
    this.watermark = Math.max(
      this.watermark ?? this.earliestNeeded(),
      Math.min(scan.newest ?? 0, this.clock.now() + this.skew.ms),
    );
    this.recentScan = null;
    await this.compareCounts();
    await this.readings.advance(this.target, {
      watermark: this.watermark,
      state: this.isOver ? 'ended' : 'live',
      countedSince: this.counts.countedSince,
      skewMs: this.skew.ms,
      ...this.notice,
    });
    return { isDone: true, hasGap: false };
  }

  /**
   * Finds delayed comments by looking farther back than `scanRecent` in the time left before the next cycle.
   */
  private async lookBack(until: number): Promise<void> {
    const now = this.clock.now();
    if (this.lookBackScan === null) {
      if (!isDue(now, this.lookBackAt, LOOK_BACK_EVERY_MS)) return;
      this.lookBackAt = now;
      const since = now + this.skew.ms - LOOK_BACK_MS;
      this.lookBackScan = this.createScan(
        Math.max(this.earliestNeeded(), Math.min(since, this.lookBackSince)),
      );
      this.lookBackSince = since;
    }
    const scan = this.lookBackScan;
    try {
      do {
        await scan.readPages(1);
        this.usage = scan.usage;
      } while (!scan.isDone && this.usage.percent < LIMIT_CALLS_FROM_PERCENT && this.clock.now() < until);
      this.lookBackFailures = 0;
    } catch (error) {
      this.recordLookBackFailure(error);
    }
    if (!scan.isDone) return this.comments.decide(scan);
    await this.comments.finishScan(scan);
    this.lookBackScan = null;
    this.lookBackNotice = null;
  }

  /**
   * Recent comments are still being read, so a temporary failure must not change the time until the next
   * cycle, which tries again.
   * @throws any other error
   */
  private recordLookBackFailure(error: unknown): void {
    const isTemporary =
      error instanceof PlatformError && ['transient', 'too-large', 'rejected'].includes(error.kind);
    if (!isTemporary) throw error;
    this.lookBackFailures += 1;
    const notice = diagnose(error, this.lookBackFailures, this.channel.adapter(this.target));
    if (notice.problem !== null) this.lookBackNotice = notice;
  }

  /** Scans everything again after the show ends, once immediately and twice later. */
  private async scanAfterEnd(): Promise<ReadingCycle> {
    const endedAt = this.target.endedAt ?? this.clock.now();
    if (this.recentScan !== null) await this.comments.finishScan(this.recentScan);
    this.recentScan = null;
    const dueIn = (): number => nextFinalReadMs(endedAt, this.finalScansDone, this.clock.now());
    if (dueIn() > 0) return { nextMs: dueIn(), usage: this.usage };
    this.finalScan ??= { scan: this.createScan(this.earliestNeeded()), begunAt: this.clock.now() };
    const { scan, begunAt } = this.finalScan;
    const isGone = await scan.readPages(MAX_PAGES_PER_CYCLE).then(
      () => false,
      (error: unknown) => {
        // Some platforms remove the comments together with the broadcast. A temporary failure may look the
        // same, so the later scans still run.
        if (!(error instanceof PlatformError && error.kind === 'not-found')) throw error;
        return true;
      },
    );
    this.usage = scan.usage;
    if (scan.isDone || isGone) await this.comments.finishScan(scan);
    if (!scan.isDone && !isGone) {
      return { nextMs: this.catchingUpMs(), usage: this.usage };
    }
    this.finalScan = null;
    this.finalScansDone = finalReadsAfter(endedAt, this.finalScansDone, begunAt);
    await this.readings.recordFinalScans(this.target, this.finalScansDone);
    return {
      nextMs: areFinalReadsDone(this.finalScansDone) ? null : Math.max(0, dueIn()),
      usage: this.usage,
    };
  }

  private createScan(since: number): CommentScan {
    const read: ScanOptions['read'] = async (query) => {
      const withTotal = query.after === null && this.counts.isDue(this.clock.now());
      const page = await this.readPage({ ...query, withTotal });
      if (withTotal) this.total = page.total;
      this.skew.add(page.skewMs);
      this.pagesRead += 1;
      this.comments.recordPage();
      await this.comments.submitEdits(page.comments);
      return page;
    };
    const { liveId } = this.target;
    const scan = new CommentScan({
      liveId,
      since,
      ordered: this.pages.ordered,
      isStored: (comment) => this.comments.isStored(comment),
      read,
    });
    this.comments.addScan(scan);
    return scan;
  }

  private readPage(query: Omit<CommentQuery, 'brief' | 'limit'>): Promise<CommentPage> {
    return this.pageSize.request((size) => {
      // A scan may outlast the connection that it began with.
      if (this.connection === null) throw new Error('A source cannot be read without a connection');
      return this.pages.read(this.connection, { ...query, ...size });
    });
  }

  /** Compares the counts, because this is the only sign of a list that withholds comments. */
  private async compareCounts(): Promise<void> {
    if (this.total === undefined) return;
    const arrived = this.total === null ? 0 : await this.readings.countStored(this.target);
    this.counts.compare(this.clock.now(), this.total, arrived);
    this.total = undefined;
  }

  /** Time until the rest of a scan is read, ms. It is short unless usage is high. */
  private catchingUpMs(): number {
    return this.usage.percent < LIMIT_CALLS_FROM_PERCENT
      ? CATCHING_UP_MS
      : nextIntervalMs(this.usage, this.watch.intervalMs || CATCHING_UP_MS * 4);
  }

  /** Earliest platform time for which comments are needed, ms. */
  private earliestNeeded(): number {
    return earliestNeeded(this.target.startedAt, this.clock.now(), this.skew.ms);
  }
}
