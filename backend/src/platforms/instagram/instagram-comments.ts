import { fieldsOf, idOf, listOf, textOf, timeOf, type Fields } from '../graph/graph-json';
import type { PushedComment, ReadComment } from '../platform-adapter';

/** The live comments' own field, and the one of all comments, which may bring those of a broadcast too. */
const FIELDS = new Set(['live_comments', 'comments']);

/** A comment of the `/comments` edge; null where it has no id. One without a time was made no later than it was read. */
export function commentOf(fields: Fields, liveId: string, accountId: string, readAt: number): ReadComment | null {
  const commentId = idOf(fields['id']);
  if (commentId === null) return null;
  const saidAt = timeOf(fields['timestamp']);
  const content = contentOf(fields, commentId, accountId, textOf(fields['username']));
  return { ...content, liveId, saidAt: saidAt ?? readAt, secondsOnly: saidAt !== null };
}

/** New live comments in a webhook, in all shapes that have been seen: `changes[]`, field and value on the entry itself, a list of values. */
export function pushedComments(payload: unknown): PushedComment[] {
  return listOf(fieldsOf(payload)['entry']).flatMap((entry) => {
    const accountId = idOf(entry['id']);
    if (accountId === null) return [];
    const sentAt = timeOf(entry['time']);
    return [...listOf(entry['changes']), entry]
      .filter((change) => FIELDS.has(textOf(change['field'])))
      .flatMap((change) => listOf(change['value']).flatMap((value) => pushed(textOf(change['field']), value, accountId, sentAt)));
  });
}

function pushed(field: string, value: Fields, accountId: string, sentAt: number | null): PushedComment[] {
  const media = fieldsOf(value['media']);
  const commentId = idOf(value['id']) ?? idOf(value['comment_id']);
  const mediaId = idOf(media['id']) ?? idOf(value['media']) ?? idOf(value['media_id']);
  if (commentId === null || mediaId === null) return [];
  // Comments on posts and reels come through the same field.
  if (field === 'comments' && textOf(media['media_product_type']).toUpperCase() !== 'LIVE') return [];
  const saidAt = timeOf(value['timestamp']);
  const comment = { ...contentOf(value, commentId, accountId, ''), saidAt, secondsOnly: saidAt !== null };
  return [{ accountId, liveIds: [mediaId], comment, sentAt }];
}

function contentOf(
  fields: Fields,
  commentId: string,
  accountId: string,
  ownName: string,
): Omit<ReadComment, 'liveId' | 'saidAt' | 'secondsOnly'> {
  const from = fieldsOf(fields['from']);
  const userId = idOf(from['id']);
  const name = textOf(from['username']).trim() || ownName.trim();
  return {
    platform: 'instagram',
    commentId,
    // A name alone is nobody: names change hands, and two of them must never be one buyer.
    author: userId === null ? null : { userId, handle: name || 'Instagram user' },
    text: textOf(fields['text']),
    byHost: userId === accountId || from['self_ig_scoped_id'] !== undefined,
  };
}
