import { WebhookReceiver, type ReceivedRequest } from './mailbox';
import { Visitor } from './visitor';

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
    readonly visitor: Visitor,
    readonly mailbox: WebhookReceiver,
    /** The page's token. */
    readonly token: string,
  ) {}

  static async open(options: Parameters<typeof Visitor.start>[0] = {}): Promise<Subscriber> {
    const mailbox = await WebhookReceiver.open();
    const visitor = await Visitor.start({ ...options, webhookUrl: mailbox.url });
    // Deliveries arrive one at a time, because tests check their order.
    visitor.control.setWebhooks({ atOnce: 1 });
    const token = await visitor.pageToken();
    await visitor.request(
      '/v26.0/1000001/subscribed_apps',
      { subscribed_fields: 'feed,live_videos' },
      { method: 'POST', token },
    );
    return new Subscriber(visitor, mailbox, token);
  }

  /** A viewer comments on the page's broadcast. */
  say(text: string, more: object = {}): ReturnType<Visitor['control']['broadcasts']['say']> {
    return this.visitor.control.broadcasts.say({
      broadcastId: '2000001',
      text,
      authorId: '9000001',
      authorName: 'Test Viewer',
      ...more,
    });
  }

  async close(): Promise<void> {
    await this.visitor.simulator.close();
    await this.mailbox.close();
  }
}
