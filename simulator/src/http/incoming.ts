import type { IncomingMessage } from 'node:http';
import { isObject } from './json';

/** A request that has been read completely. */
export interface Incoming {
  method: string;
  /** Without empty parts: `/v26.0/me/` is `['v26.0', 'me']`. */
  segments: string[];
  /** The simulator's origin, as the client addressed it. */
  origin: string;
  /** Query and body (form or JSON) combined, as on the platform; the body takes precedence. */
  params: URLSearchParams;
  headers: IncomingMessage['headers'];
  /** True if there is a body and its content type is not JSON. */
  hasNonJsonBody: boolean;
  /** The JSON body if it is an object or a list; otherwise null. */
  body: Record<string, unknown> | unknown[] | null;
}

const MAX_BODY_BYTES = 64 * 1024 * 1024;

/** @throws SyntaxError for an invalid JSON body, RangeError for a body larger than 64 MiB. */
export async function readIncoming(request: IncomingMessage, origin: string): Promise<Incoming> {
  const url = new URL(request.url ?? '/', 'http://simulator');
  const text = await readText(request);
  const params = new URLSearchParams(url.search);
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  let body: Incoming['body'] = null;
  if (type === 'application/json' && text !== '') {
    const parsed: unknown = JSON.parse(text);
    body = isObject(parsed) || Array.isArray(parsed) ? parsed : null;
    if (isObject(parsed)) {
      for (const [name, value] of Object.entries(parsed)) params.set(name, asParameter(value));
    }
  } else if (type === 'application/x-www-form-urlencoded') {
    const form = new URLSearchParams(text);
    for (const name of new Set(form.keys())) {
      params.delete(name);
      for (const value of form.getAll(name)) params.append(name, value);
    }
  }
  return {
    method: request.method ?? 'GET',
    segments: url.pathname.split('/').filter(Boolean).map(decode),
    origin,
    params,
    headers: request.headers,
    hasNonJsonBody: text !== '' && type !== 'application/json',
    body,
  };
}

function asParameter(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > MAX_BODY_BYTES) throw new RangeError('The body is larger than 64 MiB.');
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}
