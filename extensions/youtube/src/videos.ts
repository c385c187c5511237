import { type BroadcastState, NO_USAGE, PlatformError } from '@sellary/extension-kit';
import { callYoutube, type YoutubeConfig } from './youtube-client';
import { fieldsOf, listOf, textOf } from './youtube-fields';

interface Video {
  /** Null before the chat opens and after it is over. */
  chatId: string | null;
  state: BroadcastState;
}

/**
 * The product checks a broadcast every few seconds, and each call costs a unit of the daily quota. The chat's
 * messages report its end, so an older state is good enough.
 */
const MAX_AGE_MS = 60_000;
const MAX_CACHED_VIDEOS = 200;

/** Reads each video's chat and state, and caches the state. */
export class Videos {
  private readonly cache = new Map<string, { video: Video; at: number }>();

  constructor(private readonly config: YoutubeConfig) {}

  /** @throws PlatformError */
  async state(liveId: string): Promise<BroadcastState> {
    const cached = this.cache.get(liveId);
    const isFresh =
      cached !== undefined && (cached.video.state.isOver || Date.now() - cached.at < MAX_AGE_MS);
    return (isFresh ? cached.video : await this.read(liveId)).state;
  }

  /** @throws PlatformError `not-found` if the video currently has no chat */
  async chatOf(liveId: string): Promise<string> {
    const { chatId } = await this.read(liveId);
    if (chatId !== null) return chatId;
    throw new PlatformError(
      'not-found',
      'This video has no live chat right now. The chat is open only during the broadcast.',
    );
  }

  /** Records that the video's chat is over. */
  recordEnd(liveId: string): void {
    this.remember(liveId, {
      chatId: null,
      state: { status: 'NONE', isOver: true, videoId: null, usage: NO_USAGE },
    });
  }

  private async read(liveId: string): Promise<Video> {
    const body = await callYoutube(this.config, 'videos', {
      part: 'snippet,liveStreamingDetails',
      id: liveId,
    });
    const [item] = listOf(body['items']);
    if (item === undefined) throw new PlatformError('not-found', 'YouTube cannot find the video.');
    const details = fieldsOf(fieldsOf(item)['liveStreamingDetails']);
    const status = textOf(fieldsOf(fieldsOf(item)['snippet'])['liveBroadcastContent']);
    const video: Video = {
      chatId: textOf(details['activeLiveChatId']),
      state: {
        status: status?.toUpperCase() ?? null,
        isOver: textOf(details['actualEndTime']) !== null,
        videoId: null,
        usage: NO_USAGE,
      },
    };
    this.remember(liveId, video);
    return video;
  }

  private remember(liveId: string, video: Video): void {
    this.cache.delete(liveId);
    this.cache.set(liveId, { video, at: Date.now() });
    const oldest = this.cache.keys().next();
    if (this.cache.size > MAX_CACHED_VIDEOS && oldest.done !== true) this.cache.delete(oldest.value);
  }
}
