import {
  type CommentStream,
  NO_USAGE,
  type OpenConnection,
  PlatformError,
  type StreamBatch,
} from '@sellary/extension-kit';
import { orNullAfter, type Clock } from '../../kernel';
import { isDue } from '../adapter/is-due';
import { ForwardReader } from './cursor-reader';
import type { OpenedConnection } from './source-channel';
import type { ReaderChannel, ProgressStore, ReadingCycle } from './source-reader';
import { FINAL_SCANS, type StoredReading } from './source-readings';
import type { SourceTarget } from './source-target';

/** Time for which one cycle listens. Between cycles, the poller checks whether it should stop. */
const LISTEN_MS = 1_000;
/** Interval at which progress is recorded while no comments arrive. */
const PROGRESS_EVERY_MS = 10_000;

interface OpenStream {
  readonly token: string;
  readonly batches: AsyncIterator<StreamBatch>;
  readonly abort: AbortController;
  /** The pending batch, which several cycles may wait for. */
  next: Promise<IteratorResult<StreamBatch>> | null;
}

/** Listens to a platform that pushes comments. Each batch is committed before the next batch is read. */
export class StreamReader extends ForwardReader {
  private stream: OpenStream | null = null;
  private progressAt = Number.NEGATIVE_INFINITY;

  constructor(
    target: SourceTarget,
    reading: StoredReading,
    private readonly commentStream: CommentStream,
    channel: ReaderChannel,
    readings: ProgressStore,
    clock: Clock,
  ) {
    super(target, reading, channel, readings, clock);
  }

  override async runCycle({ connection }: Pick<OpenedConnection, 'connection'>): Promise<ReadingCycle> {
    if (this.target.status === 'ended') return this.finish();
    const wasOver = this.isOver;
    if (!(await this.watch.check(connection))) return { nextMs: this.watch.paceMs, usage: NO_USAGE };
    const until = performance.now() + LISTEN_MS;
    try {
      const stream = this.openStream(connection);
      for (
        let batch = await nextBatch(stream, until);
        batch !== null;
        batch = await nextBatch(stream, until)
      ) {
        await this.store(batch);
        if (batch.ended === true) {
          this.watch.isOver = true;
          this.endStream();
          break;
        }
      }
    } catch (error) {
      // A stream that failed, or whose batch could not be stored, is reopened from the stored cursor.
      this.endStream();
      throw error;
    }
    await this.recordProgressIfDue(this.isOver !== wasOver);
    return { nextMs: this.stream === null ? this.watch.paceMs : 0, usage: NO_USAGE };
  }

  override close(): Promise<void> {
    this.endStream();
    return Promise.resolve();
  }

  private endStream(): void {
    const { stream } = this;
    this.stream = null;
    stream?.abort.abort();
    // Not awaited, because it may hang in a call that ignores the signal.
    stream?.batches.return?.().catch(() => undefined);
    stream?.next?.catch(() => undefined);
  }

  /** Opens the stream. After a new sign-in, a new stream replaces the open one. */
  private openStream(connection: OpenConnection): OpenStream {
    if (this.stream !== null && this.stream.token === connection.token) return this.stream;
    this.endStream();
    const abort = new AbortController();
    const query = {
      liveId: this.target.liveId,
      cursor: this.cursor,
      since: this.since,
      signal: abort.signal,
    };
    const batches = this.commentStream.open(connection, query)[Symbol.asyncIterator]();
    this.stream = { token: connection.token, batches, abort, next: null };
    return this.stream;
  }

  private async recordProgressIfDue(isForced: boolean): Promise<void> {
    const now = this.clock.now();
    if (!isForced && !isDue(now, this.progressAt, PROGRESS_EVERY_MS)) return;
    this.progressAt = now;
    await this.recordProgress();
  }

  /** Stops when the show ends. There are no final scans, because a stream cannot be read again. */
  private async finish(): Promise<ReadingCycle> {
    this.endStream();
    await this.readings.recordFinalScans(this.target, FINAL_SCANS);
    return { nextMs: null, usage: NO_USAGE };
  }
}

/**
 * @param until a time by `performance.now()`, because a wall clock that is set back would extend the wait
 * @returns null if no batch arrives in time, or the time is already over
 * @throws PlatformError, including if the stream has ended
 */
async function nextBatch(stream: OpenStream, until: number): Promise<StreamBatch | null> {
  const leftMs = until - performance.now();
  if (leftMs <= 0) return null;
  stream.next ??= stream.batches.next();
  const result = await orNullAfter('stream', stream.next, leftMs);
  if (result === null) return null;
  stream.next = null;
  if (result.done === true) throw new PlatformError('transient', 'The platform closed the connection.');
  return result.value;
}
