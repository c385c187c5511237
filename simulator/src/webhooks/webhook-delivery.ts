import type { Chance } from '../audience/plain-crowd';
import type { SimClock } from '../clock/sim-clock';
import { asciiJson } from '../http/json';
import { envelope } from './envelope';
import type { WebhookSettings } from './settings';
import { signatures } from './signatures';
import { forgedFrom, type Update } from './updates';

/** An update's address, signing secret, and payload form. */
export interface Destination {
  url: string;
  secret: string;
  includesValues: boolean;
}

export interface DeliveryRecord {
  at: number;
  object: string;
  updates: number;
  /** 1 for the first attempt. */
  attempt: number;
  /** HTTP status of the response; 0 if there was none. */
  status: number;
  forged: boolean;
  outcome: 'delivered' | 'will retry' | 'given up' | 'refused';
}

export interface DeliveryState {
  waiting: number;
  underWay: number;
  delivered: number;
  givenUp: number;
  dropped: number;
  log: readonly DeliveryRecord[];
}

interface Delivery {
  object: string;
  updates: number;
  body: string;
  secret: string;
  url: string;
  attempt: number;
}

const MINUTE_MS = 60_000;
/** Delay before each retry. It starts at zero and grows, to about 36 hours in total. */
const RETRY_DELAYS_MS = [0, 1, 5, 15, 30, 60, 120, 240, 480, 600, 600].map((minutes) => minutes * MINUTE_MS);
/** The log is trimmed to this many records when it exceeds twice as many. */
const MIN_LOG_RECORDS = 5_000;

/**
 * Collects and signs updates, and delivers them to subscribers. It retries until they are accepted, for up
 * to 36 hours divided by `retrySpeed`.
 */
export class WebhookDelivery {
  private queue: Update[] = [];
  private ready: Delivery[] = [];
  private batchTimer: NodeJS.Timeout | null = null;
  private underWay = 0;
  private isClosed = false;
  private readonly counts = { delivered: 0, givenUp: 0, dropped: 0 };
  private log: DeliveryRecord[] = [];

  constructor(
    private readonly clock: SimClock,
    private readonly chance: Chance,
    private readonly settings: WebhookSettings,
    private readonly destinationOf: (update: Update) => Destination | null,
  ) {}

  enqueue(update: Update): void {
    const { settings, chance } = this;
    if (chance.next() < settings.dropped) {
      this.counts.dropped += 1;
      return;
    }
    this.enqueueAfter(
      update,
      chance.next() < settings.delayed ? 1 + chance.below(settings.longestDelayMs) : 0,
    );
    if (chance.next() < settings.duplicates) this.enqueueAfter(update, 1 + chance.below(1_000));
  }

  /**
   * Sends a body once and unchanged, bypassing the queue.
   * @returns the status, or 0 if there was no response in time
   */
  send(url: string, secret: string, body: string): Promise<number> {
    return this.post({ url, secret, body });
  }

  /** Resumes waiting deliveries after the settings change. */
  resume(): void {
    if (this.queue.length > 0) this.scheduleBatch();
    this.startDeliveries();
  }

  state(): DeliveryState {
    return {
      waiting: this.queue.length + this.ready.length,
      underWay: this.underWay,
      ...this.counts,
      log: this.log,
    };
  }

  close(): void {
    this.isClosed = true;
    if (this.batchTimer !== null) clearTimeout(this.batchTimer);
  }

  private enqueueAfter(update: Update, lateMs: number): void {
    if (lateMs > 0) {
      this.clock.ringAt(this.clock.now() + lateMs, () => this.enqueueAfter(update, 0));
      return;
    }
    this.queue.push(update);
    this.scheduleBatch();
  }

  private scheduleBatch(): void {
    if (this.isClosed || this.settings.paused) return;
    this.batchTimer ??= setTimeout(() => {
      this.batchTimer = null;
      this.packBatches();
    }, this.settings.batchWindowMs).unref();
  }

