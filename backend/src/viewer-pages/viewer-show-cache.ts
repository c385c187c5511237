import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Subject } from 'rxjs';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { DataSource } from 'typeorm';
import { BOUNDED_READ, Clock, runEvery, LedgerFeed, ProcessSignals, Transactions } from '../kernel';
import { checkLedgers } from '../shows';
import type { OpenedPage } from './opened-pages';
import { readViewerShowFacts, type ViewerShowFacts, viewerShowOf } from './viewer-show';

/** Minimum time between two reads of a show, regardless of the number of viewers. */
const MIN_AGE_MS = 1_000;
/**
 * Maximum age of a cached show without new ledger rows. It is then read again, because deleting a show adds
 * no row.
 */
const MAX_AGE_MS = 15_000;
/** Time after which an unused show is removed from the cache. */
const UNUSED_MS = 60_000;
/** Maximum age of a cached show while it cannot be read. */
const MAX_STALE_MS = 60_000;
const MIN_GZIP_BYTES = 1_000;

/** A response body, created once for all viewers of a page. */
interface PageBody {
  etag: string;
  json: Buffer;
  /** Null if the body is too short to compress. */
  gzipped: Buffer | null;
}

interface Entry {
  facts: ViewerShowFacts | null;
  readAt: number;
  usedAt: number;
  /** True if the ledger has grown since the last read. */
  isBehind: boolean;
  /** Bodies by the page's `kind` and `names`. */
  bodies: Map<string, Promise<PageBody>>;
  reading: Promise<void> | null;
}

/**
 * Caches the shows of open viewer pages. Each show is read at most once a second, and each response is
 * created once, so that thousands of viewers put no more load on the database than one.
 */
@Injectable()
export class ViewerShowCache implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly entries = new Map<string, Entry>();
  private stops: (() => void)[] = [];
  private readonly subject = new Subject<string>();
  /** Ids of cached shows, each emitted when the show gets new ledger rows. */
  readonly changedShows = this.subject.asObservable();

  constructor(
    private readonly dataSource: DataSource,
    private readonly transactions: Transactions,
    private readonly feed: LedgerFeed,
    private readonly signals: ProcessSignals,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    const commits = this.feed.appendedRows.subscribe(({ showId }) => this.markBehind(showId));
    const signals = this.signals.receivedSignals.subscribe((signal) => {
      if (signal.kind === 'ledger') this.markBehind(signal.showId);
    });
    this.stops = [
      () => commits.unsubscribe(),
      () => signals.unsubscribe(),
      checkLedgers(
        'viewer pages',
        this.dataSource,
        () => [...this.entries.keys()],
        (showId, seq) => this.noteLastSeq(showId, seq),
      ),
      runEvery('viewer pages', UNUSED_MS, () => this.removeUnused()),
    ];
  }

  onApplicationShutdown(): void {
    for (const stop of this.stops) stop();
  }

  /**
   * @returns null if the show was deleted
   * @throws the read error if the cached state is more than a minute old
   */
  async body(page: OpenedPage): Promise<PageBody | null> {
    const entry = this.entryOf(page.showId);
    const age = this.clock.now() - entry.readAt;
    entry.usedAt = this.clock.now();
    if (Math.abs(age) >= (entry.isBehind ? MIN_AGE_MS : MAX_AGE_MS)) {
      const reading = (entry.reading ??= this.read(page.showId, entry));
      try {
        await reading;
      } catch (error) {
        if (Math.abs(age) > MAX_STALE_MS) throw error;
      }
    }
    if (entry.facts === null) return null;
    const key = `${page.kind} ${page.names}`;
    let body = entry.bodies.get(key);
    if (body === undefined) {
      body = toBody(viewerShowOf(entry.facts, page.kind, page.names));
      entry.bodies.set(key, body);
    }
    return body;
  }

  /** True if the show has newer ledger rows, but `body` does not read it again yet. */
  isHeldBack(showId: string): boolean {
    const entry = this.entries.get(showId);
    return (
      entry?.isBehind === true &&
      (entry.reading !== null || Math.abs(this.clock.now() - entry.readAt) < MIN_AGE_MS)
    );
  }

  private entryOf(showId: string): Entry {
    let entry = this.entries.get(showId);
    if (entry === undefined) {
      entry = { facts: null, readAt: 0, usedAt: 0, isBehind: true, bodies: new Map(), reading: null };
      this.entries.set(showId, entry);
    }
    return entry;
  }

  private async read(showId: string, entry: Entry): Promise<void> {
    try {
      entry.isBehind = false;
      entry.facts = await this.transactions.snapshot((tx) => readViewerShowFacts(tx, showId), BOUNDED_READ);
      entry.readAt = this.clock.now();
      entry.bodies = new Map();
    } catch (error) {
      entry.isBehind = true;
      throw error;
    } finally {
      entry.reading = null;
    }
  }

  private markBehind(showId: string): void {
    const entry = this.entries.get(showId);
    if (entry === undefined) return;
    entry.isBehind = true;
    this.subject.next(showId);
  }

  /** Marks the show as behind if its ledger has grown without a signal. */
  private noteLastSeq(showId: string, seq: number): void {
    const entry = this.entries.get(showId);
    if (entry?.reading === null && entry.facts !== null && seq > entry.facts.lastSeq) this.markBehind(showId);
  }

  private removeUnused(): void {
    const before = this.clock.now() - UNUSED_MS;
    for (const [showId, { usedAt }] of this.entries) {
      if (usedAt < before) this.entries.delete(showId);
    }
  }
}

async function toBody(show: object): Promise<PageBody> {
  const json = Buffer.from(JSON.stringify(show));
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  return { etag, json, gzipped: json.length < MIN_GZIP_BYTES ? null : await promisify(gzip)(json) };
}
