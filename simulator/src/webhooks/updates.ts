import { graphTime, inSeconds } from '../clock/graph-time';
import type { JsonObject } from '../http/json';
import type { Broadcast, CommentChange, SimComment, WorldEvent } from '../world/shapes';
import type { World } from '../world/world';
import type { WebhookSettings } from './settings';

/** One change to a page or Instagram account, before it is put into a delivery. */
export interface Update {
  object: 'page' | 'instagram';
  ownerId: string;
  field: 'feed' | 'live_videos' | 'live_comments';
  value: JsonObject;
}

/** Statuses that webhooks report; the platform sends none for PROCESSING. */
const REPORTED_STATUSES = new Set(['LIVE', 'LIVE_STOPPED', 'VOD', 'UNPUBLISHED', 'SCHEDULED_LIVE']);

/** The platform's update for an event, or null if it sends none. */
export function updateOf(
  world: World,
  settings: WebhookSettings,
  event: WorldEvent,
  usernameOnly = false,
): Update | null {
  const { broadcast } = event;
  if (event.type === 'status') return statusUpdate(broadcast);
  const { comment, change } = event;
  if (broadcast.platform === 'facebook') {
    const value = feedValue(world, settings, broadcast, comment, change);
    return { object: 'page', ownerId: broadcast.ownerId, field: 'feed', value };
  }
  // Instagram sends only new comments, and only while the broadcast is live.
  if (change !== 'add' || broadcast.status !== 'LIVE') return null;
  const value = instagramValue(settings, broadcast, comment, usernameOnly);
  return { object: 'instagram', ownerId: broadcast.ownerId, field: 'live_comments', value };
}

function statusUpdate({ platform, ownerId, id, status }: Broadcast): Update | null {
  if (platform === 'instagram' || !REPORTED_STATUSES.has(status)) return null;
  return {
    object: 'page',
    ownerId,
    field: 'live_videos',
    value: { id, status: status.toLowerCase() },
  };
}

function reportedId({ commentIds }: WebhookSettings, { videoId }: Broadcast, id: string): string {
  const last = id.split('_').at(-1) ?? id;
  if (commentIds === 'video') return id;
  // A made-up story id that no other object in this world has.
  return commentIds === 'bare' ? last : `5${videoId}_${last}`;
}

function feedValue(
  world: World,
  settings: WebhookSettings,
  broadcast: Broadcast,
  comment: SimComment,
  change: CommentChange,
): JsonObject {
  const postId = `${broadcast.ownerId}_${broadcast.videoId}`;
  const isRemoved = change === 'remove';
  return {
    from: comment.anonymous ? undefined : { id: comment.author.id, name: comment.author.name },
    post: isRemoved ? undefined : postOf(world, broadcast, postId),
    message: isRemoved ? undefined : comment.text,
    post_id: postId,
    comment_id: reportedId(settings, broadcast, comment.id),
    created_time: inSeconds(comment.createdAt),
    item: 'comment',
    parent_id: comment.parentId ?? postId,
    verb: change,
  };
}

function postOf(world: World, { ownerId, videoId }: Broadcast, id: string): JsonObject {
  return {
    status_type: 'added_video',
    is_published: true,
    updated_time: graphTime(world.clock.now()),
    permalink_url: `https://www.facebook.com/${world.pages.get(ownerId)?.username ?? ownerId}/videos/${videoId}/`,
    promotion_status: 'inactive',
    id,
  };
}

// As on the platform, the comment's time is missing, so a late receiver cannot know it.
function instagramValue(
  settings: WebhookSettings,
  broadcast: Broadcast,
  comment: SimComment,
  usernameOnly: boolean,
): JsonObject {
  const isOwner = comment.author.id === broadcast.ownerId;
  return {
    from: {
      id: usernameOnly ? undefined : comment.author.id,
      username: comment.author.name,
      self_ig_scoped_id: isOwner ? comment.author.id : undefined,
    },
    media: { id: broadcast.id, media_product_type: 'LIVE' },
    [settings.instagramIdKey]: comment.id,
    parent_id: comment.parentId ?? undefined,
    text: comment.text,
  };
}

/** The same update with different content, for a delivery that the receiver must reject. */
export function forgedFrom(update: Update): Update {
  const value: Record<string, JsonObject[string]> = { ...update.value };
  for (const key of ['comment_id', 'id']) if (typeof value[key] === 'string') value[key] = `${value[key]}0`;
  for (const key of ['message', 'text']) if (typeof value[key] === 'string') value[key] = 'sold 101 (forged)';
  return { ...update, value };
}
