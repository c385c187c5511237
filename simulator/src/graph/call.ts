import type { Incoming } from '../http/incoming';
import type { Json } from '../http/json';
import { json, type Reply, type Streaming } from '../http/reply';
import type { Token } from '../oauth/tokens';
import type { Platform } from '../platform';

/** One authenticated request to the Graph API. */
export interface Call {
  platform: Platform;
  incoming: Incoming;
  /** The version that serves it, which is not always the one that was asked for. */
  version: string;
  token: Token;
}

export type Handler = (call: Call, id: string) => Reply | Streaming | Promise<Reply | Streaming>;

/** Where an edge reads its parameters: the request's, or those in brackets of a nested field. */
export type Arguments = (name: string) => string | null;

export const argumentsOf =
  (call: Call): Arguments =>
  (name) =>
    call.incoming.params.get(name);

/** @returns a handler that answers 200 with what `read` gives */
export const reading =
  (read: (call: Call, id: string) => Json): Handler =>
  (call, id) =>
    json(read(call, id));
