import type { Incoming } from '../http/incoming';
import type { Json } from '../http/json';
import { json, type Reply, type Streaming } from '../http/reply';
import type { Token } from '../oauth/tokens';
import type { Platform } from '../platform';

/** One authenticated request to the Graph API. */
export interface Call {
  platform: Platform;
  incoming: Incoming;
  /** The version that serves the call, which may differ from the requested one. */
  version: string;
  token: Token;
}

export type Handler = (call: Call, id: string) => Reply | Streaming | Promise<Reply | Streaming>;

/** An edge's parameters: the request's parameters, or the modifiers of a nested field (`limit(5)`). */
export type Arguments = (name: string) => string | null;

export const argumentsOf =
  (call: Call): Arguments =>
  (name) =>
    call.incoming.params.get(name);

/** Names in a parameter: `feed,videos`, `["feed","videos"]`, or `['feed','videos']`. */
export const listedNames = (text: string | null): string[] =>
  (text ?? '')
    .replace(/[[\]"'\s]/g, '')
    .split(',')
    .filter(Boolean);

/** @returns a handler that responds with HTTP 200 and the result of `act` as JSON */
export const jsonHandler =
  (act: (call: Call, id: string) => Json): Handler =>
  (call, id) =>
    json(act(call, id));
