import { AwsV4Signer } from 'aws4fetch';
import { createHash } from 'node:crypto';
import { EnvHttpProxyAgent, fetch, type Response } from 'undici';
import type { AppConfig } from '../../kernel';
import type { S3Config } from './photos.config';
import { type PhotoStore, PhotoStoreError } from './photo-store';

/** Time limit for a whole call. A console waits longer than this for its response. */
const CALL_TIMEOUT_MS = 10_000;
/** A larger file cannot be a photo that we stored. */
const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Photos in a bucket on an S3-compatible server, such as AWS, MinIO, Garage, or Cloudflare R2. */
export class S3Photos implements PhotoStore {
  private readonly dispatcher: EnvHttpProxyAgent;

  constructor(
    private readonly bucket: S3Config,
    proxies: AppConfig['proxies'],
  ) {
    this.dispatcher = new EnvHttpProxyAgent({
      // Empty because the agent would read the process environment if this were undefined.
      httpProxy: proxies.http ?? '',
      httpsProxy: proxies.https ?? '',
      noProxy: [proxies.bypass, 'localhost,127.0.0.1,[::1]'].filter((hosts) => hosts !== null).join(','),
    });
  }

  async put(name: string, content: Buffer): Promise<void> {
    const response = await this.call('PUT', name, content);
    if (!response.ok) throw await errorFromResponse(response);
    await response.body?.cancel();
  }

  async get(name: string): Promise<Buffer | null> {
    const response = await this.call('GET', name);
    if (response.status === 404) {
      await response.body?.cancel();
      return null;
    }
    if (!response.ok) throw await errorFromResponse(response);
    return readBody(response);
  }

  async delete(name: string): Promise<void> {
    const response = await this.call('DELETE', name);
    if (!response.ok && response.status !== 404) throw await errorFromResponse(response);
    await response.body?.cancel();
  }

  private async call(method: string, name: string, content?: Buffer): Promise<Response> {
    const { url, region, accessKeyId, secretAccessKey } = this.bucket;
    const headers: Record<string, string> = {
      // Signed, so that the server rejects content that changed in transit.
      'x-amz-content-sha256': createHash('sha256')
        .update(content ?? '')
        .digest('hex'),
    };
    if (content !== undefined) headers['content-type'] = 'image/webp';
    const signed = await new AwsV4Signer({
      method,
      url: `${url}/photos/${name}`,
      headers,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
    }).sign();
    try {
      return await fetch(signed.url, {
        method,
        redirect: 'error',
        headers: Object.fromEntries(signed.headers),
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
        dispatcher: this.dispatcher,
        ...(content === undefined ? {} : { body: content }),
      });
    } catch (error) {
      throw new PhotoStoreError(`The photo store ${new URL(url).host} is not responding.`, { cause: error });
    }
  }
}

/** @throws PhotoStoreError */
async function readBody(response: Response): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  try {
    for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      bytes += part.length;
      if (bytes > MAX_FILE_BYTES) throw new Error('The file is too large.');
      parts.push(part);
    }
  } catch (error) {
    throw new PhotoStoreError('The photo store sent a file that is incomplete or too large.', {
      cause: error,
    });
  }
  return Buffer.concat(parts);
}

async function errorFromResponse(response: Response): Promise<PhotoStoreError> {
  await response.body?.cancel();
  return new PhotoStoreError(`The photo store refused the call (HTTP ${response.status}).`);
}
