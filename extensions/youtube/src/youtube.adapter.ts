import type { CursorPage, CursorQuery, PlatformAdapter } from '@sellary/extension-kit';
import { readMessages, YOUTUBE } from './chat-messages';
import { HOSTS, VIDEO_ID, videoIdIn } from './video-link';
import { Videos } from './videos';
import { callYoutube, type YoutubeConfig } from './youtube-client';
import { textOf } from './youtube-fields';
import { isChatOver } from './youtube-errors';

const PAGE_SIZE = '2000';

/**
 * Reads the live chats of public videos with an API key, so no account is connected. A chat is a list read
 * forward from a cursor. YouTube reports how long to wait before the next page.
 */
export function youtubeAdapter(config: YoutubeConfig): PlatformAdapter {
  const videos = new Videos(config);
  return {
    id: YOUTUBE,
    label: 'YouTube',
    readiness: () => (config.apiKey === '' ? 'not_configured' : 'ready'),
    discover: {
      listBroadcasts: () => Promise.resolve([]),
      hosts: HOSTS,
      isId: (text) => VIDEO_ID.test(text),
      parseLink: videoIdIn,
      resolveId: (_, id) => Promise.resolve(id),
      broadcast: (_, liveId) => videos.state(liveId),
    },
    comments: { kind: 'cursor', next: (_, query) => nextPage(config, videos, query) },
  };
}

/** The cursor contains the chat and the page, so the chat is not requested again after a restart. */
async function nextPage(
  config: YoutubeConfig,
  videos: Videos,
  { liveId, cursor }: CursorQuery,
): Promise<CursorPage> {
  const [storedChat, pageToken = ''] = cursor?.split(' ') ?? [];
  const chatId = storedChat ?? (await videos.chatOf(liveId));
  try {
    const body = await callYoutube(config, 'liveChat/messages', {
      liveChatId: chatId,
      part: 'id,snippet,authorDetails',
      maxResults: PAGE_SIZE,
      ...(pageToken === '' ? {} : { pageToken }),
    });
    const page = readMessages(body, liveId);
    if (page.ended) videos.recordEnd(liveId);
    const waitMs = Number(body['pollingIntervalMillis']);
    return {
      ...page,
      cursor: `${chatId} ${textOf(body['nextPageToken']) ?? pageToken}`,
      ...(waitMs > 0 ? { nextPollMs: waitMs } : {}),
    };
  } catch (error) {
    if (!isChatOver(error)) throw error;
    videos.recordEnd(liveId);
    return { comments: [], cursor, ended: true };
  }
}
