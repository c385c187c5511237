import { Logger } from '@nestjs/common';
import { createClient } from '@redis/client';
import { guardListener } from '../background/background';
import { CHANNEL, isSentInTime, type SignalTransport } from './signal-transport';
import { messageOf } from '../errors/message-of';
import { RECONNECT_MS } from '../background/reconnect';

/**
 * Sends signals with Redis pub/sub, which takes load off the database when many shows are busy. Redis stores
 * no data.
 */
export class RedisTransport implements SignalTransport {
  private readonly log = new Logger('Signals');
  private readonly publisher;
  private readonly subscriber;
  private isReachable = true;

  constructor(url: string) {
    // Nothing is queued while Redis is unavailable, because by the time it is back, every process has read
    // the ledger.
    this.publisher = createClient({
      url,
      disableOfflineQueue: true,
      socket: { reconnectStrategy: () => RECONNECT_MS },
    });
    this.subscriber = this.publisher.duplicate({ disableOfflineQueue: false });
    for (const client of [this.publisher, this.subscriber]) {
      client.on('error', (error: unknown) => this.reportLost(error));
      client.on('ready', () => (this.isReachable = true));
    }
  }

  get limitation(): string | null {
    return this.isReachable
      ? null
      : 'Redis is unreachable, so consoles on other processes may lag by up to one second. Check REDIS_URL.';
  }

  open(receive: (text: string) => void): Promise<void> {
    // Neither connection is awaited, because the product also starts and works without Redis. Both clients
    // retry until they are closed.
    this.publisher.connect().catch((error: unknown) => this.reportLost(error));
    this.subscriber
      .connect()
      .then(() => this.subscriber.subscribe(CHANNEL, guardListener('signals', receive)))
      .catch((error: unknown) => this.reportLost(error));
    return Promise.resolve();
  }

  async send(texts: string[]): Promise<void> {
    await isSentInTime(Promise.allSettled(texts.map((text) => this.publisher.publish(CHANNEL, text))));
  }

  close(): Promise<void> {
    for (const client of [this.publisher, this.subscriber]) if (client.isOpen) client.destroy();
    return Promise.resolve();
  }

  /** Logs once per outage, not for every attempt. */
  private reportLost(error: unknown): void {
    if (this.isReachable) {
      this.log.warn(
        `Redis is unreachable, so consoles on other processes may lag by up to one second: ${messageOf(error)}`,
      );
    }
    this.isReachable = false;
  }
}
