import { missingObject } from '../errors/graph-error';
import type { Json } from '../http/json';
import type { Broadcast, SimComment } from '../world/shapes';
import { argumentsOf, type Call } from './call';
import { listComments } from './comment-list';
import { COMMENT } from './comment-node';
import { LIVE_VIDEO, VIDEO } from './live-video-node';
import { pageOf } from './pages';
import { project, requestedFields } from './projection';
import { hasPageAccess, requireScope } from './rights';

/** @throws GraphError 100/33 if the broadcast does not exist, or the token has no access to its page */
export function broadcastOf(call: Call, id: string): Broadcast {
  const broadcast = call.platform.world.broadcastOf(id);
  if (
    broadcast === null ||
    broadcast.platform !== 'facebook' ||
    !hasPageAccess(call, pageOf(call, broadcast.ownerId))
  ) {
    throw missingObject(id, call.incoming.method.toLowerCase());
  }
  requireScope(call, 'pages_read_engagement');
  call.platform.recordRead(broadcast);
  return broadcast;
}

export function readLiveVideo(call: Call, id: string): Json {
  return project(LIVE_VIDEO, broadcastOf(call, id), call, requestedFields(call));
}

export function readVideo(call: Call, id: string): Json {
  return project(VIDEO, { ...broadcastOf(call, id), id }, call, requestedFields(call));
}

/** Comments on a live video. Its video node has the same list. */
export function readComments(call: Call, id: string): Json {
  return listComments(call, broadcastOf(call, id), id, argumentsOf(call), requestedFields(call));
}

/** @throws GraphError 100/33 if the comment does not exist, was deleted, or is still held */
export function commentOf(call: Call, id: string): SimComment {
  const { world } = call.platform;
  const comment = world.comments.get(id);
  if (comment === undefined || !world.isVisible(comment)) {
    throw missingObject(id, call.incoming.method.toLowerCase());
  }
  return comment;
}

export function readComment(call: Call, id: string): Json {
  const comment = commentOf(call, id);
  broadcastOf(call, comment.broadcastId);
  return project(COMMENT, comment, call, requestedFields(call));
}
