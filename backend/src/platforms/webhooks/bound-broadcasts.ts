import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { filter, type Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { Clock, LedgerFeed } from '../../kernel';
import type { ActiveSpan } from '../../shows';

/** A show that listens to a broadcast. */
export interface Listener {
  showId: string;
  workspaceId: string;
  /** The broadcast as the show's source names it. */
  liveId: string;
  /** The account from which it receives webhooks. */
  accountId: string;
  connectionId: string | null;
  spans: ActiveSpan[];
  /**
   * The platform's clock minus ours, as measured while reading the broadcast, ms; null before it was read.
   */
  skewMs: number | null;
}

interface ListenerRow extends Listener {
  askedId: string;
}

/** The origin of a pushed comment: the account of the webhook, and the possible broadcasts. */
export interface Address {
  accountId: string;
  liveId: string;
}

const REMEMBERED_MS = 1_000;
/**
 * Comments that were written in time are still allocated if they arrive within this time after the show's
 * end.
 */
export const LATE_DELIVERY_MS = 10 * 60_000;

const keyOf = (platform: string, address: Address): string =>
  `${platform} ${address.accountId} ${address.liveId}`;

/**
 * Finds the shows that listen to a broadcast. Results are cached for a second, because a flood repeats the
 * same lookup; an empty result is never cached, and a show that begins, ends, or changes its sources here
 * clears the cache, so that each show receives comments from its first moment.
 */
@Injectable()
export class BoundBroadcasts implements OnModuleInit, OnModuleDestroy {
  private subscription: Subscription | null = null;
  private readonly known = new Map<string, { listeners: Listener[]; until: number }>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly feed: LedgerFeed,
  ) {}

  onModuleInit(): void {
    const turns = this.feed.appended.pipe(
      filter(({ events }) => events.some(({ type }) => type === 'session.status' || type === 'show.updated')),
    );
    this.subscription = turns.subscribe(() => this.known.clear());
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
  }

  /**
   * The listeners of each origin, in the same order; only those of one workspace if `workspaceId` is given.
   */
  async listenersOf(platform: string, addresses: Address[], workspaceId?: string): Promise<Listener[][]> {
    const now = this.clock.now();
    const missing = new Map<string, Address>();
    for (const address of addresses) {
      const found = this.known.get(keyOf(platform, address));
      if (found === undefined || found.until < now) missing.set(keyOf(platform, address), address);
    }
    if (missing.size > 0) await this.lookUp(platform, [...missing.values()], now);
    return addresses.map((address) => {
      const listeners = this.known.get(keyOf(platform, address))?.listeners ?? [];
      return workspaceId === undefined
        ? listeners
        : listeners.filter((listener) => listener.workspaceId === workspaceId);
    });
  }

  private async lookUp(platform: string, addresses: Address[], now: number): Promise<void> {
    const found = new Map<string, Listener[]>();
    for (const row of await this.read(platform, addresses, now)) {
      const key = keyOf(platform, { accountId: row.accountId, liveId: row.askedId });
      const { askedId: _, ...listener } = row;
      found.set(key, [...(found.get(key) ?? []), listener]);
    }
    for (const address of addresses) this.known.delete(keyOf(platform, address));
    for (const [key, listeners] of found) this.known.set(key, { listeners, until: now + REMEMBERED_MS });
    if (this.known.size > 1_000) {
      for (const [key, { until }] of this.known) if (until < now) this.known.delete(key);
    }
  }

  // A source with a connection receives only comments of that account. A source without one receives comments
  // of an account only if its own workspace has connected the account, or no workspace has. Otherwise, typing
  // a broadcast's id would reveal another workspace's comments.
  private read(platform: string, addresses: Address[], now: number): Promise<ListenerRow[]> {
    return this.dataSource.query<ListenerRow[]>(
      `SELECT a.account_id AS "accountId", a.live_id AS "askedId", s.show_id AS "showId", s.workspace_id AS "workspaceId", s.live_id AS "liveId",
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
        addresses.map((address) => address.accountId),
        addresses.map((address) => address.liveId),
        new Date(now - LATE_DELIVERY_MS),
      ],
    );
  }
}
