import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { filter, type Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock, LedgerFeed } from '../../kernel';
import type { ActiveSpan } from '../../shows';
import { isDue } from '../adapter/is-due';

/** A show that has a broadcast as a source. */
export interface BoundShow {
  showId: string;
  workspaceId: string;
  /** The broadcast's id as stored in the show's source. */
  liveId: string;
  /** The account whose webhooks the show receives. */
  accountId: string;
  connectionId: string | null;
  spans: ActiveSpan[];
  /** The platform's clock minus ours, as measured while the broadcast was read, ms; null before that. */
  skewMs: number | null;
}

interface BoundShowRow extends BoundShow {
  requestedId: string;
}

/** A possible origin of a pushed comment: the account of the webhook, and a broadcast. */
interface Origin {
  accountId: string;
  liveId: string;
}

const CACHED_MS = 1_000;
/** Comments written in time can still claim units if they arrive within this period after the show's end. */
export const MAX_DELIVERY_DELAY_MS = 10 * 60_000;

const originKey = (platform: string, origin: Origin): string =>
  `${platform} ${origin.accountId} ${origin.liveId}`;

/**
 * Finds the shows that have a broadcast as a source. Results are cached for a second, because many comments
 * arrive at the same time. An empty result is never cached, and a show that begins, ends, or changes its
 * sources in this process clears the cache, so that each show receives comments from the moment it starts.
 */
@Injectable()
export class BoundBroadcasts implements OnModuleInit, OnModuleDestroy {
  private subscription: Subscription | null = null;
  private readonly cache = new Map<string, { shows: BoundShow[]; readAt: number }>();
  /** Number of times that the cache has been cleared. */
  private clearCount = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly feed: LedgerFeed,
  ) {}

  onModuleInit(): void {
    const changes = this.feed.appendedRows.pipe(
      filter(({ events }) => events.some(({ type }) => type === 'session.status' || type === 'show.updated')),
    );
    this.subscription = changes.subscribe(() => {
      this.cache.clear();
      this.clearCount += 1;
    });
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  /**
   * Finds each origin's shows. Returns one list per origin, in the same order.
   * @param workspaceId if given, only shows of this workspace are returned
   */
  async findShows(platform: string, origins: Origin[], workspaceId?: string): Promise<BoundShow[][]> {
    const now = this.clock.now();
    // Not read from the cache again after the query, because a change may clear the cache in the meantime.
    const showsByKey = new Map<string, BoundShow[]>();
    const uncached = new Map<string, Origin>();
    for (const origin of origins) {
      const key = originKey(platform, origin);
      const entry = this.cache.get(key);
      if (entry === undefined || isDue(now, entry.readAt, CACHED_MS)) uncached.set(key, origin);
      else showsByKey.set(key, entry.shows);
    }
    if (uncached.size > 0) {
      const found = await this.lookUp(platform, [...uncached.values()], now);
      for (const [key, shows] of found) showsByKey.set(key, shows);
    }
    return origins.map((origin) => {
      const shows = showsByKey.get(originKey(platform, origin)) ?? [];
      return workspaceId === undefined ? shows : shows.filter((show) => show.workspaceId === workspaceId);
    });
  }

  private async lookUp(platform: string, origins: Origin[], now: number): Promise<Map<string, BoundShow[]>> {
    const showsByKey = new Map<string, BoundShow[]>();
    const { clearCount } = this;
    for (const row of await this.read(platform, origins, now)) {
      const key = originKey(platform, { accountId: row.accountId, liveId: row.requestedId });
      const { requestedId: _, ...show } = row;
      showsByKey.set(key, [...(showsByKey.get(key) ?? []), show]);
    }
    // Rows read before a change may no longer be true.
    if (clearCount !== this.clearCount) return showsByKey;
    for (const origin of origins) this.cache.delete(originKey(platform, origin));
    for (const [key, shows] of showsByKey) this.cache.set(key, { shows, readAt: now });
    if (this.cache.size > 1_000) {
      for (const [key, { readAt }] of this.cache) {
        if (isDue(now, readAt, CACHED_MS)) this.cache.delete(key);
      }
    }
    return showsByKey;
  }

  // A source with a connection receives only that account's comments. A source without a connection receives
  // an account's comments only if its own workspace has connected the account, or no workspace has.
  // Otherwise, entering a broadcast's id would reveal another workspace's comments.
  private read(platform: string, origins: Origin[], now: number): Promise<BoundShowRow[]> {
    return this.dataSource.query<BoundShowRow[]>(
      `SELECT a.account_id AS "accountId", a.live_id AS "requestedId", s.show_id AS "showId", s.workspace_id AS "workspaceId", s.live_id AS "liveId",
         s.connection_id AS "connectionId", w.spans, r.skew_ms AS "skewMs"
       FROM unnest($2::text[], $3::text[]) AS a(account_id, live_id)
       JOIN LATERAL (
         SELECT * FROM show_sources b WHERE b.platform = $1 AND b.live_id = a.live_id
         UNION
         SELECT b.* FROM source_readings r JOIN show_sources b ON b.show_id = r.show_id AND b.platform = r.platform AND b.live_id = r.live_id
         WHERE r.platform = $1 AND r.video_id = a.live_id
       ) s ON true
       JOIN shows w ON w.id = s.show_id
       LEFT JOIN source_readings r ON r.show_id = s.show_id AND r.platform = s.platform AND r.live_id = s.live_id
       WHERE (s.bound OR (w.status = 'ended' AND w.ended_at > $4))
         AND CASE WHEN EXISTS (SELECT 1 FROM social_connections c WHERE c.id = s.connection_id)
           THEN EXISTS (SELECT 1 FROM social_connections c WHERE c.id = s.connection_id AND c.external_account_id = a.account_id)
           ELSE EXISTS (SELECT 1 FROM social_connections c WHERE c.workspace_id = s.workspace_id AND c.platform = $1 AND c.external_account_id = a.account_id)
             OR NOT EXISTS (SELECT 1 FROM social_connections c WHERE c.platform = $1 AND c.external_account_id = a.account_id) END`,
      [
        platform,
        origins.map((origin) => origin.accountId),
        origins.map((origin) => origin.liveId),
        new Date(now - MAX_DELIVERY_DELAY_MS),
      ],
    );
  }
}
