import { graphTime } from '../clock/graph-time';
import { pick, type NodeType } from '../graph/projection';
import type { SimComment } from '../world/shapes';
import { listReplies } from './comment-list';

/** A comment on live media; who wrote it is named to every token that may read it at all. */
export const INSTAGRAM_COMMENT: NodeType<SimComment> = {
  name: 'IGComment',
  defaults: ['text', 'timestamp'],
  fields: {
    text: ({ text }) => text,
    timestamp: ({ createdAt }) => graphTime(createdAt),
    username: ({ author, anonymous }) => (anonymous ? undefined : author.name),
    from: ({ author, anonymous }, { platform }, field) =>
      anonymous || platform.switches.omitFrom
        ? undefined
        : pick({ id: platform.switches.usernameOnly ? undefined : author.id, username: author.name }, field, 'IGUser'),
    user: () => undefined,
    parent_id: ({ parentId }) => parentId ?? undefined,
    hidden: ({ hidden }) => hidden,
    like_count: () => 0,
    legacy_instagram_comment_id: () => undefined,
    media: ({ broadcastId }) => ({ id: broadcastId }),
    replies: (comment, call, field) => {
      const { world } = call.platform;
      const hasReplies = world.commentsOf(comment.broadcastId).some((one) => one.parentId === comment.id && world.isVisible(one));
      return hasReplies ? listReplies(call, comment, (name) => field.args.get(name) ?? null, field.sub) : undefined;
    },
  },
};
