import { StringDecoder } from 'node:string_decoder';
import type { Request, Response } from 'express';
import { runAfter } from '../../background/background';
import { ApiError } from '../../errors/api-error';
import { CallSlots, type SlotHolder } from '../../limits/call-slots';
import { type BodyRule, MAX_SMALL_BODY_BYTES } from './body-rule';
import { checkBody } from './checked-body';
import { API_JSON_BOUNDS, JsonShape } from './json-shape';
import { nextTurn } from '../../background/turns';

/**
 * Memory for large bodies that are being read or processed. Parsed text takes several times as much memory as
 * its raw bytes.
 */
const MAX_LARGE_BODY_BYTES_AT_ONCE = 24 * 1024 * 1024;
/** Maximum number of waiting large bodies per workspace, or per address if the caller has no token. */
const MAX_WAITING_BODIES = 100;
/** Maximum time that a large body waits for memory. */
const MAX_WAIT_MS = 15_000;
/** Maximum time that a body may take to arrive, in addition to MAX_WAIT_MS. */
const MAX_READ_MS = 30_000;

/** Reads the request bodies that routes need, within the route's limits and the process's memory. */
export class BodyReader {
  private readonly memory = new CallSlots({
    perWorkspace: MAX_LARGE_BODY_BYTES_AT_ONCE / 2,
    total: MAX_LARGE_BODY_BYTES_AT_ONCE,
    waitingPerWorkspace: MAX_WAITING_BODIES,
    maxWaitMs: MAX_WAIT_MS,
    name: 'large requests',
  });

  /**
   * @returns parsed and checked JSON, or bytes if the rule is `raw`; undefined if nothing was sent
   * @throws ApiError PAYLOAD_TOO_LARGE, UNSUPPORTED_MEDIA_TYPE, VALIDATION_FAILED, RATE_LIMITED
   */
  async read(request: Request, response: Response, rule: BodyRule, holder: SlotHolder): Promise<unknown> {
    const { headers } = request;
    const declaredBytes =
      headers['transfer-encoding'] === undefined ? Number(headers['content-length'] ?? 0) : null;
    if (declaredBytes === 0) return undefined;
    if (declaredBytes !== null && declaredBytes > rule.maxBytes) throw tooLarge(rule);
    checkHeaders(request, rule);
    const reserve = async (): Promise<void> => {
      const release = await this.memory.acquire(holder, declaredBytes ?? rule.maxBytes);
      // Held until the response closes, because the parsed body stays in memory until the request is done.
      if (response.closed) release();
      else response.once('close', release);
    };
    const isLarge = (declaredBytes ?? 0) > MAX_SMALL_BODY_BYTES;
    if (rule.kind === 'raw') {
      const chunks: Buffer[] = [];
      const size = await readChunks(request, rule, isLarge, reserve, (chunk) => chunks.push(chunk));
      return Buffer.concat(chunks, size);
    }
    const shape = new JsonShape(API_JSON_BOUNDS);
    // Decoded as it arrives, because decoding 5 MB in one go would block other callers.
    const decoder = new StringDecoder('utf8');
    let text = '';
    const size = await readChunks(request, rule, isLarge, reserve, (chunk) => {
      shape.read(chunk);
      text += decoder.write(chunk);
    });
    return parse(text + decoder.end(), size > MAX_SMALL_BODY_BYTES);
  }
}

const tooLarge = ({ maxBytes }: BodyRule): ApiError =>
  new ApiError(
    'PAYLOAD_TOO_LARGE',
    `The request body is larger than ${Math.floor(maxBytes / 1024)} KB, the maximum for this call.`,
  );

/** @throws ApiError UNSUPPORTED_MEDIA_TYPE, VALIDATION_FAILED */
function checkHeaders(request: Request, { kind }: BodyRule): void {
  const encoding = request.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding !== 'identity') {
    throw new ApiError(
      'UNSUPPORTED_MEDIA_TYPE',
      'Compressed request bodies are not accepted. Send the body without Content-Encoding.',
    );
  }
  if (kind === 'raw') return;
  const charset =
    /;\s*charset\s*=\s*"?([^";\s]*)/i.exec(request.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (request.is(['json', '+json']) === false || !/^utf-?8$/i.test(charset)) {
    throw new ApiError(
      'VALIDATION_FAILED',
      'The body must be JSON in UTF-8, with Content-Type: application/json.',
    );
  }
}

/**
 * @returns the body's size in bytes, after `onChunk` has received all of it.
 * @throws ApiError PAYLOAD_TOO_LARGE, VALIDATION_FAILED
 */
async function readChunks(
  request: Request,
  rule: BodyRule,
  isLarge: boolean,
  reserve: () => Promise<void>,
  onChunk: (chunk: Buffer) => void,
): Promise<number> {
  let size = 0;
  let hasReserved = false;
  const deadline = Date.now() + MAX_READ_MS + MAX_WAIT_MS;
  const timer = runAfter('request body', MAX_READ_MS + MAX_WAIT_MS, () => request.destroy());
  try {
    if (isLarge) {
      await reserve();
      hasReserved = true;
    }
    // Leaving the loop early must not close the connection, because the error response must still be sent on
    // it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > rule.maxBytes) throw tooLarge(rule);
      if (size > MAX_SMALL_BODY_BYTES && !hasReserved) {
        await reserve();
        hasReserved = true;
      }
      onChunk(chunk);
    }
  } catch (error) {
    if (error instanceof ApiError) throw error;
    const message =
      Date.now() >= deadline
        ? 'The request body did not arrive in time. Send it again.'
        : 'The connection ended before the entire request body arrived.';
    throw new ApiError('VALIDATION_FAILED', message);
  } finally {
    clearTimeout(timer);
  }
  return size;
}

/**
 * Parses and checks a body. Other requests run between the steps of a large body.
 * @throws ApiError VALIDATION_FAILED
 */
async function parse(text: string, isLarge: boolean): Promise<unknown> {
  if (isLarge) await nextTurn();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ApiError('VALIDATION_FAILED', 'The request body is not valid JSON.');
  }
  if (typeof value !== 'object' || value === null) {
    throw new ApiError('VALIDATION_FAILED', 'The request body must be a JSON object.');
  }
  if (isLarge) await nextTurn();
  return checkBody(value);
}
