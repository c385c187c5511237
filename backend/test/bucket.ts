import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const KEY = { id: 'test-key', secret: 'test-secret' };

/** An S3 server with one bucket. It checks every request's signature and content hash. */
export class Bucket {
  readonly files = new Map<string, { content: Buffer; type: string }>();
  /** The simulated failure, or null if the store works. */
  outage: 'refuses' | 'hangs' | null = null;

  private constructor(private readonly server: Server) {}

  static async start(): Promise<Bucket> {
    const server = createServer();
    const bucket = new Bucket(server);
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      bucket.answer(request, response).catch(() => response.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return bucket;
  }

  /** Settings that make the product use the bucket. */
  get env(): Record<string, string> {
    return {
      PHOTOS_S3_URL: `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/photo-bucket`,
      PHOTOS_S3_REGION: 'eu-test-1',
      PHOTOS_S3_ACCESS_KEY_ID: KEY.id,
      PHOTOS_S3_SECRET_ACCESS_KEY: KEY.secret,
    };
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const parts: Buffer[] = [];
    for await (const part of request as AsyncIterable<Buffer>) parts.push(part);
    const content = Buffer.concat(parts);
    if (this.outage === 'hangs') return;
    if (this.outage === 'refuses') {
      return void response.writeHead(503).end('<Error><Code>SlowDown</Code></Error>');
    }
    const hash = createHash('sha256').update(content).digest('hex');
    if (request.headers['x-amz-content-sha256'] !== hash || !isSigned(request, hash)) {
      return void response.writeHead(403).end('<Error><Code>SignatureDoesNotMatch</Code></Error>');
    }
    const name = /^\/photo-bucket\/(.+)$/.exec(request.url ?? '')?.[1];
    if (name === undefined) {
      return void response.writeHead(404).end('<Error><Code>NoSuchBucket</Code></Error>');
    }
    this.serve(request, response, name, content);
  }

  private serve(
    { method, headers }: IncomingMessage,
    response: ServerResponse,
    name: string,
    content: Buffer,
  ): void {
    const file = this.files.get(name);
    if (method === 'PUT') {
      this.files.set(name, { content, type: headers['content-type'] ?? '' });
      response.writeHead(200).end();
    } else if (method === 'DELETE') {
      this.files.delete(name);
      response.writeHead(204).end();
    } else if (file === undefined) response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    else response.writeHead(200, { 'content-type': file.type }).end(file.content);
  }
}

/** Checks Signature Version 4, as AWS describes it. */
function isSigned({ method, url, headers }: IncomingMessage, contentHash: string): boolean {
  const match =
    /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
      headers.authorization ?? '',
    );
  if (match === null) return false;
  const [, id = '', day = '', region = '', names = '', signature = ''] = match;
  const lines = names.split(';').map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const [path = '', query = ''] = (url ?? '').split('?');
  const canonicalRequest = [method, path, query, lines.join(''), names, contentHash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const stringToSign = [
    'AWS4-HMAC-SHA256',
    headers['x-amz-date'],
    scope,
    createHash('sha256').update(canonicalRequest).digest('hex'),
  ].join('\n');
  const hmac = (key: string | Buffer, data: string): Buffer =>
    createHmac('sha256', key).update(data).digest();
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer>(hmac, Buffer.from(`AWS4${KEY.secret}`));
  return id === KEY.id && hmac(key, stringToSign).toString('hex') === signature;
}
