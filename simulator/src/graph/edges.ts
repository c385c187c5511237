import type { Token } from '../oauth/tokens';
import type { Platform } from '../platform';
import { readComment, readComments, readLiveVideo, readVideo } from './broadcasts';
import { reading, type Handler } from './call';
import { changeComment, deleteComment, replyToComment } from './comment-acts';
import { listPermissions, readUser, revokeAll } from './me';
import {
  installOnPage,
  listAccounts,
  listInstalled,
  listLiveVideos,
  listVideos,
  readLinkedAccount,
  readPage,
  uninstallFromPage,
} from './pages';

export type Kind = 'user' | 'page' | 'live' | 'video' | 'comment' | 'linked-account';

/** By method and edge; the method alone for the node itself. */
export const EDGES: Readonly<Record<Kind, Readonly<Record<string, Handler>>>> = {
  user: {
    GET: reading(readUser),
    'GET accounts': reading(listAccounts),
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
  },
  live: { GET: reading(readLiveVideo), 'GET comments': reading(readComments) },
  video: { GET: reading(readVideo), 'GET comments': reading(readComments) },
  comment: {
    GET: reading(readComment),
    POST: reading(changeComment),
    DELETE: reading(deleteComment),
    'POST comments': reading(replyToComment),
  },
  'linked-account': { GET: reading(readLinkedAccount) },
};

/** What an id names, null when it names nothing that is left. */
export function kindOf({ world }: Platform, _token: Token, id: string): Kind | null {
  if (world.users.has(id)) return 'user';
  if (world.pages.has(id)) return 'page';
  if (world.accounts.has(id)) return 'linked-account';
  const broadcast = world.broadcastOf(id);
  if (broadcast?.platform === 'facebook') return broadcast.id === id ? 'live' : 'video';
  return world.comments.has(id) ? 'comment' : null;
}
