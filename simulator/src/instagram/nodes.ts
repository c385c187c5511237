import { graphTime } from '../clock/graph-time';
import type { Call } from '../graph/call';
import type { NodeType } from '../graph/projection';
import type { Broadcast, SimInstagramAccount } from '../world/shapes';
import { listMediaComments } from './comment-list';

/** The account as its own token sees it: `id` is app-scoped, and `user_id` is the id in webhooks. */
export const SIGNED_IN_ACCOUNT: NodeType<SimInstagramAccount & { userId: string }> = {
  name: 'IGUser',
  defaults: [],
  fields: {
    user_id: ({ userId }) => userId,
    username: ({ username }) => username,
    name: ({ name }) => name,
    account_type: () => 'BUSINESS',
    followers_count: () => 1_200,
    follows_count: () => 80,
    media_count: () => 40,
    profile_picture_url: ({ userId }) => `https://scontent.example/instagram/${userId}.png`,
  },
};

const usernameOf = (call: Call, ownerId: string): string =>
  call.platform.world.accountOf(ownerId)?.username ?? '';

export const MEDIA: NodeType<Broadcast> = {
  name: 'IGMedia',
  defaults: [],
  fields: {
    media_type: () => 'BROADCAST',
    media_product_type: () => 'LIVE',
    owner: ({ ownerId }) => ({ id: ownerId }),
    username: ({ ownerId }, call) => usernameOf(call, ownerId),
    timestamp: ({ startedAt, createdAt }) => graphTime(startedAt ?? createdAt),
    caption: ({ title }) => title ?? undefined,
    permalink: ({ ownerId, id }, call) => `https://www.instagram.com/${usernameOf(call, ownerId)}/live/${id}`,
    is_comment_enabled: () => true,
    current_live_viewer_count: ({ viewers }) => viewers,
    like_count: () => 0,
    // Counts the comments even if the list is empty because the app lacks Advanced Access.
    comments_count: ({ id }, { platform: { world } }) =>
      world.commentsOf(id).filter((comment) => world.isVisible(comment)).length,
    comments: (media, call, field) =>
      listMediaComments(call, media, (name) => field.args.get(name) ?? null, field.subfields),
  },
};
