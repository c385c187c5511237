import {
  installOnAccount,
  listInstalledOnAccount,
  listLiveMedia,
  readAccount,
  readInstagramComment,
  readMedia,
  readMediaComments,
  readReplies,
  refuseComment,
  refuseReply,
  uninstallFromAccount,
} from '../instagram/media';
import type { Platform } from '../platform';
import { listAppSubscriptions, subscribeApp, unsubscribeApp } from './app-subscriptions';
import { readComment, readComments, readLiveVideo, readVideo } from './broadcasts';
import { listBusinesses } from './businesses';
import { reading, type Handler } from './call';
import { changeComment, deleteComment, replyToComment } from './comment-acts';
import { listPermissions, readUser, revokeAll } from './me';
import {
  installOnPage,
  listAccounts,
  listInstalled,
  listLiveVideos,
  listVideos,
  readPage,
  uninstallFromPage,
} from './pages';
import { sendAsAccount, sendAsPage } from './private-replies';
import { streamComments, streamReactions } from './streams';

export type Kind =
  'app' | 'user' | 'page' | 'live' | 'video' | 'comment' | 'account' | 'media' | 'instagram-comment';

/** Handlers by method and edge. A key without an edge is for the node itself. */
export const EDGES: Readonly<Record<Kind, Readonly<Record<string, Handler>>>> = {
  app: {
    GET: reading(({ platform: { app } }) => ({
      name: app.name,
      link: 'https://app.example/',
      id: app.appId,
    })),
    'GET subscriptions': reading(listAppSubscriptions),
    'POST subscriptions': subscribeApp,
    'DELETE subscriptions': reading(unsubscribeApp),
  },
  user: {
    GET: reading(readUser),
    'GET accounts': reading(listAccounts),
    'GET businesses': reading(listBusinesses),
    'GET permissions': reading(listPermissions),
    'DELETE permissions': reading(revokeAll),
  },
  page: {
    GET: reading(readPage),
    'GET live_videos': reading(listLiveVideos),
    'GET videos': reading(listVideos),
    'GET subscribed_apps': reading(listInstalled),
    'POST subscribed_apps': reading(installOnPage),
    'DELETE subscribed_apps': reading(uninstallFromPage),
    'POST messages': reading(sendAsPage),
  },
  live: {
    GET: reading(readLiveVideo),
    'GET comments': reading(readComments),
    'GET live_comments': streamComments,
    'GET live_reactions': streamReactions,
  },
  video: { GET: reading(readVideo), 'GET comments': reading(readComments) },
  comment: {
    GET: reading(readComment),
    POST: reading(changeComment),
    DELETE: reading(deleteComment),
    'POST comments': reading(replyToComment),
  },
  account: {
    GET: reading(readAccount),
    'GET live_media': reading(listLiveMedia),
    'GET subscribed_apps': reading(listInstalledOnAccount),
    'POST subscribed_apps': reading(installOnAccount),
    'DELETE subscribed_apps': reading(uninstallFromAccount),
    'POST messages': reading(sendAsAccount),
  },
  media: {
    GET: reading(readMedia),
    'GET comments': reading(readMediaComments),
    'POST comments': reading(refuseComment),
  },
  'instagram-comment': {
    GET: reading(readInstagramComment),
    'GET replies': reading(readReplies),
    'POST replies': reading(refuseReply),
  },
};

/** Kind of the object with this id; null if there is none. */
export function kindOf({ app, world }: Platform, id: string): Kind | null {
  if (id === app.appId || id === app.instagramAppId) return 'app';
  if (world.users.has(id)) return 'user';
  if (world.pages.has(id)) return 'page';
  if (world.accounts.has(id)) return 'account';
  const broadcast = world.broadcastOf(id);
  if (broadcast !== null) {
    return broadcast.platform === 'instagram' ? 'media' : broadcast.id === id ? 'live' : 'video';
  }
  const comment = world.comments.get(id);
  if (comment === undefined) return null;
  return world.broadcasts.get(comment.broadcastId)?.platform === 'instagram'
    ? 'instagram-comment'
    : 'comment';
}
