import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { filter, type Subscription } from 'rxjs';
import { DataSource } from 'typeorm';
import { runAfter, inBackground, LedgerFeed, messageOf, poolReader } from '../../kernel';
import { readOffers, type ShowOffer } from '../../shows';
import { META_CONFIG, type MetaConfig } from './meta.config';

const PLATFORMS = ['facebook', 'instagram'];
const TIMEOUT_MS = 2_000;
const REPORT_DELAY_MS = 1_000;
/** Types of ledger rows after which a show may sell other items, or sell in another broadcast. */
const EVENTS_THAT_CHANGE_OFFERS = new Set(['session.status', 'show.updated', 'item.updated', 'rules.set']);

/**
 * Reports the items of each live show to a simulated platform, so that its audience claims them. Does
 * nothing with the real platform.
 */
@Injectable()
export class SimulatedAudience implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Platforms');
  private subscription: Subscription | null = null;
  /** The last offer reported for each broadcast. It has no unit counts, so claims do not change it. */
  private readonly lastOffers = new Map<string, string>();
  private readonly timers = new Map<string, NodeJS.Timeout>();

  constructor(
    @Inject(META_CONFIG) private readonly meta: MetaConfig,
    private readonly dataSource: DataSource,
    private readonly feed: LedgerFeed,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.meta.simulated) return;
    this.subscription = this.feed.appendedRows
      .pipe(filter(({ events }) => events.some(({ type }) => EVENTS_THAT_CHANGE_OFFERS.has(type))))
      .subscribe(({ showId, events }) =>
        this.reportSoon(showId, events.some(({ type }) => type === 'session.status') ? 0 : REPORT_DELAY_MS),
      );
    inBackground('simulated audience', () => this.report(null));
  }

  onModuleDestroy(): void {
    this.subscription?.unsubscribe();
    for (const timer of this.timers.values()) clearTimeout(timer);
  }

  /** Combines many changes into one report, because a busy show's items are updated many times a second. */
  private reportSoon(showId: string, waitMs: number): void {
    const timer = this.timers.get(showId);
    if (timer !== undefined && waitMs > 0) return;
    clearTimeout(timer);
    this.timers.set(
      showId,
      runAfter('simulated audience', waitMs, async () => {
        this.timers.delete(showId);
        await this.report(showId);
      }).unref(),
    );
  }

  private async report(showId: string | null): Promise<void> {
    const offers = await readOffers(poolReader(this.dataSource), PLATFORMS, showId);
    await Promise.all(offers.map((offer) => this.send(offer)));
  }

  private async send({ liveId, ...offer }: ShowOffer): Promise<void> {
    const body = JSON.stringify(offer);
    if (this.lastOffers.get(liveId) === body) return;
    this.lastOffers.set(liveId, body);
    try {
      await fetch(`${this.meta.graphUrl}/_sim/broadcasts/${encodeURIComponent(liveId)}/offer`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
    } catch (error) {
      this.lastOffers.delete(liveId);
      this.log.debug(`The simulated audience did not respond: ${messageOf(error)}`);
    }
  }
}
