import type { ServerResponse } from 'node:http';
import { asciiJson, type Json } from './json';

export type Headers = Readonly<Record<string, string>>;

/** A complete response. */
export class Reply {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly body: string,
  ) {}
}

/** A streaming response: its function writes the head and everything after it. */
export class Streaming {
  constructor(readonly write: (response: ServerResponse) => void) {}
}

export const jsonText = (text: string, status = 200, headers: Headers = {}): Reply =>
  new Reply(
    status,
    {
      'content-type': 'application/json; charset=UTF-8',
      'cache-control': 'private, no-cache, no-store',
      ...headers,
    },
    text,
  );

export const json = (value: Json, status = 200, headers: Headers = {}): Reply =>
  jsonText(asciiJson(value), status, headers);

export const html = (page: string, status = 200): Reply =>
  new Reply(
    status,
    {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'same-origin',
    },
    page,
  );

export const redirect = (to: string): Reply =>
  new Reply(302, { location: to, 'cache-control': 'no-store' }, '');
