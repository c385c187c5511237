import type { ReadComment, ReportedChange } from '@sellary/extension-kit';
import { type Fields, fieldsOf, isFields, listOf, textOf } from './youtube-fields';

export const YOUTUBE = 'youtube';

export interface ChatPage {
  comments: ReadComment[];
  changes: ReportedChange[];
  /** The chat is over. */
  ended: boolean;
}

/** Reads a page's comments and deletions, and whether the chat is over. Skips other or malformed items. */
export function readMessages(body: Fields, liveId: string): ChatPage {
  const page: ChatPage = { comments: [], changes: [], ended: textOf(body['offlineAt']) !== null };
  for (const item of listOf(body['items'])) {
    if (!isFields(item)) continue;
    const snippet = fieldsOf(item['snippet']);
    if (snippet['type'] === 'chatEndedEvent') page.ended = true;
    const comment = commentOf(item, snippet, liveId);
    if (comment !== null) page.comments.push(comment);
    const change = deletionOf(snippet, liveId);
    if (change !== null) page.changes.push(change);
  }
  return page;
}

function commentOf(item: Fields, snippet: Fields, liveId: string): ReadComment | null {
  const commentId = textOf(item['id']);
  const publishedAt = textOf(snippet['publishedAt']);
  const text = messageOf(snippet);
  const writtenAt = Date.parse(publishedAt ?? '');
  if (commentId === null || publishedAt === null || text === null || Number.isNaN(writtenAt)) return null;
  const author = fieldsOf(item['authorDetails']);
  const channelId = textOf(author['channelId']) ?? textOf(snippet['authorChannelId']);
  const name = textOf(author['displayName']);
  return {
    platform: YOUTUBE,
    liveId,
    commentId,
    // YouTube names are not unique, so the channel identifies the author.
    author: channelId === null ? null : { userId: channelId, handle: name ?? channelId },
    text,
    writtenAt,
    secondsOnly: !publishedAt.includes('.'),
    byHost: author['isChatOwner'] === true,
  };
}

/** The text of a message, including a paid one (Super Chat), or null for everything else. */
function messageOf(snippet: Fields): string | null {
  switch (snippet['type']) {
    case 'textMessageEvent':
      return (
        textOf(fieldsOf(snippet['textMessageDetails'])['messageText']) ?? textOf(snippet['displayMessage'])
      );
    case 'superChatEvent':
      return textOf(fieldsOf(snippet['superChatDetails'])['userComment']);
    default:
      return null;
  }
}

function deletionOf(snippet: Fields, liveId: string): ReportedChange | null {
  if (snippet['type'] !== 'messageDeletedEvent') return null;
  const commentId = textOf(fieldsOf(snippet['messageDeletedDetails'])['deletedMessageId']);
  const at = Date.parse(textOf(snippet['publishedAt']) ?? '');
  return commentId === null
    ? null
    : { platform: YOUTUBE, liveId, commentId, at: Number.isNaN(at) ? null : at, change: 'deleted' };
}
