import { WebhookReceiver, type ReceivedRequest } from './webhook-receiver';
import { TestClient } from './test-client';

/** Delivered webhooks, without the handshakes. */
export const posts = (received: readonly ReceivedRequest[]): ReceivedRequest[] =>
  received.filter(({ method }) => method === 'POST');

export const hasPosts =
  (count: number) =>
  (received: readonly ReceivedRequest[]): boolean =>
    posts(received).length >= count;

/** A seller with a subscribed page, and a webhook endpoint that receives its updates. */
export class Subscriber {
  private constructor(
    readonly testClient: TestClient,
    readonly receiver: WebhookReceiver,
    /** The page's token. */
    readonly token: string,
  ) {}

  static async open(options: Parameters<typeof TestClient.start>[0] = {}): Promise<Subscriber> {
    const receiver = await WebhookReceiver.open();
    const testClient = await TestClient.start({ ...options, webhookUrl: receiver.url });
    // Deliveries arrive one at a time, because tests check their order.
    testClient.control.setWebhooks({ atOnce: 1 });
    const token = await testClient.pageToken();
    await testClient.request(
      '/v26.0/1000001/subscribed_apps',
      { subscribed_fields: 'feed,live_videos' },
      { method: 'POST', token },
    );
    return new Subscriber(testClient, receiver, token);
  }

  /** A viewer comments on the page's broadcast. */
  say(text: string, more: object = {}): ReturnType<TestClient['control']['broadcasts']['say']> {
    return this.testClient.control.broadcasts.say({
      broadcastId: '2000001',
      text,
      authorId: '9000001',
      authorName: 'Test Viewer',
      ...more,
    });
  }

  async close(): Promise<void> {
    await this.testClient.simulator.close();
    await this.receiver.close();
  }
}
