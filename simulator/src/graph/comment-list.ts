import { parseGraphTime } from '../clock/graph-time';
import { badParameter } from '../errors/graph-error';
import type { JsonObject } from '../http/json';
import type { Broadcast, SimComment } from '../world/shapes';
import type { Arguments, Call } from './call';
import { COMMENT } from './comment-node';
import type { Field } from './fields';
import { listPage } from './paging';
import { checkFields, project } from './projection';
import { isWithheld } from './withheld';

const FILTERS = ['toplevel', 'stream'];
const LIVE_FILTERS = ['filter_low_quality', 'no_filter'];
const ORDERS = ['chronological', 'reverse_chronological'];

/**
 * `/{live-video}/comments` and `/{video}/comments`, which return the same list. By default, both filters omit
 * comments, as on the platform, so a client that does not set them misses comments here too.
 */
export function listComments(
  call: Call,
  broadcast: Broadcast,
  nodeId: string,
  args: Arguments,
  fields: Field[] | null,
): JsonObject {
  checkFields(COMMENT, fields);
  const { world, switches } = call.platform;
  const compare = ordering(args('order'), switches.rankedOrder);
  const items = selectComments(call, broadcast, args).sort(compare);
  const now = world.clock.now();
  const list = listPage(call, {
    items,
    idOf: ({ id }) => id,
    indexForId: (id) => {
      const anchor = world.comments.get(id);
      if (anchor === undefined || (anchor.deletedAt !== null && switches.deletedAnchorFails)) return null;
      const place = items.findIndex((item) => compare(item, anchor) >= 0);
      return place < 0 ? items.length : place;
    },
    row: (comment) => {
      comment.servedAt ??= now;
      return { ...project(COMMENT, comment, call, fields), id: listedId(comment.id, switches.commentIds) };
    },
    path: `${nodeId}/comments`,
    args,
    carriedParams: ['fields', 'filter', 'live_filter', 'order', 'since', 'limit', 'summary'],
    defaultLimit: 25,
    maxPerPage: 100,
    hasPagingFaults: true,
  });
  const summary = args('summary');
  return summary === null || summary === 'false'
    ? list
    : { ...list, summary: summaryOf(call, broadcast, args) };
}

function selectComments(call: Call, broadcast: Broadcast, args: Arguments): SimComment[] {
  const { world, switches } = call.platform;
  const filter = choice('filter', args('filter'), FILTERS);
  const liveFilter = choice('live_filter', args('live_filter'), LIVE_FILTERS);
  const since = sinceOf(args('since'), switches.sinceIsExclusive);
  const isOwner = call.token.kind === 'PAGE' && call.token.pageId === broadcast.ownerId;
  return world.commentsOf(broadcast.id).filter((comment) => {
    if (!world.isVisible(comment) || (comment.hidden && !isOwner) || isWithheld(comment, switches.withheld)) {
      return false;
    }
    if (filter === 'toplevel' && comment.parentId !== null) return false;
    if (liveFilter === 'filter_low_quality' && comment.lowQuality && broadcast.status === 'LIVE') {
      return false;
    }
    if (
      switches.standardAccess &&
      !world.users.has(comment.author.id) &&
      !world.pages.has(comment.author.id)
    ) {
      return false;
    }
    return since === null || wholeSecond(comment.createdAt) >= since;
  });
}

type Compare = (a: SimComment, b: SimComment) => number;

const wholeSecond = (ms: number): number => Math.floor(ms / 1000) * 1000;

const byTime: Compare = (a, b) =>
  wholeSecond(a.createdAt) - wholeSecond(b.createdAt) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

const listedId = (id: string, form: 'video' | 'bare'): string =>
  form === 'bare' ? (id.split('_').at(-1) ?? id) : id;

// The last digits of an id are practically random, but do not change from page to page.
const rank = ({ id }: SimComment): string => [...id].reverse().join('');
const byRank: Compare = (a, b) => (rank(a) < rank(b) ? -1 : 1);

function ordering(text: string | null, isRanked: boolean): Compare {
  const order = choice('order', text, ORDERS);
  if (isRanked) return byRank;
  return order === 'reverse_chronological' ? (a, b) => byTime(b, a) : byTime;
}

/** Returns the requested choice, or the first one by default. */
function choice(name: string, text: string | null, choices: readonly string[]): string {
  if (text === null) return choices[0] ?? '';
  if (!choices.includes(text)) {
    throw badParameter(
      `Param ${name} must be one of {${choices.map((value) => value.toUpperCase()).join(', ')}}`,
    );
  }
  return text;
}

function sinceOf(text: string | null, isExclusive: boolean): number | null {
  if (text === null) return null;
  const since = parseGraphTime(text);
  if (since === null) {
    throw badParameter('Param since must be a valid date/time (e.g. unix timestamp, ISO-8601)');
  }
  return isExclusive ? wholeSecond(since) + 1000 : wholeSecond(since);
}

// Counts all visible comments, regardless of the filters, so the total may differ from the number of listed
// comments.
function summaryOf(call: Call, broadcast: Broadcast, args: Arguments): JsonObject {
  const { world } = call.platform;
  return {
    order: args('order') ?? 'chronological',
    total_count: world.commentsOf(broadcast.id).filter((comment) => world.isVisible(comment)).length,
    can_comment: true,
  };
}