  private packBatches(): void {
    const { settings, chance } = this;
    if (settings.paused) return;
    const updates = this.queue;
    this.queue = [];
    if (settings.reordered) shuffle(updates, chance);
    for (const [destination, group] of this.byDestination(updates)) {
      for (let from = 0; from < group.length; from += settings.batchSize) {
        const batch = group.slice(from, from + settings.batchSize);
        if (chance.next() < settings.forged) void this.sendForged(batch, destination);
        this.ready.push(this.deliveryOf(batch, destination));
      }
    }
    this.startDeliveries();
  }

  private byDestination(updates: readonly Update[]): Map<Destination, Update[]> {
    const byKey = new Map<string, Destination>();
    const groups = new Map<Destination, Update[]>();
    for (const update of updates) {
      const found = this.destinationOf(update);
      if (found === null) continue;
      const key = `${update.object} ${found.url} ${found.secret}`;
      const destination = byKey.get(key) ?? found;
      byKey.set(key, destination);
      const group = groups.get(destination);
      if (group === undefined) groups.set(destination, [update]);
      else group.push(update);
    }
    return groups;
  }

  private deliveryOf(batch: readonly Update[], { url, secret, includesValues }: Destination): Delivery {
    const payload = envelope(batch, this.settings, this.clock.now(), includesValues);
    const body = asciiJson(this.settings.listWrapped ? [payload] : payload);
    return { object: batch[0]?.object ?? '', updates: batch.length, body, secret, url, attempt: 1 };
  }

  private startDeliveries(): void {
    while (!this.isClosed && !this.settings.paused && this.underWay < this.settings.atOnce) {
      const delivery = this.ready.shift();
      if (delivery === undefined) return;
      this.underWay += 1;
      void this.deliver(delivery).finally(() => {
        this.underWay -= 1;
        this.startDeliveries();
      });
    }
  }

  private async deliver(delivery: Delivery): Promise<void> {
    const status = await this.post(delivery);
    if (status === 200) {
      this.counts.delivered += 1;
      this.record(delivery, status, 'delivered');
      return;
    }
    const wait = RETRY_DELAYS_MS[delivery.attempt - 1];
    if (wait === undefined) {
      this.counts.givenUp += 1;
      this.record(delivery, status, 'given up');
      return;
    }
    this.record(delivery, status, 'will retry');
    this.clock.ringAt(this.clock.now() + wait / this.settings.retrySpeed, () => {
      this.ready.push({ ...delivery, attempt: delivery.attempt + 1 });
      this.startDeliveries();
    });
  }

  private async sendForged(batch: readonly Update[], destination: Destination): Promise<void> {
    const forged = this.deliveryOf(batch.map(forgedFrom), {
      ...destination,
      secret: `${destination.secret}?`,
    });
    const status = await this.post(forged);
    this.record(forged, status, status === 200 ? 'delivered' : 'refused', true);
  }

  /** @returns the status, or 0 if there was no response in time */
  private async post({ url, body, secret }: Pick<Delivery, 'url' | 'body' | 'secret'>): Promise<number> {
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Webhooks/1.0 (https://fb.me/webhooks)',
          ...signatures(secret, body),
        },
        body,
        redirect: 'manual',
        signal: AbortSignal.timeout(this.settings.timeoutMs),
      });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }

  private record(
    { object, updates, attempt }: Delivery,
    status: number,
    outcome: DeliveryRecord['outcome'],
    forged = false,
  ): void {
    this.log.push({ at: this.clock.now(), object, updates, attempt, status, forged, outcome });
    if (this.log.length > MIN_LOG_RECORDS * 2) this.log = this.log.slice(-MIN_LOG_RECORDS);
  }
}

function shuffle(updates: Update[], chance: Chance): void {
  for (let last = updates.length - 1; last > 0; last -= 1) {
    const other = chance.below(last + 1);
    const [a, b] = [updates[last], updates[other]];
    if (a !== undefined && b !== undefined) [updates[last], updates[other]] = [b, a];
  }
}
