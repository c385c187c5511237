import type { InjectedComment, SimComment, SimulatorOptions } from '../index';
import { TestClient } from './test-client';
import { WebhookReceiver, type ReceivedRequest } from './webhook-receiver';

/** Delivered webhooks, without the handshakes. */
export const posts = (received: readonly ReceivedRequest[]): ReceivedRequest[] =>
  received.filter(({ method }) => method === 'POST');

export const hasReceived =
  (count: number) =>
  (received: readonly ReceivedRequest[]): boolean =>
    posts(received).length >= count;

/**
 * A test client for a seller with a subscribed page, with a webhook endpoint that receives the page's updates.
 */
export class Subscriber extends TestClient {
  readonly receiver = new WebhookReceiver();

  override async open(options: SimulatorOptions = {}): Promise<void> {
    await this.receiver.open();
    await super.open({ ...options, webhookUrl: this.receiver.url });
    // Deliveries arrive one at a time, because tests check their order.
    this.control.setWebhooks({ atOnce: 1 });
    this.token = await this.pageToken();
    await this.install('1000001', 'feed,live_videos');
  }

  override say(text: string, more: Partial<InjectedComment> = {}): SimComment {
    return super.say(text, { authorId: '9000001', authorName: 'Test Viewer', ...more });
  }

  override async close(): Promise<void> {
    await super.close();
    await this.receiver.close();
  }
}

/** Opens a subscriber before each test of this block, and closes it after the test. */
export function useSubscriber(): Subscriber {
  const subscriber = new Subscriber();
  beforeEach(() => subscriber.open());
  afterEach(() => subscriber.close());
  return subscriber;
}
