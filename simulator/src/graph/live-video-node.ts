import { graphTime } from '../clock/graph-time';
import type { JsonObject } from '../http/json';
import type { Broadcast } from '../world/shapes';
import type { World } from '../world/world';
import type { Call } from './call';
import { listComments } from './comment-list';
import type { Field } from './fields';
import { pick, project, type NodeType } from './projection';

const absent = (): undefined => undefined;
const usernameOf = (world: World, { ownerId }: Broadcast): string =>
  world.pages.get(ownerId)?.username ?? ownerId;

/** A relative address with the video id, which is also in the addresses that operators copy. */
const permalinkOf = (world: World, broadcast: Broadcast): string =>
  `/${usernameOf(world, broadcast)}/videos/${broadcast.videoId}/`;

function embedOf(world: World, broadcast: Broadcast): string {
  const href = encodeURIComponent(`https://www.facebook.com${permalinkOf(world, broadcast)}`);
  return `<iframe src="https://www.facebook.com/plugins/video.php?href=${href}" width="1280" height="720" style="border:none;overflow:hidden"></iframe>`;
}

const fromOwner = (broadcast: Broadcast, call: Call, field: Field): JsonObject =>
  pick(
    { name: call.platform.world.pages.get(broadcast.ownerId)?.name, id: broadcast.ownerId },
    field,
    'Page',
  );

// A video node is the broadcast with its other id. Comments are stored under the live video id.
const commentsOf = (broadcast: Broadcast, call: Call, field: Field, nodeId: string): JsonObject =>
  listComments(
    call,
    call.platform.world.broadcastOf(broadcast.videoId) ?? broadcast,
    nodeId,
    (name) => field.args.get(name) ?? null,
    field.subfields,
  );

/** The live video, which can still be read after the broadcast has ended. */
export const LIVE_VIDEO: NodeType<Broadcast> = {
  name: 'LiveVideo',
  defaults: ['title', 'status', 'embed_html'],
  fields: {
    title: ({ title }) => title ?? undefined,
    description: ({ description }) => description ?? undefined,
    status: ({ status }) => status,
    embed_html: (broadcast, { platform }) => embedOf(platform.world, broadcast),
    permalink_url: (broadcast, { platform }) => permalinkOf(platform.world, broadcast),
    creation_time: ({ createdAt }) => graphTime(createdAt),
    broadcast_start_time: ({ startedAt }) => (startedAt === null ? undefined : graphTime(startedAt)),
    live_views: ({ status, viewers }) => (status === 'LIVE' ? viewers : 0),
    total_views: ({ viewers }) => String(viewers),
    from: fromOwner,
    video: (broadcast, call, field) =>
      project(VIDEO, { ...broadcast, id: broadcast.videoId }, call, field.subfields ?? []),
    comments: (broadcast, call, field) => commentsOf(broadcast, call, field, broadcast.id),
    stream_url: ({ id }) => `rtmps://live-api-s.example:443/rtmp/FB-${id}-0-rehearsal`,
    secure_stream_url: ({ id }) => `rtmps://live-api-s.example:443/rtmp/FB-${id}-0-rehearsal`,
    dash_preview_url: ({ videoId }) => `https://video.example/dash/${videoId}.mpd`,
    dash_ingest_url: absent,
    seconds_left: () => 0,
    is_manual_mode: () => false,
    is_reference_only: () => false,
    planned_start_time: absent,
    ad_break_config: absent,
    ad_break_failure_reason: absent,
    copyright: absent,
    ingest_streams: () => [],
    recommended_encoder_settings: absent,
    targeting: absent,
  },
};

/** The same broadcast's video node, with a different id but the same comments. */
export const VIDEO: NodeType<Broadcast> = {
  name: 'Video',
  defaults: ['updated_time', 'description'],
  fields: {
    title: ({ title }) => title ?? undefined,
    description: ({ description }) => description ?? undefined,
    live_status: ({ status }) => (status === 'UNPUBLISHED' ? undefined : status),
    created_time: ({ createdAt }) => graphTime(createdAt),
    updated_time: ({ createdAt }) => graphTime(createdAt),
    permalink_url: (broadcast, { platform }) => permalinkOf(platform.world, broadcast),
    embed_html: (broadcast, { platform }) => embedOf(platform.world, broadcast),
    from: fromOwner,
    comments: (broadcast, call, field) => commentsOf(broadcast, call, field, broadcast.videoId),
    length: () => 0,
    published: () => true,
    embeddable: () => true,
    picture: absent,
    source: absent,
  },
};
