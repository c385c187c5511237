import type {
  BroadcastState,
  DiscoverCapability,
  ListedBroadcast,
  OpenConnection,
} from '@sellary/extension-kit';
import type { GraphClient, GraphResponse } from '../graph/graph-client';
import { GraphError } from '../graph/graph-error';
import { idOf, numberOf, textOf, timeOf } from '../graph/graph-json';
import { facebookIdIn } from './live-link';
import { type Fields, fieldsOf } from '../../../kernel';

const SITE = 'https://www.facebook.com';
const LIVE_VIDEO_FIELDS =
  'id,title,description,status,permalink_url,video{id},creation_time,broadcast_start_time,live_views';
const VIDEO_FIELDS = 'id,title,description,live_status,permalink_url,created_time';
const PAGE_SIZE = 25;
const ENDED_STATUSES = new Set([
  'LIVE_STOPPED',
  'PROCESSING',
  'VOD',
  'SCHEDULED_CANCELED',
  'SCHEDULED_EXPIRED',
]);

/**
 * Finds a page's broadcasts. It uses the video list if no live video is running or if Meta refuses the live
 * video list, which happens even with all permissions.
 */
export class FacebookBroadcasts implements DiscoverCapability {
  readonly hosts = ['facebook.com', 'fb.watch', 'fb.me', 'fb.gg'];

  constructor(private readonly graph: GraphClient) {}

  isId(text: string): boolean {
    return /^\d{1,30}(_\d{1,30})?$/.test(text);
  }

  parseLink(link: string): string {
    return facebookIdIn(link);
  }

  async listBroadcasts(connection: OpenConnection): Promise<ListedBroadcast[]> {
    let refusal: GraphError | undefined;
    // Meta's own status filter misses some broadcasts, so all are requested and filtered here.
    const liveVideos = await this.list(connection, 'live_videos', LIVE_VIDEO_FIELDS, (items) =>
      isPast(items, 'status'),
    ).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      refusal = error;
      return [];
    });
    const running = liveVideos.filter((fields) => statusOf(fields['status']) === 'LIVE');
    if (running.length > 0) return running.flatMap(toBroadcast);
    const videos = await this.list(connection, 'videos', VIDEO_FIELDS, (items) =>
      isPast(items, 'live_status'),
    ).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      if (refusal !== undefined) throw refusal;
      return [];
    });
    return videos.filter((fields) => statusOf(fields['live_status']) === 'LIVE').flatMap(toBroadcast);
  }

  async resolveId(connection: OpenConnection, id: string): Promise<string> {
    // If the list is refused, the id is returned unchanged, because comments can be read with either id.
    const hasId = (fields: Fields): boolean =>
      [idOf(fields['id']), idOf(fieldsOf(fields['video'])['id'])].includes(id);
    const videos = await this.list(connection, 'live_videos', 'id,video{id}', (items) =>
      items.some(hasId),
    ).catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      return [];
    });
    const liveVideo = videos.find(hasId);
    return idOf(liveVideo?.['id']) ?? id;
  }

  async broadcast({ externalAccountId, token }: OpenConnection, liveId: string): Promise<BroadcastState> {
    const call = { token, accountId: externalAccountId };
    try {
      const response = await this.graph.read(liveId, 'id,status,live_views,video{id}', call);
      return broadcastOf(response, response.body['status'], idOf(fieldsOf(response.body['video'])['id']));
    } catch (error) {
      // The id may be a video id from a pasted address. A video has neither `status` nor `live_views`.
      if (!(error instanceof GraphError && error.kind === 'rejected')) throw error;
      const response = await this.graph.read(liveId, 'id,live_status', call);
      return broadcastOf(response, response.body['live_status'], liveId);
    }
  }

  private async list(
    connection: OpenConnection,
    edge: string,
    fields: string,
    isEnough: (items: Fields[]) => boolean,
  ): Promise<Fields[]> {
    const { externalAccountId: id, token } = connection;
    const { items } = await this.graph.list(
      { path: `/${id}/${edge}`, token, accountId: id, query: { fields, limit: String(PAGE_SIZE) } },
      { isEnough },
    );
    return items;
  }
}

const isRefusal = (error: unknown): error is GraphError =>
  error instanceof GraphError && ['rejected', 'not-found', 'permission'].includes(error.kind);

const statusOf = (value: unknown): string => textOf(value).toUpperCase();

/** Minimum number of videos read, because a broadcast may have been scheduled long before it runs. */
const MIN_LISTED = 4 * PAGE_SIZE;

/**
 * True if the latest page's worth of videos has nothing that runs or is scheduled. The newest come first, so
 * the rest of a page's history need not be read.
 */
const isPast = (items: Fields[], statusField: string): boolean =>
  items.length >= MIN_LISTED &&
  items.slice(-PAGE_SIZE).every((fields) => {
    const status = statusOf(fields[statusField]);
    return status === '' || ENDED_STATUSES.has(status);
  });

function broadcastOf({ usage }: GraphResponse, status: unknown, videoId: string | null): BroadcastState {
  const text = statusOf(status);
  return { status: text === '' ? null : text, isOver: ENDED_STATUSES.has(text), videoId, usage };
}

function toBroadcast(fields: Fields): ListedBroadcast[] {
  const liveId = idOf(fields['id']);
  if (liveId === null) return [];
  const startedAt = timeOf(
    fields['broadcast_start_time'] ?? fields['creation_time'] ?? fields['created_time'],
  );
  const viewers = numberOf(fields['live_views']);
  const link = textOf(fields['permalink_url']);
  const videoId = idOf(fieldsOf(fields['video'])['id']);
  return [
    {
      liveId,
      title: textOf(fields['title']) || textOf(fields['description']).slice(0, 80) || 'Live video',
      status: 'LIVE',
      startedAt: startedAt === null ? null : new Date(startedAt).toISOString(),
      ...(viewers === null ? {} : { viewers }),
      ...(link === '' ? {} : { url: link.startsWith('/') ? SITE + link : link }),
      ...(videoId === null ? {} : { videoId }),
    },
  ];
}
