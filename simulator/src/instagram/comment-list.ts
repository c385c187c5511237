import { missingPermission } from '../errors/graph-error';
import type { Arguments, Call } from '../graph/call';
import type { Field } from '../graph/fields';
import { page } from '../graph/paging';
import { checkFields, project } from '../graph/projection';
import { isWithheld } from '../graph/withheld';
import type { JsonObject } from '../http/json';
import type { Broadcast, SimComment } from '../world/shapes';
import { INSTAGRAM_COMMENT } from './comment-node';

/** `/{media}/comments`: newest first, first level only, at most fifty, and no word of a time to begin from. */
export function listMediaComments(call: Call, media: Broadcast, args: Arguments, fields: Field[] | null): JsonObject {
  requireCommentScope(call);
  return pageOfComments(call, media.id, null, `${media.id}/comments`, args, fields);
}

/** `/{comment}/replies`, and the field `replies{…}` of a comment. */
export function listReplies(call: Call, comment: SimComment, args: Arguments, fields: Field[] | null): JsonObject {
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
  return page(call, {
    items,
    idOf: ({ id }) => id,
    placeOf: (id) => {
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
    carried: ['fields', 'limit'],
    defaultLimit: 25,
    mostPerPage: 50,
    unsteady: true,
  });
}

const newestFirst = (a: SimComment, b: SimComment): number => b.createdAt - a.createdAt || (a.id < b.id ? 1 : a.id > b.id ? -1 : 0);

/** @throws GraphError code 10 without the permission for comments of the kind of login that asks */
export function requireCommentScope({ platform, token }: Call): void {
  const scope = token.kind === 'INSTAGRAM' ? 'instagram_business_manage_comments' : 'instagram_manage_comments';
  if (!platform.grants.has(token.subject, scope)) throw missingPermission(scope);
}
