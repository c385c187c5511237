import { Logger } from '@nestjs/common';
import type { Clock } from '../../kernel';
import { GraphError } from '../graph/graph-error';
import { NO_USAGE, paceFor, type Usage } from '../graph/usage';
import type { CommentPage, CommentQuery, OpenConnection, PlatformAdapter, ReadComment } from '../platform-adapter';
import { ClockSkew } from './clock-skew';
import type { CommentSink } from './comment-sink';
import type { Opened, SourceChannel } from './source-channel';
import { FINAL_SWEEPS, type SourceReadings, type SourceTarget, type StoredReading } from './source-readings';
import { Sweep } from './sweep';

/** Before the show began: what was said then is stored and shown, and comments held back by the platform may bear such a time. */
const BEFORE_START_MS = 10 * 60_000;
/** Comments held back for a while appear under the time they were written at: each reading looks so far behind the newest. */
const LONGEST_OVERLAP_MS = 120_000;
const SHORTEST_OVERLAP_MS = 5_000;
const WIDE_EVERY_MS = 60_000;
const WIDE_BACK_MS = 10 * 60_000;
/** From this usage on, percent, the wide sweep goes page by page instead of using all the time between two turns. */
const SPARING_FROM = 50;
const MOST_PAGES_A_TURN = 10;
/** So many new ones in one turn, and more behind them: they came faster than they were read. Pages of known ones are only the overlap. */
const GAP_COMMENTS = 500;
/** Held in memory so that all are decided in the order they were said; beyond this they are stored as they are. */
const MOST_HELD = 20_000;
const STATUS_EVERY_MS = 15_000;
const AFTER_END_EVERY_MS = 30_000;
const CATCHING_UP_MS = 250;
/** When the sweeps after the show's end are due, ms after it. */
const FINAL_SWEEPS_AT_MS = [0, 30_000, 300_000];

/** What a turn of reading came to. */
export interface Turn {
  /** Until the next, ms; null when nothing is left to read. */
  nextMs: number | null;
  /** More was waiting than one turn may read. */
  gap: boolean;
  /** The broadcast was found to be over just now. */
  ended: boolean;
  /** Of the allowance, as the platform told last. */
  usage: Usage;
}

/** Where a reader gets comments from and brings them to. */
export interface ReaderChannel extends Pick<SourceChannel, 'intervalMs'> {
  readonly comments: Pick<CommentSink, 'noteEdits' | 'submit'>;
  adapter(target: SourceTarget): Pick<PlatformAdapter, 'discover' | 'poll'>;
}

/** Where a reader writes down how far it came. */
export type ReaderRecord = Pick<
  SourceReadings,
  'advance' | 'finalSweepsDone' | 'forgetUndecided' | 'identify' | 'keepUndecided' | 'rivalOf'
>;

/** Reads one broadcast for one show, turn by turn; the order of calls is the algorithm, waiting is left to whoever calls. */
export class SourceReader {
  private readonly log = new Logger('Ingestion');
  /** With the text they were last read with. */
  private readonly stored = new Map<string, string>();
  /** Those of them whose author was not told: they are stored again when it is. */
  private readonly nameless = new Set<string>();
  private readonly skew = new ClockSkew();
  /** Read and not yet decided, as the database knows them; and those of them that no sweep of this process holds yet. */
  private readonly undecided: Set<string>;
  private carried: ReadComment[];
  private head: Sweep | null = null;
  private wide: Sweep | null = null;
  private final: { sweep: Sweep; begunAt: number } | null = null;
  private overlapMs = LONGEST_OVERLAP_MS;
  private wideAt: number;
  /** Platform time, ms: how far back the next wide sweep looks at least, so that no two of them leave a gap, however long a pause was between them. */
  private wideSince: number;
  private statusAt = 0;
  private over = false;
  private finalSweeps: number;
  private watermark: number | null;
  private usage: Usage = NO_USAGE;
  private intervalMs = 0;
  private connection: OpenConnection | null = null;
  /** Name of another show that was found to listen to the same broadcast. */
  rival: string | null = null;
  /** Grows with every page: a sign that the platform answers, even where a turn does not come to its end. */
  pagesRead = 0;

  constructor(
    public target: SourceTarget,
    reading: StoredReading,
    private readonly channel: ReaderChannel,
    private readonly readings: ReaderRecord,
    private readonly clock: Clock,
  ) {
    this.watermark = reading.watermark;
    this.carried = reading.undecided;
    this.undecided = new Set(reading.undecided.map(({ commentId }) => commentId));
    this.finalSweeps = reading.finalSweeps;
    this.wideAt = clock.now();
    this.wideSince = (reading.watermark ?? this.wideAt) - WIDE_BACK_MS;
  }

