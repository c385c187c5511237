import { graphTime, inSeconds } from '../clock/graph-time';
import type { Json, JsonObject } from '../http/json';
import type { SimComment } from '../world/shapes';
import type { World } from '../world/world';
import { pick, project, type NodeType } from './projection';
import { maySeeAuthors } from './rights';

const absent = (): undefined => undefined;

const ownerOf = (comment: SimComment, world: World): string =>
  world.broadcasts.get(comment.broadcastId)?.ownerId ?? '';

/** A comment on a Facebook broadcast. Keys without a value are omitted unless `nullForAbsent` is on. */
export const COMMENT: NodeType<SimComment> = {
  name: 'Comment',
  defaults: ['created_time', 'from', 'message'],
  fields: {
    message: (comment) => comment.text,
    created_time: (comment) => graphTime(comment.createdAt),
    from: (comment, call, field) => {
      const owner = ownerOf(comment, call.platform.world);
      const isNamed = comment.author.id === owner || (!comment.anonymous && maySeeAuthors(call, owner));
      return isNamed ? pick({ name: comment.author.name, id: comment.author.id }, field, 'User') : undefined;
    },
    parent: (comment, call, field) => {
      const parent =
        comment.parentId === null ? undefined : call.platform.world.comments.get(comment.parentId);
      if (parent === undefined || !call.platform.world.isVisible(parent)) return undefined;
      return project(COMMENT, parent, call, field.subfields ?? DEFAULT_PARENT);
    },
    attachment: (comment, _call, field) => {
      const attachment = attachmentOf(comment);
      return attachment === null ? undefined : pick(attachment, field, 'StoryAttachment');
    },
    object: (comment, call) => {
      const broadcast = call.platform.world.broadcasts.get(comment.broadcastId);
      return broadcast === undefined
        ? undefined
        : { created_time: graphTime(broadcast.createdAt), id: broadcast.videoId };
    },
    live_broadcast_timestamp: (comment, call) => secondsIntoBroadcast(comment, call.platform.world),
    is_hidden: (comment) => comment.hidden,
    is_private: () => false,
    can_comment: () => true,
    can_hide: (_comment, { token }) => token.kind === 'PAGE',
    can_like: () => true,
    can_remove: (_comment, { token }) => token.kind === 'PAGE',
    can_reply_privately: (_comment, { token }) => token.kind === 'PAGE',
    like_count: () => 0,
    user_likes: () => false,
    comment_count: (comment, { platform: { world } }) =>
      world
        .commentsOf(comment.broadcastId)
        .filter((reply) => reply.parentId === comment.id && world.isVisible(reply)).length,
    permalink_url: (comment, { platform: { world } }) => {
      const broadcast = world.broadcasts.get(comment.broadcastId);
      const page = broadcast === undefined ? undefined : world.pages.get(broadcast.ownerId);
      const number = comment.id.split('_').at(-1) ?? comment.id;
      return `https://www.facebook.com/${page?.username ?? ''}/videos/${broadcast?.videoId ?? ''}/?comment_id=${number}`;
    },
    message_tags: absent,
    admin_creator: absent,
    application: absent,
    private_reply_conversation: absent,
  },
};

const DEFAULT_PARENT = ['created_time', 'message'].map((name) => ({
  name,
  args: new Map<string, string>(),
  subfields: null,
}));

function secondsIntoBroadcast(comment: SimComment, world: World): Json | undefined {
  const startedAt = world.broadcasts.get(comment.broadcastId)?.startedAt;
  return startedAt == null ? undefined : Math.max(0, inSeconds(comment.createdAt - startedAt));
}

function attachmentOf({ attachment, id }: SimComment): JsonObject | null {
  if (attachment === null) return null;
  const src = `https://scontent.example/${attachment}/${id}.png`;
  return {
    type: attachment,
    media: { image: { height: 120, src, width: 120 } },
    target: { id: attachment === 'photo' ? `7${id.split('_').at(-1) ?? ''}` : '', url: src },
    url: src,
  };
}
