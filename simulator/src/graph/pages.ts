import { badParameter, missingObject } from '../errors/graph-error';
import type { Json } from '../http/json';
import { LIVE_STATUSES, type Broadcast, type SimPage } from '../world/shapes';
import { argumentsOf, listedNames, type Call } from './call';
import { LIVE_VIDEO, VIDEO } from './live-video-node';
import { PAGE } from './page-node';
import { listPage, fixedListing } from './paging';
import { checkFields, project, requestedFields, type NodeType } from './projection';
import { requirePage, requirePageToken, requireScope } from './rights';
import { subscribedApps } from './subscribed-apps';

export function pageOf(call: Call, id: string): SimPage {
  const page = call.platform.world.pages.get(id);
  if (page === undefined) throw missingObject(id, call.incoming.method.toLowerCase());
  return page;
}

export function readPage(call: Call, id: string): Json {
  const page = pageOf(call, id);
  requirePage(call, page);
  return project(PAGE, page, call, requestedFields(call));
}

/**
 * `/me/accounts`: the pages chosen in the dialog, each with its token, except pages owned by a business
 * portfolio.
 */
export function listAccounts(call: Call): Json {
  const { platform, token } = call;
  if (token.kind !== 'USER') {
    throw badParameter('Tried accessing nonexisting field (accounts) on node type (Page)');
  }
  if (!platform.grants.has(token.subject, 'pages_show_list')) return { data: [] };
  const chosen = platform.grants.grantOf(token.subject)?.pageIds ?? new Set<string>();
  const fields = requestedFields(call) ?? ACCOUNT_DEFAULTS;
  return listPage(
    call,
    fixedListing({
      items: [...platform.world.pages.values()].filter(({ id, portfolio }) => chosen.has(id) && !portfolio),
      idOf: ({ id }) => id,
      row: (page): Json => project(PAGE, page, call, fields),
      path: 'me/accounts',
      args: argumentsOf(call),
      carriedParams: ['fields', 'limit'],
    }),
  );
}

const ACCOUNT_DEFAULTS = ['access_token', 'category', 'category_list', 'name', 'tasks'].map((name) => ({
  name,
  args: new Map<string, string>(),
  subfields: null,
}));

/**
 * `/{page}/live_videos`, newest first, including ended broadcasts unless `broadcast_status` excludes them.
 */
export function listLiveVideos(call: Call, id: string): Json {
  const page = pageOf(call, id);
  requirePage(call, page);
  requireScope(call, 'pages_read_engagement');
  const { world, switches } = call.platform;
  if (switches.liveVideosRefused) {
    throw badParameter('Tried accessing nonexisting field (live_videos) on node type (Page)');
  }
  const statuses = readStatuses(call.incoming.params.getAll('broadcast_status'));
  const items = world.broadcastsOf(page.id).filter(({ status }) => {
    if (statuses === null) return true;
    return statuses.has(status) && !(switches.statusFilterMisses && status === 'LIVE');
  });
  return listBroadcasts(call, items, `${page.id}/live_videos`, LIVE_VIDEO, (broadcast) => broadcast);
}

/** `/{page}/videos`: the broadcasts that have started, under their video ids. */
export function listVideos(call: Call, id: string): Json {
  const page = pageOf(call, id);
  requirePage(call, page);
  requireScope(call, 'pages_read_engagement');
  const items = call.platform.world.broadcastsOf(page.id).filter(({ startedAt }) => startedAt !== null);
  return listBroadcasts(call, items, `${page.id}/videos`, VIDEO, (broadcast) => ({
    ...broadcast,
    id: broadcast.videoId,
  }));
}

function listBroadcasts(
  call: Call,
  items: readonly Broadcast[],
  path: string,
  type: NodeType<Broadcast>,
  nodeOf: (broadcast: Broadcast) => Broadcast,
): Json {
  const fields = requestedFields(call);
  checkFields(type, fields);
  return listPage(
    call,
    fixedListing({
      items,
      idOf: ({ id }) => id,
      row: (broadcast): Json => project(type, nodeOf(broadcast), call, fields),
      path,
      args: argumentsOf(call),
      carriedParams: ['fields', 'limit', 'broadcast_status', 'source'],
    }),
  );
}

/** `["LIVE"]`, `['LIVE','VOD']`, `LIVE,VOD`, or a repeated parameter, because clients use all these forms. */
function readStatuses(values: readonly string[]): Set<string> | null {
  if (values.length === 0) return null;
  const names = values.flatMap(listedNames);
  for (const name of names) {
    if (!(LIVE_STATUSES as readonly string[]).includes(name)) {
      throw badParameter(`Param broadcast_status[0] must be one of {${LIVE_STATUSES.join(', ')}}`);
    }
  }
  return new Set(names);
}

/** `/{page}/subscribed_apps` */
export const PAGE_APPS = subscribedApps(
  (call, id) => {
    const page = pageOf(call, id);
    requirePageToken(call, page, 'pages_manage_metadata');
    return page.id;
  },
  [
    'feed',
    'live_videos',
    'mention',
    'messages',
    'message_edits',
    'videos',
    'name',
    'picture',
    'ratings',
    'messaging_postbacks',
  ],
);
