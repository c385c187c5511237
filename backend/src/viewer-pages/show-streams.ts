import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Response } from 'express';
import { setImmediate as pause } from 'node:timers/promises';
import { runAfter, ApiError, runEvery, inBackground } from '../kernel';
import { type OpenedPage, OpenedPages } from './opened-pages';
import { ViewerShowCache } from './viewer-show-cache';

/** Maximum number of streams per process. When the limit is reached, further pages use polling. */
const MAX_STREAMS = 1_000;
/** Changes within this time are sent together. */
const COLLECT_MS = 1_000;
/**
 * Interval of the heartbeats that keep proxies from closing an idle stream. A stream whose link no longer
 * works ends at the next heartbeat.
 */
const HEARTBEAT_MS = 15_000;
/** Maximum number of unsent bytes for a slow viewer before the connection is closed. */
const MAX_WAITING_BYTES = 1_000_000;
/** Number of streams written before other work runs. */
const MAX_WRITES_PER_STEP = 50;

interface Stream {
  token: string;
  showId: string;
  response: Response;
  /** ETag of the last state sent. */
  etag: string | null;
}

/** Sends a page's content as server-sent events. Sends it again when it changes, at most once a second. */
@Injectable()
export class ShowStreams implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly streams = new Set<Stream>();
  private readonly changedShowIds = new Set<string>();
  private stops: (() => void)[] = [];
  private timer: NodeJS.Timeout | null = null;
  private isStopping = false;

  constructor(
    private readonly pages: OpenedPages,
    private readonly shows: ViewerShowCache,
  ) {}

  onApplicationBootstrap(): void {
    const changes = this.shows.changedShows.subscribe((showId) => this.planUpdate(showId));
    this.stops = [
      () => changes.unsubscribe(),
      runEvery('viewer pages', HEARTBEAT_MS, () => this.sendTo([...this.streams], true)),
    ];
  }

  /** Ends the streams before the server closes, because the server waits for open connections. */
  beforeApplicationShutdown(): void {
    this.isStopping = true;
    for (const stop of this.stops) stop();
    if (this.timer !== null) clearTimeout(this.timer);
    for (const { response } of this.streams) response.end();
  }

  /**
   * Sends the first event and keeps the connection open.
   * @throws ApiError UNAVAILABLE if the process has too many streams or is stopping; the page then polls
   */
  async open(token: string, page: OpenedPage, response: Response): Promise<void> {
    if (this.isStopping || this.streams.size >= MAX_STREAMS) {
      throw ApiError.retryAfter(
        60,
        'UNAVAILABLE',
        'No more pages can be connected now. This page will try again soon.',
      );
    }
    // A closed response does not emit 'close' again, so its stream would never be removed.
    if (response.closed) return;
    const stream: Stream = { token, showId: page.showId, response, etag: null };
    this.streams.add(stream);
    response.once('close', () => this.streams.delete(stream));
    // Proxies such as nginx would otherwise buffer events.
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
    await this.send(stream, false);
  }

  private planUpdate(showId: string): void {
    this.changedShowIds.add(showId);
    this.timer ??= runAfter('viewer pages', COLLECT_MS, () => {
      this.timer = null;
      const changedShowIds = new Set(this.changedShowIds);
      this.changedShowIds.clear();
      for (const id of changedShowIds) if (this.shows.isHeldBack(id)) this.planUpdate(id);
      return this.sendTo(
        [...this.streams].filter((stream) => changedShowIds.has(stream.showId)),
        false,
      );
    });
  }

  private async sendTo(streams: Stream[], isHeartbeat: boolean): Promise<void> {
    for (const [index, stream] of streams.entries()) {
      inBackground('viewer pages', () => this.send(stream, isHeartbeat));
      if (index % MAX_WRITES_PER_STEP === MAX_WRITES_PER_STEP - 1) await pause();
    }
  }

  private async send(stream: Stream, isHeartbeat: boolean): Promise<void> {
    const { response } = stream;
    const page = await this.pages.find(stream.token);
    const body = page === null ? null : await this.shows.body(page);
    if (response.writableEnded || response.destroyed) return;
    if (body === null) response.end('event: ended\ndata: {}\n\n');
    else if (response.writableLength > MAX_WAITING_BYTES) response.destroy();
    else if (body.etag !== stream.etag) {
      stream.etag = body.etag;
      response.write('data: ');
      response.write(body.json);
      response.write('\n\n');
    } else if (isHeartbeat) response.write(': alive\n\n');
  }
}
