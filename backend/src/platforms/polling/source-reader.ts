import type { Clock } from '../../kernel';
import { PlatformError } from '../adapter/platform-error';
import { NO_USAGE, paceFor, type Usage } from '../adapter/quota';
import type { CommentPage, CommentQuery, OpenConnection, PlatformAdapter } from '../adapter/platform-adapter';
import { ClockSkew, skewWarning } from './clock-skew';
import { CommentCounts } from './comment-counts';
import type { CommentSink } from './comment-sink';
import { PageSize } from './page-size';
import { CommentBuffer, type UndecidedRecord } from './comment-buffer';
import type { OpenedConnection, SourceChannel } from './source-channel';
import { FINAL_SCANS, type Notice, type SourceReadings, type SourceTarget, type StoredReading } from './source-readings';
import { CommentScan, type ScanOptions } from './comment-scan';
import { missingCommentsNotice } from './diagnosis';

/**
 * Time before the show's start, ms, from which comments are stored and shown. Comments held back by the
 * platform may have such a time.
 */
const BEFORE_START_MS = 10 * 60_000;
/** Comments held back for a while appear under the time they were written at: each reading looks so far behind the newest. */
const MAX_OVERLAP_MS = 120_000;
const MIN_OVERLAP_MS = 5_000;
const OVERLAP_SCAN_EVERY_MS = 60_000;
const OVERLAP_SCAN_BACK_MS = 10 * 60_000;
/** From this usage on, percent, the wide scan goes page by page instead of using all the time between two cycles. */
const SPARING_FROM_PERCENT = 50;
const MAX_PAGES_PER_CYCLE = 10;
/**
 * Number of new comments in one cycle, with more waiting, that means a gap: they arrive faster than they are
 * read. Pages of known ones are only the overlap.
 */
const GAP_COMMENTS = 500;
const STATUS_EVERY_MS = 15_000;
const AFTER_END_EVERY_MS = 30_000;
const CATCHING_UP_MS = 250;
/** Times of the scans after the show's end, ms after it. */
const FINAL_SCANS_AT_MS = [0, 30_000, 300_000];

/** Result of one polling cycle. */
export interface ReadingCycle {
  /** Time until the next cycle, ms; null when nothing is left to read. */
  nextMs: number | null;
  /** More was waiting than one cycle may read. */
  gap: boolean;
  /** The broadcast was found to be over just now. */
  ended: boolean;
  /** Used part of the allowance, as last reported. */
  usage: Usage;
}

/** Source of a reader's comments, and their destination. */
export interface ReaderChannel extends Pick<SourceChannel, 'intervalMs'> {
  readonly comments: Pick<CommentSink, 'submit' | 'submitEdits'>;
  adapter(target: SourceTarget): Pick<PlatformAdapter, 'discover' | 'name' | 'poll'>;
}

/** Stores a reader's progress. */
export type ReaderRecord = Pick<SourceReadings, 'advance' | 'countStored' | 'findRival' | 'identify' | 'recordFinalScans'> &
  UndecidedRecord;

/**
 * Reads one broadcast for one show, cycle by cycle. The order of calls is the algorithm; the caller does the
 * waiting.
 */
export class SourceReader {
  private readonly skew = new ClockSkew();
  private readonly comments: CommentBuffer;
  private readonly pageSize: PageSize;
  private readonly counts: CommentCounts;
  /** The platform's count with the latest first page; undefined if not requested. */
  private total: number | null | undefined;
  private recentScan: CommentScan | null = null;
  private overlapScan: CommentScan | null = null;
  private finalScan: { createScan: CommentScan; begunAt: number } | null = null;
  private overlapMs = MAX_OVERLAP_MS;
  private overlapScanAt: number;
  /** Platform time, ms: minimum start of the next wide scan, so that no two of them leave a gap, even after a long pause. */
  private overlapScanSince: number;
  private statusAt = 0;
  private isEnded = false;
  private finalScansDone: number;
  private watermark: number | null;
  private usage: Usage = NO_USAGE;
  private intervalMs = 0;
  private connection: OpenConnection | null = null;
  /** Name of another show that was found to listen to the same broadcast. */
  rival: string | null = null;
  /** Grows with every page: a sign that the platform answers, even if a cycle does not finish. */
  pagesRead = 0;

  constructor(
    public target: SourceTarget,
    reading: StoredReading,
    private readonly channel: ReaderChannel,
    private readonly readings: ReaderRecord,
    private readonly clock: Clock,
  ) {
    this.watermark = reading.watermark;
    const { poll } = channel.adapter(target);
    this.pageSize = new PageSize(poll.maxPageSize);
    this.counts = new CommentCounts(poll.unbounded);
    this.comments = new CommentBuffer(
      () => this.target,
      channel.comments,
      readings,
      clock,
      () => this.skew.ms,
      reading.undecided,
    );
    this.finalScansDone = reading.finalSweeps;
    this.overlapScanAt = clock.now();
    this.overlapScanSince = (reading.watermark ?? this.overlapScanAt) - OVERLAP_SCAN_BACK_MS;
  }

