import { badParameter } from '../errors/graph-error';
import type { Json } from '../http/json';
import type { SimComment, SimPage } from '../world/shapes';
import { broadcastOf, commentOf } from './broadcasts';
import type { Call } from './call';
import { pageOf } from './pages';
import { requirePageToken } from './rights';

/** `POST /{comment}`: a page can hide any comment, but edit only its own. */
export function changeComment(call: Call, id: string): Json {
  const { comment, page } = requireModerator(call, id);
  const { params } = call.incoming;
  const hidden = params.get('is_hidden');
  const message = params.get('message');
  if (hidden === null && message === null) throw badParameter('The parameter message is required');
  if (message !== null && comment.author.id !== page.id) {
    throw badParameter('Only the author of a comment can edit it');
  }
  if (message !== null) call.platform.world.edit(comment, message);
  if (hidden !== null) call.platform.world.setHidden(comment, hidden === 'true' || hidden === '1');
  return { success: true };
}

export function deleteComment(call: Call, id: string): Json {
  const { comment } = requireModerator(call, id);
  call.platform.world.remove(comment);
  return { success: true };
}

/** `POST /{comment}/comments`: the page replies. */
export function replyToComment(call: Call, id: string): Json {
  const { comment, page } = requireModerator(call, id);
  const text = call.incoming.params.get('message');
  if (text === null || text === '') throw badParameter('The parameter message is required');
  const broadcast = broadcastOf(call, comment.broadcastId);
  const reply = call.platform.world.addComment({
    broadcast,
    author: { id: page.id, name: page.name },
    text,
    parentId: comment.id,
  });
  return { id: reply.id };
}

function requireModerator(call: Call, id: string): { comment: SimComment; page: SimPage } {
  const comment = commentOf(call, id);
  const page = pageOf(call, broadcastOf(call, comment.broadcastId).ownerId);
  requirePageToken(call, page, 'pages_manage_engagement');
  return { comment, page };
}
