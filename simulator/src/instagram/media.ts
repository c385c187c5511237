import { badParameter, missingObject } from '../errors/graph-error';
import { argumentsOf, type Call } from '../graph/call';
import { subscribedApps } from '../graph/subscribed-apps';
import { INSTAGRAM_ACCOUNT } from '../graph/page-node';
import { listPage, fixedListing } from '../graph/paging';
import { project, requestedFields } from '../graph/projection';
import { hasPageAccess, requireScope } from '../graph/rights';
import type { Json, JsonObject } from '../http/json';
import type { Broadcast, SimComment, SimInstagramAccount } from '../world/shapes';
import { listMediaComments, listReplies, requireCommentScope, INSTAGRAM_COMMENT } from './comment-list';
import { MEDIA, SIGNED_IN_ACCOUNT } from './nodes';

/** @throws GraphError 100/33 unless the token is the account's own or has access to its linked page */
export function accountOf(call: Call, id: string): SimInstagramAccount {
  const { world } = call.platform;
  const account = world.accountOf(id);
  const linked = world.pageOfAccount(id);
  const isOwn = call.token.kind === 'INSTAGRAM' && call.token.subject === id;
  if (account === null || (!isOwn && (linked === null || !hasPageAccess(call, linked)))) {
    throw missingObject(id, call.incoming.method.toLowerCase());
  }
  requireScope(call, isOwn ? 'instagram_business_basic' : 'instagram_basic');
  return account;
}

export function readAccount(call: Call, id: string): Json {
  const account = accountOf(call, id);
  if (call.token.kind !== 'INSTAGRAM') {
    return project(INSTAGRAM_ACCOUNT, account, call, requestedFields(call));
  }
  return project(
    SIGNED_IN_ACCOUNT,
    { ...account, id: account.appScopedId, userId: account.id },
    call,
    requestedFields(call),
  );
}

/** `/{account}/live_media`: only live broadcasts. */
export function listLiveMedia(call: Call, id: string): Json {
  const account = accountOf(call, id);
  if (call.token.kind !== 'INSTAGRAM') requireScope(call, 'pages_read_engagement');
  const { world, switches } = call.platform;
  const fields = requestedFields(call);
  const running = world.broadcastsOf(account.id).filter(({ status }) => status === 'LIVE');
  for (const media of running) call.platform.recordRead(media);
  const row = (media: Broadcast): JsonObject => project(MEDIA, media, call, fields);
  const [first] = running;
  if (switches.liveMediaShape === 'bare' && first !== undefined) return row(first);
  return listPage(
    call,
    fixedListing({
      items: running,
      idOf: (media: Broadcast) => media.id,
      row,
      path: `${account.id}/live_media`,
      args: argumentsOf(call),
      carriedParams: ['fields', 'limit'],
      beginsEmpty: switches.liveMediaBeginsEmpty,
    }),
  );
}

/** @throws GraphError 100/33 unless the broadcast is live, because its media disappears when it ends */
function mediaOf(call: Call, id: string): Broadcast {
  const media = call.platform.world.broadcastOf(id);
  if (media?.platform !== 'instagram' || media.status !== 'LIVE') {
    throw missingObject(id, call.incoming.method.toLowerCase());
  }
  accountOf(call, media.ownerId);
  call.platform.recordRead(media);
  return media;
}

export const readMedia = (call: Call, id: string): Json =>
  project(MEDIA, mediaOf(call, id), call, requestedFields(call));

export const readMediaComments = (call: Call, id: string): Json =>
  listMediaComments(call, mediaOf(call, id), argumentsOf(call), requestedFields(call));

function commentOf(call: Call, id: string): SimComment {
  const { world } = call.platform;
  const comment = world.comments.get(id);
  if (comment === undefined || !world.isVisible(comment)) {
    throw missingObject(id, call.incoming.method.toLowerCase());
  }
  mediaOf(call, comment.broadcastId);
  requireCommentScope(call);
  return comment;
}

export const readInstagramComment = (call: Call, id: string): Json =>
  project(INSTAGRAM_COMMENT, commentOf(call, id), call, requestedFields(call));

export const readReplies = (call: Call, id: string): Json =>
  listReplies(call, commentOf(call, id), argumentsOf(call), requestedFields(call));

/** A live comment can only be answered privately, through `/messages`. */
export function refuseReply(call: Call, id: string): Json {
  commentOf(call, id);
  throw badParameter('Replying to comments on live media is not supported');
}

export function refuseComment(call: Call, id: string): Json {
  mediaOf(call, id);
  throw badParameter('Commenting on live media is not supported');
}

/** `/{account}/subscribed_apps` */
export const ACCOUNT_APPS = subscribedApps(
  (call, id) => accountOf(call, id).id,
  [
    'comments',
    'live_comments',
    'messages',
    'mentions',
    'message_reactions',
    'messaging_postbacks',
    'story_insights',
  ],
);
