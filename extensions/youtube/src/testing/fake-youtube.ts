import type { PlatformErrorKind } from '@sellary/extension-kit';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

type Item = Record<string, unknown>;

/** Error responses from the API, by the error kind that each one means. */
const FAILURES: Readonly<Partial<Record<PlatformErrorKind, [status: number, reason: string]>>> = {
  transient: [503, 'backendError'],
  throttled: [403, 'rateLimitExceeded'],
  'not-found': [404, 'liveChatNotFound'],
  rejected: [400, 'invalidPageToken'],
  permission: [403, 'liveChatDisabled'],
  misconfigured: [400, 'keyInvalid'],
};
export const FAILURE_KINDS = Object.keys(FAILURES) as PlatformErrorKind[];

/** The part of the YouTube Data API that the adapter calls, on its own port, with one live video. */
export class FakeYoutube {
  readonly videoId = 'abc_DEF-123';
  private readonly chatId = 'chat-1';
  private readonly items: Item[] = [];
  private readonly server: Server;
  private failure: PlatformErrorKind | null = null;
  private onFailed: () => void = () => undefined;
  private shouldRepeat = false;
  private hasEnded = false;
  readonly calls: string[] = [];

  private constructor(private readonly pollMs: number) {
    this.server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://youtube');
      this.calls.push(url.pathname);
      if (url.searchParams.get('key') !== 'the-key') return refuse(response, 400, 'keyInvalid');
      if (this.failure !== null) return this.fail(response);
      if (url.pathname === '/videos') return json(response, 200, this.videos(url.searchParams.get('id')));
      if (url.pathname === '/liveChat/messages') return this.messages(url.searchParams, response);
      return refuse(response, 404, 'notFound');
    });
  }

  static async start(pollMs = 100): Promise<FakeYoutube> {
    const fake = new FakeYoutube(pollMs);
    await new Promise<void>((resolve) => fake.server.listen(0, '127.0.0.1', resolve));
    return fake;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  say(author: string | null, text: string): string {
    const id = `message-${this.items.length}`;
    const channelId = `channel-${author}`;
    this.items.push({
      id,
      snippet: {
        type: 'textMessageEvent',
        publishedAt: new Date().toISOString(),
        displayMessage: text,
        textMessageDetails: { messageText: text },
        ...(author === null ? {} : { authorChannelId: channelId }),
      },
      ...(author === null ? {} : { authorDetails: { channelId, displayName: author, isChatOwner: false } }),
    });
    return id;
  }

  remove(messageId: string): void {
    this.addEvent('messageDeletedEvent', { messageDeletedDetails: { deletedMessageId: messageId } });
  }

  end(): void {
    this.addEvent('chatEndedEvent', {});
    this.hasEnded = true;
  }

  sendGarbage(): void {
    this.items.push(
      { id: 7, snippet: null },
      { id: 'x', snippet: { type: 'textMessageEvent', publishedAt: 'soon' } },
    );
    this.items.push(null as never);
  }

  repeat(): void {
    this.shouldRepeat = true;
  }

  async failWith(kind: PlatformErrorKind | null): Promise<void> {
    this.failure = kind;
    if (kind !== null) await new Promise<void>((resolve) => (this.onFailed = resolve));
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private addEvent(type: string, details: Item): void {
    const publishedAt = new Date().toISOString();
    this.items.push({ id: `event-${this.items.length}`, snippet: { type, publishedAt, ...details } });
  }

  private fail(response: ServerResponse): void {
    this.onFailed();
    const [status, reason] = FAILURES[this.failure ?? 'transient'] ?? [500, 'backendError'];
    refuse(response, status, reason);
  }

  private videos(id: string | null): Item {
    const details = this.hasEnded
      ? { actualEndTime: new Date().toISOString() }
      : { activeLiveChatId: this.chatId };
    const item = {
      id,
      snippet: { liveBroadcastContent: this.hasEnded ? 'none' : 'live' },
      liveStreamingDetails: details,
    };
    return { items: id === this.videoId ? [item] : [] };
  }

  private messages(query: URLSearchParams, response: ServerResponse): void {
    if (query.get('liveChatId') !== this.chatId) return refuse(response, 404, 'liveChatNotFound');
    const from = this.shouldRepeat ? 0 : Number(query.get('pageToken') ?? 0);
    this.shouldRepeat = false;
    if (this.hasEnded && from >= this.items.length) return refuse(response, 403, 'liveChatEnded');
    json(response, 200, {
      items: this.items.slice(from),
      nextPageToken: String(this.items.length),
      pollingIntervalMillis: this.pollMs,
    });
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

const refuse = (response: ServerResponse, status: number, reason: string): void =>
  json(response, status, {
    error: { code: status, message: reason, errors: [{ reason, domain: 'youtube' }] },
  });
