import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { filter, type Subscription } from 'rxjs';
import { Clock, runEvery, inBackground, LedgerFeed, messageOf } from '../../kernel';
import { Throttles } from '../connections/throttles';
import { leasedServices } from './leased-services';
import { SourceChannel } from './source-channel';
import { SourceLeases } from './source-leases';
import { SourcePoller } from './source-poller';
import { SourceReadings } from './source-readings';
import { type SourceTarget, targetKey } from './source-target';

const RECONCILE_EVERY_MS = 1_000;
/** Ledger row types after which a process may have to start or stop reading a source. */
const EVENTS_THAT_CHANGE_SOURCES = new Set(['session.status', 'show.updated']);

/**
 * Ensures that each source of an active show is polled by exactly one process, even after a crash. Each
 * process looks for sources without a reader once a second, and immediately after its own commits.
 */
@Injectable()
export class SourcePolling implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly log = new Logger('Polling');
  private readonly pollers = new Map<string, SourcePoller>();
  private readonly stopping = new WeakMap<SourcePoller, Promise<void>>();
  private readonly subscriptions: Subscription[] = [];
  private stopTimer: () => void = () => undefined;
  private reconciling: Promise<void> | null = null;
  private mustReconcileAgain = false;
  private isClosed = false;

  constructor(
    private readonly channel: SourceChannel,
    private readonly readings: SourceReadings,
    private readonly leases: SourceLeases,
    private readonly clock: Clock,
    private readonly feed: LedgerFeed,
    private readonly throttles: Throttles,
  ) {}

  onApplicationBootstrap(): void {
    this.subscriptions.push(
      this.feed.appendedRows
        .pipe(filter(({ events }) => events.some((event) => EVENTS_THAT_CHANGE_SOURCES.has(event.type))))
        .subscribe(() => inBackground('polling', () => this.reconcileSerially())),
      this.leases.lost.subscribe((key) => inBackground('polling', () => this.stopReading(key))),
      // The poller backed off while its lease was expired, but can now continue immediately.
      this.leases.regained.subscribe((key) => this.pollers.get(key)?.refresh()),
    );
    this.stopTimer = runEvery('polling', RECONCILE_EVERY_MS, () => this.reconcileSerially());
  }

  async onModuleDestroy(): Promise<void> {
    this.isClosed = true;
    this.stopTimer();
    for (const subscription of this.subscriptions) subscription.unsubscribe();
    await this.reconciling;
    await Promise.all([...this.pollers.values()].map((poller) => this.stopPoller(poller)));
    this.leases.close();
  }

  /** Reads these accounts' sources immediately after a report about their broadcasts. */
  refreshAccounts(accountIds: string[]): void {
    for (const poller of this.pollers.values()) {
      if (poller.accountId !== null && accountIds.includes(poller.accountId)) poller.refresh();
    }
  }

  /**
   * Decides the comments that the show's delayed scans have read in this process. Called before a later
   * comment in the show is decided.
   */
  async decideIfStalled(showId: string): Promise<void> {
    const pollers = [...this.pollers.values()].filter(({ target }) => target.showId === showId);
    await Promise.all(pollers.map((poller) => poller.decideIfStalled()));
  }

  private async reconcileSerially(): Promise<void> {
    if (this.reconciling !== null) {
      this.mustReconcileAgain = true;
      return this.reconciling;
    }
    this.reconciling = this.reconcile()
      .catch((error: unknown) => this.log.debug(`Sources could not be checked: ${messageOf(error)}`))
      .finally(() => (this.reconciling = null));
    await this.reconciling;
    if (this.mustReconcileAgain && !this.isClosed) {
      this.mustReconcileAgain = false;
      await this.reconcileSerially();
    }
  }

  private async reconcile(): Promise<void> {
    if (this.isClosed) return;
    const targets = new Map(
      (await this.readings.findTargets(this.channel.platforms)).map((target) => [targetKey(target), target]),
    );
    // Not awaited, because the current cycle may last until the platform responds.
    for (const poller of this.pollers.values()) {
      if (!targets.has(poller.key)) inBackground('polling', () => this.stopPoller(poller));
    }
    for (const [key, target] of targets) {
      const poller = this.pollers.get(key);
      if (poller !== undefined) poller.update(target);
      else if (await this.leases.acquire(key)) this.startPoller(key, target);
    }
  }

  private startPoller(key: string, target: SourceTarget): void {
    const { channel, readings, throttles, clock } = this;
    const services = leasedServices({ channel, readings, throttles, clock }, () =>
      this.leases.assertHeld(key),
    );
    const poller = new SourcePoller(target, services);
    this.pollers.set(key, poller);
    poller.start();
  }

  private stopPoller(poller: SourcePoller): Promise<void> {
    const existing = this.stopping.get(poller);
    if (existing !== undefined) return existing;
    const stopped = poller.stop().then(async () => {
      this.pollers.delete(poller.key);
      await this.leases.release(poller.key);
    });
    this.stopping.set(poller, stopped);
    return stopped;
  }

  private async stopReading(key: string): Promise<void> {
    const poller = this.pollers.get(key);
    if (poller !== undefined) await this.stopPoller(poller);
  }
}
