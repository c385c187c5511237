import {
  nameOnlyId,
  type OpenConnection,
  type PushedComment,
  type ReadComment,
} from '@sellary/extension-kit';
import { idOf, isWholeSecond, listOf, textOf, timeOf } from '../graph/graph-json';
import { type Fields, fieldsOf } from '../../../kernel';

/** The fields to request for each comment. */
export const COMMENT_FIELDS = 'id,text,timestamp,username,from';
/** Lists contain only top-level comments; replies are in their own lists. */
export const COMMENT_FIELDS_WITH_REPLIES = `${COMMENT_FIELDS},replies{${COMMENT_FIELDS}}`;

/** The field for live comments, and the field for other comments, in which live comments may also arrive. */
const WEBHOOK_FIELDS = new Set(['live_comments', 'comments']);

/**
 * Reads a comment from the `/comments` edge; null if it has no id. A comment without a time gets the time
 * when it was read.
 */
export function commentOf(
  fields: Fields,
  liveId: string,
  account: Pick<OpenConnection, 'externalAccountId' | 'displayName'>,
  readAt: number,
): ReadComment | null {
  const commentId = idOf(fields['id']);
  if (commentId === null) return null;
  const writtenAt = timeOf(fields['timestamp']);
  const content = contentOf(fields, commentId, account.externalAccountId);
  // An account's display name is its username.
  const byHost = content.byHost || content.author?.userId === nameOnlyId(account.displayName);
  return { ...content, byHost, liveId, writtenAt: writtenAt ?? readAt, secondsOnly: writtenAt !== null };
}

/**
 * Reads the new live comments in a webhook, in every format seen so far: a `changes` array, `field` and
 * `value` directly on the entry, or an array as the `value`.
 */
export function pushedComments(payload: unknown): PushedComment[] {
  return listOf(fieldsOf(payload)['entry']).flatMap((entry) => {
    const accountId = idOf(entry['id']);
    if (accountId === null) return [];
    const sendTime = { sentAt: timeOf(entry['time']), sentAtIsWholeSecond: isWholeSecond(entry['time']) };
    return [...listOf(entry['changes']), entry]
      .filter((change) => WEBHOOK_FIELDS.has(textOf(change['field'])))
      .flatMap((change) =>
        listOf(change['value']).flatMap((value) =>
          toPushedComments(textOf(change['field']), value, accountId, sendTime),
        ),
      );
  });
}

type SendTime = Pick<PushedComment, 'sentAt' | 'sentAtIsWholeSecond'>;

function toPushedComments(
  field: string,
  value: Fields,
  accountId: string,
  sendTime: SendTime,
): PushedComment[] {
  const media = fieldsOf(value['media']);
  const commentId = idOf(value['id']) ?? idOf(value['comment_id']);
  const mediaId = idOf(media['id']) ?? idOf(value['media']) ?? idOf(value['media_id']);
  if (commentId === null || mediaId === null) return [];
  // Comments on posts and reels arrive in the same field.
  if (field === 'comments' && textOf(media['media_product_type']).toUpperCase() !== 'LIVE') return [];
  const writtenAt = timeOf(value['timestamp']);
  const comment = {
    ...contentOf(value, commentId, accountId),
    writtenAt,
    secondsOnly: writtenAt !== null,
  };
  return [{ accountId, liveIds: [mediaId], comment, ...sendTime }];
}

function contentOf(
  fields: Fields,
  commentId: string,
  accountId: string,
): Omit<ReadComment, 'liveId' | 'writtenAt' | 'secondsOnly'> {
  const from = fieldsOf(fields['from']);
  const userId = idOf(from['id']);
  const name = textOf(from['username']).trim() || textOf(fields['username']).trim();
  return {
    platform: 'instagram',
    commentId,
    author: authorOf(userId, name),
    text: textOf(fields['text']),
    // `self_ig_scoped_id` is present only in comments by the account itself.
    byHost: userId === accountId || from['self_ig_scoped_id'] !== undefined,
  };
}

/** A username belongs to only one account at a time, so it can identify a viewer without an id. */
function authorOf(userId: string | null, username: string): ReadComment['author'] {
  if (username === '') return userId === null ? null : { userId, handle: 'Instagram user' };
  return { userId: userId ?? nameOnlyId(username), handle: username, handleIsUnique: true };
}
