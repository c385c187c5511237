import { PlatformError } from '@sellary/extension-kit';
import { errorOf } from './youtube-errors';
import { type Fields, fieldsOf } from './youtube-fields';

export interface YoutubeConfig {
  /** Key of a Google Cloud project with the YouTube Data API v3. Empty if not configured. */
  apiKey: string;
  /** `https://www.googleapis.com/youtube/v3` */
  apiUrl: string;
}

const TIMEOUT_MS = 10_000;
const MAX_RESPONSE_BYTES = 20_000_000;

/**
 * Calls the API.
 * @throws PlatformError. Its texts never contain the key.
 */
export async function callYoutube(
  { apiKey, apiUrl }: YoutubeConfig,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<Fields> {
  if (apiKey === '') {
    throw new PlatformError('misconfigured', 'This server has no YouTube API key. Set YOUTUBE_API_KEY.');
  }
  const address = `${apiUrl}/${path}?${new URLSearchParams({ ...query, key: apiKey }).toString()}`;
  let response: Response;
  let text: string;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    text = await boundedText(response);
  } catch (error) {
    if (error instanceof PlatformError) throw error;
    throw new PlatformError('transient', 'YouTube could not be reached.');
  }
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new PlatformError('transient', `Unexpected response from YouTube (HTTP ${response.status}).`);
  }
  if (!response.ok) throw errorOf(response.status, fieldsOf(body));
  return fieldsOf(body);
}

async function boundedText(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of response.body ?? []) {
    bytes += (part as Uint8Array).byteLength;
    if (bytes > MAX_RESPONSE_BYTES) {
      throw new PlatformError('too-large', 'A response from YouTube was too large.');
    }
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString('utf8');
}
