import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  raw: string;
}

/** A webhook endpoint for tests that stores what it receives and responds as `answer` decides. */
export class WebhookReceiver {
  readonly received: ReceivedRequest[] = [];
  answer: (received: ReceivedRequest) => { status: number; body?: string } = () => ({ status: 200 });
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly server: Server) {}

  static async open(): Promise<WebhookReceiver> {
    const server = createServer();
    const receiver = new WebhookReceiver(server);
    server.on('request', (request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const received = {
          method: request.method ?? '',
          url: request.url ?? '',
          headers: request.headers,
          raw,
        };
        receiver.received.push(received);
        const { status, body = '' } = receiver.answer(received);
        response.writeHead(status).end(body, () => receiver.notifyWaiting());
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return receiver;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/hook`;
  }

  /** Waits until `isEnough` returns true for the received requests. */
  async waitUntil(isEnough: (received: readonly ReceivedRequest[]) => boolean): Promise<void> {
    while (!isEnough(this.received)) await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  /** The changes in all deliveries so far. */
  changes(): ReturnType<typeof JSON.parse>[] {
    return this.received
      .filter(({ method }) => method === 'POST')
      .flatMap(({ raw }) => JSON.parse(raw).entry)
      .flatMap(({ changes }) => changes ?? []);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  private notifyWaiting(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
