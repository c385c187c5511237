import { badParameter, tooMuchData } from '../errors/graph-error';
import type { Json, JsonObject } from '../http/json';
import type { Arguments, Call } from './call';

interface Listing<T> {
  /** In listing order. */
  items: readonly T[];
  idOf: (item: T) => string;
  /**
   * Index of the item with this id, or the index it would have; null if a cursor with this id is rejected.
   */
  indexForId: (id: string) => number | null;
  row: (item: T) => Json;
  /** Node and edge in the addresses of other pages, such as `2000001/comments`. */
  path: string;
  args: Arguments;
  /** Parameters repeated in the addresses of other pages. */
  carriedParams: readonly string[];
  defaultLimit: number;
  maxPerPage: number;
  /** True if the switches for short, empty, repeated, and stuck pages apply, as for comments. */
  hasPagingFaults: boolean;
  /** True if the first page is always empty. */
  beginsEmpty?: boolean;
}

interface Cursor {
  /** Item id; null for the position before the first item. */
  anchor: string | null;
  /** True after an empty page. The position does not change, and the next page must not also be empty. */
  afterEmpty: boolean;
}

/** An edge's `data` and `paging`. Only a missing `next` marks the end, as even the last page has cursors. */
export function listPage<T>(call: Call, listing: Listing<T>): JsonObject {
  const { items, args } = listing;
  const { switches, chance } = call.platform;
  const limit = readLimit(args('limit'), listing);
  if (switches.largestPage > 0 && limit > switches.largestPage) throw tooMuchData();
  const requestedAfter = readCursor(args('after'));
  const after = listing.hasPagingFaults && switches.stuckPaging ? null : requestedAfter;
  const before = readCursor(args('before'));
  const { start, end: windowEnd } = windowOf(listing, limit, after, before);
  let end = windowEnd;
  if (listing.beginsEmpty === true && requestedAfter === null && before === null) {
    return {
      data: [],
      paging: { next: pageAddress(call, listing, 'after', { anchor: null, afterEmpty: true }) },
    };
  }
  if (listing.hasPagingFaults && before === null && end - start > 0) {
    if (after?.afterEmpty !== true && chance.next() < switches.emptyPages) {
      return {
        data: [],
        paging: {
          next: pageAddress(call, listing, 'after', { anchor: after?.anchor ?? null, afterEmpty: true }),
        },
      };
    }
    if (end - start > 1 && chance.next() < switches.shortPages) {
      end = start + 1 + chance.below(end - start - 1);
    }
  }
  const pageItems = items.slice(start, end);
  const data: Json[] = [];
  for (const item of pageItems) {
    const row = listing.row(item);
    data.push(row);
    if (listing.hasPagingFaults && switches.repeatedRows > 0 && chance.next() < switches.repeatedRows) {
      data.push(row);
    }
  }
  const [first, last] = [pageItems[0], pageItems.at(-1)];
  if (first === undefined || last === undefined) return { data };
  const [head, tail] = [cursorAt(listing.idOf(first)), cursorAt(listing.idOf(last))];
  return {
    data,
    paging: {
      cursors: { before: cursorText(head), after: cursorText(tail) },
      next: end < items.length ? pageAddress(call, listing, 'after', tail) : undefined,
      previous: start > 0 ? pageAddress(call, listing, 'before', head) : undefined,
    },
  };
}

function windowOf<T>(
  listing: Listing<T>,
  limit: number,
  after: Cursor | null,
  before: Cursor | null,
): { start: number; end: number } {
  const { items } = listing;
  if (before !== null) {
    const end = placeOf(listing, before);
    return { start: Math.max(0, end - limit), end };
  }
  let start = 0;
  if (after !== null && after.anchor !== null) {
    start = placeOf(listing, after);
    const item = items[start];
    if (item !== undefined && listing.idOf(item) === after.anchor) start += 1;
  }
  return { start, end: Math.min(items.length, start + limit) };
}

function placeOf<T>(listing: Listing<T>, { anchor }: Cursor): number {
  if (anchor === null) return 0;
  const place = listing.indexForId(anchor);
  if (place === null) {
    throw badParameter('The cursor is no longer valid: the object it points to does not exist');
  }
  return place;
}

function readLimit(
  text: string | null,
  { defaultLimit, maxPerPage }: { defaultLimit: number; maxPerPage: number },
): number {
  if (text === null || text === '') return defaultLimit;
  if (!/^\d+$/.test(text)) throw badParameter('Param limit must be an integer');
  return Math.min(Math.max(Number(text), 1), maxPerPage);
}

const cursorAt = (anchor: string): Cursor => ({ anchor, afterEmpty: false });

function cursorText({ anchor, afterEmpty }: Cursor): string {
  return Buffer.from(`QVFI:${afterEmpty ? 'e' : 'c'}:${anchor ?? ''}`).toString('base64url');
}

function readCursor(text: string | null): Cursor | null {
  if (text === null || text === '') return null;
  const match = /^QVFI:([ec]):(.*)$/.exec(Buffer.from(text, 'base64url').toString('utf8'));
  if (match === null) throw badParameter('Invalid cursor');
  return { anchor: match[2] === '' ? null : (match[2] ?? null), afterEmpty: match[1] === 'e' };
}

// As on the platform, the address contains the token in plain text, but not its proof.
function pageAddress<T>(
  call: Call,
  listing: Listing<T>,
  direction: 'after' | 'before',
  cursor: Cursor,
): string {
  const url = new URL(`${call.incoming.origin}/${call.version}/${listing.path}`);
  url.searchParams.set('access_token', call.token.value);
  for (const name of listing.carriedParams) {
    const value = listing.args(name);
    if (value !== null) url.searchParams.set(name, value);
  }
  url.searchParams.set(direction, cursorText(cursor));
  return url.href;
}

/** A fixed list, from which no item disappears between the requests for two pages. */
export function fixedListing<T>(
  list: Pick<Listing<T>, 'items' | 'idOf' | 'row' | 'path' | 'args' | 'carriedParams'> &
    Partial<Pick<Listing<T>, 'beginsEmpty' | 'maxPerPage'>>,
): Listing<T> {
  return {
    maxPerPage: 100,
    ...list,
    indexForId: (id) => {
      const index = list.items.findIndex((item) => list.idOf(item) === id);
      return index < 0 ? null : index;
    },
    defaultLimit: 25,
    hasPagingFaults: false,
  };
}
