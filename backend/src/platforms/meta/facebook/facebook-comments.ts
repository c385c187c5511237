import type { PushedChange, PushedComment, ReadComment, ReportedChange } from '@sellary/extension-kit';
import { idOf, listOf, textOf, timeOf } from '../graph/graph-json';
import { type Fields, fieldsOf } from '../../../kernel';

/** The fields to request for each comment on the `/comments` edge. */
export const COMMENT_FIELDS = 'id,message,created_time,from{id,name}';

/** Name shown for a viewer whose id is known but whose name is not. */
const DEFAULT_NAME = 'Facebook User';

/**
 * The author in `from`; null if the platform hides the author. A name alone is not enough, because names are
 * not unique.
 */
function authorOf(from: unknown): ReadComment['author'] {
  const fields = fieldsOf(from);
  const userId = idOf(fields['id']);
  if (userId === null) return null;
  const name = textOf(fields['name']).trim() || DEFAULT_NAME;
  return { userId, handle: name, displayName: name };
}

/** Matches a comment's own number, preceded by the ids of its parent objects. */
const NUMBERED_ID = /^(?:\d+_)*(\d+)$/;

/**
 * Reads a comment's ids. The id arrives as `<video>_<comment>`, `<story>_<comment>`, or `<comment>`, with the
 * same comment number in every form.
 */
function idsOf(commentId: string): Pick<ReadComment, 'commentId' | 'idInBroadcast'> {
  const number = NUMBERED_ID.exec(commentId)?.[1];
  return number === undefined ? { commentId } : { commentId, idInBroadcast: number };
}

/**
 * Reads a comment from the `/comments` edge; null if it has no id. A comment without a time gets the time
 * when it was read. The page itself is the host.
 */
export function commentOf(
  fields: Fields,
  liveId: string,
  pageId: string,
  readAt: number,
): ReadComment | null {
  const commentId = idOf(fields['id']);
  const writtenAt = timeOf(fields['created_time']);
  if (commentId === null) return null;
  const author = authorOf(fields['from']);
  return {
    platform: 'facebook',
    liveId,
    ...idsOf(commentId),
    author,
    text: textOf(fields['message']),
    writtenAt: writtenAt ?? readAt,
    secondsOnly: writtenAt !== null,
    byHost: author?.userId === pageId,
  };
}

/** Reads the new comments in a `feed` webhook. */
export function pushedComments(payload: unknown): PushedComment[] {
  return changesOf(payload, 'feed').flatMap(({ accountId, value }) => {
    const commentId = idOf(value['comment_id']);
    if (value['item'] !== 'comment' || value['verb'] !== 'add' || commentId === null) return [];
    const sender = { id: value['sender_id'], name: value['sender_name'] };
    const author = authorOf(value['from'] ?? sender);
    const writtenAt = timeOf(value['created_time']);
    return [
      {
        accountId,
        liveIds: liveIdsOf(value, commentId),
        sentAt: writtenAt,
        sentAtIsWholeSecond: true,
        comment: {
          platform: 'facebook',
          ...idsOf(commentId),
          author,
          text: textOf(value['message']),
          writtenAt,
          secondsOnly: writtenAt !== null,
          byHost: author?.userId === accountId,
        },
      },
    ];
  });
}

const CHANGE_BY_VERB: Readonly<Record<string, ReportedChange['change']>> = {
  edit: 'edited',
  edited: 'edited',
  remove: 'deleted',
  delete: 'deleted',
  hide: 'hidden',
  unhide: 'unhidden',
};

/**
 * Reads changes to earlier comments from a `feed` webhook. Meta sends the webhook when the change happens, so
 * the webhook's time is used for the change.
 */
export function pushedChanges(payload: unknown): PushedChange[] {
  return changesOf(payload, 'feed').flatMap(({ accountId, value, sentAt }) => {
    const commentId = idOf(value['comment_id']);
    const change = CHANGE_BY_VERB[textOf(value['verb'])];
    if (value['item'] !== 'comment' || commentId === null || change === undefined) return [];
    const common = { platform: 'facebook' as const, ...idsOf(commentId), at: sentAt };
    const text = value['message'];
    if (change === 'edited' && typeof text !== 'string') return [];
    const reported: ReportedChange =
      change === 'edited' ? { ...common, change, text: textOf(text) } : { ...common, change };
    return [{ accountId, liveIds: liveIdsOf(value, commentId), change: reported }];
  });
}

/** Pages on which a broadcast has started or ended, according to a `live_videos` webhook. */
export const pagesToRefresh = (payload: unknown): string[] =>
  changesOf(payload, 'live_videos').map(({ accountId }) => accountId);

/**
 * Reads the ids that may identify the broadcast: the first part of the comment id, the second part of the
 * post id, and the video id in the post's address.
 */
function liveIdsOf(value: Fields, commentId: string): string[] {
  const post = fieldsOf(value['post']);
  const ids = [
    commentId.split('_')[0],
    textOf(value['post_id']).split('_')[1],
    /\/videos\/(?:[^/]+\/)?(\d+)/.exec(textOf(post['permalink_url']))?.[1],
  ];
  return [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as string[];
}

function changesOf(
  payload: unknown,
  field: string,
): { accountId: string; value: Fields; sentAt: number | null }[] {
  return listOf(fieldsOf(payload)['entry']).flatMap((entry) => {
    const accountId = idOf(entry['id']);
    if (accountId === null) return [];
    const sentAt = timeOf(entry['time']);
    return listOf(entry['changes'])
      .filter((change) => change['field'] === field)
      .flatMap((change) => listOf(change['value']).map((value) => ({ accountId, value, sentAt })));
  });
}
