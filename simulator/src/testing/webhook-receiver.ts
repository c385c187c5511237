import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  raw: string;
}

/** A webhook endpoint for tests that stores what it receives and responds as `answer` decides. */
export class WebhookReceiver {
  received: ReceivedRequest[] = [];
  answer: (received: ReceivedRequest) => { status: number; body?: string } = () => ({ status: 200 });
  private readonly waiting = new Set<() => void>();
  private readonly server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const { method = '', url = '', headers } = request;
      const received = { method, url, headers, raw: Buffer.concat(parts).toString('utf8') };
      this.received.push(received);
      const { status, body = '' } = this.answer(received);
      response.writeHead(status).end(body, () => this.notifyWaiting());
    });
  });

  /** Opens or reopens the endpoint. Forgets earlier requests, and resets `answer`. */
  async open(): Promise<void> {
    this.received = [];
    this.answer = () => ({ status: 200 });
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
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