  /** Asks about the broadcast at the next turn: somebody said that something changed. */
  lookAgain(): void {
    this.statusAt = 0;
  }

  /** Nothing more is said in the broadcast. */
  get isOver(): boolean {
    return this.over;
  }

  /** One turn. @throws GraphError, or what the database throws; the next turn goes on where this one stopped. */
  async turn({ connection }: Pick<Opened, 'connection'>): Promise<Turn> {
    this.connection = connection;
    try {
      return await this.read(connection);
    } finally {
      await this.keepUndecided();
    }
  }

  private async read(connection: OpenConnection): Promise<Turn> {
    const begunAt = this.clock.now();
    if (this.target.status === 'ended') return this.finalTurn();
    const ended = await this.lookAtBroadcast(connection);
    const waiting = await this.readHead();
    if (!waiting.done) return { nextMs: this.catchingUpMs(), gap: waiting.gap, ended, usage: this.usage };
    const interval = this.over ? Math.max(this.intervalMs, AFTER_END_EVERY_MS) : this.intervalMs;
    await this.readWide(begunAt + this.intervalMs);
    const spent = this.clock.now() - begunAt;
    return { nextMs: Math.max(CATCHING_UP_MS, paceFor(this.usage, interval) - spent), gap: waiting.gap, ended, usage: this.usage };
  }

  private async readHead(): Promise<{ done: boolean; gap: boolean }> {
    const resuming = this.watermark !== null;
    const first = this.head === null;
    this.head ??= this.sweep(Math.max(this.floor(), (this.watermark ?? 0) - this.overlapMs), this.takeCarried());
    const head = this.head;
    await head.step(MOST_PAGES_A_TURN);
    this.usage = head.usage;
    if (head.held > MOST_HELD || head.done) await this.store(head);
    if (!head.done) return { done: false, gap: first && resuming && head.held >= GAP_COMMENTS };
    this.overlapMs =
      head.pages > 2 ? Math.max(SHORTEST_OVERLAP_MS, this.overlapMs / 2) : Math.min(LONGEST_OVERLAP_MS, this.overlapMs * 1.25);
    // A time that lies ahead would keep the readings after it from looking at the present.
    this.watermark = Math.max(this.watermark ?? this.floor(), Math.min(head.newest ?? 0, this.clock.now() + this.skew.ms));
    this.head = null;
    await this.readings.advance(this.target, this.watermark, this.over ? 'idle' : 'live');
    return { done: true, gap: false };
  }

  /** Catches what appeared late: farther back than each turn looks, in the time that is left between two turns. */
  private async readWide(until: number): Promise<void> {
    const now = this.clock.now();
    if (this.wide === null) {
      if (now - this.wideAt < WIDE_EVERY_MS) return;
      this.wideAt = now;
      const since = now + this.skew.ms - WIDE_BACK_MS;
      this.wide = this.sweep(Math.max(this.floor(), Math.min(since, this.wideSince)));
      this.wideSince = since;
    }
    do {
      await this.wide.step(1);
      this.usage = this.wide.usage;
    } while (!this.wide.done && this.usage.percent < SPARING_FROM && this.clock.now() < until);
    await this.store(this.wide);
    if (this.wide.done) this.wide = null;
  }

  /** The show is over: everything once more, at once and twice later. */
  private async finalTurn(): Promise<Turn> {
    const endedAt = this.target.endedAt ?? this.clock.now();
    if (this.head !== null) await this.store(this.head);
    this.head = null;
    const dueIn = (): number => endedAt + (FINAL_SWEEPS_AT_MS[this.finalSweeps] ?? 0) - this.clock.now();
    if (dueIn() > 0) return { nextMs: dueIn(), gap: false, ended: false, usage: this.usage };
    this.final ??= { sweep: this.sweep(this.floor(), this.takeCarried()), begunAt: this.clock.now() };
    const { sweep, begunAt } = this.final;
    const gone = await sweep.step(MOST_PAGES_A_TURN).then(
      () => false,
      (error: unknown) => {
        // Some platforms take the comments away with the broadcast; what looks like it may also pass, so later sweeps are still made.
        if (!(error instanceof GraphError && error.kind === 'gone')) throw error;
        return true;
      },
    );
    this.usage = sweep.usage;
    if (sweep.held > MOST_HELD || sweep.done || gone) await this.store(sweep);
    if (!sweep.done && !gone) return { nextMs: this.catchingUpMs(), gap: false, ended: false, usage: this.usage };
    this.final = null;
    // One late sweep does the work of all that were due before it began; what appeared while it was under way is left to the next.
    const due = FINAL_SWEEPS_AT_MS.filter((at) => endedAt + at <= begunAt).length;
    this.finalSweeps = Math.max(this.finalSweeps + 1, due);
    await this.readings.finalSweepsDone(this.target, this.finalSweeps);
    return { nextMs: this.finalSweeps >= FINAL_SWEEPS ? null : Math.max(0, dueIn()), gap: false, ended: false, usage: this.usage };
  }

