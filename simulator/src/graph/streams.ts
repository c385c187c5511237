import type { ServerResponse } from 'node:http';
import { badParameter, unknownPath } from '../errors/graph-error';
import { asciiJson, type Json } from '../http/json';
import { Streaming } from '../http/reply';
import type { Broadcast, WorldEvent } from '../world/shapes';
import { broadcastOf } from './broadcasts';
import type { Call } from './call';
import { COMMENT } from './comment-node';
import { project, requestedFields } from './projection';

/** Minimum milliseconds between two delivered comments. The platform drops any comments in between. */
const GAPS_MS: Readonly<Record<string, number>> = {
  one_per_two_seconds: 2_000,
  ten_per_second: 100,
  one_hundred_per_second: 10,
};
const REACTIONS_EVERY_MS = 2_000;

/** `/{live-video}/live_comments`: events have no id, and no comment is sent twice. */
export function streamComments(call: Call, id: string): Streaming {
  const broadcast = requireLive(call, id, 'live_comments');
  const rate = call.incoming.params.get('comment_rate') ?? 'one_per_two_seconds';
  const gapMs = Object.hasOwn(GAPS_MS, rate) ? GAPS_MS[rate] : undefined;
  if (gapMs === undefined) {
    throw badParameter(`Param comment_rate must be one of {${Object.keys(GAPS_MS).join(', ')}}`);
  }
  const fields = requestedFields(call);
  const { world } = call.platform;
  return new Streaming((response) => {
    let nextAt = 0;
    openStream(call, response, broadcast, (event, send) => {
      if (event.type !== 'comment' || event.change !== 'add' || world.clock.now() < nextAt) return;
      nextAt = world.clock.now() + gapMs;
      event.comment.servedAt ??= world.clock.now();
      send(project(COMMENT, event.comment, call, fields));
    });
  });
}

/** `/{live-video}/live_reactions` */
export function streamReactions(call: Call, id: string): Streaming {
  const broadcast = requireLive(call, id, 'live_reactions');
  return new Streaming((response) => {
    const send = openStream(call, response, broadcast, () => undefined);
    const timer = setInterval(() => {
      const value = call.platform.chance.below(5);
      send({
        reaction_stream: [
          { key: 'LIKE', value },
          { key: 'LOVE', value: Math.floor(value / 2) },
        ],
      });
    }, REACTIONS_EVERY_MS).unref();
    response.once('close', () => clearInterval(timer));
  });
}

function requireLive(call: Call, id: string, edge: string): Broadcast {
  if (call.platform.switches.sse === 'removed') throw unknownPath(edge);
  const broadcast = broadcastOf(call, id);
  if (broadcast.status !== 'LIVE') throw badParameter('The broadcast is not live');
  return broadcast;
}

type Send = (value: Json) => void;

/** Keeps a stream open until the broadcast ends, the client disconnects, or a random disconnect occurs. */
function openStream(
  call: Call,
  response: ServerResponse,
  broadcast: Broadcast,
  onEvent: (event: WorldEvent, send: Send) => void,
): Send {
  const { world, chance, switches } = call.platform;
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(': ping\n\n');
  const ping = setInterval(() => response.write(': ping\n\n'), switches.ssePingSeconds * 1000).unref();
  const send: Send = (value) => {
    response.write(`data: ${asciiJson(value)}\n\n`);
    if (chance.next() < switches.sseDisconnects) response.destroy();
  };
  const stopListening = world.listen((event) => {
    if (event.broadcast.id !== broadcast.id) return;
    if (broadcast.status === 'LIVE') onEvent(event, send);
    else response.end();
  });
  response.once('close', () => {
    clearInterval(ping);
    stopListening();
  });
  return send;
}
