import { inSeconds } from '../clock/graph-time';
import { GraphError, missingObject, noToken, throttled, unknownPath } from '../errors/graph-error';
import type { Incoming } from '../http/incoming';
import { json, type Reply, type Streaming } from '../http/reply';
import { debugToken } from '../oauth/debug-token';
import { exchange } from '../oauth/exchange';
import { checkProof } from '../oauth/proof';
import type { Token } from '../oauth/tokens';
import type { Platform } from '../platform';
import type { Call } from './call';
import { EDGES, kindOf } from './edges';
import { revokeOne } from './me';

export interface GraphAnswer {
  reply: Reply | Streaming;
  /** null if the call needed no token. */
  token: Token | null;
}

/**
 * Handles one request to the Graph API: identifies the caller, counts the call, and runs the handler for the
 * object and edge in the path.
 * @throws GraphError if the request is rejected
 */
export async function answerGraph(
  platform: Platform,
  incoming: Incoming,
  version: string,
  path: readonly string[],
): Promise<GraphAnswer> {
  const [id = '', edge = ''] = path;
  if (id === 'oauth' && edge === 'access_token') {
    return { reply: json(exchange(platform, incoming)), token: null };
  }
  const token = tokenOf(platform, incoming);
  try {
    return { reply: await answerCall({ platform, incoming, version, token }, path), token };
  } catch (error) {
    throw error instanceof GraphError ? error.withHeaders(platform.usage.headers(token)) : error;
  }
}

async function answerCall(call: Call, path: readonly string[]): Promise<Reply | Streaming> {
  const { platform, incoming, token } = call;
  const [id = '', edge = '', more] = path;
  platform.usage.count(token);
  const isOnPage = platform.world.pages.has(id) || platform.world.broadcastOf(id) !== null;
  const throttle = platform.usage.throttleCode(token, isOnPage);
  if (throttle !== null) throw throttled(throttle);
  if (id === 'debug_token') return json(debugToken(call));
  const node = id === 'me' ? subjectOf(token) : id;
  const kind = kindOf(platform, node);
  if (kind === null) throw missingObject(node, incoming.method.toLowerCase());
  if (kind === 'user' && edge === 'permissions' && more !== undefined && incoming.method === 'DELETE') {
    return json(revokeOne(call, node, more));
  }
  if (more !== undefined) throw unknownPath(path.slice(2).join('/'));
  const handle = EDGES[kind][`${incoming.method} ${edge}`.trim()];
  if (handle === undefined) {
    throw edge === ''
      ? missingObject(node, incoming.method.toLowerCase())
      : unknownEdge(incoming.method, edge);
  }
  return handle(call, node);
}

function tokenOf(platform: Platform, { params, headers }: Incoming): Token {
  const bearer = /^(?:Bearer|OAuth)\s+(\S.*)$/i.exec(headers.authorization ?? '')?.[1];
  const value = params.get('access_token') ?? bearer;
  if (value === undefined || value === '') throw noToken();
  const token = platform.tokens.requireValid(value);
  const secret = token.kind === 'INSTAGRAM' ? platform.app.instagramAppSecret : platform.app.appSecret;
  checkProof(secret, token.value, {
    proof: params.get('appsecret_proof'),
    time: params.get('appsecret_time'),
    required: platform.switches.requireProof && token.kind !== 'APP',
    now: inSeconds(platform.clock.now()),
  });
  return token;
}

/** The object that `me` refers to. */
function subjectOf({ kind, subject, pageId }: Token): string {
  if (kind === 'APP') {
    throw new GraphError({
      message: 'An active access token must be used to query information about the current user.',
      code: 2500,
    });
  }
  return pageId ?? subject;
}

const unknownEdge = (method: string, edge: string): GraphError =>
  method === 'GET'
    ? new GraphError({ message: `(#100) Tried accessing nonexisting field (${edge})`, code: 100 })
    : new GraphError({
        message: `Unsupported ${method.toLowerCase()} request. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
        type: 'GraphMethodException',
        code: 100,
      });