  /** Asks about the broadcast in the next cycle, because a change was reported. */
  refresh(): void {
    this.statusAt = 0;
  }

  /** True if the broadcast gets no more comments. */
  get isOver(): boolean {
    return this.isEnded;
  }

  /** Notice for operators about a source that is being read. */
  get notice(): Notice {
    const { name, poll } = this.channel.adapter(this.target);
    const { missing } = this.counts;
    if (missing !== null && !this.isEnded) return missingCommentsNotice(missing, name, poll.missingCommentsAdvice);
    return { problem: null, message: skewWarning(this.skew.ms, name) };
  }

  /** Decides what is held, without waiting for older comments: the next turn is far. */
  decideAll(): Promise<void> {
    return this.comments.decideAll();
  }

  /** Decides the held comments if the scan is delayed: a later comment is about to be decided. */
  decideIfStalled(): Promise<void> {
    return this.comments.decideIfStalled();
  }

  /** Called when no process reads with it any more. */
  close(): Promise<void> {
    return this.comments.close();
  }

  /** Runs one cycle. @throws PlatformError, or an error of the database; the next cycle continues from this one. */
  async runCycle({ connection }: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle> {
    this.connection = connection;
    try {
      return await this.read(connection);
    } catch (error) {
      this.comments.noteFailedPage();
      throw error;
    } finally {
      await this.comments.saveUndecided();
    }
  }

  private async read(connection: OpenConnection): Promise<ReadingCycle> {
    const begunAt = this.clock.now();
    if (this.target.status === 'ended') return this.scanAfterEnd();
    const ended = await this.refreshBroadcast(connection);
    const waiting = await this.scanRecent();
    if (!waiting.done) return { nextMs: this.catchingUpMs(), gap: waiting.gap, ended, usage: this.usage };
    const interval = this.isEnded ? Math.max(this.intervalMs, AFTER_END_EVERY_MS) : this.intervalMs;
    await this.scanOverlap(begunAt + this.intervalMs);
    const spent = this.clock.now() - begunAt;
    return { nextMs: Math.max(CATCHING_UP_MS, paceFor(this.usage, interval) - spent), gap: waiting.gap, ended, usage: this.usage };
  }

  private async scanRecent(): Promise<{ done: boolean; gap: boolean }> {
    const resuming = this.watermark !== null;
    const first = this.recentScan === null;
    this.recentScan ??= this.createScan(Math.max(this.earliestWanted(), (this.watermark ?? 0) - this.overlapMs));
    const head = this.recentScan;
    await head.readPages(MAX_PAGES_PER_CYCLE);
    this.usage = head.usage;
    if (!head.done) return { done: false, gap: first && resuming && head.heldCount >= GAP_COMMENTS };
    await this.comments.finishScan(head);
    this.overlapMs = head.pages > 2 ? Math.max(MIN_OVERLAP_MS, this.overlapMs / 2) : Math.min(MAX_OVERLAP_MS, this.overlapMs * 1.25);
    // A time in the future would make later scans skip the present.
    this.watermark = Math.max(this.watermark ?? this.earliestWanted(), Math.min(head.newest ?? 0, this.clock.now() + this.skew.ms));
    this.recentScan = null;
    await this.compareCounts();
    await this.readings.advance(this.target, {
      watermark: this.watermark,
      state: this.isEnded ? 'idle' : 'live',
      skewMs: this.skew.ms,
      ...this.notice,
    });
    return { done: true, gap: false };
  }

  /** Catches what appeared late: farther back than each turn looks, in the time that is left between two turns. */
  private async scanOverlap(until: number): Promise<void> {
    const now = this.clock.now();
    if (this.overlapScan === null) {
      if (now - this.overlapScanAt < OVERLAP_SCAN_EVERY_MS) return;
      this.overlapScanAt = now;
      const since = now + this.skew.ms - OVERLAP_SCAN_BACK_MS;
      this.overlapScan = this.createScan(Math.max(this.earliestWanted(), Math.min(since, this.overlapScanSince)));
      this.overlapScanSince = since;
    }
    do {
      await this.overlapScan.readPages(1);
      this.usage = this.overlapScan.usage;
    } while (!this.overlapScan.done && this.usage.percent < SPARING_FROM_PERCENT && this.clock.now() < until);
    if (!this.overlapScan.done) return this.comments.decide(this.overlapScan);
    await this.comments.finishScan(this.overlapScan);
    this.overlapScan = null;
  }

  /** The show is over: everything once more, at once and twice later. */
  private async scanAfterEnd(): Promise<ReadingCycle> {
    const endedAt = this.target.endedAt ?? this.clock.now();
    if (this.recentScan !== null) await this.comments.finishScan(this.recentScan);
    this.recentScan = null;
    const dueIn = (): number => endedAt + (FINAL_SCANS_AT_MS[this.finalScansDone] ?? 0) - this.clock.now();
    if (dueIn() > 0) return { nextMs: dueIn(), gap: false, ended: false, usage: this.usage };
    this.finalScan ??= { createScan: this.createScan(this.earliestWanted()), begunAt: this.clock.now() };
    const { createScan: scan, begunAt } = this.finalScan;
    const gone = await scan.readPages(MAX_PAGES_PER_CYCLE).then(
      () => false,
      (error: unknown) => {
        // Some platforms take the comments away with the broadcast; what looks like it may also pass, so later sweeps are still made.
        if (!(error instanceof PlatformError && error.kind === 'not-found')) throw error;
        return true;
      },
    );
    this.usage = scan.usage;
    if (scan.done || gone) await this.comments.finishScan(scan);
    if (!scan.done && !gone) return { nextMs: this.catchingUpMs(), gap: false, ended: false, usage: this.usage };
    this.finalScan = null;
    // One late scan does the work of all that were due before it began; comments that appear during it are left to the next.
    const due = FINAL_SCANS_AT_MS.filter((at) => endedAt + at <= begunAt).length;
    this.finalScansDone = Math.max(this.finalScansDone + 1, due);
    await this.readings.recordFinalScans(this.target, this.finalScansDone);
    return { nextMs: this.finalScansDone >= FINAL_SCANS ? null : Math.max(0, dueIn()), gap: false, ended: false, usage: this.usage };
  }

  /** @returns whether the broadcast was found to be over. What goes wrong here does not keep comments from being read. */
  private async refreshBroadcast(connection: OpenConnection): Promise<boolean> {
    const now = this.clock.now();
    if (now < this.statusAt) return false;
    this.statusAt = now + (this.isEnded ? AFTER_END_EVERY_MS : STATUS_EVERY_MS);
    this.intervalMs = await this.channel.intervalMs(this.target);
    try {
      const broadcast = await this.channel.adapter(this.target).discover.broadcast(connection, this.target.liveId);
      await this.readings.identify(this.target, connection.externalAccountId, broadcast.videoId);
      this.rival = await this.readings.findRival(this.target, broadcast.videoId);
      const ended = broadcast.isOver && !this.isEnded;
      this.isEnded = broadcast.isOver;
      return ended;
    } catch (error) {
      if (error instanceof PlatformError && (error.needsReconnect || error.kind === 'throttled')) throw error;
      await this.readings.identify(this.target, connection.externalAccountId, null);
      return false;
    }
  }

  private createScan(since: number): CommentScan {
    const { poll } = this.channel.adapter(this.target);
    const read: ScanOptions['read'] = async (query) => {
      const withTotal = query.after === null && this.counts.isDue(this.clock.now());
      const page = await this.readPage({ ...query, withTotal });
      if (withTotal) this.total = page.total;
      this.skew.add(page.skewMs);
      this.pagesRead += 1;
      this.comments.noteFreshPage();
      await this.comments.submitEdits(page.comments);
      return page;
    };
    const { liveId } = this.target;
    const scan = new CommentScan({ liveId, since, ordered: poll.ordered, isStored: (comment) => this.comments.isStored(comment), read });
    this.comments.addScan(scan);
    return scan;
  }

  private readPage(query: Omit<CommentQuery, 'brief' | 'limit'>): Promise<CommentPage> {
    return this.pageSize.ask((size) => {
      // A scan may outlive the connection that it began with.
      if (this.connection === null) throw new Error('A source cannot be read without a connection');
      return this.channel.adapter(this.target).poll.comments(this.connection, { ...query, ...size });
    });
  }

  /** A list that withholds comments gives no other sign than the platform's own count. */
  private async compareCounts(): Promise<void> {
    if (this.total === undefined) return;
    const ours = this.total === null ? 0 : await this.readings.countStored(this.target);
    this.counts.compare(this.clock.now(), this.total, ours);
    this.total = undefined;
  }

  /** Time until the rest of a scan is read: short, unless the allowance is nearly used up. */
  private catchingUpMs(): number {
    return this.usage.percent < SPARING_FROM_PERCENT ? CATCHING_UP_MS : paceFor(this.usage, this.intervalMs || CATCHING_UP_MS * 4);
  }

  /** Platform time, ms, before which nothing is wanted. */
  private earliestWanted(): number {
    // A show that was begun while our clock was ahead starts in the future.
    return Math.min(this.target.startedAt, this.clock.now()) - BEFORE_START_MS + this.skew.ms;
  }
}
