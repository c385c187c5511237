import { graphTime } from '../clock/graph-time';
import { missingPermission } from '../errors/graph-error';
import type { Arguments, Call } from '../graph/call';
import type { Field } from '../graph/fields';
import { listPage } from '../graph/paging';
import { checkFields, type NodeType, pick, project } from '../graph/projection';
import { isWithheld } from '../graph/withheld';
import type { JsonObject } from '../http/json';
import type { Broadcast, SimComment } from '../world/shapes';

/** `/{media}/comments`: newest first, top level only, at most fifty per page, and `since` is ignored. */
export function listMediaComments(
  call: Call,
  media: Broadcast,
  args: Arguments,
  fields: Field[] | null,
): JsonObject {
  requireCommentScope(call);
  return pageOfComments(call, media.id, null, `${media.id}/comments`, args, fields);
}

/** `/{comment}/replies`, and the field `replies{…}` of a comment. */
export function listReplies(
  call: Call,
  comment: SimComment,
  args: Arguments,
  fields: Field[] | null,
): JsonObject {
  return pageOfComments(call, comment.broadcastId, comment.id, `${comment.id}/replies`, args, fields);
}

function pageOfComments(
  call: Call,
  mediaId: string,
  parentId: string | null,
  path: string,
  args: Arguments,
  fields: Field[] | null,
): JsonObject {
  checkFields(INSTAGRAM_COMMENT, fields);
  const { world, switches } = call.platform;
  const now = world.clock.now();
  const items = switches.standardAccess
    ? []
    : world
        .commentsOf(mediaId)
        .filter((comment) => world.isVisible(comment) && !comment.hidden && comment.parentId === parentId)
        .filter((comment) => !isWithheld(comment, switches.withheld))
        .sort(newestFirst);
  return listPage(call, {
    items,
    idOf: ({ id }) => id,
    indexForId: (id) => {
      const anchor = world.comments.get(id);
      if (anchor === undefined || (anchor.deletedAt !== null && switches.deletedAnchorFails)) return null;
      const place = items.findIndex((item) => newestFirst(item, anchor) >= 0);
      return place < 0 ? items.length : place;
    },
    row: (comment) => {
      comment.servedAt ??= now;
      return project(INSTAGRAM_COMMENT, comment, call, fields);
    },
    path,
    args,
    carriedParams: ['fields', 'limit'],
    defaultLimit: 25,
    maxPerPage: 50,
    hasPagingFaults: true,
  });
}

const newestFirst = (a: SimComment, b: SimComment): number =>
  b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** @throws GraphError code 10 if the login behind the token lacks the comment permission */
export function requireCommentScope({ platform, token }: Call): void {
  const scope =
    token.kind === 'INSTAGRAM' ? 'instagram_business_manage_comments' : 'instagram_manage_comments';
  if (!platform.grants.has(token.subject, scope)) throw missingPermission(scope);
}

/** A comment on live media; unlike on Facebook, every token that may read it sees the author. */
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
        : pick(
            { id: platform.switches.usernameOnly ? undefined : author.id, username: author.name },
            field,
            'IGUser',
          ),
    user: () => undefined,
    parent_id: ({ parentId }) => parentId ?? undefined,
    hidden: ({ hidden }) => hidden,
    like_count: () => 0,
    legacy_instagram_comment_id: () => undefined,
    media: ({ broadcastId }) => ({ id: broadcastId }),
    replies: (comment, call, field) => {
      const { world } = call.platform;
      const hasReplies = world
        .commentsOf(comment.broadcastId)
        .some((reply) => reply.parentId === comment.id && world.isVisible(reply));
      return hasReplies
        ? listReplies(call, comment, (name) => field.args.get(name) ?? null, field.subfields)
        : undefined;
    },
  },
};
