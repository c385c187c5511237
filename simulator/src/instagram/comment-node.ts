import { graphTime } from '../clock/graph-time';
import { pick, project, type NodeType } from '../graph/projection';
import type { SimComment } from '../world/shapes';

/** A comment on live media; who wrote it is named to every token that may read it at all. */
export const INSTAGRAM_COMMENT: NodeType<SimComment> = {
  name: 'IGComment',
  defaults: ['text', 'timestamp'],
  fields: {
    text: ({ text }) => text,
    timestamp: ({ createdAt }) => graphTime(createdAt),
    username: ({ author, anonymous }) => (anonymous ? undefined : author.name),
    from: ({ author, anonymous }, { platform }, field) =>
      anonymous || platform.switches.omitFrom ? undefined : pick({ id: author.id, username: author.name }, field, 'IGUser'),
    user: () => undefined,
    parent_id: ({ parentId }) => parentId ?? undefined,
    hidden: ({ hidden }) => hidden,
    like_count: () => 0,
    legacy_instagram_comment_id: () => undefined,
    media: ({ broadcastId }) => ({ id: broadcastId }),
    replies: (comment, call, field) => {
      const { world } = call.platform;
      const replies = world.commentsOf(comment.broadcastId).filter((one) => one.parentId === comment.id && world.isVisible(one));
      if (replies.length === 0) return undefined;
      return { data: replies.map((reply) => project(INSTAGRAM_COMMENT, reply, call, field.sub)) };
    },
  },
};
