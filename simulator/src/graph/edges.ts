import {
  ACCOUNT_APPS,
  listLiveMedia,
  readAccount,
  readInstagramComment,
  readMedia,
  readMediaComments,
  readReplies,
  refuseComment,
  refuseReply,
} from '../instagram/media';
import type { Platform } from '../platform';
import { listAppSubscriptions, subscribeApp, unsubscribeApp } from './app-subscriptions';
import { readComment, readComments, readLiveVideo, readVideo } from './broadcasts';
import { listBusinesses } from './businesses';
import { jsonHandler, type Handler } from './call';
import { changeComment, deleteComment, replyToComment } from './comment-acts';
import { listPermissions, readUser, revokeAll } from './me';
import { listAccounts, listLiveVideos, listVideos, PAGE_APPS, readPage } from './pages';
import { sendAsAccount, sendAsPage } from './private-replies';
import { streamComments, streamReactions } from './streams';

export type Kind =
  'app' | 'user' | 'page' | 'live-video' | 'video' | 'comment' | 'account' | 'media' | 'instagram-comment';

/** Handlers by method and edge. A key without an edge refers to the node itself. */
export const EDGES: Readonly<Record<Kind, Readonly<Record<string, Handler>>>> = {
  app: {
    GET: jsonHandler(({ platform: { app } }) => ({
      name: app.name,
      link: 'https://app.example/',
      id: app.appId,
    })),
    'GET subscriptions': jsonHandler(listAppSubscriptions),
    'POST subscriptions': subscribeApp,
    'DELETE subscriptions': jsonHandler(unsubscribeApp),
  },
  user: {
    GET: jsonHandler(readUser),
    'GET accounts': jsonHandler(listAccounts),
    'GET businesses': jsonHandler(listBusinesses),
    'GET permissions': jsonHandler(listPermissions),
    'DELETE permissions': jsonHandler(revokeAll),
  },
  page: {
    GET: jsonHandler(readPage),
    'GET live_videos': jsonHandler(listLiveVideos),
    'GET videos': jsonHandler(listVideos),
    ...PAGE_APPS,
    'POST messages': jsonHandler(sendAsPage),
  },
  'live-video': {
    GET: jsonHandler(readLiveVideo),
    'GET comments': jsonHandler(readComments),
    'GET live_comments': streamComments,
    'GET live_reactions': streamReactions,
  },
  video: { GET: jsonHandler(readVideo), 'GET comments': jsonHandler(readComments) },
  comment: {
    GET: jsonHandler(readComment),
    POST: jsonHandler(changeComment),
    DELETE: jsonHandler(deleteComment),
    'POST comments': jsonHandler(replyToComment),
  },
  account: {
    GET: jsonHandler(readAccount),
    'GET live_media': jsonHandler(listLiveMedia),
    ...ACCOUNT_APPS,
    'POST messages': jsonHandler(sendAsAccount),
  },
  media: {
    GET: jsonHandler(readMedia),
    'GET comments': jsonHandler(readMediaComments),
    'POST comments': jsonHandler(refuseComment),
  },
  'instagram-comment': {
    GET: jsonHandler(readInstagramComment),
    'GET replies': jsonHandler(readReplies),
    'POST replies': jsonHandler(refuseReply),
  },
};

/** Returns the kind of the object with this id, or null if there is none. */
export function kindOf({ app, world }: Platform, id: string): Kind | null {
  if (id === app.appId || id === app.instagramAppId) return 'app';
  if (world.users.has(id)) return 'user';
  if (world.pages.has(id)) return 'page';
  if (world.accounts.has(id)) return 'account';
  const broadcast = world.broadcastOf(id);
  if (broadcast !== null) {
    return broadcast.platform === 'instagram' ? 'media' : broadcast.id === id ? 'live-video' : 'video';
  }
  const comment = world.comments.get(id);
  if (comment === undefined) return null;
  return world.broadcasts.get(comment.broadcastId)?.platform === 'instagram'
    ? 'instagram-comment'
    : 'comment';
}
