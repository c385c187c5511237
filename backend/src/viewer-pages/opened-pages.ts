import { Injectable } from '@nestjs/common';
import type { ViewerPageKind, WinnerNames } from '@sellary/contracts';
import { DataSource } from 'typeorm';
import { linkTokenHash } from '../auth';
import { ApiError, Clock, poolReader, TokenBucket } from '../kernel';

/** The page behind a valid link. */
export interface OpenedPage {
  showId: string;
  kind: ViewerPageKind;
  names: WinnerNames;
}

/**
 * Time after which a link is looked up again. A link that another process ended keeps working for at most this
 * longer.
 */
const LOOKUP_LIFETIME_MS = 2_000;
/** Limit across all callers, so that guessed tokens do not keep the database busy. */
const MAX_UNCACHED_PER_SECOND = 50;

interface Lookup {
  at: number;
  page: Promise<OpenedPage | null>;
}

/** Caches the pages that viewers have open, so that one link lookup serves thousands of viewers. */
@Injectable()
export class OpenedPages {
  /** Pages by token hash. Invalid links are not cached. */
  private readonly lookups = new Map<string, Lookup>();
  private readonly uncachedTokens: TokenBucket;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {
    this.uncachedTokens = new TokenBucket(MAX_UNCACHED_PER_SECOND, MAX_UNCACHED_PER_SECOND, clock.now());
  }

  /**
   * @returns null if no valid link has this token
   * @throws ApiError RATE_LIMITED if too many uncached tokens are tried
   */
  async find(token: string): Promise<OpenedPage | null> {
    const hash = linkTokenHash(token);
    if (hash === null) return null;
    const key = hash.toString('base64url');
    const now = this.clock.now();
    const cached = this.lookups.get(key);
    if (cached !== undefined && Math.abs(now - cached.at) < LOOKUP_LIFETIME_MS) return cached.page;
    if (cached === undefined && !this.uncachedTokens.tryTake(now)) {
      throw ApiError.retryAfter(
        1,
        'RATE_LIMITED',
        'Too many pages are being opened at once. Try again in a second.',
      );
    }
    const lookup = { at: now, page: this.read(hash) };
    this.lookups.set(key, lookup);
    try {
      const page = await lookup.page;
      if (page === null) this.drop(key, lookup);
      return page;
    } catch (error) {
      this.drop(key, lookup);
      throw error;
    }
  }

  /** Empties the cache. Called when this process changes a link. */
  forget(): void {
    this.lookups.clear();
  }

  private drop(key: string, lookup: Lookup): void {
    if (this.lookups.get(key) === lookup) this.lookups.delete(key);
  }

  private async read(hash: Buffer): Promise<OpenedPage | null> {
    const [page] = await poolReader(this.dataSource).prepared<OpenedPage>(
      'SELECT show_id AS "showId", kind, names FROM viewer_pages WHERE token_hash = $1 AND expires_at > $2',
      [hash, new Date(this.clock.now())],
    );
    return page ?? null;
  }
}
