import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export interface ReceivedWebhook {
  id: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Lets the extension `outgoing-webhooks` call this machine in the tests of this block. */
export function allowLocalWebhooks(): void {
  beforeAll(() => void (process.env['OUTGOING_WEBHOOKS_ALLOWED_NETWORKS'] = '127.0.0.1'));
  afterAll(() => void delete process.env['OUTGOING_WEBHOOKS_ALLOWED_NETWORKS']);
}

/**
 * Verifies a webhook's signature as receivers do.
 * @returns the parsed body
 * @throws if there is no webhook, or the signature is not made with this secret
 */
export const verify = (webhook: ReceivedWebhook | undefined, secret: string): unknown =>
  new Webhook(secret).verify(webhook?.body ?? '', webhook?.headers as Record<string, string>);

/** A server that receives webhooks. */
export class WebhookReceiver {
  readonly received: ReceivedWebhook[] = [];
  status = 204;
  headers: Record<string, string> = {};
  /** Returns the status of the response. */
  respond: (webhook: ReceivedWebhook) => Promise<number> = async () => this.status;
  private readonly server = createServer((request, response) => {
    void text(request).then(async (body) => {
      const webhook = { id: String(request.headers['webhook-id']), headers: request.headers, body };
      this.received.push(webhook);
      response.writeHead(await this.respond(webhook), this.headers).end('A long response that is not read.');
    });
  });

  async start(): Promise<void> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
  }

  url(host = '127.0.0.1'): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}/hooks`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