  /** @returns whether the broadcast was found to be over. What goes wrong here does not keep comments from being read. */
  private async lookAtBroadcast(connection: OpenConnection): Promise<boolean> {
    const now = this.clock.now();
    if (now < this.statusAt) return false;
    this.statusAt = now + (this.over ? AFTER_END_EVERY_MS : STATUS_EVERY_MS);
    this.intervalMs = await this.channel.intervalMs(this.target);
    try {
      const broadcast = await this.channel.adapter(this.target).discover.broadcast(connection, this.target.liveId);
      await this.readings.identify(this.target, connection.externalAccountId, broadcast.videoId);
      this.rival = await this.readings.rivalOf(this.target, broadcast.videoId);
      const ended = broadcast.over && !this.over;
      this.over = broadcast.over;
      return ended;
    } catch (error) {
      if (error instanceof GraphError && (error.needsReconnect || error.kind === 'throttled')) throw error;
      await this.readings.identify(this.target, connection.externalAccountId, null);
      return false;
    }
  }

  private sweep(since: number, carried: ReadComment[] = []): Sweep {
    const { poll } = this.channel.adapter(this.target);
    const read = async (query: CommentQuery): Promise<CommentPage> => {
      // A sweep may outlive the connection it began with.
      if (this.connection === null) throw new Error('A source is read without a connection');
      const page = await poll.comments(this.connection, query);
      this.skew.add(page.skewMs);
      this.pagesRead += 1;
      await this.noteEdits(page.comments);
      return page;
    };
    const { liveId } = this.target;
    return new Sweep({ liveId, since, ordered: poll.ordered, isStored: (comment) => this.isStored(comment), read }, carried);
  }

  private takeCarried(): ReadComment[] {
    const { carried } = this;
    this.carried = [];
    return carried;
  }

  /** What a walk holds that is not at its end must outlive this process: the platform may not show it again. Where it cannot be kept now, the next turn tries. */
  private async keepUndecided(): Promise<void> {
    const held = [this.head, this.wide, this.final?.sweep ?? null].flatMap((sweep) => sweep?.found ?? []).concat(this.carried);
    try {
      if (held.length === 0) {
        if (this.undecided.size > 0) await this.readings.forgetUndecided(this.target);
        this.undecided.clear();
        return;
      }
      const fresh = held.filter(({ commentId }) => !this.undecided.has(commentId));
      if (fresh.length > 0) await this.readings.keepUndecided(this.target, fresh);
      for (const { commentId } of fresh) this.undecided.add(commentId);
    } catch (error) {
      this.log.warn(`What was read of ${this.target.liveId} could not be kept: ${error instanceof Error ? error.message : 'unknown'}`);
    }
  }

  private async store(sweep: Sweep): Promise<void> {
    const { found } = sweep;
    await this.channel.comments.submit(this.target, found, this.skew.ms);
    for (const { commentId, author, text } of found) {
      this.stored.set(commentId, text);
      if (author === null) this.nameless.add(commentId);
      else this.nameless.delete(commentId);
    }
    sweep.forgetFound();
  }

  private async noteEdits(comments: ReadComment[]): Promise<void> {
    const edited = comments.filter(({ commentId, text }) => (this.stored.get(commentId) ?? text) !== text);
    if (edited.length === 0) return;
    await this.channel.comments.noteEdits(this.target, edited);
    for (const { commentId, text } of edited) this.stored.set(commentId, text);
  }

  private isStored({ commentId, author }: ReadComment): boolean {
    return this.stored.has(commentId) && (author === null || !this.nameless.has(commentId));
  }

  /** Until the rest of a sweep is read: soon, unless the allowance is nearly used up. */
  private catchingUpMs(): number {
    return this.usage.percent < SPARING_FROM ? CATCHING_UP_MS : paceFor(this.usage, this.intervalMs || CATCHING_UP_MS * 4);
  }

  /** Platform time, ms, before which nothing is wanted. */
  private floor(): number {
    return this.target.startedAt - BEFORE_START_MS + this.skew.ms;
  }
}
